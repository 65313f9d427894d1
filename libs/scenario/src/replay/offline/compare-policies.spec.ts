import type { LoggedItem } from '@poolrise/domain';
import { menLog } from '../../../test/open-bandit-men';
import { comparePolicies, type PolicyComparison } from './compare-policies';
import { policyReport } from './offline-report';
import type { RecommendationLog } from './read-recommendations';

const times = (count: number, one: LoggedItem): LoggedItem[] => Array.from({ length: count }, () => one);

/** The counts as the log they were counted from. The learning rule's own probabilities are not in it: its shares stand in. */
function theLog(): RecommendationLog[] {
  const random: LoggedItem[] = [];
  const learning: LoggedItem[] = [];
  for (const line of menLog.trim().split('\n')) {
    const [item = '', places = ''] = line.split(': ');
    for (const [index, counts] of places.split(' | ').entries()) {
      const [shown = 0, clicks = 0, learningShown = 0, learningClicks = 0] = counts.split(' ').map(Number);
      const place = { item, position: String(index + 1) };
      const add = (log: LoggedItem[], impressions: number, clicked: number, propensity: number): void => {
        log.push(...times(clicked, { ...place, clicked: true, propensity }));
        log.push(...times(impressions - clicked, { ...place, clicked: false, propensity }));
      };
      add(random, shown, clicks, 1 / 34);
      add(learning, learningShown, learningClicks, Math.max(1, learningShown) / 3_400);
    }
  }
  return [
    { campaign: 'men', policy: 'random', impressions: random },
    { campaign: 'men', policy: 'bts', impressions: learning },
  ];
}

const inPercent = (value: number): string => (100 * value).toFixed(2);

describe('the Open Bandit log', () => {
  const [comparison] = comparePolicies(theLog()) as [PolicyComparison];

  it('gives the figures that were published for it, to two decimals (pools.md 2c, row 1)', () => {
    const { onPolicy, answer } = comparison;
    expect([comparison.loggedBy, comparison.evaluated]).toEqual(['random', 'bts']);
    expect(inPercent(onPolicy.value)).toBe('0.69');
    expect(inPercent(onPolicy.value - 1.96 * onPolicy.standardError)).toBe('0.53');
    expect(inPercent(onPolicy.value + 1.96 * onPolicy.standardError)).toBe('0.85');
    if (answer.verdict !== 'estimated') throw new Error('refused');
    expect([answer.ips, answer.snips, answer.dr].map(({ value }) => inPercent(value))).toEqual([
      '0.57',
      '0.57',
      '0.57',
    ]);
    expect(inPercent(1.96 * answer.ips.standardError)).toBe('0.27');
    expect(Math.round(answer.effectiveSampleSize)).toBe(2_869);
    expect(answer.maxWeight.toFixed(1)).toBe('7.5');
  });

  it('is told in one line', () => {
    expect(policyReport([comparison]).at(-1)).toMatch(
      /^men +random -> bts +0\.69 % \[0\.53, 0\.85\] +0\.57 % ± 0\.27 +0\.57 % ± 0\.28 +0\.57 % ± 0\.27 +2,869 +7\.5/,
    );
  });
});

describe('a log of a rule that had made up its mind', () => {
  const sure: LoggedItem[] = [
    ...times(5_000, { item: 'a', position: '1', clicked: false, propensity: 0.9998 }),
    { item: 'b', position: '1', clicked: true, propensity: 0.0001 },
  ];
  const even = ['a', 'b', 'c'].flatMap((item) =>
    times(40, { item, position: '1', clicked: false, propensity: 1 / 3 }),
  );
  const compared = comparePolicies([
    { campaign: 'women', policy: 'sure', impressions: sure },
    { campaign: 'women', policy: 'even', impressions: even },
    { campaign: 'men', policy: 'sure', impressions: sure },
  ]);

  it('is not asked about an even one: the answer is a refusal with its reasons', () => {
    const [hopeless] = compared;
    expect(hopeless?.answer.verdict).toBe('refused');
    expect(hopeless?.answer.unsupportedShare).toBeCloseTo(1 / 3, 10);
    expect(policyReport(compared)).toContainEqual(
      expect.stringMatching(/^women +sure -> even .*refused: ESS 2 < 200 .*33\.3 %$/),
    );
  });

  it('is compared both ways within its campaign, and with nobody in another', () => {
    expect(compared.map(({ campaign, loggedBy, evaluated }) => [campaign, loggedBy, evaluated])).toEqual([
      ['women', 'sure', 'even'],
      ['women', 'even', 'sure'],
    ]);
  });
});
