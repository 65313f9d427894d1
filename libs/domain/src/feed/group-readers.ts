import { countShare, type CountedShare } from '../calibration/wilson';
import { decileDeviate } from '../probability/gamma-quantile';
import { averageOf } from '../probability/means';
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
  /** Of all readers in groups. */
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

export interface GroupedReaders {
  /** Largest first, the others last; none when the readers are too few for one. */
  groups: ReaderGroup[];
  /** The readers in these groups, and how many of them opened the note; null when there are none. */
  readers: number;
  opened: CountedShare | null;
}

const wordsShown = 3;

/**
 * Readers of a note by their strongest interest.
 *
 * Nobody can be told from it: groups of fewer than `leastReaders` go into `others`, and where even those are fewer they are left
 * out of all figures, or the total less the shown groups would give them away.
 */
export function groupReaders(readers: readonly ShownReader[]): GroupedReaders {
  const all = byInterest(readers).sort((a, b) => b.length - a.length);
  const large = all.filter((group) => group.length >= leastReaders);
  const others = all.filter((group) => group.length < leastReaders).flat();
  const rest = others.length < leastReaders ? [] : others;
  const shown = [...large.flat(), ...rest];
  const groups = large.map((group) => {
    const category = group[0]?.strongest ?? null;
    return describe(group, shown.length, { kind: category === null ? 'unknown' : 'known', category });
  });
  if (rest.length) groups.push(describe(rest, shown.length, { kind: 'others', category: null }));
  return { groups, readers: shown.length, opened: shown.length ? openedBy(shown) : null };
}

function describe(
  group: readonly ShownReader[],
  all: number,
  named: Pick<ReaderGroup, 'kind' | 'category'>,
): ReaderGroup {
  const mean = (of: (reader: ShownReader) => number): number => averageOf(group.map(of));
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
const openedBy = (readers: readonly ShownReader[]): CountedShare =>
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
