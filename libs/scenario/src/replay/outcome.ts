import type { Experiment, Headline } from './read-experiments';

/** What a rule did with one headline. */
export interface Showing {
  headline: Headline;
  impressions: number;
  clicks: number;
  /** Highest pool it was shown in, from 0. */
  level: number;
}

/** What a rule made of one test. */
export interface TestOutcome {
  experiment: Experiment;
  showings: Showing[];
  /** The headline that the rule took furthest. */
  widened: Showing;
  /** The headline with the most clicks per impression over everything recorded. */
  best: Showing;
  foundBest: boolean;
}

export interface Summary {
  tests: number;
  foundBest: number;
  impressions: number;
  impressionsOnBest: number;
  clicks: number;
  /** Clicks that the same impressions bring on average, spread evenly over each test's headlines. */
  clicksByChance: number;
  /** And if every impression of a test had gone to its best headline. */
  clicksAtBest: number;
}

/** Clicks per impression over everything recorded. */
export const recordedRate = ({ clicks, impressions }: Headline): number =>
  impressions > 0 ? clicks / impressions : 0;

export function outcomeOf(experiment: Experiment, showings: Showing[]): TestOutcome {
  const widened = most(showings, (one) => [one.level, one.impressions]);
  const best = most(showings, (one) => [recordedRate(one.headline), one.headline.impressions]);
  // Two headlines may be equally good; then either is the best.
  const foundBest = recordedRate(widened.headline) >= recordedRate(best.headline);
  return { experiment, showings, widened, best, foundBest };
}

export function summaryOf(outcomes: readonly TestOutcome[]): Summary {
  const summary: Summary = {
    tests: outcomes.length,
    foundBest: 0,
    impressions: 0,
    impressionsOnBest: 0,
    clicks: 0,
    clicksByChance: 0,
    clicksAtBest: 0,
  };
  for (const { showings, best, foundBest } of outcomes) {
    const impressions = showings.reduce((sum, one) => sum + one.impressions, 0);
    const rates = showings.map((one) => recordedRate(one.headline));
    summary.foundBest += foundBest ? 1 : 0;
    summary.impressions += impressions;
    summary.impressionsOnBest += best.impressions;
    summary.clicks += showings.reduce((sum, one) => sum + one.clicks, 0);
    summary.clicksByChance +=
      (impressions * rates.reduce((sum, rate) => sum + rate, 0)) / Math.max(1, rates.length);
    summary.clicksAtBest += impressions * recordedRate(best.headline);
  }
  return summary;
}

function most(showings: readonly Showing[], worth: (one: Showing) => readonly [number, number]): Showing {
  const [first, ...others] = showings;
  if (!first) throw new RangeError('A test without headlines has no outcome');
  return others.reduce((top, one) => {
    const [a, b] = worth(top);
    const [c, d] = worth(one);
    return c > a || (c === a && d > b) ? one : top;
  }, first);
}
