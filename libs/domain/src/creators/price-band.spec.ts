import { priceBand } from './price-band';
import { publishedPrices, publishedRanges } from './published-prices';

const peers = Array.from({ length: 21 }, (_, at) => 100_000 + at * 5_000);
const question = { followers: 30_000, category: 'home', kind: 'image' } as const;

describe('a price band', () => {
  it('is made of the quotes of peers', () => {
    const band = priceBand(150_000, [...peers].reverse(), question);
    expect(band).toMatchObject({ peers: 21, percentile: 0.5, verdict: 'inside' });
    expect(band.quantiles).toEqual({ p10: 110_000, p25: 125_000, p50: 150_000, p75: 175_000, p90: 190_000 });
  });

  it('says of a quote whether it is below, inside or above the middle half', () => {
    const verdicts = [124_999, 125_000, 175_000, 175_001].map(
      (cents) => priceBand(cents, peers, question).verdict,
    );
    expect(verdicts).toEqual(['below', 'inside', 'inside', 'above']);
    expect(priceBand(1, peers, question).percentile).toBe(0);
    expect(priceBand(1e9, peers, question).percentile).toBe(1);
  });

  it('is none for a handful of peers, and the published ranges remain', () => {
    const band = priceBand(150_000, peers.slice(0, 11), question);
    expect(band).toMatchObject({ peers: 11, quantiles: null, percentile: null, verdict: null });
    expect(band.published.map(({ verdict, source }) => [verdict, source])).toEqual([
      ['inside', '80tg.com/news/21554'],
      ['inside', 'ijunjun 36403'],
      ['inside', 'ijunjun 36883'],
    ]);
  });
});

describe('published prices', () => {
  it('are raised for video, for dear categories and in the season', () => {
    const [range] = publishedRanges({
      followers: 30_000,
      category: 'beauty',
      kind: 'video',
      peakSeason: true,
    });
    expect(range?.lowCents).toBe(Math.round(80_000 * 1.3 * 1.2 * 1.3));
    expect(range?.highCents).toBe(Math.round(200_000 * 1.5 * 1.3 * 1.3));
  });

  it('speak of every creator from 500 followers on, and each names its source', () => {
    for (const followers of [500, 999, 1_000, 4_999, 5_000, 50_000, 99_999, 100_000, 500_000, 5_000_000])
      expect(publishedRanges({ ...question, followers }).length).toBeGreaterThan(0);
    expect(publishedRanges({ ...question, followers: 499 })).toEqual([]);
    for (const { source, lowCents, highCents } of publishedPrices) {
      expect(source).not.toBe('');
      expect(highCents ?? Infinity).toBeGreaterThan(lowCents);
    }
  });

  it('that have no upper end call nothing above them', () => {
    const { published } = priceBand(1e9, [], { ...question, followers: 2_000_000 });
    expect(published.map(({ highCents, verdict }) => [highCents, verdict])).toEqual([
      [20_000_000, 'above'],
      [null, 'inside'],
    ]);
  });
});
