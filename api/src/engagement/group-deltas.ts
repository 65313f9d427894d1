import { rails } from '@poolrise/domain';
import { counterColumns } from '../db/counter-columns';
import type { ReadEvent } from './read-batch';

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
  /** note and level: ten organic counters, ten paid, guaranteed and search impressions, organic exposure */
  runs: Delta[];
  /** note, hour, level and rail: ten counters */
  hours: HourDelta[];
  /** notes with events of an hour that is over */
  lateNotes: string[];
  boosts: { boostId: string; counts: number[] }[];
  /** boost and hour */
  boostHours: { boostId: string; hour: number; counts: number[] }[];
}

/** `hour`: hours since 1970 */
interface HourDelta extends Delta {
  hour: number;
}

const hourMs = 3_600_000;
export const hourOf = (at: number): number => Math.floor(at / hourMs);
export const startOfHour = (hour: number): string => new Date(hour * hourMs).toISOString();

export function sumGroup(events: readonly ReadEvent[], nowMs: number): GroupDeltas {
  const runs = new DeltaTable(2 * counterColumns.length + 3);
  const hours = new HourTables();
  const boosts = new Map<string, { boostId: string; counts: number[] }>();
  const boostHours = new Map<string, { boostId: string; hour: number; counts: number[] }>();
  const late = new Set<string>();
  const thisHour = hourOf(nowMs);
  for (const {
    kind,
    value,
    at,
    impression: { noteId, level, rail, boostId, exposure },
  } of events) {
    const amount = kind === dwell ? value : 1;
    const hour = hourOf(at);
    if (hour < thisHour) late.add(noteId);
    const run = runs.of(noteId, level, 0);
    add(run, rail === paid ? counterColumns.length + kind : kind, amount);
    if (kind === impression && rail === guaranteed) add(run, 2 * counterColumns.length, 1);
    if (kind === impression && rail === search) add(run, 2 * counterColumns.length + 1, 1);
    if (kind === impression && rail !== paid) add(run, 2 * counterColumns.length + 2, exposure);
    add(hours.of(hour).of(noteId, level, rail), kind, amount);
    if (boostId === null) continue;
    const column = boostKinds.indexOf(kind as (typeof boostKinds)[number]);
    const boost = own(boosts, boostId, () => ({ boostId, counts: noBoostCounts() }));
    const boostHour = own(boostHours, `${boostId}${hour}`, () => ({
      boostId,
      hour,
      counts: noBoostCounts(),
    }));
    if (column < 0) continue;
    add(boost.counts, column, 1);
    add(boostHour.counts, column, 1);
  }
  return {
    runs: runs.inOrder(),
    hours: hours.inOrder(),
    lateNotes: [...late].sort(),
    boosts: [...boosts.values()].sort((a, b) => (a.boostId < b.boostId ? -1 : 1)),
    boostHours: [...boostHours.values()].sort((a, b) =>
      a.boostId === b.boostId ? a.hour - b.hour : a.boostId < b.boostId ? -1 : 1,
    ),
  };
}

const noBoostCounts = () => Array<number>(boostKinds.length).fill(0);

function own<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

/** Sums of each hour; nearly every group has one hour, so the last one is at hand. */
class HourTables {
  private readonly tables = new Map<number, DeltaTable>();
  private last: { hour: number; table: DeltaTable } | undefined;

  of(hour: number): DeltaTable {
    if (this.last?.hour !== hour)
      this.last = { hour, table: own(this.tables, hour, () => new DeltaTable(counterColumns.length)) };
    return this.last.table;
  }

  inOrder(): HourDelta[] {
    const rows = [...this.tables].flatMap(([hour, table]) =>
      table.inOrder().map((delta) => ({ ...delta, hour })),
    );
    return rows.sort((a, b) =>
      a.noteId < b.noteId
        ? -1
        : a.noteId > b.noteId
          ? 1
          : a.hour - b.hour || a.level - b.level || a.rail - b.rail,
    );
  }
}

/** Levels and rails fit into one small number beside a note. */
const railsMax = 8;

/** Sums by note, level and rail: found by the note's id alone first, since a note of a group has one or two of them. */
class DeltaTable {
  private readonly notes = new Map<string, (Delta | undefined)[]>();

  constructor(private readonly width: number) {}

  of(noteId: string, level: number, rail: number): number[] {
    const deltas = own(this.notes, noteId, () => []);
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
