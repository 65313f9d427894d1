import type { CampaignKeyword, KeywordMatch } from './campaign';
import { foldQuery, matchSearch, type SearchMatch, type WordSplitter } from './match-search';

/** Keywords with the words that they stay away from, and whose they are. */
export interface KeywordOwner {
  id: string;
  keywords: readonly CampaignKeyword[];
  negatives: readonly string[];
}

export type ShownMatch = Extract<SearchMatch, { shown: true }>;

/** How well a search suits by the way it meets a keyword, against one that is the keyword itself [P]. */
export const closenessWorth: Readonly<Record<KeywordMatch, number>> = { exact: 1, phrase: 0.8, broad: 0.6 };

/**
 * Whose keywords a search meets, among any number of owners: a search looks at those alone that begin with something of it, and
 * `matchSearch` decides on each of them.
 *
 * A keyword that is met in one piece begins somewhere in the search: with a whole word where it begins with Latin letters, else
 * with the same two signs. One whose words may stand apart is found by the first of them.
 */
export class KeywordIndex {
  private readonly byBeginning = new Map<string, Set<KeywordOwner>>();
  private readonly byWord = new Map<string, Set<KeywordOwner>>();

  constructor(
    owners: Iterable<KeywordOwner>,
    private readonly split: WordSplitter,
  ) {
    for (const owner of owners) for (const keyword of owner.keywords) this.add(owner, keyword);
  }

  /** Owners by id with how the search meets them; those that it keeps away by a negative word are not among them. */
  find(query: string): Map<string, ShownMatch> {
    const found = new Map<string, ShownMatch>();
    for (const owner of this.near(foldQuery(query))) {
      const match = matchSearch(query, owner, this.split);
      if (match.shown) found.set(owner.id, match);
    }
    return found;
  }

  private add(owner: KeywordOwner, { text, match }: CampaignKeyword): void {
    const folded = foldQuery(text);
    put(this.byBeginning, leadingRun.exec(folded)?.[0] ?? folded.slice(0, 2), owner);
    const first = match === 'broad' ? this.split(folded)[0] : undefined;
    if (first !== undefined) put(this.byWord, first, owner);
  }

  private near(asked: string): Set<KeywordOwner> {
    const near = new Set<KeywordOwner>();
    const take = (owners: Set<KeywordOwner> | undefined) => owners?.forEach((owner) => near.add(owner));
    for (let at = 0; at < asked.length; at++)
      for (const length of [1, 2]) take(this.byBeginning.get(asked.slice(at, at + length)));
    for (const [run] of asked.matchAll(runs)) take(this.byBeginning.get(run));
    for (const word of this.split(asked)) take(this.byWord.get(word));
    return near;
  }
}

/** Letters and digits in one piece, Chinese left out: between them a word ends where the letters end. */
const run = '(?:(?!\\p{Script=Han})[\\p{L}\\p{N}])+';
const leadingRun = new RegExp(`^${run}`, 'u');
const runs = new RegExp(run, 'gu');

function put(map: Map<string, Set<KeywordOwner>>, key: string, owner: KeywordOwner): void {
  const owners = map.get(key);
  if (owners) owners.add(owner);
  else map.set(key, new Set([owner]));
}
