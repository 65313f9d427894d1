import type { Mark } from '../metrics/mark';
import type { CreatorNoteKind } from './creator-words';

/** What somebody published about quotes for an image note. */
export interface PublishedPrice {
  followersFrom: number;
  /** first number above it; null when there is no end */
  followersTo: number | null;
  lowCents: number;
  /** null where the source says "and more" */
  highCents: number | null;
  mark: Mark;
  source: string;
}

const row = (
  [followersFrom, followersTo]: [number, number | null],
  [low, high]: [number, number | null],
  mark: Mark,
  source: string,
): PublishedPrice => ({
  followersFrom,
  followersTo,
  lowCents: low * 100,
  highCents: high === null ? null : high * 100,
  mark,
  source,
});

/** Published ranges (domain notes 3.4). They contradict each other, so each stands with its source and none is averaged. */
export const publishedPrices: readonly PublishedPrice[] = [
  row([500, 1_000], [50, 150], 'C', '80tg.com/news/21554'),
  row([1_000, 5_000], [200, 650], 'D', '80tg.com/news/21554'),
  row([1_000, 5_000], [200, 800], 'D', 'ijunjun 36403'),
  row([5_000, 50_000], [800, 2_000], 'D', '80tg.com/news/21554'),
  row([5_000, 50_000], [1_000, 3_000], 'D', 'ijunjun 36403'),
  row([5_000, 50_000], [500, 3_000], 'D', 'ijunjun 36883'),
  row([50_000, 100_000], [2_000, 8_000], 'D', 'ijunjun 36924'),
  row([100_000, 500_000], [5_000, 20_000], 'D', 'ijunjun 36403'),
  row([100_000, 500_000], [5_000, 30_000], 'D', 'ijunjun 36883'),
  row([500_000, null], [30_000, 200_000], 'D', 'ijunjun 36883'),
  row([1_000_000, null], [30_000, null], 'D', 'ijunjun 36403: 30,000 to 100,000 and more'),
];

/** What practitioners add to an image note's price, as the least and the most of a factor [D]. */
export const publishedFactors = {
  video: [1.3, 1.5],
  dearCategory: [1.2, 1.3],
  peakSeason: [1.3, 1.3],
} as const satisfies Record<string, readonly [number, number]>;

/** Categories that are said to cost more [D]. */
export const dearCategories: readonly string[] = ['beauty', 'mother-baby'];

export interface PriceQuestion {
  followers: number;
  category: string;
  kind: CreatorNoteKind;
  /** published around 618, Double 11 or the like */
  peakSeason?: boolean;
}

/** The published ranges that speak of such a note, with what is added for kind, category and season; cents, rounded. */
export function publishedRanges({
  followers,
  category,
  kind,
  peakSeason = false,
}: PriceQuestion): PublishedPrice[] {
  const factors = [
    ...(kind === 'video' ? [publishedFactors.video] : []),
    ...(dearCategories.includes(category) ? [publishedFactors.dearCategory] : []),
    ...(peakSeason ? [publishedFactors.peakSeason] : []),
  ];
  const low = factors.reduce((product, [least]) => product * least, 1);
  const high = factors.reduce((product, [, most]) => product * most, 1);
  return publishedPrices
    .filter(
      ({ followersFrom, followersTo }) =>
        followers >= followersFrom && (followersTo === null || followers < followersTo),
    )
    .map((price) => ({
      ...price,
      lowCents: Math.round(price.lowCents * low),
      highCents: price.highCents === null ? null : Math.round(price.highCents * high),
    }));
}
