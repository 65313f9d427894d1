import { AskReplay, SimulationList, SimulationView } from '../simulations';
import type { Operation } from './operation';

/** Trying things in worlds made from history. */
export const simulationOperations = {
  askReplay: {
    method: 'post',
    path: '/api/v1/notes/{noteId}/replays',
    tag: 'Simulations',
    summary: 'Replay the life of a note with one thing changed',
    access: { ability: 'read:simulations' },
    body: AskReplay,
    answer: { status: 202, schema: SimulationView },
    refusals: ['request-key-reused', 'too-many-simulations', 'nothing-to-replay'],
  },
  replays: {
    method: 'get',
    path: '/api/v1/notes/{noteId}/replays',
    tag: 'Simulations',
    summary: 'The latest replays of a note',
    access: { ability: 'read:notes' },
    answer: { status: 200, schema: SimulationList },
    refusals: [],
  },
  simulation: {
    method: 'get',
    path: '/api/v1/simulations/{simulationId}',
    tag: 'Simulations',
    summary: 'One replay with its result',
    access: { ability: 'read:notes' },
    answer: { status: 200, schema: SimulationView },
    refusals: [],
  },
  cancelSimulation: {
    method: 'post',
    path: '/api/v1/simulations/{simulationId}/cancel',
    tag: 'Simulations',
    summary: 'Stop a replay that is waiting or under way',
    access: { ability: 'read:simulations' },
    answer: { status: 202, schema: SimulationView },
    refusals: [],
  },
} satisfies Record<string, Operation>;
