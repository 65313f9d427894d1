import { countShare, type CountedShare } from '../calibration/wilson';
import { leastReaders } from '../feed/group-readers';
import { decileDeviate } from '../probability/gamma-quantile';

/** Readers who are alike in one respect. */
export interface ReaderPart<Value extends string> {
  /** `unknown`: their application told nothing; `others`: of groups too small to be shown */
  kind: 'known' | 'unknown' | 'others';
  value: Value | null;
  readers: number;
  /** of all readers */
  share: number;
}

/**
 * All readers by what was told of them, in the order of `values`, then those of whom nothing was told, then the others.
 *
 * Nobody can be told from it: a group of fewer than `leastReaders` goes into `others`, and where those are too few as well, the
 * smallest of the other groups goes with them, since all readers less the shown groups would give them away. None at all where
 * all of them are too few.
 *
 * @param counts readers by value; null: nothing was told
 */
export function readerParts<Value extends string>(
  values: readonly Value[],
  counts: ReadonlyMap<Value | null, number>,
): ReaderPart<Value>[] {
  const all = [...counts.values()].reduce((sum, readers) => sum + readers, 0);
  if (all < leastReaders) return [];
  const bySize = [...values, null]
    .map((value) => ({ value, readers: counts.get(value) ?? 0 }))
    .filter(({ readers }) => readers > 0)
    .sort((a, b) => a.readers - b.readers);
  let together = 0;
  const small = new Set<Value | null>();
  for (const { value, readers } of bySize) {
    if (readers >= leastReaders && (together === 0 || together >= leastReaders)) break;
    small.add(value);
    together += readers;
  }
  const part = (kind: ReaderPart<Value>['kind'], value: Value | null, readers: number) =>
    ({ kind, value, readers, share: readers / all }) satisfies ReaderPart<Value>;
  return [
    ...[...values, null]
      .filter((value) => !small.has(value) && (counts.get(value) ?? 0) > 0)
      .map((value) => part(value === null ? 'unknown' : 'known', value, counts.get(value) ?? 0)),
    ...(together > 0 ? [part('others', null, together)] : []),
  ];
}

/** Seconds of a visit below which it counts as an exit, as the platform counts its 2 秒退出率 (glossary). */
export const exitBelowSeconds = 2;

/**
 * The 2-second exit rate with its 80 % interval: visits that ended within two seconds, of those whose seconds were told. A visit of
 * which nobody told how long it was is neither.
 */
export const exitShare = ({ exits, told }: { exits: number; told: number }): CountedShare =>
  countShare(exits, told, decileDeviate);
