import { rails } from '@poolrise/domain';
import type { ReadEvent } from './read-batch';

/** Counter columns by the index of the event's kind (dwell adds its seconds, the others one). */
export const counterColumns = [
  'impressions',
  'clicks',
  'likes',
  'collects',
  'comments',
  'shares',
  'follows',
  'dwell_seconds',
  'hides',
  'purchases',
] as const;
const dwell = counterColumns.indexOf('dwell_seconds');
const impression = 0;
const [guaranteed, search, paid] = [
  rails.indexOf('guaranteed'),
  rails.indexOf('search'),
  rails.indexOf('paid'),
];
/** What a boost's hours count, as indexes of kinds: impressions, clicks, likes, collects, follows. */
export const boostKinds = [0, 1, 2, 3, 6] as const;

/** Sums to add to one row: the row's key and its counters. */
interface Delta {
  noteId: string;
  level: number;
  rail: number;
  counts: number[];
}

/** Everything a group of events adds, summed so that each row is touched once; in the one order of all writers. */
export interface GroupDeltas {
  /** note and level: ten organic counters, ten paid, guaranteed and search impressions */
  runs: Delta[];
  /** note, level and rail: ten counters */
  hours: Delta[];
  boosts: { boostId: string; counts: number[] }[];
}

export function sumGroup(events: readonly ReadEvent[]): GroupDeltas {
  const runs = new Map<string, Delta>();
  const hours = new Map<string, Delta>();
  const boosts = new Map<string, { boostId: string; counts: number[] }>();
  for (const {
    kind,
    value,
    impression: { noteId, level, rail, boostId },
  } of events) {
    const amount = kind === dwell ? value : 1;
    const run = deltaOf(runs, `${noteId}${level}`, noteId, level, 0, 2 * counterColumns.length + 2);
    add(run.counts, rail === paid ? counterColumns.length + kind : kind, amount);
    if (kind === impression && rail === guaranteed) add(run.counts, 2 * counterColumns.length, 1);
    if (kind === impression && rail === search) add(run.counts, 2 * counterColumns.length + 1, 1);
    add(
      deltaOf(hours, `${noteId}${level}.${rail}`, noteId, level, rail, counterColumns.length).counts,
      kind,
      amount,
    );
    if (boostId === null) continue;
    const at = boostKinds.indexOf(kind as (typeof boostKinds)[number]);
    let boost = boosts.get(boostId);
    if (!boost) boosts.set(boostId, (boost = { boostId, counts: Array<number>(boostKinds.length).fill(0) }));
    if (at >= 0) add(boost.counts, at, 1);
  }
  return {
    runs: inOrder(runs),
    hours: inOrder(hours),
    boosts: [...boosts.values()].sort((a, b) => (a.boostId < b.boostId ? -1 : 1)),
  };
}

function deltaOf(
  deltas: Map<string, Delta>,
  key: string,
  noteId: string,
  level: number,
  rail: number,
  width: number,
): Delta {
  let delta = deltas.get(key);
  if (!delta) deltas.set(key, (delta = { noteId, level, rail, counts: Array<number>(width).fill(0) }));
  return delta;
}

function add(counts: number[], at: number, amount: number): void {
  counts[at] = (counts[at] ?? 0) + amount;
}

const inOrder = (deltas: Map<string, Delta>): Delta[] =>
  [...deltas.values()].sort((a, b) =>
    a.noteId < b.noteId ? -1 : a.noteId > b.noteId ? 1 : a.level - b.level || a.rail - b.rail,
  );
