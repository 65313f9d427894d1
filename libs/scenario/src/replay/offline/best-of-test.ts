import {
  addNestedSums,
  averageOf,
  learnNestedSpread,
  estimateMean,
  nestedContribution,
  noNestedSums,
  probabilityAboveGroup,
  shrinkWithin,
  type EstimatedMean,
  type NestedSpread,
} from '@poolrise/domain';
import type { Cohort } from './cohorts';
import { byTest, layOut, Market, rateOf, talliesOf, type Contender, type Layout } from './market';

/** How sure our rule is before it calls a headline better than the others of its test. */
export const sureEnough = 0.7;

/** Headlines that a rule called better than their test. */
export interface Promotions {
  /** How many, in a layout on average. */
  promoted: number;
  /** The share that turned out below their test, over layouts. */
  falseShare: EstimatedMean;
}

/** What can be said after so many impressions of each headline, judged on readers that nobody has used. */
export interface BestOfTest {
  impressionsEach: number;
  layouts: number;
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

/** Decides within each test from the first impressions and looks up in the others who was right; for each size asked. */
export function judgeTests(
  cohorts: readonly Cohort[],
  sizes: readonly number[],
  { layouts, seed }: { layouts: number; seed: string },
): BestOfTest[] {
  const runs = Array.from({ length: layouts }, (_, layout) =>
    judgeLayout(cohorts, sizes, `${seed} tests ${layout}`),
  );
  return sizes.map((impressionsEach, index) =>
    summaryOf(
      impressionsEach,
      runs.map((run) => run[index] as Tallied),
    ),
  );
}

function summaryOf(impressionsEach: number, runs: readonly Tallied[]): BestOfTest {
  const over = (of: (run: Tallied) => number): EstimatedMean => estimateMean(runs.map(of));
  const promotions = (side: 'plain' | 'poolrise'): Promotions => ({
    promoted: over((run) => run[side].promoted).value,
    falseShare: over((run) => run[side].wrong / Math.max(1, run[side].promoted)),
  });
  return {
    impressionsEach,
    layouts: runs.length,
    tests: runs[0]?.tests ?? 0,
    upliftOfRawBest: over((run) => run.rawBest / run.average - 1),
    upliftOfShrunkBest: over((run) => run.shrunkBest / run.average - 1),
    plain: promotions('plain'),
    poolrise: promotions('poolrise'),
  };
}

/** Of one layout, for each size; every size learns the spread from its own first impressions. */
function judgeLayout(cohorts: readonly Cohort[], sizes: readonly number[], seed: string): Tallied[] {
  const judges = sizes.map((size) => ({ size, sums: noNestedSums(), tallied: nothingTallied() }));
  for (const { headlines } of cohorts) {
    const laidOut = layOut(headlines, seed);
    for (const judging of judges) {
      const market = shownAlike(laidOut, judging.size);
      const mean = market.meanRate;
      const tests = [...byTest(market.contenders).values()].filter(({ length }) => length >= leastHeadlines);
      for (const members of tests)
        judging.sums = addNestedSums(judging.sums, nestedContribution(talliesOf(members, mean)));
      const spread = learnNestedSpread(judging.sums);
      for (const members of tests) judge(members, mean, spread, judging.tallied);
    }
  }
  return judges.map(({ tallied }) => tallied);
}

const nothingTallied = (): Tallied => ({
  tests: 0,
  rawBest: 0,
  shrunkBest: 0,
  average: 0,
  plain: { promoted: 0, wrong: 0 },
  poolrise: { promoted: 0, wrong: 0 },
});

function shownAlike(layouts: readonly Layout[], impressionsEach: number): Market {
  const market = new Market(layouts, Infinity);
  for (const contender of market.contenders) market.show(contender, impressionsEach);
  return market;
}

function judge(members: readonly Contender[], mean: number, spread: NestedSpread, tallied: Tallied): void {
  const average = averageOf(members.map(heldOutRate));
  const testMean = averageOf(members.map(rateOf));
  // Nothing to judge by, or nothing to judge with.
  if (!(average > 0 && testMean > 0)) return;
  const estimates = shrinkWithin(talliesOf(members, mean), spread);
  tallied.tests++;
  tallied.average += average;
  tallied.rawBest += heldOutRate(best(members, rateOf));
  tallied.shrunkBest += heldOutRate(best(members, (one) => estimates[members.indexOf(one)]?.lift ?? 0));
  for (const [index, tally] of talliesOf(members, mean).entries()) {
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
