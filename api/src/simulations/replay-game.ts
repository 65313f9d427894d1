import type { ReplayChange, ReplayResult } from '@poolrise/contracts';
import {
  type Arm,
  compareTreatments,
  type PoolPolicy,
  type WorldComparison,
  worldOfHistory,
} from '@poolrise/domain';
import type { NoteHistory } from './history.queries';
import { digest, type SimulationGame } from './simulation-game';

/** Pairs of worlds in a comparison: enough for an 80 % interval that does not move much with another twenty. */
const pairs = 20;
const mostListed = 5;

/** What is changed, with the rule set at hand where it is that. */
export type KnownChange = Exclude<ReplayChange, { kind: 'policy' }> | { kind: 'policy'; policy: PoolPolicy };

/** Plays the life of a note with and without a change. The same history gives the same result. */
export function* replayGame(noteId: string, around: NoteHistory, change: KnownChange): SimulationGame {
  const comparison = yield* compareTreatments({
    worldOf: (seed) => worldOfHistory(around.history, seed),
    seeds: Array.from({ length: pairs }, (_, at) => at + 1),
    ...armsOf(noteId, around, change),
    noteId,
    others: around.others.map(({ id }) => id),
  });
  return resultOf(comparison, around);
}

/**
 * What was decided stays decided in both worlds, but for what is changed: a rule that plays a history again would not
 * decide every close case as it was decided. Another rule set decides everything itself, and so does its counterpart.
 */
function armsOf(
  noteId: string,
  { policy, bornHour, rulings }: NoteHistory,
  change: KnownChange,
): { before: Arm; after: Arm } {
  const before = { policy, treatment: { rulings } };
  switch (change.kind) {
    case 'nothing':
      return { before, after: before };
    case 'policy':
      return { before: { policy }, after: { policy: change.policy } };
    case 'verdict': {
      const changed = { noteId, level: change.level, ruling: change.ruling };
      return { before, after: { policy, treatment: { rulings: [...rulings, changed] } } };
    }
    case 'boost': {
      const boost = { noteId, hour: bornHour + change.hour, impressions: change.impressions };
      return { before, after: { policy, treatment: { rulings, boosts: [boost] } } };
    }
  }
}

function resultOf(comparison: WorldComparison, { history, from, others }: NoteHistory): ReplayResult {
  const { note, hours, hashes } = comparison;
  const titles = new Map(others.map(({ id, title }) => [id, title]));
  const most = comparison.others.notes
    .filter(({ impressions }) => Math.abs(impressions) >= 1)
    .toSorted((a, b) => Math.abs(b.impressions) - Math.abs(a.impressions))
    .slice(0, mostListed)
    .map(({ id, impressions }) => ({ noteId: id, title: titles.get(id) ?? '', impressions }));
  return {
    worlds: comparison.worlds,
    equal: comparison.equal,
    reached: comparison.reached,
    notes: history.notes.length,
    hours: history.capacity.length,
    historyFrom: from.toISOString(),
    ...note,
    others: { notes: others.length, difference: comparison.others.difference, most },
    life: hours,
    hashes: {
      before: digest(hashes.map(({ before }) => before)),
      after: digest(hashes.map(({ after }) => after)),
    },
  };
}
