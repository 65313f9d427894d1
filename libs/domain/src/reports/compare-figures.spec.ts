import fc from 'fast-check';
import { type MetricId, metrics } from '../metrics/definitions';
import { evaluateMetric } from '../metrics/evaluate-metric';
import { exactFact, type FactRow, roundedFact } from '../metrics/fact-value';
import { defaultChoice, resolveShape } from '../metrics/metric-shape';
import { sumRows } from '../metrics/metric-sums';
import { compareFigures, rateRatio, shareDifference } from './compare-figures';
import { shiftDay, comparisonPeriod, daysInPeriod } from './periods';

const compare = (id: MetricId, now: FactRow, before: FactRow, days: [number, number] = [7, 7]) => {
  const { shape: open, unit } = metrics[id];
  if (!open) throw new Error(`${id} has no shape`);
  const shape = resolveShape(open, defaultChoice);
  const figure = (row: FactRow, length: number) => {
    const sums = sumRows(shape, [row]);
    return { sums, value: evaluateMetric(shape, sums), days: length };
  };
  return compareFigures({ id, unit, shape }, figure(now, days[0]), figure(before, days[1]));
};
const clicks = (reads: number, impressions: number): FactRow => ({
  reads: exactFact(reads),
  impressions: exactFact(impressions),
});

describe('two periods beside each other', () => {
  it('say the difference of shares in points, and whether chance alone may be behind it', () => {
    // 9.0 % after 8.0 %: of 1,000 impressions each nothing, of 10,000 each something.
    expect(compare('ctr', clicks(90, 1_000), clicks(80, 1_000))).toMatchObject({
      differenceUnit: 'points',
      times: null,
      beyondChance: { verdict: false, of: 'difference' },
    });
    const many = compare('ctr', clicks(900, 10_000), clicks(800, 10_000));
    expect(many.difference).toBeCloseTo(0.01, 12);
    expect(many.beyondChance).toMatchObject({ verdict: true });
  });

  it('take account of how long events were counted', () => {
    const likes = (n: number): FactRow => ({ likes: exactFact(n) });
    expect(compare('likes', likes(140), likes(70), [14, 7]).beyondChance).toMatchObject({ verdict: false });
    expect(compare('likes', likes(140), likes(70))).toMatchObject({
      difference: 70,
      differenceUnit: 'same',
      times: 2,
      beyondChance: { verdict: true, of: 'rate-ratio' },
    });
  });

  it('claim nothing of prices, estimates, holes and handfuls', () => {
    const cost = { quoteCents: exactFact(1_000_000), serviceFeeCents: exactFact(0), reads: exactFact(9_000) };
    const because = (one: ReturnType<typeof compare>) =>
      'because' in one.beyondChance ? one.beyondChance.because : one;
    expect(because(compare('cpr', cost, cost))).toBe('not-counted');
    expect(because(compare('orderCost', cost, cost))).toBe('not-counted');
    expect(because(compare('collectLikeRatio', { collects: exactFact(90), likes: exactFact(99) }, {}))).toBe(
      'not-counted',
    );
    expect(because(compare('likes', { likes: roundedFact(12_000, 500) }, { likes: exactFact(9_000) }))).toBe(
      'not-exact',
    );
    expect(because(compare('likes', { likes: exactFact(900) }, {}))).toBe('partial');
    expect(because(compare('likes', { likes: exactFact(5) }, { likes: exactFact(4) }))).toBe('too-few');
    expect(because(compare('ctr', clicks(120, 100), clicks(80, 1_000)))).toBe('not-counted');
  });

  it('have no ratio to nothing', () => {
    const change = compare('likes', { likes: exactFact(40) }, { likes: exactFact(0) });
    expect(change).toMatchObject({
      difference: 40,
      times: null,
      beyondChance: { verdict: true, high: null },
    });
  });

  it('see nothing between equal shares, and turn round when the periods do', () => {
    const share = fc.tuple(fc.nat(500), fc.nat(500)).map(([a, b]) => ({ successes: a, trials: a + b + 1 }));
    fc.assert(
      fc.property(share, share, (one, other) => {
        const there = shareDifference(one, other);
        const back = shareDifference(other, one);
        expect(back.low).toBeCloseTo(-there.high, 10);
        expect(there.low).toBeLessThanOrEqual(there.value + 1e-12);
        expect(there.high).toBeGreaterThanOrEqual(there.value - 1e-12);
        const same = shareDifference(one, one);
        expect(same.low <= 0 && same.high >= 0).toBe(true);
      }),
    );
  });

  it('agree with the published example', () => {
    // Newcombe 1998, table II (a): 56/70 and 48/80, method 10.
    const { low, high } = shareDifference({ successes: 56, trials: 70 }, { successes: 48, trials: 80 });
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
    expect(rateRatio({ events: 0, days: 1 }, { events: 12, days: 1 }).low).toBe(0);
  });
});

describe('periods to compare with', () => {
  const march = { from: '2036-03-01', to: '2036-03-10' };

  it('are right before, whole weeks before, or a year before', () => {
    expect(comparisonPeriod(march, 'previous')).toEqual({ from: '2036-02-20', to: '2036-02-29' });
    expect(comparisonPeriod(march, 'same-weekdays')).toEqual({ from: '2036-02-16', to: '2036-02-25' });
    expect(comparisonPeriod(march, 'year-before')).toEqual({ from: '2035-03-01', to: '2035-03-10' });
    expect(comparisonPeriod(march, 'none')).toBeNull();
    expect(comparisonPeriod({ from: '2036-02-29', to: '2036-02-29' }, 'year-before')).toEqual({
      from: '2035-02-28',
      to: '2035-02-28',
    });
    expect(() => comparisonPeriod({ from: '2036-02-02', to: '2036-02-01' }, 'previous')).toThrow(RangeError);
  });

  it('never overlap, and keep weekdays where they say so', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 40_000 }),
        fc.integer({ min: 1, max: 700 }),
        (start, days) => {
          const from = shiftDay('2030-01-01', start);
          const period = { from, to: shiftDay(from, days - 1) };
          expect(daysInPeriod(period)).toBe(days);
          for (const kind of ['previous', 'same-weekdays'] as const) {
            const earlier = comparisonPeriod(period, kind);
            if (!earlier) throw new Error('none');
            expect(daysInPeriod(earlier)).toBe(days);
            expect(earlier.to < period.from).toBe(true);
            if (kind === 'same-weekdays')
              expect(new Date(earlier.from).getUTCDay()).toBe(new Date(period.from).getUTCDay());
          }
        },
      ),
    );
  });
});
