import type { RaceView } from '@poolrise/contracts';
import { boostId } from './a-boost';
import { noteId } from './a-note';

export const raceId = '88888888-0000-4000-8000-000000000001';

const notes = [
  { noteId: noteId(1), title: 'Cold brew tea', coverHue: 120, coverUrl: null },
  { noteId: noteId(2), title: 'Tea on the train', coverHue: 30, coverUrl: null },
];

/** ¥800 over four rounds; the second runs, and the first note is ahead. */
export function aRace(changes: Partial<RaceView> = {}): RaceView {
  const [first, second] = notes as [(typeof notes)[number], (typeof notes)[number]];
  const boost = { boostId, state: 'running' as const, spentCents: 0, impressions: 0, goals: 0 };
  return {
    id: raceId,
    asOf: '2026-11-23T06:02:11Z',
    name: 'Two covers',
    goal: 'reads',
    state: 'running',
    endedBecause: null,
    notes,
    budgetCents: 80_000,
    spentCents: 24_000,
    rounds: 4,
    round: 2,
    nextRoundAt: '2026-11-23T12:00:00Z',
    leader: { noteId: first.noteId, chanceBest: 0.79 },
    createdAt: '2026-11-22T12:00:00Z',
    endedAt: null,
    startedBy: 'Lin',
    audience: {},
    roundHours: 12,
    stopChance: 0.95,
    stopLoss: 0.005,
    leftCents: 40_000,
    waiting: null,
    arms: [
      {
        ...first,
        impressions: 9_600,
        goals: 610,
        spentCents: 14_400,
        givenCents: 22_500,
        boostable: true,
        verdict: {
          rate: { low: 0.061, mid: 0.0635, high: 0.066 },
          chanceBest: 0.83,
          expectedLoss: 0.008,
        },
      },
      {
        ...second,
        impressions: 6_400,
        goals: 380,
        spentCents: 9_600,
        givenCents: 17_500,
        boostable: true,
        verdict: {
          rate: { low: 0.056, mid: 0.0594, high: 0.063 },
          chanceBest: 0.17,
          expectedLoss: 0.07,
        },
      },
    ],
    roundsBegun: [
      {
        number: 1,
        beganAt: '2026-11-22T12:00:00Z',
        endsAt: '2026-11-23T00:00:00Z',
        budgetCents: 20_000,
        boosts: notes.map((note) => ({
          ...boost,
          noteId: note.noteId,
          state: 'completed',
          budgetCents: 10_000,
          spentCents: 10_000,
        })),
        chances: [
          { noteId: first.noteId, chanceBest: 0.79 },
          { noteId: second.noteId, chanceBest: 0.21 },
        ],
      },
      {
        number: 2,
        beganAt: '2026-11-23T00:00:00Z',
        endsAt: '2026-11-23T12:00:00Z',
        budgetCents: 20_000,
        boosts: [
          { ...boost, noteId: first.noteId, budgetCents: 12_500, spentCents: 4_000 },
          { ...boost, noteId: second.noteId, budgetCents: 7_500 },
        ],
        chances: null,
      },
    ],
    regret: {
      belowBest: { low: 8, mid: 31.4, high: 60 },
      aboveEqual: { low: -2, mid: 6.2, high: 15 },
      bestWouldBring: 1_020,
    },
    keptBoostId: null,
    keepable: null,
    ...changes,
  };
}
