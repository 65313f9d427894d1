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
  const runs = new DeltaTable(2 * counterColumns.length + 2);
  const hours = new DeltaTable(counterColumns.length);
  const boosts = new Map<string, { boostId: string; counts: number[] }>();
  for (const {
    kind,
    value,
    impression: { noteId, level, rail, boostId },
  } of events) {
    const amount = kind === dwell ? value : 1;
    const run = runs.of(noteId, level, 0);
    add(run, rail === paid ? counterColumns.length + kind : kind, amount);
    if (kind === impression && rail === guaranteed) add(run, 2 * counterColumns.length, 1);
    if (kind === impression && rail === search) add(run, 2 * counterColumns.length + 1, 1);
    add(hours.of(noteId, level, rail), kind, amount);
    if (boostId === null) continue;
    const at = boostKinds.indexOf(kind as (typeof boostKinds)[number]);
    let boost = boosts.get(boostId);
    if (!boost) boosts.set(boostId, (boost = { boostId, counts: Array<number>(boostKinds.length).fill(0) }));
    if (at >= 0) add(boost.counts, at, 1);
  }
  return {
    runs: runs.inOrder(),
    hours: hours.inOrder(),
    boosts: [...boosts.values()].sort((a, b) => (a.boostId < b.boostId ? -1 : 1)),
  };
}

/** Levels and rails fit into one small number beside a note. */
const railsMax = 8;

/** Sums by note, level and rail: found by the note's id alone first, since a note of a group has one or two of them. */
class DeltaTable {
  private readonly notes = new Map<string, (Delta | undefined)[]>();

  constructor(private readonly width: number) {}

  of(noteId: string, level: number, rail: number): number[] {
    let deltas = this.notes.get(noteId);
    if (!deltas) this.notes.set(noteId, (deltas = []));
    const at = level * railsMax + rail;
    let delta = deltas[at];
    if (!delta) deltas[at] = delta = { noteId, level, rail, counts: Array<number>(this.width).fill(0) };
    return delta.counts;
  }

  inOrder(): Delta[] {
    return [...this.notes.values()]
      .flatMap((deltas) => deltas.filter((delta) => delta !== undefined))
      .sort((a, b) =>
        a.noteId < b.noteId ? -1 : a.noteId > b.noteId ? 1 : a.level - b.level || a.rail - b.rail,
      );
  }
}

function add(counts: number[], at: number, amount: number): void {
  counts[at] = (counts[at] ?? 0) + amount;
}
