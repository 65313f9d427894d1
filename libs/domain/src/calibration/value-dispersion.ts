import type { PeerStats } from '../pools/pool-evidence';
import type { EngagementWeights } from '../pools/pool-policy';

/**
 * Variance over mean of the value of a run whose true lift is known: what chance alone does to it. 1 for plain counts.
 *
 * `PeerStats.dispersion` is that of events which come one by one, the sum of squared weights over the value. But whoever likes has
 * opened: an open is worth w, what follows it m on the average, and both come or stay away together. The value of a random number
 * of opens has the variance opens · ((w + m)² + variance of what follows one), so the mean grows by opens · (w + m) and the ratio is
 * larger by (2wm + m²) / (w + m). In the demo world that is 1.87 instead of 1.55.
 * Source: variance of a compound Poisson sum, E[N] · E[X²] (Johnson, Kemp and Kotz, Univariate Discrete Distributions, ch. 9).
 */
export function valueDispersion(
  { meanRate, clickRate, dispersion }: Pick<PeerStats, 'meanRate' | 'clickRate' | 'dispersion'>,
  { click }: Pick<EngagementWeights, 'click'>,
): number {
  if (!(clickRate > 0 && meanRate > 0)) return dispersion;
  const perOpen = meanRate / clickRate;
  const after = Math.max(0, perOpen - click);
  return dispersion + (2 * click * after + after * after) / perOpen;
}
