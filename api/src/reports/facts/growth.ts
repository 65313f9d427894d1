import {
  type DayPeriod,
  exactFact,
  type FactId,
  factOf,
  type FactRow,
  type FactValue,
  type ReportDimension,
  shiftDay,
} from '@poolrise/domain';
import { timeKey } from './fact-piece';
import type { StoredRow } from './sheet-row';

/** A snapshot of a note with its facts, cumulative since publishing. */
export interface Snapshot extends Pick<StoredRow, 'day' | 'source'> {
  facts: FactRow;
}

/** The newest of the snapshots that knows a fact; they stand newest first. */
function newestKnown(snapshots: readonly Snapshot[], fact: FactId): (FactValue & { source: string }) | null {
  for (const { facts, source } of snapshots) {
    const value = factOf(facts, fact);
    if (value) return { ...value, source };
  }
  return null;
}

const plain = ({ value, half, atLeast, estimated }: FactValue): FactValue => ({
  value,
  half,
  atLeast,
  estimated,
});

/** Where a note stands: of each fact the newest word. */
export const standing = (snapshots: readonly Snapshot[], facts: readonly FactId[]): FactRow =>
  Object.fromEntries(
    facts.map((fact) => {
      const value = newestKnown(snapshots, fact);
      return [fact, value && plain(value)];
    }),
  );

/** What came between two standings; of two sources an estimate, and nothing where the later one is below the earlier. */
function between(
  end: ReturnType<typeof newestKnown>,
  start: ReturnType<typeof newestKnown>,
): FactValue | null {
  if (!end || !start || start.atLeast || end.value < start.value) return null;
  return {
    value: end.value - start.value,
    half: end.half + start.half,
    atLeast: end.atLeast,
    estimated: end.estimated || start.estimated || (start.source !== '' && end.source !== start.source),
  };
}

const zero = { ...exactFact(0), source: '' };

/**
 * What happened to a note in a period, from snapshots that are cumulative: where it stood at the end less where it stood
 * before the first day. A note published in the period began at nothing. Where no snapshot is of the period, or none is from
 * before it, nobody knows.
 */
export function growthIn(
  { from }: DayPeriod,
  snapshots: readonly Snapshot[],
  publishedOn: string | null,
  facts: readonly FactId[],
): FactRow {
  const within = snapshots.filter(({ day }) => day >= from);
  const before = snapshots.filter(({ day }) => day < from);
  const isNew = publishedOn !== null && publishedOn >= from;
  return Object.fromEntries(
    facts.map((fact) => [fact, between(newestKnown(within, fact), isNew ? zero : newestKnown(before, fact))]),
  );
}

/**
 * The same by day, week or month: what came between two snapshots belongs to the bucket in which both stand. Where a gap
 * between them reaches over a border nobody knows how much fell on either side.
 */
export function growthByTime(
  period: DayPeriod,
  dimension: ReportDimension,
  snapshots: readonly Snapshot[],
  publishedOn: string | null,
  facts: readonly FactId[],
): { key: string; day: string; facts: FactRow }[] {
  const days = [...new Set(snapshots.map(({ day }) => day))].sort();
  const buckets = new Map<string, { first: string | null; last: string; isOpen: boolean }>();
  days.forEach((day, at) => {
    if (day < period.from) return;
    const earlier = days[at - 1] ?? (publishedOn === null ? null : shiftDay(publishedOn, -1));
    const key = timeKey(dimension, day);
    const reaches =
      earlier === null ||
      timeKey(dimension, shiftDay(earlier, 1)) !== key ||
      shiftDay(earlier, 1) < period.from;
    const bucket = buckets.get(key);
    if (bucket) buckets.set(key, { ...bucket, last: day, isOpen: bucket.isOpen || reaches });
    else buckets.set(key, { first: earlier, last: day, isOpen: reaches });
  });
  return [...buckets].map(([key, { first, last, isOpen }]) => {
    const upTo = snapshots.filter(({ day }) => day <= last && (first === null || day > first));
    const before = first === null ? [] : snapshots.filter(({ day }) => day <= first);
    const isNew = before.length === 0 && publishedOn !== null && first === shiftDay(publishedOn, -1);
    return {
      key,
      day: last,
      facts: Object.fromEntries(
        facts.map((fact) => [
          fact,
          isOpen ? null : between(newestKnown(upTo, fact), isNew ? zero : newestKnown(before, fact)),
        ]),
      ),
    };
  });
}
