import { type Evidence, tooLittle } from './evidence';
import { type Norm, peersLeast } from './norm';
import { credibilityEdges } from './thresholds';

/** Smaller shares count as this one. */
export const engagedShareLeast = 1e-4;

/** Natural logarithm of a share of followers. */
export const engagedLog = (share: number): number => Math.log(Math.max(engagedShareLeast, share));

/**
 * Bought followers never come back. Unit: share of the followers who liked, collected, commented or shared in the last
 * 30 days, 0 to 1; low is unusual.
 *
 * `norm` is that of `engagedLog` over the creators of the same tier and category, since large audiences are less engaged.
 * Source: engaged share in the bottom 5 % of peers (domain notes 3.5 [D]); we judge by distance from the middle, so that
 * a group without cheats has nobody at fault for being last.
 */
export function engagedFollowers(share: number | null, norm: Norm | null): Evidence {
  if (share === null || !norm || norm.count < peersLeast || !(norm.spread > 0))
    return tooLittle('engaged-followers');
  const edge = credibilityEdges.engagedFollowers.deviations * norm.spread;
  const low = Math.exp(norm.median - edge);
  const unusual = share < low;
  return {
    test: 'engaged-followers',
    verdict: unusual ? 'unusual' : 'usual',
    observed: share,
    expected: { low, high: Math.min(1, Math.exp(norm.median + edge)) },
    at: [],
    series: [{ at: 'creator', observed: share, edge: low, unusual }],
  };
}
