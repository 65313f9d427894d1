import { logGamma } from '../probability/log-gamma';

export interface Interval {
  low: number;
  high: number;
}

/** Values apart by less are the same. */
const precision = 1e-12;

/**
 * How strongly `successes` of `trials` speak against each of them having had the chance `chance`: ln of a bet that nobody wins
 * in the long run when that is the chance. A bet that grows to 1/alpha happens with a probability of at most alpha, however often
 * one looks and whenever one stops.
 *
 * The mixture over all chances alike: 1 / ((n + 1) C(n, s) q^s (1 - q)^(n - s)).
 * Source: Robbins 1970 (Statistical methods related to the law of the iterated logarithm); Ville 1939 for the bound.
 */
export function logBetAgainst(chance: number, successes: number, trials: number): number {
  return betsAgainst(successes, trials)(chance);
}

/** The bets against any chance, with what they have in common summed once. */
function betsAgainst(successes: number, trials: number): (chance: number) => number {
  const failures = trials - successes;
  const ways = logGamma(trials + 1) - logGamma(successes + 1) - logGamma(failures + 1);
  const common = -Math.log(trials + 1) - ways;
  return (chance) => common - times(successes, chance) - times(failures, 1 - chance);
}

const times = (count: number, chance: number): number => (count === 0 ? 0 : count * Math.log(chance));

/**
 * All chances that the bets against have not reached 1/alpha: covers the true one at all looks together with probability
 * 1 - alpha, exactly and for any number of trials. From 0 to 1 while there are none.
 */
export function anytimeInterval(successes: number, trials: number, alpha: number): Interval {
  if (trials === 0) return { low: 0, high: 1 };
  const seen = successes / trials;
  const limit = Math.log(1 / alpha);
  const bet = betsAgainst(successes, trials);
  const excluded = (chance: number) => bet(chance) >= limit;
  return {
    low: successes === 0 ? 0 : edge(0, seen, excluded),
    high: successes === trials ? 1 : edge(1, seen, excluded),
  };
}

/** Between a chance that is excluded and one that is not; the bets grow from what was seen to either side. */
function edge(outside: number, inside: number, excluded: (chance: number) => boolean): number {
  let [out, within] = [outside, inside];
  while (Math.abs(out - within) > precision) {
    const middle = (out + within) / 2;
    if (excluded(middle)) out = middle;
    else within = middle;
  }
  return within;
}
