import fc from 'fast-check';
import { estimateMean } from '../probability/means';
import { evaluateOffPolicy, type LoggedReward, type OffPolicyEstimate } from './off-policy';

const impression = (
  reward: number,
  logged: number,
  evaluated: number,
  modelled = 0,
  modelledEvaluated = 0,
) => ({
  reward,
  logged,
  evaluated,
  modelled,
  modelledEvaluated,
});
const times = (count: number, one: LoggedReward): LoggedReward[] => Array.from({ length: count }, () => one);
const estimateOf = (log: LoggedReward[]): OffPolicyEstimate => {
  const answer = evaluateOffPolicy(log);
  if (answer.verdict !== 'estimated') throw new Error(`refused with ${answer.effectiveSampleSize}`);
  return answer;
};

describe('a rule judged by the log of another', () => {
  // Two items shown evenly; the evaluated rule shows A three times in four. A was opened 40 times in 200, B 10 in 200.
  const log = [
    ...times(40, impression(1, 0.5, 0.75, 0.25, 0.2)),
    ...times(160, impression(0, 0.5, 0.75, 0.25, 0.2)),
    ...times(10, impression(1, 0.5, 0.25, 0.05, 0.2)),
    ...times(190, impression(0, 0.5, 0.25, 0.05, 0.2)),
  ];

  it('is worked out as by hand', () => {
    const { ips, snips, dr, ...support } = estimateOf(log);
    // (40 x 1.5 + 10 x .5) / 400; the weights have the mean 1, so that SNIPS is the same.
    expect(ips.value).toBeCloseTo(0.1625, 12);
    expect(snips.value).toBeCloseTo(0.1625, 12);
    // .2 + [1.5 (40 - 200 x .25) + .5 (10 - 200 x .05)] / 400
    expect(dr.value).toBeCloseTo(0.1625, 12);
    expect(support).toEqual({
      verdict: 'estimated',
      impressions: 400,
      effectiveSampleSize: 320, // 400² / (200 x 2.25 + 200 x .25)
      meanWeight: 1,
      maxWeight: 1.5,
      unusedShare: 0,
      unsupportedShare: 0,
    });
  });

  it('has the standard errors of its terms', () => {
    const { ips, snips, dr } = estimateOf(log);
    // Σ (w r)² = 40 x 2.25 + 10 x .25 = 92.5
    expect(ips.standardError).toBeCloseTo(Math.sqrt((92.5 - 400 * 0.1625 ** 2) / 399 / 400), 12);
    const squares = (weight: number, opened: number, not: number): number =>
      weight ** 2 * (opened * 0.8375 ** 2 + not * 0.1625 ** 2);
    expect(snips.standardError).toBeCloseTo(
      Math.sqrt(squares(1.5, 40, 160) + squares(0.5, 10, 190)) / 400,
      12,
    );
    const terms = [
      ...Array.from<number>({ length: 40 }).fill(0.2 + 1.5 * 0.75),
      ...Array.from<number>({ length: 160 }).fill(0.2 - 1.5 * 0.25),
      ...Array.from<number>({ length: 10 }).fill(0.2 + 0.5 * 0.95),
      ...Array.from<number>({ length: 190 }).fill(0.2 - 0.5 * 0.05),
    ];
    expect(dr.standardError).toBeCloseTo(estimateMean(terms).standardError, 12);
  });

  it('is the plain mean when both rules are the same, whatever the rewards', () => {
    const rewards = fc.array(fc.double({ min: 0, max: 8, noNaN: true }), { minLength: 200, maxLength: 300 });
    fc.assert(
      fc.property(rewards, fc.double({ min: 0.01, max: 1, noNaN: true }), (drawn, probability) => {
        const { ips, snips, dr, effectiveSampleSize, maxWeight } = estimateOf(
          drawn.map((reward) => impression(reward, probability, probability, 0.1, 0.1)),
        );
        const mean = estimateMean(drawn);
        expect(maxWeight).toBe(1);
        expect(effectiveSampleSize).toBeCloseTo(drawn.length, 8);
        for (const one of [ips, snips, dr]) expect(one.value).toBeCloseTo(mean.value, 9);
        expect(ips.standardError).toBeCloseTo(mean.standardError, 9);
        expect(dr.standardError).toBeCloseTo(mean.standardError, 9);
      }),
      { numRuns: 30 },
    );
  });

  it('is free of noise when the model knows all, however the weights swing', () => {
    const swinging = Array.from({ length: 600 }, (_, i) => impression(0.3, i % 3 ? 0.2 : 0.9, 0.5, 0.3, 0.3));
    expect(estimateOf(swinging).dr.value).toBeCloseTo(0.3, 12);
    expect(estimateOf(swinging).dr.standardError).toBeLessThan(1e-9);
  });

  it('is refused where a handful of impressions would decide (pools.md 2c, women, BTS to random)', () => {
    const hopeless = [...times(9_999, impression(0, 0.9, 1 / 46)), impression(1, 1e-6, 1 / 46)];
    const answer = evaluateOffPolicy(hopeless, 0.3);
    expect(answer).toMatchObject({
      verdict: 'refused',
      code: 'too-few-effective-impressions',
      needed: 200,
      impressions: 10_000,
      unsupportedShare: 0.3,
    });
    expect(answer.effectiveSampleSize).toBeLessThan(2);
    expect(answer.maxWeight).toBeCloseTo(21_739.13, 2);
    expect(answer).not.toHaveProperty('ips');
  });

  it('is refused for a log that is empty, short, or of another rule altogether', () => {
    for (const short of [[], times(199, impression(1, 0.5, 0.5)), times(5_000, impression(1, 0.5, 0))])
      expect(evaluateOffPolicy(short).verdict).toBe('refused');
    expect(evaluateOffPolicy(times(200, impression(1, 0.5, 0.5))).verdict).toBe('estimated');
    expect(evaluateOffPolicy(times(5_000, impression(1, 0.5, 0))).unusedShare).toBe(1);
  });

  it('throws on what no rule can have written', () => {
    for (const logged of [0, -0.1, 1.1, Number.NaN])
      expect(() => evaluateOffPolicy([impression(1, logged, 0.5)])).toThrow(RangeError);
    for (const evaluated of [-0.1, 1.1, Number.NaN])
      expect(() => evaluateOffPolicy([impression(1, 0.5, evaluated)])).toThrow(RangeError);
  });
});
