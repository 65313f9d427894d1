import fc from 'fast-check';
import {
  atLeastFact,
  estimatedFact,
  exactFact,
  type FactRow,
  factOf,
  type FactValue,
  grossUpSampled,
  roundedFact,
} from './fact-value';
import { medianOf } from '../probability/means';
import { evaluateMedian, evaluateMetric } from './evaluate-metric';
import { type MetricShape, resolveShape, defaultChoice } from './metric-shape';
import { mergeSums, noSums, sumRows } from './metric-sums';

const ctr: MetricShape = { kind: 'ratio', times: 1, above: [['reads', 1]], below: [['impressions', 1]] };
const total: MetricShape = {
  kind: 'ratio',
  times: 1_000,
  above: [
    ['quoteCents', 1],
    ['voucherCents', -1],
  ],
  below: [['impressions', 1]],
};
const reads: MetricShape = { kind: 'sum', of: [['reads', 1]] };

/** A fact and the truth behind it, which the interval of the fact allows. */
interface Told {
  fact: FactValue;
  truth: number;
}
const told: fc.Arbitrary<Told> = fc
  .record({
    truth: fc.nat(1_000_000),
    half: fc.nat(5_000),
    at: fc.integer({ min: -100, max: 100 }),
    open: fc.boolean(),
  })
  .map(({ truth, half, at, open }) =>
    open
      ? { truth, fact: { ...atLeastFact(Math.max(0, truth - half)), half: 0 } }
      : { truth, fact: roundedFact(Math.max(0, truth + Math.round((half * at) / 100)), half) },
  );
const toldRow = fc.record({
  reads: fc.option(told),
  impressions: fc.option(told),
  quoteCents: fc.option(told),
  voucherCents: fc.option(told),
});
type ToldRow = Record<'reads' | 'impressions' | 'quoteCents' | 'voucherCents', Told | null>;
const asRow = (row: ToldRow): FactRow =>
  Object.fromEntries(Object.entries(row).map(([id, one]) => [id, one && one.fact]));

describe('figures of a group', () => {
  it('are sums divided, and no mean of ratios', () => {
    const rows = [
      { reads: exactFact(10), impressions: exactFact(100) },
      { reads: exactFact(0), impressions: exactFact(900) },
    ];
    expect(evaluateMetric(ctr, sumRows(ctr, rows))).toEqual({
      value: 0.01,
      low: 0.01,
      high: 0.01,
      precision: ['exact'],
      rows: 2,
      unknownRows: 0,
    });
  });

  it('leave out of a ratio what is known on one side only, and say so', () => {
    const rows = [
      { reads: exactFact(10), impressions: exactFact(100) },
      { reads: exactFact(500), impressions: null },
      { impressions: exactFact(10_000) },
    ];
    expect(evaluateMetric(ctr, sumRows(ctr, rows))).toMatchObject({
      value: 0.1,
      rows: 3,
      unknownRows: 2,
      precision: ['partial'],
    });
    expect(evaluateMetric(reads, sumRows(reads, rows))).toMatchObject({ value: 510, unknownRows: 1 });
  });

  it('carry rounding and lower bounds into an interval', () => {
    // 1.2万 reads of 10万+ impressions.
    const rows = [{ reads: roundedFact(12_000, 500), impressions: atLeastFact(100_000) }];
    const { value, low, high, precision } = evaluateMetric(ctr, sumRows(ctr, rows));
    expect(value).toBe(0.12);
    expect(low).toBe(0);
    expect(high).toBe(0.125);
    expect(precision).toEqual(['rounded', 'lower-bound']);
  });

  it('have no upper bound where the divisor may be nothing', () => {
    const rows = [{ reads: exactFact(3), impressions: roundedFact(400, 500) }];
    expect(evaluateMetric(ctr, sumRows(ctr, rows))).toMatchObject({ value: 3 / 400, high: null });
  });

  it('are unknown, and not zero, when nothing is known or there is nothing to divide by', () => {
    for (const rows of [[], [{}], [{ reads: exactFact(3), impressions: exactFact(0) }]])
      expect(evaluateMetric(ctr, sumRows(ctr, rows)).value).toBeNull();
    expect(evaluateMetric(reads, sumRows(reads, [{}])).value).toBeNull();
    expect(evaluateMetric(reads, sumRows(reads, [{ reads: exactFact(0) }])).value).toBe(0);
  });

  it('hold every truth in their interval', () => {
    const close = (bound: number) => 1e-9 * Math.max(1, Math.abs(bound));
    fc.assert(
      fc.property(fc.array(toldRow, { maxLength: 6 }), (rows) => {
        for (const shape of [ctr, total]) {
          const { value, low, high } = evaluateMetric(shape, sumRows(shape, rows.map(asRow)));
          if (value === null || shape.kind !== 'ratio') continue;
          const known = rows.filter((row) =>
            [...shape.above, ...shape.below].every(([id]) => row[id as keyof ToldRow] !== null),
          );
          const sum = (terms: typeof shape.above) =>
            known.reduce(
              (all, row) =>
                all + terms.reduce((part, [id, w]) => part + w * (row[id as keyof ToldRow]?.truth ?? NaN), 0),
              0,
            );
          const divisor = sum(shape.below);
          if (divisor === 0) continue;
          const truth = (shape.times * sum(shape.above)) / divisor;
          if (low !== null) expect(truth).toBeGreaterThanOrEqual(low - close(low));
          if (high !== null) expect(truth).toBeLessThanOrEqual(high + close(high));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('come out alike whether groups are summed first or all rows at once', () => {
    fc.assert(
      fc.property(
        fc.array(toldRow, { maxLength: 12 }),
        fc.array(fc.nat(2), { maxLength: 12 }),
        (rows, groups) => {
          for (const shape of [ctr, total, reads]) {
            const parts = [0, 1, 2].map((group) =>
              sumRows(shape, rows.filter((_, at) => (groups[at] ?? 0) === group).map(asRow)),
            );
            expect(parts.reduce(mergeSums, noSums(shape))).toEqual(sumRows(shape, rows.map(asRow)));
          }
        },
      ),
    );
  });

  it('refuse to add up two different figures', () => {
    expect(() => mergeSums(noSums(ctr), noSums(reads))).toThrow('two different');
  });
});

describe('medians', () => {
  const median = resolveShape({ kind: 'median', of: [['reads', 1]] }, defaultChoice);

  it('hold every true median in their interval', () => {
    fc.assert(
      fc.property(fc.array(told, { minLength: 1, maxLength: 9 }), (ones) => {
        const { low, high } = evaluateMedian(
          median,
          ones.map(({ fact }) => ({ reads: fact })),
        );
        const truth = medianOf(ones.map((one) => one.truth));
        if (low !== null) expect(truth).toBeGreaterThanOrEqual(low);
        if (high !== null) expect(truth).toBeLessThanOrEqual(high);
      }),
    );
  });

  it('say how many notes are unknown, and cannot be had from sums', () => {
    expect(evaluateMedian(median, [{ reads: exactFact(4) }, {}])).toMatchObject({ value: 4, unknownRows: 1 });
    expect(() => evaluateMetric(median, noSums(median))).toThrow('median');
  });
});

describe('facts of a row', () => {
  it('are taken as stated before they are put together from parts', () => {
    const parts = { likes: exactFact(5), collects: roundedFact(100, 5), comments: atLeastFact(10) };
    expect(factOf(parts, 'interactionsLCC')).toEqual({
      value: 115,
      half: 5,
      atLeast: true,
      estimated: false,
    });
    expect(factOf({ ...parts, interactionsLCC: exactFact(120) }, 'interactionsLCC')).toEqual(exactFact(120));
    expect(factOf(parts, 'interactionsLCCS')).toBeNull();
    expect(factOf(parts, 'shares')).toBeNull();
  });

  it('are brought up from a sample with an error that shrinks with its size', () => {
    const { value, half, estimated: guessed } = grossUpSampled(400, 0.25);
    expect([value, guessed]).toEqual([1_600, true]);
    expect(half).toBeCloseTo((1.96 * Math.sqrt(300)) / 0.25, 1);
    expect(grossUpSampled(400, 1)).toEqual(exactFact(400));
    expect(() => grossUpSampled(400, 0)).toThrow(RangeError);
    expect(evaluateMetric(reads, sumRows(reads, [{ reads: estimatedFact(10, 2) }]))).toMatchObject({
      low: 8,
      high: 12,
      precision: ['rounded', 'estimate'],
    });
  });
});
