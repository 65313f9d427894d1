import { countShare, type CountedShare } from '../calibration/wilson';
import { decileDeviate } from '../probability/gamma-quantile';
import { type MatchParts, matchParts } from './explain-match';

/** Groups of fewer readers are not shown: what few people like is theirs [P]. */
export const leastReaders = 10;

/** A reader who was shown a note: what was known of them then, and what they did with it. */
export interface ShownReader {
  /** The category that their acts spoke of most; null when nothing was known. */
  strongest: string | null;
  parts: MatchParts;
  match: number;
  /** Interest in the note's own category, 0 to 1. */
  interest: number;
  /** Words of the note that they liked. */
  words: readonly string[];
  opened: boolean;
}

/** Readers with the same strongest interest. All figures are means over them. */
export interface ReaderGroup {
  /** `known`: their strongest interest is a category; `unknown`: nothing was known of them; `others`: of groups too small to show. */
  kind: 'known' | 'unknown' | 'others';
  category: string | null;
  readers: number;
  /** Of all readers. */
  share: number;
  match: number;
  interest: number;
  /** Words of the note that one of them liked, on average. */
  wordsMet: number;
  /** The words that at least `leastReaders` of them liked, most first; at most 3. */
  words: { word: string; readers: number }[];
  parts: MatchParts;
  /** How many opened the note, with an 80 % interval. */
  opened: CountedShare;
}

const wordsShown = 3;

/**
 * Readers of a note by their strongest interest, largest group first and the others last.
 *
 * Nobody can be told from a group: those of fewer than `leastReaders` go into `others`, and so does the smallest of the rest
 * while the others are too few themselves, since all readers less the shown groups would give them away. Readers too few
 * for a single group give none.
 */
export function groupReaders(readers: readonly ShownReader[]): ReaderGroup[] {
  const groups = byInterest(readers).sort((a, b) => b.length - a.length);
  const others: ShownReader[] = [];
  const isFew = (group: readonly ShownReader[] | undefined): boolean =>
    (group?.length ?? Infinity) < leastReaders;
  while (isFew(groups.at(-1)) || (others.length > 0 && others.length < leastReaders && groups.length > 0)) {
    others.push(...(groups.pop() ?? []));
  }
  const shown = groups.map((group) => {
    const category = group[0]?.strongest ?? null;
    return describe(group, readers.length, { kind: category === null ? 'unknown' : 'known', category });
  });
  if (others.length >= leastReaders)
    shown.push(describe(others, readers.length, { kind: 'others', category: null }));
  return shown;
}

function describe(
  group: readonly ShownReader[],
  all: number,
  named: Pick<ReaderGroup, 'kind' | 'category'>,
): ReaderGroup {
  const mean = (of: (reader: ShownReader) => number): number =>
    group.reduce((sum, reader) => sum + of(reader), 0) / group.length;
  return {
    ...named,
    readers: group.length,
    share: group.length / all,
    match: mean(({ match }) => match),
    interest: mean(({ interest }) => interest),
    wordsMet: mean(({ words }) => words.length),
    words: likedMost(group),
    parts: Object.fromEntries(
      matchParts.map((part) => [part, mean(({ parts }) => parts[part])]),
    ) as unknown as MatchParts,
    opened: openedBy(group),
  };
}

/** How many of them opened the note, with an 80 % interval. */
export const openedBy = (readers: readonly Pick<ShownReader, 'opened'>[]): CountedShare =>
  countShare(readers.filter(({ opened }) => opened).length, readers.length, decileDeviate);

function byInterest(readers: readonly ShownReader[]): ShownReader[][] {
  const groups = new Map<string | null, ShownReader[]>();
  for (const reader of readers) {
    const group = groups.get(reader.strongest);
    if (group) group.push(reader);
    else groups.set(reader.strongest, [reader]);
  }
  return [...groups.values()];
}

function likedMost(group: readonly ShownReader[]): ReaderGroup['words'] {
  const liked = new Map<string, number>();
  for (const { words } of group) for (const word of words) liked.set(word, (liked.get(word) ?? 0) + 1);
  return [...liked]
    .map(([word, readers]) => ({ word, readers }))
    .filter((word) => word.readers >= leastReaders)
    .sort((a, b) => b.readers - a.readers)
    .slice(0, wordsShown);
}
