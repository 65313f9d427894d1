import fc from 'fast-check';
import { defaultTrafficClock } from '../pools/traffic-clock';
import { campaignAlerts, type WatchedCampaign } from './campaign-alerts';

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.parse('2026-11-02T00:00:00+08:00');
const now = start + 2 * day;
const counts = {
  impressions: 10_000,
  reads: 1_000,
  likes: 60,
  collects: 20,
  comments: 15,
  shares: 5,
  follows: 10,
  orderCents: 50_000,
  boostCents: 0,
  voucherCents: 0,
};
const quiet: WatchedCampaign = {
  id: 'campaign',
  paused: false,
  flights: [{ name: 'Warm-up', from: start, to: start + 4 * day, budgetCents: 100_000 }],
  rails: { creators: 100_000, boosts: 0, search: 0 },
  guards: [{ metric: 'noteCpe', comparison: 'at-most', bound: 500, afterImpressions: 1_000 }],
  actualCents: 50_000,
  actualOfFlights: [50_000],
  counts,
  orders: [
    {
      id: 'order',
      name: 'Spring tea',
      state: 'brand-review',
      waitsForBrand: true,
      dueAt: now + 25 * hour,
      silentApprovals: [],
      since: start,
      sampleAlarms: [],
    },
  ],
  notes: [{ id: 'note', title: '一杯好茶', disclosure: 'sponsored', passed: [] }],
};
const saying = (change: Partial<WatchedCampaign>, at = now) =>
  campaignAlerts({ ...quiet, ...change }, at, defaultTrafficClock).map(
    ({ kind, subjectId, mark }) => `${kind} ${subjectId} ${mark}`,
  );
const passed = (levels: number[]) =>
  levels.map((level) => ({ level, name: { zh: '池', en: 'Pool' }, at: start }));
const order = (change: object) => ({ orders: quiet.orders.map((its) => ({ ...its, ...change })) });
const note = (change: object) => ({ notes: quiet.notes.map((its) => ({ ...its, ...change })) });

describe('the alerts of a campaign', () => {
  it('are none while it runs as planned', () => {
    expect(saying({})).toEqual([]);
  });

  it('tell of the budget at 80 and at 100 percent, to the cent', () => {
    const said = (actualCents: number) => saying({ actualCents });
    expect(said(79_999)).toEqual([]);
    expect(said(80_000)).toEqual(['budget-reached campaign 80']);
    expect(said(100_000)).toEqual(['budget-reached campaign 80', 'budget-reached campaign 100']);
  });

  it('tell of flights that are off their plan', () => {
    const window = '2026-11-01T16:00:00.000Z 2026-11-05T16:00:00.000Z';
    expect(saying({ actualOfFlights: [39_999] })).toEqual([`flight-behind campaign ${window}`]);
    expect(saying({ actualOfFlights: [39_999], paused: true })).toEqual([]);
    expect(saying({ actualOfFlights: [60_001] })).toEqual([`flight-ahead campaign ${window}`]);
  });

  it('tell of a guard that broke', () => {
    expect(saying({ counts: { ...counts, orderCents: 50_001 } })).toEqual([
      'guard-broken campaign noteCpe at-most 500',
    ]);
  });

  it('tell of reviews a day before silence answers, and of those that it answered', () => {
    expect(saying(order({ dueAt: now + 24 * hour }))).toEqual(['review-due order 2026-11-04T16:00:00.000Z']);
    expect(saying(order({ dueAt: now + 24 * hour, waitsForBrand: false }))).toEqual([]);
    expect(saying(order({ silentApprovals: [4] }))).toEqual(['review-overdue order 4']);
  });

  it('tell of samples that are late, from the moment they are', () => {
    const sampleAlarms = [
      { kind: 'unsent', at: now, mark: '2026-11-03' },
      { kind: 'near-draft', at: now + 1, mark: 'due' },
    ];
    expect(saying(order({ sampleAlarms }))).toEqual(['sample-unsent order 2026-11-03']);
    expect(saying(order({ sampleAlarms }), now + 1)).toHaveLength(2);
  });

  it('tell of notes: a gate passed, no label, gone under protection', () => {
    expect(saying(note({ passed: passed([1, 2]) }))).toEqual(['gate-passed note 1', 'gate-passed note 2']);
    expect(saying(note({ disclosure: 'none' }))).toEqual(['disclosure-missing note ']);
    expect(saying(order({ state: 'note-removed' }))).toEqual(['note-removed order 2026-11-01T16:00:00.000Z']);
  });

  it('never are two of one name, whatever happens', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200_000 }),
        fc.integer({ min: 0, max: 6 * 24 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 9 })),
        (actualCents, hours, levels) => {
          const said = saying(
            {
              actualCents,
              actualOfFlights: [actualCents],
              ...note({ passed: passed(levels), disclosure: 'none' }),
            },
            start + hours * hour,
          );
          expect(new Set(said).size).toBe(said.length);
        },
      ),
    );
  });
});
