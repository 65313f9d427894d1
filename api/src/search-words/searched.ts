import { searchDays } from '@poolrise/contracts';
import {
  addRankCounts,
  type CampaignKeyword,
  dayInShanghai,
  foldQuery,
  matchSearch,
  noRankCounts,
  type SearchMatch,
  type SearchRankCounts,
  shiftDay,
} from '@poolrise/domain';
import type { Asks } from '../matching/match-candidates';
import { searchWordsOf } from '../words/segment';

/** Texts that are held against keywords: what is searched for less often than these moves no figure. */
const textsMost = 2_000;

/** What readers searched for within the last days, and how the notes of the workspace stood with it. */
export interface Searched {
  text: string;
  searches: number;
  paid: SearchRankCounts;
  organic: SearchRankCounts;
}

interface SearchedRow {
  text: string;
  searches: number;
  own: (SearchRankCounts & { paid: boolean })[];
}

const nil = '00000000-0000-0000-0000-000000000000';
export const rankSums = `
  sum(impressions)::float8 as "impressions", sum(reads)::float8 as "reads", sum(position_sum)::float8 as "positionSum",
  sum(first_places)::float8 as "firstPlaces", sum(top_threes)::float8 as "topThrees", sum(pages)::float8 as "pages"`;

/** Days of the week by the key of its first column, those of the workspace by its own index. */
const searchedSql = `
  with week as (
    select query_key, sum(searches)::float8 as searches from search_query_day where day > $1 group by query_key
  ), own as (
    select query_key, boost_id <> '${nil}' as paid, ${rankSums}
      from search_note_day where workspace_id = app_workspace() and day > $1 group by 1, 2
  ), most as (
    (select query_key from week order by searches desc, query_key limit ${textsMost})
    union (select query_key from own order by impressions desc, query_key limit ${textsMost})
  )
  select query.text, coalesce(week.searches, 0) as searches,
         coalesce((select json_agg(own) from own where own.query_key = most.query_key), '[]') as own
    from most join search_query query on query.key = most.query_key left join week on week.query_key = most.query_key
   order by searches desc, query.key`;

/** What was searched for most within the last days, and all that found the workspace's notes; most frequent first. */
export async function searchedOfWeek(tx: Asks, now: Date): Promise<Searched[]> {
  const since = shiftDay(dayInShanghai(now), -searchDays);
  const rows = await tx.query<SearchedRow[]>(searchedSql, [since]);
  return rows.map(({ text, searches, own }) => {
    const side = (paid: boolean) =>
      own.filter((sums) => sums.paid === paid).reduce<SearchRankCounts>(addRankCounts, noRankCounts());
    return { text, searches, paid: side(true), organic: side(false) };
  });
}

export interface Words {
  keywords: readonly CampaignKeyword[];
  negatives: readonly string[];
}

/** Each search with how it meets the words; one that meets several counts for the closest. */
export function matchAll(
  searched: readonly Searched[],
  words: Words,
): { of: Searched; match: SearchMatch }[] {
  const parts = new Map<string, string[]>();
  // Keywords are cut again for every search; the splitter is what costs.
  const split = (text: string): string[] => {
    const known = parts.get(text);
    if (known) return known;
    const cut = searchWordsOf(text);
    parts.set(text, cut);
    return cut;
  };
  return searched.map((of) => ({ of, match: matchSearch(of.text, words, split) }));
}

/** Whether a search is kept away by a negative word alone: it would have met a keyword. */
export const keptAway = ({ text }: Searched, { keywords }: Words): boolean =>
  matchSearch(text, { keywords, negatives: [] }, searchWordsOf).shown;

/** Keywords in the order of their list, each with the searches that met it best. */
export function byKeyword(
  { keywords }: Words,
  matched: readonly { of: Searched; match: SearchMatch }[],
): { keyword: CampaignKeyword; searched: Searched[] }[] {
  const key = (text: string, match: string) => `${match} ${foldQuery(text)}`;
  const met = new Map<string, Searched[]>();
  for (const { of, match } of matched) {
    if (!match.shown) continue;
    const all = met.get(key(match.keyword, match.match)) ?? [];
    met.set(key(match.keyword, match.match), [...all, of]);
  }
  return keywords.map((keyword) => ({ keyword, searched: met.get(key(keyword.text, keyword.match)) ?? [] }));
}
