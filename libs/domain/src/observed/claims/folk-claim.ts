import { studentDeviate } from '../../simulation/intervals';

/** What is told among practitioners without a control group (domain notes 2.3). */
export const folkClaims = ['boost-kills-natural', 'label-lowers-exposure', 'first-hour-decides'] as const;
export type FolkClaim = (typeof folkClaims)[number];

export const claimVerdicts = ['supported', 'contradicted', 'cannot-tell'] as const;
export type ClaimVerdict = (typeof claimVerdicts)[number];

/** Why the data do not decide: there are too few of them, or the interval holds both answers. */
export const claimRefusals = ['too-few-notes', 'too-few-peers', 'interval-holds-both'] as const;
export type ClaimRefusal = (typeof claimRefusals)[number];

/** How notes were compared. A screen has a sentence for each. */
export const claimDesigns = [
  'MATCHED_AGE_SIZE_PACE_BEFORE',
  'UNBOOSTED_AS_CONTROL',
  'SAME_AUTHOR_SAME_TYPE',
  'COOPERATION_AGAINST_DAILY',
  'SAME_AGE',
  'WITHIN_CATEGORY',
  'RANKS',
] as const;
export type ClaimDesign = (typeof claimDesigns)[number];

/** What the comparison cannot exclude. */
export const claimConfounders = [
  'BOOST_CHOSEN_BY_HAND',
  'CONTENT_DIFFERS',
  'OTHER_ADS_UNKNOWN',
  'PUBLISHED_AT_OTHER_TIMES',
  'BRAND_CHOSE_THE_TOPIC',
  'UNDECLARED_COOPERATION',
  'GOOD_NOTES_ARE_GOOD_THROUGHOUT',
  'PLATFORM_CHANGED_MEANWHILE',
] as const;
export type ClaimConfounder = (typeof claimConfounders)[number];

/** A figure with the bounds of its 95 % interval. */
export interface ClaimEffect {
  estimate: number;
  low: number;
  high: number;
}

/** What a workspace's own notes say of a claim. */
export interface ClaimFinding {
  claim: FolkClaim;
  verdict: ClaimVerdict;
  why: ClaimRefusal | null;
  /**
   * Exposure as a multiple of what it would have been (for boosts: its growth), 1 for no effect; for the first hour the
   * share of the differences that it explains, 0 to 1. Null where there are too few notes.
   */
  effect: ClaimEffect | null;
  /** The same kind of figure for all exposure, bought and natural, beside the natural one that the verdict is made on. */
  effectOnAll: ClaimEffect | null;
  notes: number;
  /** The effect nearest to none that would have been found four times of five. */
  smallestSeen: number | null;
  design: readonly ClaimDesign[];
  confounders: readonly ClaimConfounder[];
}

/** An effect on exposure that is nearer to none than a tenth less does not matter to anybody [P]. */
export const matters = 0.9;

/** A mean in logarithms with its standard error and degrees of freedom. */
export interface LogEffect {
  mean: number;
  error: number;
  degrees: number;
}

/** The 80 % quantile of the normal distribution: with it an effect is found four times of five. */
export const power80 = 0.8416212335729143;

/** The effect as a multiple. */
export function multipleOf({ mean, error, degrees }: LogEffect): ClaimEffect {
  const half = studentDeviate(degrees) * error;
  return { estimate: Math.exp(mean), low: Math.exp(mean - half), high: Math.exp(mean + half) };
}

/** The largest multiple below 1 that would have been found with a power of 80 %. */
export const smallestLossSeen = ({ error, degrees }: LogEffect): number =>
  Math.exp(-(studentDeviate(degrees) + power80) * error);

/** The smallest correlation that so many notes tell from none with a power of 80 %. */
export const smallestCorrelationSeen = (standardError: number): number =>
  Math.tanh((studentDeviate(1e6) + power80) * standardError);

/** A claim of a loss: supported where the interval lies below 1, contradicted where a loss that matters is excluded. */
export function judgeLoss({ low, high }: ClaimEffect): Pick<ClaimFinding, 'verdict' | 'why'> {
  if (high < 1) return { verdict: 'supported', why: null };
  if (low > matters) return { verdict: 'contradicted', why: null };
  return { verdict: 'cannot-tell', why: 'interval-holds-both' };
}
