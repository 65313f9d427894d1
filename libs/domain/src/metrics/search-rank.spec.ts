import { addRankCounts, noRankCounts, searchRank } from './search-rank';

it('says where notes stand, and of how many searches they were seen', () => {
  const first = { impressions: 3, reads: 1, positionSum: 3, firstPlaces: 3, topThrees: 3, pages: 3 };
  const sixth = { impressions: 1, reads: 0, positionSum: 6, firstPlaces: 0, topThrees: 0, pages: 1 };
  expect(searchRank(addRankCounts(first, sixth), 8)).toEqual({
    impressions: 4,
    reads: 1,
    ctr: 0.25,
    averagePosition: 2.25,
    firstPlaceShare: 0.75,
    topThreeShare: 0.75,
    pageShare: 0.5,
  });
});

it('says nothing of what nobody saw', () => {
  expect(searchRank(noRankCounts(), 0)).toMatchObject({
    averagePosition: null,
    topThreeShare: null,
    pageShare: null,
  });
  expect(searchRank(noRankCounts(), 5).pageShare).toBe(0);
});
