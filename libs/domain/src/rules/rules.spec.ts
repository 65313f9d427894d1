import { judgeRule } from './judge-rule';
import { replayRule, type RuledBoost } from './replay-rule';
import { type RuleCondition, ruleTermsOn } from './rule';

const hourMs = 3_600_000;
const start = Date.UTC(2026, 10, 1);
const fewClicks: RuleCondition = {
  metric: 'ctrPaid',
  comparison: 'below',
  value: 0.03,
  leastImpressions: 1_000,
  windowHours: 24,
};
const counts = (impressions: number, reads: number, follows = 0) => ({
  impressions,
  reads,
  follows,
  spentCents: Math.floor(impressions * 1.5),
  spentSoFarCents: Math.floor(impressions * 1.5),
  budgetCents: 15_000,
});
/** 10,000 impressions for ¥150 over so many hours, each with these counts. */
const aBoost = (hours: [impressions: number, reads: number][], boostId = 'a'): RuledBoost => ({
  boostId,
  startsAt: start,
  until: start + hours.length * hourMs,
  budgetCents: 15_000,
  plannedImpressions: 10_000,
  before: 0,
  hours: hours.map(([impressions, reads], at) => ({
    hour: start + at * hourMs,
    impressions,
    reads,
    follows: 0,
  })),
});
const span = { from: start, to: start + 48 * hourMs };

describe('a rule on counts', () => {
  it('says nothing before enough was counted', () => {
    expect(judgeRule(fewClicks, counts(999, 0)).verdict).toBe('too-few');
  });

  it('is hit only when the whole interval lies on the wrong side', () => {
    expect(judgeRule(fewClicks, counts(1_000, 28)).verdict).toBe('cannot-tell');
    expect(judgeRule(fewClicks, counts(1_000, 15)).verdict).toBe('hit');
    expect(judgeRule(fewClicks, counts(1_000, 31)).verdict).toBe('clear');
    // The same 2.8 %, counted a hundred times as often.
    expect(judgeRule(fewClicks, counts(100_000, 2_800)).verdict).toBe('hit');
  });

  it('gives a cost the interval of its rate, and no end where nobody answered', () => {
    const dear: RuleCondition = { ...fewClicks, metric: 'cpc', comparison: 'above', value: 100 };
    const { value, low, high, verdict } = judgeRule(dear, counts(2_000, 20));
    expect([value, verdict]).toEqual([150, 'hit']);
    expect(low).toBeGreaterThan(100);
    expect(high ?? 0).toBeGreaterThan(150);
    // Sure of the lower end alone: 1,000 impressions without a read cost at least some 9 yuan a read.
    expect(judgeRule(dear, counts(1_000, 0))).toMatchObject({ value: null, high: null, verdict: 'hit' });
    expect(judgeRule({ ...dear, value: 2_000 }, counts(1_000, 0)).verdict).toBe('cannot-tell');
  });

  it('takes what is exact as it is', () => {
    const spent: RuleCondition = { ...fewClicks, metric: 'spendShare', comparison: 'above', value: 0.8 };
    expect(judgeRule(spent, { ...counts(9_000, 0), spentSoFarCents: 12_001 })).toMatchObject({
      verdict: 'hit',
    });
    expect(judgeRule(spent, { ...counts(9_000, 0), spentSoFarCents: 12_000 }).verdict).toBe('clear');
  });

  it('alarms falsely no oftener than its interval says, at one look', () => {
    // The true rate is the threshold itself; reads are counted exactly from the binomial by summing its probabilities.
    const n = 1_000;
    let below = 0;
    let term = Math.exp(n * Math.log1p(-0.03));
    for (let k = 0; k <= n; k++) {
      if (judgeRule(fewClicks, counts(n, k)).verdict === 'hit') below += term;
      term *= ((n - k) / (k + 1)) * (0.03 / 0.97);
    }
    expect(below).toBeGreaterThan(0.06);
    expect(below).toBeLessThan(0.12);
  });
});

describe('a replay', () => {
  it('stops a boost once, at the first hour it was sure, and says what it went on to spend', () => {
    const boost = aBoost([
      [600, 6],
      [600, 6],
      [600, 6],
      [600, 6],
    ]);
    const { hits, looks } = replayRule(fewClicks, 'stop-boost', [boost], span, 2);
    expect(looks).toBe(1);
    expect(hits).toMatchObject([
      { hour: start + 2 * hourMs, laterCents: 1_800, counts: { impressions: 1_200, reads: 12 } },
    ]);
  });

  it('looks at the window alone and not at what was before it', () => {
    const boost = aBoost([
      [2_000, 200],
      [2_000, 20],
    ]);
    const one = replayRule({ ...fewClicks, windowHours: 1 }, 'stop-boost', [boost], span, 2);
    expect(one.hits).toMatchObject([{ hour: start + 2 * hourMs, counts: { impressions: 2_000, reads: 20 } }]);
    expect(replayRule(fewClicks, 'stop-boost', [boost], span, 2).hits).toEqual([]);
  });

  it('tells at most as often a day as rules may act', () => {
    const boost = aBoost(Array.from({ length: 48 }, () => [1_000, 5] as [number, number]));
    const { hits } = replayRule({ ...fewClicks, windowHours: 1 }, 'notify', [boost], span, 2);
    expect(hits.map(({ hour }) => (hour - start) / hourMs)).toEqual([26, 25, 2, 1]);
  });

  it('never sees an hour that was not over, nor one outside of the boost', () => {
    const boost = aBoost([[5_000, 5]]);
    expect(replayRule(fewClicks, 'stop-boost', [boost], { from: start, to: start }, 2).hits).toEqual([]);
    const late = { from: start + 2 * hourMs, to: start + 9 * hourMs };
    expect(replayRule(fewClicks, 'stop-boost', [boost], late, 2).looks).toBe(0);
  });
});

it('has terms from the first day of the platform on', () => {
  expect(ruleTermsOn('2026-11-26').changesPerDay).toBe(2);
  expect(() => ruleTermsOn('2019-01-01')).toThrow(RangeError);
});
