import { shareCents } from '../ledger/rounding';
import type { MatchBrief, MatchFigures } from './match-brief';
import { type PartReading, readParts } from './match-parts';
import { type BrokenRule, brokenRules } from './match-rules';
import { type MatchPartKey, matchPartKeys, type MatchWeights, normaliseWeights } from './match-weights';

export interface MatchPart {
  part: MatchPartKey;
  /** 0 to 1 */
  value: number;
  standardError: number | null;
  /** what the part weighs once the weights of parts left out are spread over the rest; all of them sum to 1 */
  weight: number;
  /** weight × value in points of a hundred */
  points: number;
  /** the same as it is shown, in tenths of a point: all of them sum to the score that is shown */
  tenths: number;
}

export interface Match {
  creatorId: string;
  /** 0 to 100: the sum of the points of the parts, in their order and to the last digit; null when not one part is known */
  score: number | null;
  /** the score as it is shown, in tenths of a point */
  tenths: number | null;
  parts: MatchPart[];
  /** parts that weigh something and have no say here, as nobody asked or nothing is known: left out and not counted as 0 */
  leftOut: { part: MatchPartKey; why: 'not-asked' | 'not-known'; weight: number }[];
  /** hard rules that she breaks; none for a creator in the ranking */
  broken: BrokenRule[];
}

export interface MatchRanking {
  /** best first; equal scores by id, so that the order is the same each time */
  ranked: Match[];
  /** those who break a hard rule, scored all the same, best first */
  ruledOut: Match[];
}

/** How well one creator suits a brief. @throws RangeError for weights that are none (`normaliseWeights`) */
export function matchCreator(brief: MatchBrief, figures: MatchFigures, weights: MatchWeights): Match {
  const normal = normaliseWeights(weights);
  const readings = readParts(brief, figures, normal.gender > 0);
  const weighed = matchPartKeys.filter((part) => normal[part] > 0);
  const known = weighed.filter((part) => typeof readings[part] !== 'string');
  const all = known.reduce((sum, part) => sum + normal[part], 0);

  const bare = known.map((part) => {
    const { value, standardError } = readings[part] as Exclude<PartReading, string>;
    const weight = normal[part] / all;
    return { part, value, standardError, weight, points: 100 * weight * value };
  });
  const score = pointsOf(bare);
  const shown = Math.round(score * 10);
  const tenths = shareCents(shown, shown > 0 ? bare.map(({ points }) => points) : bare.map(() => 1));
  return {
    creatorId: figures.creatorId,
    score: known.length > 0 ? score : null,
    tenths: known.length > 0 ? shown : null,
    parts: bare.map((part, at) => ({ ...part, tenths: tenths[at] as number })),
    leftOut: weighed.flatMap((part) => {
      const why = readings[part];
      return typeof why === 'string' ? [{ part, why, weight: normal[part] }] : [];
    }),
    broken: brokenRules(brief, figures),
  };
}

/** All creators held against a brief. */
export function matchCreators(
  brief: MatchBrief,
  creators: readonly MatchFigures[],
  weights: MatchWeights,
): MatchRanking {
  const matches = creators.map((figures) => matchCreator(brief, figures, weights)).sort(bestFirst);
  return {
    ranked: matches.filter(({ broken }) => broken.length === 0),
    ruledOut: matches.filter(({ broken }) => broken.length > 0),
  };
}

const pointsOf = (parts: readonly { points: number }[]): number =>
  parts.reduce((sum, { points }) => sum + points, 0);

function bestFirst(one: Match, other: Match): number {
  const byScore = (other.score ?? -1) - (one.score ?? -1);
  return byScore !== 0 ? byScore : one.creatorId < other.creatorId ? -1 : 1;
}
