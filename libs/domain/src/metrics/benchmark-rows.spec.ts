import { type Benchmark, benchmarks } from './benchmark-rows';
import { metrics } from './definitions';
import { type BenchmarkOverride, mergeBenchmarks } from './merge-benchmarks';
import { categories } from '../notes/categories';

const find = (metric: Benchmark['metric'], category: string | null, kind: Benchmark['kind'] = 'typical') =>
  benchmarks.filter(
    (one) => one.metric === metric && one.category === category && one.scope === null && one.kind === kind,
  );

describe('published benchmarks', () => {
  it('each have a source, a size and sense', () => {
    for (const one of benchmarks) {
      expect(one.source.length).toBeGreaterThan(5);
      expect(one.value ?? one.low).not.toBeNull();
      for (const size of [one.value, one.low, one.high].filter((size) => size !== null)) {
        expect(Number.isFinite(size) && size >= 0).toBe(true);
        if (metrics[one.metric].unit === 'ratio') expect(size).toBeLessThanOrEqual(1);
        if (metrics[one.metric].unit === 'cents') expect(Number.isInteger(size)).toBe(true);
      }
      if (one.low !== null && one.high !== null) expect(one.low).toBeLessThan(one.high);
      if (one.statedOn !== null) expect(one.statedOn).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
    }
  });

  it('keep the identity that the table of the source breaks', () => {
    for (const category of categories.filter((one) => find('adCpc', one).length)) {
      const clickRate = find('adCtr', category).find(({ value }) => value !== null)?.value ?? NaN;
      const clickCents = find('adCpc', category)[0]?.value ?? NaN;
      expect(find('adCpm', category)[0]?.value).toBe(Math.round(1_000 * clickRate * clickCents));
    }
    // ¥79.80 and not the ¥35 that stands in the table.
    expect(find('adCpm', 'beauty')[0]?.value).toBe(7_980);
  });

  it('never call natural clicks usual on paid traffic', () => {
    for (const { metric, medium } of benchmarks)
      if (metric === 'ctrNatural') expect(medium).toBe('natural');
      else if (metric === 'adCtr' || metric === 'ctrPaid') expect(medium).toBe('paid');
  });
});

describe('benchmarks of a workspace', () => {
  const own: BenchmarkOverride = {
    metric: 'cpr',
    category: null,
    scope: null,
    medium: 'all',
    kind: 'good',
    value: 80,
    low: null,
    high: null,
    reason: 'our last three campaigns',
    setBy: 'lin',
    setAt: '2036-03-01T00:00:00Z',
  };
  const cprGood = (overrides: BenchmarkOverride[]) =>
    mergeBenchmarks(benchmarks, overrides).filter(
      ({ metric, kind, category }) => metric === 'cpr' && kind === 'good' && category === null,
    );

  it('are its own word, with what was published beside it', () => {
    expect(cprGood([])).toMatchObject([{ value: 100, override: null }]);
    expect(cprGood([own])).toMatchObject([
      { value: 80, override: own, published: [{ value: 100, mark: 'C' }] },
    ]);
    const later = { ...own, value: 70, setAt: '2036-04-01T00:00:00Z' };
    expect(cprGood([later, own])).toMatchObject([{ value: 70 }]);
    expect(cprGood([own, { ...own, category: 'pets', value: 60 }])).toHaveLength(1);
  });

  it('can be where nothing was published', () => {
    const pets = mergeBenchmarks(benchmarks, [{ ...own, category: 'pets' }]).filter(
      ({ category }) => category === 'pets',
    );
    expect(pets).toMatchObject([{ value: 80, published: [] }]);
  });

  it('take the more certain of two sources and keep both', () => {
    const [ctr] = mergeBenchmarks(benchmarks, []).filter(
      ({ metric, kind, category }) => metric === 'ctrNatural' && kind === 'typical' && category === null,
    );
    expect(ctr).toMatchObject({ low: 0.07, high: 0.17 });
    expect(ctr?.published.map(({ mark }) => mark)).toEqual(['B', 'C']);
  });
});
