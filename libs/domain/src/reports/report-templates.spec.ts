import { defaultChoice } from '../metrics/metric-shape';
import { planReport } from './plan-report';
import { type ReportAsk, reportFaults } from './report-faults';
import { campaignMoments, reportTemplates } from './report-templates';

const ask = (changes: Partial<ReportAsk> = {}): ReportAsk => ({
  metrics: ['impressions', 'ctr'],
  dimensions: ['day'],
  timeBasis: 'happened',
  choice: defaultChoice,
  period: { from: '2036-03-01', to: '2036-03-31' },
  comparedWith: null,
  sortBy: 'day',
  ...changes,
});
const faults = (changes: Partial<ReportAsk>) =>
  reportFaults(ask(changes)).map(({ path, message }) => `${path.join('.')} ${message}`);

describe('templates of reports', () => {
  it('are there before, during and after a campaign, each under its own id', () => {
    for (const moment of campaignMoments)
      expect(reportTemplates.some((template) => template.moment === moment)).toBe(true);
    expect(new Set(reportTemplates.map(({ id }) => id)).size).toBe(reportTemplates.length);
  });

  it.each(reportTemplates.map((template) => [template.id, template] as const))(
    '%s contradicts nothing',
    (_, template) => {
      expect(reportFaults(ask({ ...template }))).toEqual([]);
      expect(planReport(template).metrics.map(({ refusal }) => refusal)).toEqual(
        template.metrics.map(() => null),
      );
    },
  );

  it('have the figures that a campaign is judged by', () => {
    const after = reportTemplates.filter(({ moment }) => moment === 'post').flatMap(({ metrics }) => metrics);
    for (const metric of [
      'trueCost',
      'noteCpm',
      'cpr',
      'noteCpe',
      'cpuv',
      'hitRate',
      'roiCycle',
      'deeplyInterestedPeople',
    ] as const)
      expect(after).toContain(metric);
  });
});

describe('contradictions of a report', () => {
  it('are none in a plain report', () => {
    expect(reportFaults(ask())).toEqual([]);
  });

  it('name the metric that cannot be split, and the way out', () => {
    expect(faults({ metrics: ['ctr', 'cpr'] })).toEqual([
      'metrics.1 Cost per read (CPR) cannot be had by day: An order is not paid on the day of its impressions, so a price by day means nothing: put notes by the day of publishing',
    ]);
    expect(faults({ metrics: ['ctr', 'iroi'] })[0]).toContain(
      'metrics.1 Incremental ROI cannot be had: Only an experiment',
    );
    expect(faults({ metrics: ['ctr', 'ctr'] })).toEqual(['metrics.1 ctr stands in the list twice']);
  });

  it('name dimensions that do not go together', () => {
    expect(faults({ dimensions: ['day', 'week'] })).toEqual([
      'dimensions.1 splits time a second time after day: keep one of them',
    ]);
    expect(faults({ dimensions: ['day', 'note', 'note'] })).toEqual([
      'dimensions.2 note stands in the list twice',
    ]);
    expect(faults({ dimensions: ['audience-gender', 'audience-age'], sortBy: 'ctr' })[0]).toContain(
      'dimensions.1',
    );
  });

  it('name the end of a period that is absurd or too long', () => {
    expect(faults({ period: { from: '2036-03-02', to: '2036-03-01' } })[0]).toContain('period.to is before');
    expect(faults({ period: { from: '1999-01-01', to: '1999-02-01' } })[0]).toContain('period.from');
    expect(faults({ period: { from: '2030-01-01', to: '2036-03-01' } })[0]).toContain('731 are the most');
    expect(
      faults({ dimensions: ['hour'], sortBy: 'hour', period: { from: '2036-01-01', to: '2036-02-01' } }),
    ).toEqual([
      'period.to makes 32 days, and by hour 31 are the most: take a shorter period or split by day',
    ]);
    expect(faults({ comparedWith: { from: '2036-03-02', to: '2036-03-01' } })[0]).toContain(
      'comparedWith.to',
    );
  });

  it('name a column to sort by that is not there', () => {
    expect(faults({ sortBy: 'likes' })).toEqual([
      'sort.by likes is not in the report: add it or sort by what is',
    ]);
  });
});
