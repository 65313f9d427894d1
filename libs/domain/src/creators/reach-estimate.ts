import { confidenceDeviate } from '../calibration/wilson';
import type { BoostReaders } from './portfolio-boosts';
import { hashSpace, type ReachSketch } from './reach-sketch';

/** A number of people that was estimated from a sample. */
export interface ReachEstimate {
  people: number;
  /** of sampling alone, in people; 0 when everybody was counted */
  standardError: number;
  /** the 95 % interval */
  low: number;
  high: number;
}

/** What is known of a set of people: how they weigh in a sample, and which share of all people the sample holds. */
export interface SampledPeople {
  /** sum of the weights; the number of people when each weighs 1 */
  sum: number;
  /** sum of their squares */
  squares: number;
  /** 0 to 1 */
  share: number;
}

/**
 * People of a sample, held against the share that was sampled.
 *
 * Each person is in the sample with the chance `share`, so the sum over the share is without bias, with the standard error
 * √(Σw²(1 − share)) / share (Horvitz and Thompson 1952; for theta sketches Dasgupta et al. 2016, section 3, where a bound that
 * depends on the data is shown to do no harm). The interval holds every number that the sample does not contradict: it solves
 * (c − share·n)² = z²·share·(1 − share)·n for n, as Wilson's does for a share, with c the number of people that would weigh
 * alike. It is right for a handful of people too, and never below those that were seen.
 */
export function estimateFromSample({ sum, squares, share }: SampledPeople): ReachEstimate {
  const unseen = 1 - share;
  const alike = squares > 0 ? sum ** 2 / squares : 0;
  const weight = alike > 0 ? sum / alike : 1;
  const square = confidenceDeviate ** 2 * unseen;
  const half = Math.sqrt(square * (alike + square / 4));
  return {
    people: sum / share,
    standardError: Math.sqrt(squares * unseen) / share,
    low: Math.max((weight * (alike + square / 2 - half)) / share, sum),
    high: (weight * (alike + square / 2 + half)) / share,
  };
}

/** How many people a sketch stands for. */
export function estimateReach({ theta, hashes }: ReachSketch): ReachEstimate {
  return estimateFromSample({ sum: hashes.length, squares: hashes.length, share: theta / hashSpace });
}

/**
 * Adds readers of boosts, which are forecast and not sampled. The two err for reasons of their own, so the sides of the
 * intervals add up as squares; the standard error stays that of sampling.
 */
export const withReaders = (reach: ReachEstimate, boosts: BoostReaders): ReachEstimate => {
  const people = reach.people + boosts.readers;
  return {
    people,
    standardError: reach.standardError,
    low: people - Math.hypot(reach.people - reach.low, boosts.readers - boosts.low),
    high: people + Math.hypot(reach.high - reach.people, boosts.high - boosts.readers),
  };
};
