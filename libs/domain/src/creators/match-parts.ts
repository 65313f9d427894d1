import { audienceBandAt, type AudiencePortrait } from './audience-bands';
import type { AudienceWish, MatchBrief, MatchFigures } from './match-brief';
import type { MatchPartKey } from './match-weights';

/** One part of a match, 0 to 1, or why there is none. */
export type PartReading =
  | {
      value: number;
      /** of the value, where it stands on a sample; null where it is counted */
      standardError: number | null;
    }
  | 'not-asked'
  | 'not-known';

/** Of her notes that carry a word, this share is enough to say that she writes about it [P]. */
const wordShareEnough = 0.1;
/** Two notes a week are as active as anybody needs to be [P]. */
const notesEnough = 8;
/** So many cooperation notes in half a year are half of all the experience there is [P]. */
const cooperationsHalf = 5;

/**
 * The parts of a match, each by its formula.
 *
 * - vertical: share of her notes in the brief's category
 * - keywords: of the wanted words by weight, how far each stands in a tenth of her notes or more
 * - audience, gender: 1 − what is missing of the wanted shares over all that is wanted, the mean of the dimensions; with all
 *   bands of a dimension wanted it is 1 − the total variation distance. Gender is a dimension of the audience unless it has a
 *   weight of its own (`genderApart`)
 * - engagement, comments: share of her peers whom she is ahead of
 * - activity: notes in 30 days over eight, at most 1
 * - experience: n / (n + 5) of the cooperation notes in 180 days
 * - stability: median / (median + distance of the quartiles) of her reads
 * - price, cost: share of her peers who ask more for a note of the kind, or cost more per interaction; equals count half
 */
export function readParts(
  brief: MatchBrief,
  figures: MatchFigures,
  genderApart: boolean,
): Record<MatchPartKey, PartReading> {
  const { peers, interactionsMedian, reads } = figures;
  const quote = figures.quoteCents[brief.kind];
  const known = (value: number | null): PartReading =>
    value === null ? 'not-known' : { value: Math.min(1, Math.max(0, value)), standardError: null };
  const wishes = (gender: boolean): AudienceWish[] =>
    brief.audience.filter(({ dimension }) => (dimension === 'gender') === gender);
  return {
    vertical: known(figures.categoryShares && (figures.categoryShares[brief.category] ?? 0)),
    keywords: keywordsOf(brief, figures),
    audience: audienceFit(genderApart ? wishes(false) : brief.audience, figures.audience),
    gender: genderApart ? audienceFit(wishes(true), figures.audience) : 'not-asked',
    engagement: known(figures.engagementPercentile),
    comments: known(figures.commentsPercentile),
    activity: known(figures.notesIn30Days === null ? null : figures.notesIn30Days / notesEnough),
    experience: known(
      figures.cooperationsIn180Days === null
        ? null
        : figures.cooperationsIn180Days / (figures.cooperationsIn180Days + cooperationsHalf),
    ),
    stability: known(
      reads && reads.median > 0 ? reads.median / (reads.median + reads.p75 - reads.p25) : null,
    ),
    price: known(quote === null || !peers ? null : shareAbove(peers.quoteCents, quote)),
    cost: known(
      quote === null || !peers || !interactionsMedian
        ? null
        : shareAbove(peers.centsPerInteraction, quote / interactionsMedian),
    ),
  };
}

/** Share of rising numbers that are above one, equals counting half; null for no numbers. */
export function shareAbove(rising: readonly number[], one: number): number | null {
  if (rising.length === 0) return null;
  const notAbove = placeOf(rising, (value) => value <= one);
  const under = placeOf(rising, (value) => value < one);
  return (rising.length - notAbove + (notAbove - under) / 2) / rising.length;
}

/** How many of rising numbers, from the first on, satisfy something that the rest do not. */
function placeOf(rising: readonly number[], holds: (value: number) => boolean): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(rising[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function keywordsOf({ keywords }: MatchBrief, { wordShares }: MatchFigures): PartReading {
  const all = keywords.reduce((sum, { weight }) => sum + weight, 0);
  if (!(all > 0)) return 'not-asked';
  if (!wordShares) return 'not-known';
  const met = keywords.reduce(
    (sum, { word, weight }) => sum + weight * Math.min(1, (wordShares.get(word) ?? 0) / wordShareEnough),
    0,
  );
  return { value: met / all, standardError: null };
}

/**
 * How well an audience meets wanted shares. The error is that of a portrait drawn from a sample of followers: where the
 * wanted bands fall short, the share in them together is binomial.
 */
export function audienceFit(wishes: readonly AudienceWish[], portrait: AudiencePortrait | null): PartReading {
  const dimensions = [...new Set(wishes.map(({ dimension }) => dimension))].map((dimension) =>
    wishes.filter((wish) => wish.dimension === dimension && wish.share > 0),
  );
  const asked = dimensions.filter((some) => some.length > 0);
  if (asked.length === 0) return 'not-asked';
  if (!portrait || portrait.sample <= 0) return 'not-known';
  let value = 0;
  let variance = 0;
  for (const some of asked) {
    let [wanted, missing, inShort] = [0, 0, 0];
    for (const { dimension, value: band, share } of some) {
      const has = (portrait.shares[audienceBandAt(dimension, band)] ?? 0) / 10_000;
      wanted += share;
      if (has >= share) continue;
      missing += share - has;
      inShort += has;
    }
    value += (1 - missing / wanted) / asked.length;
    variance += (inShort * (1 - inShort)) / portrait.sample / (wanted * asked.length) ** 2;
  }
  return { value, standardError: Math.sqrt(Math.max(0, variance)) };
}
