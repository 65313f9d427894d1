import type { MatchBrief, MatchFigures } from './match-brief';
import { type Match, matchCreator } from './match-creators';
import type { MatchPartKey, MatchWeights } from './match-weights';

export interface LostPoints {
  part: MatchPartKey;
  points: number;
}

/** Where a creator loses points, the most first; the parts sum to what is missing to a hundred. */
export const lostPoints = ({ parts }: Match): LostPoints[] =>
  parts
    .map(({ part, weight, points }) => ({ part, points: 100 * weight - points }))
    .sort((a, b) => b.points - a.points);

/** What would bring a creator past another. */
export interface MatchLift {
  aboveId: string;
  /** points by which she is behind */
  points: number;
  /** the highest quote with which she would be ahead, all else as it is; null when no price is low enough */
  quoteCents: number | null;
  /** single parts that could do it, with the value at which she draws level, the smallest change first */
  parts: { part: MatchPartKey; from: number; to: number }[];
}

/**
 * What would bring a creator of a ranking to a place, 0 being the first: a lower price, or one part better.
 *
 * @returns null when she has the place already, or one of the two has no score
 * @throws RangeError for a place that is not in the ranking, or a creator who is not
 */
export function liftMatch(
  brief: MatchBrief,
  figures: MatchFigures,
  weights: MatchWeights,
  ranked: readonly Match[],
  place: number,
): MatchLift | null {
  const at = ranked.findIndex(({ creatorId }) => creatorId === figures.creatorId);
  const [own, above] = [ranked[at], ranked[place]];
  if (!own || !above) throw new RangeError(`No place ${place}, or no creator ${figures.creatorId}`);
  if (at <= place || own.score === null || above.score === null) return null;
  const target = above.score;
  const points = target - own.score;
  return {
    aboveId: above.creatorId,
    points,
    quoteCents: quoteToPass(brief, figures, weights, target),
    parts: own.parts
      .map(({ part, value, weight }) => ({ part, from: value, to: value + points / (100 * weight) }))
      .filter(({ to }) => to <= 1)
      .sort((a, b) => a.to - a.from - (b.to - b.from)),
  };
}

/** The score never falls when the price does, so the highest price that passes is found by halving. */
function quoteToPass(
  brief: MatchBrief,
  figures: MatchFigures,
  weights: MatchWeights,
  target: number,
): number | null {
  const quote = figures.quoteCents[brief.kind];
  if (quote === null) return null;
  const passes = (cents: number): boolean => {
    const quoteCents = { ...figures.quoteCents, [brief.kind]: cents };
    return (matchCreator(brief, { ...figures, quoteCents }, weights).score ?? 0) > target;
  };
  // A price of nothing is no offer.
  let [low, high] = [1, quote];
  if (!passes(low)) return null;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) low = middle;
    else high = middle;
  }
  return low;
}
