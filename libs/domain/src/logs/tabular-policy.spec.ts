import {
  itemRates,
  observedPolicy,
  rewardsUnder,
  uniformPolicy,
  unsupportedShare,
  type LoggedItem,
} from './tabular-policy';

const shown = (item: string, position: string, clicked = false, propensity = 0.5): LoggedItem => ({
  item,
  position,
  clicked,
  propensity,
});

describe('a rule as a table', () => {
  const log = [shown('a', '1', true), shown('a', '1'), shown('b', '1'), shown('a', '1'), shown('b', '2')];

  it('is what it showed in each position', () => {
    const policy = observedPolicy(log);
    expect(policy.get('1')).toEqual(
      new Map([
        ['a', 0.75],
        ['b', 0.25],
      ]),
    );
    expect(policy.get('2')).toEqual(new Map([['b', 1]]));
  });

  it('shows all alike when it is even', () => {
    expect(uniformPolicy(['a', 'b', 'c', 'd'], ['1']).get('1')?.get('c')).toBe(0.25);
  });

  it('has a share that a log is silent about', () => {
    // Of position 2 the log has b alone, of position 1 both: half of one position of two.
    expect(unsupportedShare(log, uniformPolicy(['a', 'b'], ['1', '2']))).toBe(0.25);
    expect(unsupportedShare(log, observedPolicy(log))).toBe(0);
    expect(unsupportedShare(log, new Map())).toBe(0);
  });
});

describe('the rates of items', () => {
  it('are pulled to the mean of the log', () => {
    const log = [
      ...Array.from({ length: 8 }, () => shown('a', '1')),
      shown('a', '1', true),
      shown('b', '1', true),
    ];
    const rate = itemRates(log, 5);
    // The mean is .2, so the prior is worth 25 impressions.
    expect(rate('a')).toBeCloseTo(6 / 34, 12);
    expect(rate('b')).toBeCloseTo(6 / 26, 12);
    expect(rate('never seen')).toBeCloseTo(0.2, 12);
  });

  it('are 0 when nobody opened anything', () => {
    expect(itemRates([shown('a', '1')])('a')).toBe(0);
  });
});

describe('a log made ready', () => {
  it('carries probability, reward and model of what was shown and of what would have been', () => {
    const policy = uniformPolicy(['a', 'b'], ['1']);
    const rate = (item: string): number => (item === 'a' ? 0.4 : 0.1);
    expect(rewardsUnder([shown('a', '1', true, 0.8), shown('a', '9')], policy, rate)).toEqual([
      { reward: 1, logged: 0.8, evaluated: 0.5, modelled: 0.4, modelledEvaluated: 0.25 },
      { reward: 0, logged: 0.5, evaluated: 0, modelled: 0.4, modelledEvaluated: 0 },
    ]);
  });
});
