import type { EstimatedMean } from '@poolrise/domain';
import { percent, textTable, whole } from '../text-table';
import { sureEnough, type BestOfTest, type Promotions } from './best-of-test';
import type { PolicyComparison } from './compare-policies';
import { standingsOf, weekChecks, type Contest } from './contest';

/** The mean with its standard error over layouts, both in percent. */
const withError = ({ value, standardError }: EstimatedMean, digits = 1): string =>
  Number.isFinite(standardError)
    ? `${percent(value, digits)} \u00b1 ${(100 * standardError).toFixed(digits)}`
    : percent(value, digits);

/** The rules against one another, at one budget. */
export function contestReport(contest: Contest): string[] {
  const headlines = contest.cohorts.reduce((sum, cohort) => sum + cohort.headlines.length, 0);
  const rows = standingsOf(contest).map((one) => [
    one.name,
    percent(one.clickRate.value, 3),
    withError(one.upliftOverUniform),
    withError(one.gapClosed),
    withError(one.regretOfPlain),
  ]);
  return [
    `Headline tests, ${contest.cohorts.length} weeks, ${whole(headlines)} headlines, a budget of ${percent(contest.budget, 0)} of the readers:`,
    `${whole(contest.impressions)} impressions a rule in each of ${contest.layouts} layouts; \u00b1 is the standard error over layouts`,
    ...textTable([['rule', 'click rate', 'over evenly', 'gap closed', 'regret of plain'], ...rows]),
  ];
}

const weakestShown = 5;

/** Whether our rule is behind the plain one in any week. */
export function weekReport(contest: Contest, allWeeks: boolean): string[] {
  const checks = weekChecks(contest);
  const behind = checks.filter((check) => check.behind);
  const weakest = [...checks].sort((a, b) => a.lead.value - b.lead.value).slice(0, weakestShown);
  const rows = (allWeeks ? checks : weakest).map((check) => [
    check.week,
    whole(check.headlines),
    whole(check.plainClicks),
    whole(check.poolriseClicks),
    withError(check.lead),
    check.behind ? 'BEHIND' : 'ahead or even',
  ]);
  return [
    behind.length === 0
      ? `Week by week at ${percent(contest.budget, 0)}: in none of ${checks.length} weeks behind the plain rule by more than the standard error.`
      : `Week by week at ${percent(contest.budget, 0)}: behind the plain rule by more than the standard error in ${behind.length} of ${checks.length} weeks.`,
    ...textTable([
      [
        allWeeks ? 'week' : `week (the weakest ${weakest.length})`,
        'headlines',
        'plain clicks',
        'ours',
        'lead',
        '',
      ],
      ...rows,
    ]),
  ];
}

/** The halves of an archive, each learnt and played on its own. */
export function halvesReport(halves: readonly { name: string; contest: Contest }[]): string[] {
  const columns = halves.map(({ contest }) => standingsOf(contest));
  const rows = (columns[0] ?? []).map(({ name }, index) => [
    name,
    ...columns.map((standings) => (standings[index] ? withError(standings[index].gapClosed) : '')),
  ]);
  return [
    'The same on halves of the archive, each with a memory of its own: gap closed',
    ...textTable([['rule', ...halves.map(({ name }) => name)], ...rows]),
  ];
}

export function testsReport(judged: readonly BestOfTest[]): string[] {
  const promotions = ({ promoted, falseShare }: Promotions): string =>
    `${withError(falseShare)} of ${whole(promoted)}`;
  return [
    `Inside a test, judged on readers not used (${whole(judged[0]?.tests ?? 0)} tests of three headlines or more, ${judged[0]?.layouts ?? 0} layouts):`,
    'uplift of the one picked over its test, and promotions that were wrong, i.e. below their test afterwards',
    ...textTable([
      [
        'impressions each',
        'raw best',
        'shrunk best',
        'plain: above the mean',
        `ours: P(above its test) > ${sureEnough}`,
      ],
      ...judged.map((one) => [
        whole(one.impressionsEach),
        withError(one.upliftOfRawBest),
        withError(one.upliftOfShrunkBest),
        promotions(one.plain),
        promotions(one.poolrise),
      ]),
    ]),
  ];
}

/** Off-policy estimates with 95 % half-widths, or the refusal. */
export function policyReport(comparisons: readonly PolicyComparison[]): string[] {
  const rows = comparisons.map(({ campaign, loggedBy, evaluated, onPolicy, answer }) => [
    campaign,
    `${loggedBy} -> ${evaluated}`,
    `${percent(onPolicy.value, 2)} [${bound(onPolicy, -1)}, ${bound(onPolicy, 1)}]`,
    ...(answer.verdict === 'estimated'
      ? [answer.ips, answer.snips, answer.dr].map(halfWidth)
      : [`refused: ESS ${whole(answer.effectiveSampleSize)} < ${answer.needed}`, '', '']),
    whole(answer.effectiveSampleSize),
    answer.maxWeight.toLocaleString('en', { maximumFractionDigits: 1 }),
    percent(answer.unsupportedShare),
  ]);
  return [
    'What a rule would have got, from the log of another: clicks per impression, \u00b1 is 1.96 standard errors',
    ...textTable([
      [
        'campaign',
        'logged by -> evaluated',
        'on-policy [95 %]',
        'IPS',
        'SNIPS',
        'DR',
        'ESS',
        'max weight',
        'never logged',
      ],
      ...rows,
    ]),
  ];
}

const normal95 = 1.96;
const bound = ({ value, standardError }: EstimatedMean, side: 1 | -1): string =>
  (100 * Math.max(0, value + side * normal95 * standardError)).toFixed(2);
const halfWidth = ({ value, standardError }: EstimatedMean): string =>
  `${percent(value, 2)} \u00b1 ${(100 * normal95 * standardError).toFixed(2)}`;
