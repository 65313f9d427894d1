import type { NoteChoice, ObservedNoteRow, ObservedNoteView, UnmatchedName } from '@poolrise/contracts';
import {
  type CurvePeriod,
  type CurveReading,
  joinCurves,
  joinSnapshots,
  periodMs,
  type SeriesMetric,
  trueCostOf,
} from '@poolrise/domain';

export const observedId = '66666666-0000-4000-8000-000000000001';
export const fileId = '77777777-0000-4000-8000-000000000001';

export const anObservedRow = (changes: Partial<ObservedNoteRow> = {}): ObservedNoteRow => ({
  id: observedId,
  platformId: '6f0000000000000000000001',
  title: '春茶开箱',
  publishedAt: '2026-10-02T04:00:00Z',
  type: 'image',
  day: '2026-10-20',
  snapshots: 3,
  sources: ['C1', 'P1'],
  orders: 0,
  adRows: 0,
  impressions: { value: 12_000, halfWidth: 500 },
  reads: 900,
  interactions: { value: 10, atLeast: true },
  ...changes,
});

/** Two sheets of the platform and one of the author, which says something else on one day. */
export const anObservedNote = (changes: Partial<ObservedNoteView> = {}): ObservedNoteView => ({
  id: observedId,
  platformId: '6f0000000000000000000001',
  title: '春茶开箱',
  publishedAt: '2026-10-02T04:00:00Z',
  type: 'image',
  category: '美食',
  followers: 8_600,
  cooperation: true,
  sources: [{ importId: fileId, name: '投后数据.xlsx', kind: 'P1', rows: 2, lastDay: '2026-10-20' }],
  series: joinSnapshots([
    { day: '2026-10-08', source: 'P1', trust: 90, readings: { impressions: { value: 4_000 } } },
    {
      day: '2026-10-20',
      source: 'P1',
      trust: 90,
      readings: {
        impressions: { value: 12_000, half: 500 },
        impressionsNatural: { value: 11_000 },
        impressionsPromoted: { value: 1_000 },
      },
    },
    { day: '2026-10-20', source: 'C1', trust: 80, readings: { impressions: { value: 20_000 } } },
  ]),
  paid: null,
  estimate: {
    level: {
      told: true,
      is: {
        level: 2,
        probability: 0.82,
        levels: [
          { level: 0, probability: 0 },
          { level: 1, probability: 0.15 },
          { level: 2, probability: 0.82 },
          { level: 3, probability: 0.03 },
        ],
      },
    },
    movement: { told: true, is: { movement: 'stopped', probability: 0.1, peers: 34, pace: 0.01 } },
    standing: {
      told: true,
      is: {
        basis: 'read',
        compared: ['likes', 'collects', 'comments'],
        circle: 'same-category',
        peers: 34,
        source: 'peers',
        perThousand: 61.2,
        peersPerThousand: 44.1,
        lift: 1.39,
        low: 1.04,
        high: 1.86,
        probabilityAbove: 0.93,
      },
    },
    reach: {
      impressionsNatural: {
        told: true,
        is: {
          metric: 'impressionsNatural',
          horizonDays: 30,
          expected: 11_900,
          low: 11_000,
          high: 14_200,
          peers: 34,
          farthest: 0.4,
        },
      },
      interactions: { told: false, why: 'no-figures' },
    },
    reasons: [
      { code: 'LEVEL_SURE', numbers: { level: 2, probability: 0.82, low: 11_000, high: 11_000 } },
      { code: 'STANDS_STILL', numbers: { probability: 0.1, peers: 34, pace: 0.01 } },
      { code: 'RATED_PER_READ', numbers: { lift: 1.39, low: 1.04, high: 1.86, peers: 34 } },
      { code: 'ROUNDED', numbers: { share: 0.04 } },
    ],
    helps: ['ANOTHER_SNAPSHOT', 'NATURAL_EXPOSURE'],
    policy: { name: 'platform-stated', version: 2 },
  },
  spill: {
    verdict: 'cannot-tell',
    why: 'too-few-days',
    interval: null,
    byTrend: {},
    days: 1,
    assumptions: [],
  },
  peers: 34,
  levels: ['起步池', '千人池', '万人池', '十万池'].map((zh, level) => ({
    level,
    name: { zh, en: ['First pool', 'Thousands', 'Ten thousands', 'Hundred thousands'][level] ?? '' },
    target: 500 * 10 ** level,
  })),
  orders: [],
  ads: [],
  cost: trueCostOf({
    order: { quoteCents: 100_000, serviceFeeCents: 10_000, amountCents: null, effectMode: false },
    adCents: null,
    boostCents: null,
    voucherCents: null,
    adsComplete: false,
    boostsComplete: false,
    promotedImpressions: 1_000,
    heatedImpressions: null,
  }),
  ...changes,
});

/** Two days of a curve by day and its first hours, of which the creator centre and an old export tell. */
export function withCurves(): Partial<ObservedNoteView> {
  const midnight = Date.parse('2026-10-02T00:00:00+08:00');
  const come = (
    metric: SeriesMetric,
    period: CurvePeriod,
    values: readonly number[],
    source = 'C3',
  ): CurveReading[] =>
    values.map((value, at) => ({
      metric,
      period,
      at: midnight + at * periodMs[period],
      source,
      trust: 80,
      reading: { value },
    }));
  const curves = joinCurves([
    ...come('impressions', 'day', [400, 200, 100, 60]),
    ...come('impressions', 'hour', [40, 30, 20]),
    ...come('follows', 'day', [3, -1]),
    ...come('coverCtr', 'day', [0.125, 0.08]),
  ]);
  return {
    series: joinSnapshots([], { curves, publishedAt: midnight }),
    paid: { from: '2026-10-03', to: '2026-10-04' },
  };
}

export const anUnmatchedName = (changes: Partial<UnmatchedName> = {}): UnmatchedName => ({
  nameKey: '春茶开箱\u001f2026-10-05',
  subject: 'note-snapshot',
  title: '春茶开箱',
  publishedAt: '2026-10-05T01:00:00Z',
  order: null,
  curve: null,
  impressions: { value: 12_000, halfWidth: 500 },
  reads: 300,
  interactions: null,
  rows: 2,
  sources: ['C1'],
  likely: [
    {
      noteId: observedId,
      title: '春茶开箱',
      platformId: '6f0000000000000000000001',
      publishedAt: '2026-10-02T04:00:00Z',
      sameTitle: true,
      daysApart: 3,
      daysAfterOrder: null,
      sameFigures: 1,
      figures: 2,
    },
  ],
  ...changes,
});

export const aNoteChoice = (changes: Partial<NoteChoice> = {}): NoteChoice => ({
  nameKey: '夏茶\u001f2026-10-05',
  title: '夏茶',
  orderId: null,
  note: { id: observedId, title: '春茶开箱', platformId: null },
  rows: 2,
  chosenBy: 'Lin',
  chosenAt: '2026-11-25T08:00:00Z',
  ...changes,
});
