import { ratesOf } from '../metrics/benchmarks';
import { boundedStrength, expectedRates } from './peers';
import type { PeerStats } from './pool-evidence';
import type { EngagementWeights, PoolPolicy } from './pool-policy';

/**
 * What the peers of a verdict would look like to another rule set.
 *
 * How often they are opened is a count and stays. What follows an open is kept as a value under the weights of `from`;
 * under other weights it is the value that the category's rates give, times how far these peers were above or below those
 * rates. The spread between peers stays, within what `to` allows its prior to weigh.
 * Source: own proposal [P]: finished runs keep sums and no single events, so that nothing scans history.
 */
export function peersUnder(peers: PeerStats, from: PoolPolicy, to: PoolPolicy, category: string): PeerStats {
  const value = sameWeights(from.weights, to.weights) ? peers : revalued(peers, from, to, category);
  const learnt = peers.source === 'peers';
  return {
    ...peers,
    meanRate: value.meanRate,
    dispersion: value.dispersion,
    strength: learnt ? boundedStrength(peers.strength, to.prior) : to.prior.strengthImpressions,
    ...(peers.contentOpens === undefined
      ? {}
      : { contentOpens: boundedStrength(peers.contentOpens / peers.clickRate, to.prior) * peers.clickRate }),
  };
}

function revalued(
  peers: PeerStats,
  from: PoolPolicy,
  to: PoolPolicy,
  category: string,
): Pick<PeerStats, 'meanRate' | 'dispersion'> {
  const afterOpen = (policy: PoolPolicy): { value: number; squares: number } => {
    const { value, squares, clicks } = expectedRates(
      ratesOf(policy.prior.categoryRates, category),
      policy.weights,
    );
    return {
      value: value / clicks - policy.weights.click,
      squares: squares / clicks - policy.weights.click ** 2,
    };
  };
  const usual = afterOpen(from).value;
  const theirs = peers.meanRate / peers.clickRate - from.weights.click;
  const factor = usual > 0 && theirs > 0 ? theirs / usual : 1;
  const here = afterOpen(to);
  const perOpen = to.weights.click + factor * here.value;
  const squaresPerOpen = to.weights.click ** 2 + factor * here.squares;
  return {
    meanRate: peers.clickRate * perOpen,
    dispersion: perOpen > 0 ? squaresPerOpen / perOpen : 1,
  };
}

function sameWeights(a: EngagementWeights, b: EngagementWeights): boolean {
  return (Object.keys(a) as (keyof EngagementWeights)[]).every((event) => a[event] === b[event]);
}
