/** What a pool is serving at present: forecasts weighted by impressions, older ones fading. */
export interface LiveAverage {
  /** Sum of forecast x impressions. */
  value: number;
  impressions: number;
}

export interface CapacityRule {
  /** Impressions that runs ask for, per impression there is, that the bar aims at. */
  demandTarget: number;
  /** How fast the factor follows: the exponent of one hour's demand over its target. */
  gain: number;
}

/** Aims at two and a half times more demand than capacity: best-first then always has a choice (pools.md 2d). */
export const defaultCapacityRule: CapacityRule = { demandTarget: 2.5, gain: 0.08 };

/** Share of a live average that is left after an hour: the last six hours or so count. */
const liveShareKept = 0.85;
/** The factor never leaves these: a bar of nothing and one that nobody clears both help no one. */
const factorRange = [0.05, 3] as const;
/** A live average of fewer impressions than this compares with nothing yet. */
const leastImpressions = 50;

export const nothingLive = (): LiveAverage => ({ value: 0, impressions: 0 });

/** Counts what is being served, in place. */
export function serveLive(average: LiveAverage, impressions: number, forecast: number): void {
  average.value += impressions * forecast;
  average.impressions += impressions;
}

/** Lets some hours pass, in place. */
export function ageLive(average: LiveAverage, hours = 1): void {
  const kept = liveShareKept ** hours;
  average.value *= kept;
  average.impressions *= kept;
}

/** The average itself; null while too little was served to compare with. */
export function liveAverage({ value, impressions }: LiveAverage): number | null {
  return impressions > leastImpressions ? value / impressions : null;
}

/** Full runs of average notes that a pool's average begins with: a pool of three is not the bar for a fourth [P]. */
const averageRuns = 5;

/**
 * The average in lifts, shrunk towards 1 as if some runs of average notes were being shown as well. `target` is the
 * level's impressions of one run. A lone note is then not held against itself.
 */
export function shrunkLiveAverage({ value, impressions }: LiveAverage, target: number): number {
  const credit = averageRuns * target;
  return (value + credit) / (impressions + credit);
}

/**
 * The capacity factor after some hours in which runs asked for `demand` impressions an hour and the pools had
 * `capacity`: it rises when more is asked for than the rule aims at, and falls when the feed would run dry.
 *
 * The bar of a pool is its live average times this factor: the article's "compare with the average of the pool", at the
 * price that clears the market. With the factor fixed at 1 each pool's average is made of survivors, hardly anybody
 * passes, and most of the feed stays unfilled. Source: pools.md section 1 (capacity-clearing bar) and 2d.
 */
export function followDemand(
  factor: number,
  { demand, capacity, hours = 1 }: { demand: number; capacity: number; hours?: number },
  { demandTarget, gain }: CapacityRule = defaultCapacityRule,
): number {
  const asked = Math.max(0.05, demand / Math.max(1, capacity));
  const pull = Math.max(-1, Math.min(1, Math.log(asked / demandTarget)));
  const [least, most] = factorRange;
  return Math.max(least, Math.min(most, factor * Math.exp(gain * hours * pull)));
}
