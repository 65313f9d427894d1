import type { ReportSpec } from '@poolrise/contracts';
import { reportDimensions } from '@poolrise/domain';
import fc from 'fast-check';
import { aReportSpec } from '../../testing/a-report';
import {
  askable,
  blankSpec,
  comparedDays,
  lastDays,
  narrowedTo,
  obstaclesOf,
  periodTrouble,
  specOf,
  turnDimension,
  turned,
  wordOf,
  yesterday,
} from './report-draft';

const now = new Date('2026-11-25T17:00:00Z');

describe('a report in the making', () => {
  it('travels in the address and comes back as it was, whatever its filters are called', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 5_000 }),
        (campaigns, rowLimit) => {
          const spec = aReportSpec({ rowLimit, filters: { ...aReportSpec().filters, campaigns } });
          const word = wordOf(spec);
          expect(word).toMatch(/^[\w-]+$/);
          expect(specOf(word, blankSpec(now))).toEqual(spec);
        },
      ),
    );
  });

  it('takes no address for a report that is none', () => {
    const base = blankSpec(now);
    for (const word of [undefined, '', '%%%', 'eyJ9', wordOf({} as ReportSpec), 'bnVsbA'])
      expect(specOf(word, base)).toBeNull();
  });

  it('ends with the day before today in Shanghai', () => {
    expect(yesterday(now)).toBe('2026-11-25');
    expect(blankSpec(now).period).toEqual({ from: '2026-10-27', to: '2026-11-25' });
  });

  it('never divides time twice or the audience twice, nor by more than three', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...reportDimensions), { maxLength: 20 }), (turns) => {
        const dimensions = turns.reduce<ReportSpec['dimensions']>(turnDimension, []);
        expect(dimensions.length).toBeLessThanOrEqual(3);
        const times = dimensions.filter((one) => ['hour', 'day', 'week', 'month'].includes(one));
        expect(times.length).toBeLessThanOrEqual(1);
        expect(dimensions.filter((one) => one.startsWith('audience')).length).toBeLessThanOrEqual(1);
        expect(new Set(dimensions).size).toBe(dimensions.length);
      }),
    );
    expect(turnDimension(['day', 'note'], 'week')).toEqual(['week', 'note']);
    expect(turnDimension(['note'], 'note')).toEqual([]);
    expect(turnDimension(['note', 'creator', 'tier'], 'campaign')).toEqual(['note', 'creator', 'tier']);
  });

  it('asks only for what can be had, sorted by something that is there', () => {
    const spec = aReportSpec({
      metrics: ['noteCpm', 'impressions'],
      dimensions: ['day'],
      timeBasis: 'happened',
      sort: { by: 'noteCpm', direction: 'desc' },
    });
    expect(obstaclesOf(spec, spec.metrics).get('noteCpm')?.reason).toBe('cost-on-another-day');
    expect(askable(spec)).toMatchObject({ metrics: ['impressions'], sort: { by: 'day', direction: 'asc' } });
    expect(askable({ ...spec, metrics: ['noteCpm'] })).toBeNull();
  });

  it('says what is wrong with its days', () => {
    const of = (from: string, to: string, about: Partial<ReportSpec> = {}) =>
      periodTrouble(aReportSpec({ period: { from, to }, ...about }));
    expect(of('2026-10-01', '2026-10-31')).toBeNull();
    expect(of('2026-10-31', '2026-10-01')).toBe('turned-round');
    expect(of('2020-01-01', '2026-10-01')).toBe('too-long');
    expect(of('2026-08-01', '2026-10-01', { dimensions: ['hour'] })).toBe('too-long-by-hour');
    expect(of('2010-01-01', '2010-01-02')).toBe('too-early');
    const own = { kind: 'own' as const, period: { from: '2026-09-02', to: '2026-09-01' } };
    expect(of('2026-10-01', '2026-10-31', { comparison: own })).toBe('turned-round');
    expect(comparedDays(aReportSpec())).toEqual({ from: '2026-08-31', to: '2026-09-30' });
    expect(comparedDays(aReportSpec({ comparison: own }))).toEqual(own.period);
  });

  it('lets a choice of readers and what they are not known together with give way to each other', () => {
    const placed = aReportSpec({
      metrics: ['clicks'],
      dimensions: ['placement', 'audience-age'],
      sort: { by: 'placement', direction: 'asc' },
    });
    expect(narrowedTo(placed, ['women'])).toMatchObject({
      dimensions: [],
      filters: { audiences: ['women'], placements: [] },
      sort: { by: 'clicks' },
    });
    const women = { ...placed, ...narrowedTo(placed, ['women']) };
    expect(turned(women, 'category').filters).toBeUndefined();
    expect(turned(women, 'audience-gender').filters).toBeUndefined();
    expect(turned(women, 'placement').filters?.audiences).toEqual([]);
    expect(turned(women, 'audience-age').filters?.audiences).toEqual([]);
  });

  it('ends the last days yesterday by the calendar of its zone', () => {
    const now = new Date('2026-11-02T23:30:00Z');
    expect(lastDays(7, now).to).toBe('2026-11-02');
    expect(lastDays(7, now, 'America/New_York').to).toBe('2026-11-01');
  });
});
