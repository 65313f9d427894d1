import { shareAbove } from './match-parts';
import { type PriceQuestion, publishedRanges, type PublishedPrice } from './published-prices';

export type PriceVerdict = 'below' | 'inside' | 'above';

/** A quote beside what others ask and what has been published. */
export interface PriceBand {
  /** peers of the same tier, category and kind */
  peers: number;
  /** quotes of the peers in cents; null for fewer than `bandPeersMin`, who make no band */
  quantiles: { p10: number; p25: number; p50: number; p75: number; p90: number } | null;
  /** share of the peers who ask less, equals counting half, 0 to 1; null without a band */
  percentile: number | null;
  /** against the middle half of the peers; null without a band */
  verdict: PriceVerdict | null;
  /** each published range that speaks of such a note, and how the quote stands to it */
  published: (PublishedPrice & { verdict: PriceVerdict })[];
}

/** Quartiles of fewer would hang on single creators [P]. */
export const bandPeersMin = 12;

/**
 * Holds a quote against the quotes of peers and against published ranges.
 *
 * Units: integer cents, all with or all without the platform's fee. Quantiles by linear interpolation (Hyndman and Fan
 * 1996, type 7). `peerQuotesCents` are those of the same tier, category and kind, without her own, in any order.
 */
export function priceBand(
  quoteCents: number,
  peerQuotesCents: readonly number[],
  question: PriceQuestion,
): PriceBand {
  const rising = [...peerQuotesCents].sort((a, b) => a - b);
  const published = publishedRanges(question).map((range) => ({
    ...range,
    verdict: verdictOf(quoteCents, range.lowCents, range.highCents ?? Infinity),
  }));
  if (rising.length < bandPeersMin)
    return { peers: rising.length, quantiles: null, percentile: null, verdict: null, published };
  const [p10, p25, p50, p75, p90] = [0.1, 0.25, 0.5, 0.75, 0.9].map((share) => quantileOf(rising, share)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return {
    peers: rising.length,
    quantiles: { p10, p25, p50, p75, p90 },
    percentile: 1 - (shareAbove(rising, quoteCents) ?? 0),
    verdict: verdictOf(quoteCents, p25, p75),
    published,
  };
}

const verdictOf = (cents: number, low: number, high: number): PriceVerdict =>
  cents < low ? 'below' : cents > high ? 'above' : 'inside';

function quantileOf(rising: readonly number[], share: number): number {
  const place = share * (rising.length - 1);
  const under = rising[Math.floor(place)] as number;
  const over = rising[Math.ceil(place)] as number;
  return Math.round(under + (over - under) * (place - Math.floor(place)));
}
