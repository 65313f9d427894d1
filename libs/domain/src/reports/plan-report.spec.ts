import { type MetricId, metricIds, metrics } from '../metrics/definitions';
import { factIds } from '../metrics/facts';
import { defaultChoice } from '../metrics/metric-shape';
import { factTables } from './fact-tables';
import { type PlannedMetric, planReport, type ReportWishes } from './plan-report';
import {
  dimensionNames,
  type FactTableId,
  factTableIds,
  planReasons,
  planReasonWords,
  type ReportDimension,
  reportDimensions,
} from './report-words';

const plan = (
  metric: MetricId,
  dimensions: ReportDimension[],
  changes: Partial<ReportWishes> = {},
  available?: FactTableId[],
): PlannedMetric => {
  const wishes: ReportWishes = {
    metrics: [metric],
    dimensions,
    timeBasis: 'happened',
    choice: defaultChoice,
    ...changes,
  };
  const [one] = planReport(wishes, available).metrics;
  if (!one) throw new Error('nothing planned');
  return one;
};
const total = { choice: { ...defaultChoice, cost: 'true' } } as const;

describe('the plan of a report', () => {
  it('takes a rate by hour from the product’s own hours and says what imported sheets lack', () => {
    const ctr = plan('ctr', ['hour']);
    expect(ctr.takes).toEqual([{ table: 'hosted-hours', facts: ['reads', 'impressions'] }]);
    expect(ctr.leavesOut).toEqual([
      { reason: 'not-hourly', dimension: 'hour', fact: 'reads', table: 'note-snapshots' },
      { reason: 'not-hourly', dimension: 'hour', fact: 'impressions', table: 'note-snapshots' },
    ]);
    expect(plan('ctr', ['day']).takes.map(({ table }) => table)).toEqual(['hosted-hours', 'note-snapshots']);
  });

  it('puts cost and counts together by note', () => {
    const cpm = plan('noteCpm', ['note'], total);
    expect(cpm.joinBy).toBe('note');
    expect(cpm.takes.map(({ table }) => table)).toEqual([
      'hosted-hours',
      'hosted-boosts',
      'note-snapshots',
      'orders',
      'ad-rows',
      'alliance-sheets',
    ]);
    expect(plan('adCpc', ['day', 'placement'])).toMatchObject({ joinBy: null, refusal: null });
  });

  it('gives no price by the day of impressions, and one by the day of publishing', () => {
    expect(plan('cpr', ['day']).refusal).toMatchObject({ reason: 'cost-on-another-day', dimension: 'day' });
    expect(plan('cpr', ['week'], { timeBasis: 'published' }).refusal).toBeNull();
    expect(plan('cpr', ['hour'], { timeBasis: 'published' }).refusal).toMatchObject({
      reason: 'published-by-day',
    });
    expect(plan('orderCost', ['day']).refusal).toBeNull();
  });

  it('gives the return by creator, because orders of a shop name no note', () => {
    expect(plan('roiCycle', ['note']).refusal).toEqual({
      reason: 'no-note',
      dimension: 'note',
      fact: 'gmvCycleCents',
      table: 'shop-orders',
    });
    expect(plan('roiCycle', ['creator'], total)).toMatchObject({ refusal: null, joinBy: 'creator' });
    expect(plan('roi7d', ['note']).refusal).toBeNull();
  });

  it('gives shop visitors by note and not by day', () => {
    expect(plan('cpuv', ['note'])).toMatchObject({ refusal: null, countsPeopleAgain: false });
    expect(plan('cpuv', ['tier'])).toMatchObject({ refusal: null, countsPeopleAgain: true });
    expect(plan('cpuv', ['month']).refusal).toMatchObject({ reason: 'no-day' });
    expect(plan('cpuv', ['month'], { timeBasis: 'published' }).refusal).toBeNull();
  });

  it('asks as much of a source to be narrowed to some readers as to be split by them', () => {
    const narrowed = (metric: MetricId) =>
      planReport({
        metrics: [metric],
        dimensions: ['day'],
        timeBasis: 'happened',
        choice: defaultChoice,
        filters: { audiences: ['women'] },
      }).metrics[0]?.refusal;
    expect(narrowed('clicks')).toBeNull();
    expect(narrowed('impressions')).toMatchObject({ reason: 'no-audience', dimension: 'audience-gender' });
  });

  it('splits by audience what sheets have a portrait of, with reads counted here as unknown, and what boosts aimed at', () => {
    expect(plan('clicks', ['audience-gender']).takes.map(({ table }) => table)).toEqual([
      'hosted-hours',
      'note-snapshots',
    ]);
    expect(plan('boostSpend', ['audience-gender']).refusal).toBeNull();
    expect(plan('impressions', ['audience-gender']).refusal).toMatchObject({ reason: 'no-audience' });
    expect(plan('likes', ['audience-age']).refusal).toMatchObject({ reason: 'no-audience' });
    expect(plan('readsPerNoteMedian', ['audience-age']).refusal).toMatchObject({
      reason: 'median-needs-notes',
    });
    expect(plan('noteCpm', ['placement']).refusal).toMatchObject({ reason: 'no-placement' });
  });

  it('tells a file that is missing from a figure that nobody states', () => {
    expect(plan('adSpend', ['day'], {}, ['hosted-hours', 'orders']).refusal).toEqual({
      reason: 'no-source',
      fact: 'adCents',
    });
    expect(plan('shareOfVoice', []).refusal).toEqual({
      reason: 'nobody-states-it',
      fact: 'categoryImpressions',
    });
    expect(plan('netReach', []).refusal).toEqual({ reason: 'needs-reach' });
    expect(plan('iroi', []).refusal).toEqual({ reason: 'needs-experiment' });
    expect(plan('gini', []).refusal).toEqual({ reason: 'not-from-totals' });
  });

  it('reads each table once, with all that is needed of it', () => {
    const { reads } = planReport(
      {
        metrics: ['ctr', 'likeRate', 'ctr', 'adCpc'],
        dimensions: ['note'],
        timeBasis: 'happened',
        choice: defaultChoice,
      },
      ['hosted-hours', 'ad-rows'],
    );
    expect(reads).toEqual([
      { table: 'hosted-hours', facts: ['reads', 'impressions', 'likes'] },
      { table: 'ad-rows', facts: ['adCents', 'adClicks'] },
    ]);
  });

  it('has every figure with or without a reason, whatever it is split by', () => {
    for (const dimension of reportDimensions)
      for (const { metric, shape, takes, refusal } of planReport({
        metrics: metricIds,
        dimensions: [dimension],
        timeBasis: 'happened',
        choice: defaultChoice,
      }).metrics) {
        expect(takes.length > 0).toBe(refusal === null);
        expect(shape === null).toBe(metrics[metric].shape === undefined);
      }
  });

  it('knows where every fact comes from, but for those that no file has', () => {
    const stated = new Set(factTableIds.flatMap((table) => Object.keys(factTables[table].facts)));
    expect(factIds.filter((fact) => !stated.has(fact))).toEqual([
      'exposedPeople',
      'searchedBack',
      'categoryImpressions',
      'categoryReads',
    ]);
  });

  it('has words for every reason and dimension', () => {
    for (const reason of planReasons) expect(planReasonWords[reason].zh).toMatch(/\p{Script=Han}/u);
    for (const dimension of reportDimensions) expect(dimensionNames[dimension].en.length).toBeGreaterThan(2);
  });
});
