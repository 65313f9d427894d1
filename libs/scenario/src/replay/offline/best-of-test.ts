import {
  addNestedSums,
  learnNestedSpread,
  meanOf,
  nestedContribution,
  noNestedSums,
  probabilityAboveGroup,
  shrinkWithin,
  type EstimatedMean,
  type NestedSpread,
} from '@poolrise/domain';
import type { Cohort } from './cohorts';
import { byTest, layOut, Market, rateOf, type Contender, type Layout } from './market';

/** How sure our rule is before it calls a headline better than the others of its test. */
export const sureEnough = 0.7;

/** Headlines that a rule called better than their test, and those of them that turned out below it. */
export interface Promotions {
  promoted: number;
  wrong: number;
  /** wrong / promoted, over layouts. */
  falseShare: EstimatedMean;
}

/** What can be said after so many impressions of each headline, judged on readers that nobody has used. */
export interface BestOfTest {
  impressionsEach: number;
  tests: number;
  /** Held-out clicks per impression of the one picked, over those of the mean headline of its test, less 1. */
  upliftOfRawBest: EstimatedMean;
  upliftOfShrunkBest: EstimatedMean;
  plain: Promotions;
  poolrise: Promotions;
}

const leastHeadlines = 3;

interface Tallied {
  tests: number;
  rawBest: number;
  shrunkBest: number;
  average: number;
  plain: { promoted: number; wrong: number };
  poolrise: { promoted: number; wrong: number };
}

/** Decides within each test from the first impressions and looks up in the others who was right. */
export function judgeTests(
  cohorts: readonly Cohort[],
  impressionsEach: number,
  { layouts, seed }: { layouts: number; seed: string },
): BestOfTest {
  const runs = Array.from({ length: layouts }, (_, layout) =>
    judgeLayout(cohorts, impressionsEach, `${seed} tests ${layout}`),
  );
  const over = (of: (run: Tallied) => number): EstimatedMean => meanOf(runs.map(of));
  const promotions = (side: 'plain' | 'poolrise'): Promotions => ({
    promoted: runs.reduce((sum, run) => sum + run[side].promoted, 0),
    wrong: runs.reduce((sum, run) => sum + run[side].wrong, 0),
    falseShare: over((run) => run[side].wrong / Math.max(1, run[side].promoted)),
  });
  return {
    impressionsEach,
    tests: runs[0]?.tests ?? 0,
    upliftOfRawBest: over((run) => run.rawBest / run.average - 1),
    upliftOfShrunkBest: over((run) => run.shrunkBest / run.average - 1),
    plain: promotions('plain'),
    poolrise: promotions('poolrise'),
  };
}

function judgeLayout(cohorts: readonly Cohort[], impressionsEach: number, seed: string): Tallied {
  const tallied: Tallied = {
    tests: 0,
    rawBest: 0,
    shrunkBest: 0,
    average: 0,
    plain: { promoted: 0, wrong: 0 },
    poolrise: { promoted: 0, wrong: 0 },
  };
  let sums = noNestedSums();
  for (const { headlines } of cohorts) {
    const market = shownAlike(layOut(headlines, seed), impressionsEach);
    const mean = market.meanRate;
    const tests = [...byTest(market.contenders).values()].filter(({ length }) => length >= leastHeadlines);
    for (const members of tests) sums = addNestedSums(sums, nestedContribution(tallies(members, mean)));
    const spread = learnNestedSpread(sums);
    for (const members of tests) judge(members, mean, spread, tallied);
  }
  return tallied;
}

function shownAlike(layouts: readonly Layout[], impressionsEach: number): Market {
  const market = new Market(layouts, Infinity);
  for (const contender of market.contenders) market.show(contender, impressionsEach);
  return market;
}

function judge(members: readonly Contender[], mean: number, spread: NestedSpread, tallied: Tallied): void {
  const average = members.reduce((sum, one) => sum + heldOutRate(one), 0) / members.length;
  const testMean = members.reduce((sum, one) => sum + rateOf(one), 0) / members.length;
  // Nothing to judge by, or nothing to judge with.
  if (!(average > 0 && testMean > 0)) return;
  const estimates = shrinkWithin(tallies(members, mean), spread);
  tallied.tests++;
  tallied.average += average;
  tallied.rawBest += heldOutRate(best(members, rateOf));
  tallied.shrunkBest += heldOutRate(best(members, (one) => estimates[members.indexOf(one)]?.lift ?? 0));
  for (const [index, tally] of tallies(members, mean).entries()) {
    const one = members[index] as Contender;
    const wrong = heldOutRate(one) < average;
    const { groupLift } = estimates[index] ?? { groupLift: 1 };
    if (rateOf(one) > testMean) count(tallied.plain, wrong);
    if (probabilityAboveGroup(tally, groupLift, spread) > sureEnough) count(tallied.poolrise, wrong);
  }
}

function count(promotions: { promoted: number; wrong: number }, wrong: boolean): void {
  promotions.promoted++;
  if (wrong) promotions.wrong++;
}

/** Clicks per impression among the readers that the decision has not seen. */
const heldOutRate = ({ clicksAt, clicks, capacity, seen }: Contender): number =>
  (clicksAt.length - clicks) / Math.max(1, capacity - seen);

const best = (members: readonly Contender[], worth: (one: Contender) => number): Contender =>
  members.reduce((top, one) => (worth(one) > worth(top) ? one : top));

const tallies = (members: readonly Contender[], mean: number) =>
  members.map(({ clicks, seen }) => ({ observed: clicks, expected: mean * seen }));
