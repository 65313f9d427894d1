import type {
  BoostSearchWords,
  CampaignSearchWords,
  KeywordPreview,
  SearchRankView,
} from '@poolrise/contracts';

export function aSearchRank(changes: Partial<SearchRankView> = {}): SearchRankView {
  return {
    impressions: 50,
    reads: 5,
    ctr: 0.1,
    averagePosition: 4.2,
    firstPlaceShare: 0.1,
    topThreeShare: 0.3,
    pageShare: 0.25,
    ...changes,
  };
}

/** One keyword, searched 200 times a week: the brand bought 40 % of the pages and was found on 25 %. */
export const searchWordsOf = (changes: Partial<CampaignSearchWords> = {}): CampaignSearchWords => ({
  asOf: '2026-11-26T10:00:00Z',
  days: 7,
  keywords: [
    {
      text: '冷泡茶',
      match: 'phrase',
      searches: 200,
      paid: aSearchRank({ averagePosition: 1.6, firstPlaceShare: 0.8, topThreeShare: 0.8, pageShare: 0.4 }),
      organic: aSearchRank(),
    },
  ],
  uncovered: [{ text: '陈皮白茶', searches: 24, organic: aSearchRank() }],
  ...changes,
});

export const boostWordsOf = (changes: Partial<BoostSearchWords> = {}): BoostSearchWords => ({
  asOf: '2026-11-26T10:00:00Z',
  keywords: [
    {
      text: '冷泡茶',
      match: 'phrase',
      impressions: 50,
      reads: 5,
      ctr: 0.1,
      averagePosition: 1.25,
      firstPlaceShare: 0.95,
      topThreeShare: 0.3,
      spendCents: 75,
    },
  ],
  negatives: ['奶茶'],
  searched: [{ text: '冷泡茶做法', keyword: '冷泡茶', impressions: 30, reads: 3 }],
  ...changes,
});

/** Searched 70 times a week, so that a day should bring ten. */
export const keywordPreviewOf = (changes: Partial<KeywordPreview> = {}): KeywordPreview => ({
  asOf: '2026-11-26T10:00:00Z',
  days: 7,
  searches: 70,
  keptAway: 4,
  keywords: [{ text: '冷泡茶', match: 'broad', searches: 70 }],
  met: [{ text: '冷泡茶做法', searches: 70, keyword: '冷泡茶', as: 'phrase' }],
  ...changes,
});
