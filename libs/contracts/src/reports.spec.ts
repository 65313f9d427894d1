import { reportTemplates } from '@poolrise/domain';
import { SetBenchmark } from './benchmarks';
import { ReportRhythm, ReportSpec } from './reports';

const spec = (changes: Record<string, unknown> = {}) => ({
  metrics: ['impressions', 'ctr'],
  dimensions: ['day'],
  period: { from: '2036-03-01', to: '2036-03-31' },
  sort: { by: 'day' },
  ...changes,
});
const faultsIn = (schema: typeof ReportSpec | typeof ReportRhythm | typeof SetBenchmark, value: unknown) =>
  (schema.safeParse(value).error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);

describe('the specification of a report', () => {
  it('fills in what was left out', () => {
    expect(ReportSpec.parse(spec())).toMatchObject({
      timeBasis: 'happened',
      timeZone: 'Asia/Shanghai',
      comparison: { kind: 'none', period: null },
      choice: { interactions: 'LCCS', cost: 'order', refunds: 'with-refunds' },
      sort: { by: 'day', direction: 'desc' },
      rowLimit: 200,
      tierScheme: 'newrank',
    });
  });

  it.each(reportTemplates.map((template) => [template.id, template] as const))(
    'takes the template %s',
    (_, template) => {
      const { metrics, dimensions, timeBasis, choice, sortBy, comparison } = template;
      const filled = spec({
        metrics,
        dimensions,
        timeBasis,
        choice,
        sort: { by: sortBy },
        comparison: { kind: comparison },
      });
      expect(faultsIn(ReportSpec, filled)).toEqual([]);
    },
  );

  it.each([
    [{ metrics: ['ctr', 'cpr'] }, 'metrics.1 Cost per read (CPR) cannot be had by day'],
    [{ metrics: ['ctr', 'nonsense'] }, 'metrics.1 '],
    [{ metrics: [] }, 'metrics '],
    [{ dimensions: ['day', 'month'] }, 'dimensions.1 splits time a second time'],
    [{ dimensions: ['day', 'note', 'tier', 'creator'] }, 'dimensions '],
    [{ period: { from: '2036-03-31', to: '2036-03-01' } }, 'period.to is before the first day'],
    [{ period: { from: '2036-02-30', to: '2036-03-01' } }, 'period.from '],
    [{ sort: { by: 'likes' } }, 'sort.by likes is not in the report'],
    [{ rowLimit: 5_001 }, 'rowLimit '],
    [{ timeZone: 'Mars/Base' }, 'timeZone is no time zone'],
    [{ comparison: { kind: 'own' } }, 'comparison.period is missing'],
    [
      { comparison: { kind: 'previous', period: { from: '2036-01-01', to: '2036-01-02' } } },
      'comparison.period does not go with',
    ],
    [
      { comparison: { kind: 'own', period: { from: '2036-01-02', to: '2036-01-01' } } },
      'comparison.period.to is before',
    ],
    [{ hitInteractions: 0 }, 'hitInteractions '],
    [{ filters: { tierKeys: ['head', 'mega'] } }, 'filters.tierKeys.1 mega is no tier of newrank'],
    [{ choice: { interactions: 'LC' } }, 'choice.interactions '],
    [{ colour: 'red' }, ' '],
  ])('refuses %j and names the field', (changes, start) => {
    const [first = '', ...others] = faultsIn(ReportSpec, spec(changes));
    expect(first.startsWith(start)).toBe(true);
    expect(others).toEqual([]);
  });
});

describe('rhythms and benchmarks', () => {
  it('are on a clock and a calendar', () => {
    const daily = { every: 'day', at: '09:30', timeZone: 'Europe/Berlin' };
    expect(faultsIn(ReportRhythm, daily)).toEqual([]);
    expect(faultsIn(ReportRhythm, { ...daily, at: '24:00' })).toEqual([
      'at is no time of day: write it as 09:30',
    ]);
    expect(faultsIn(ReportRhythm, { ...daily, every: 'month', dayOfMonth: 32 })[0]).toContain('dayOfMonth');
    expect(faultsIn(ReportRhythm, { ...daily, every: 'week' })[0]).toContain('weekday');
  });

  it('have a size that does not contradict itself', () => {
    const own = {
      metric: 'cpr',
      category: null,
      scope: null,
      medium: 'all',
      kind: 'good',
      value: 80,
      low: null,
      high: null,
      reason: '去年三次投放',
    };
    expect(faultsIn(SetBenchmark, own)).toEqual([]);
    expect(faultsIn(SetBenchmark, { ...own, value: null })[0]).toContain('value is missing');
    expect(faultsIn(SetBenchmark, { ...own, low: 90, high: 70 })[0]).toContain('high is below');
    expect(faultsIn(SetBenchmark, { ...own, low: 90 })[0]).toContain('value lies outside');
  });
});
