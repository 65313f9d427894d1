import { ratio } from './compute';

/**
 * What is counted of notes on the pages of searches, paid or organic. Whole numbers; `positionSum` adds up the position of every
 * impression, and `pages` counts a page once however many of the brand's notes were seen on it.
 */
export interface SearchRankCounts {
  impressions: number;
  reads: number;
  positionSum: number;
  firstPlaces: number;
  topThrees: number;
  pages: number;
}

export const searchRankColumns = [
  'impressions',
  'reads',
  'positionSum',
  'firstPlaces',
  'topThrees',
  'pages',
] as const satisfies readonly (keyof SearchRankCounts)[];

export const noRankCounts = (): SearchRankCounts => ({
  impressions: 0,
  reads: 0,
  positionSum: 0,
  firstPlaces: 0,
  topThrees: 0,
  pages: 0,
});

export function addRankCounts(a: SearchRankCounts, b: SearchRankCounts): SearchRankCounts {
  const sum = noRankCounts();
  for (const column of searchRankColumns) sum[column] = a[column] + b[column];
  return sum;
}

/** The figures of a keyword: null where there is nothing to divide by. */
export interface SearchRank {
  impressions: number;
  reads: number;
  ctr: number | null;
  averagePosition: number | null;
  firstPlaceShare: number | null;
  topThreeShare: number | null;
  /** of so many searches, the share that showed a note; null without a search */
  pageShare: number | null;
}

/**
 * Average position, first-place and top-three share as Juguang reports them by word, and the share of all `searches`.
 * Source: `word_avg_location`, `word_impression_rate_first`, `…_third` (bububa/spotlight-mapi [B]); the share of pages is ours [P].
 */
export function searchRank(counts: SearchRankCounts, searches: number): SearchRank {
  const { impressions, reads, positionSum, firstPlaces, topThrees, pages } = counts;
  return {
    impressions,
    reads,
    ctr: ratio(reads, impressions),
    averagePosition: ratio(positionSum, impressions),
    firstPlaceShare: ratio(firstPlaces, impressions),
    topThreeShare: ratio(topThrees, impressions),
    pageShare: ratio(pages, searches),
  };
}
