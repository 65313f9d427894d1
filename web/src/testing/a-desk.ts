import type { DataCentreView, DeskToday, TodayThing } from '@poolrise/contracts';

const id = '66666666-0000-4000-8000-000000000001';

export const aTodayThing = (changes: Partial<TodayThing> = {}): TodayThing => ({
  id: `offer:${id}`,
  kind: 'offer',
  subjectId: id,
  name: null,
  title: '春茶图文',
  who: '林家茶',
  state: 'invited',
  cents: 80_000,
  centsAtMost: false,
  missing: null,
  odds: null,
  lapsesAt: new Date(Date.now() + 10 * 3_600_000).toISOString(),
  urgency: 'today',
  place: ['orders', id],
  ...changes,
});

export const aDeskToday = (changes: Partial<DeskToday> = {}): DeskToday => ({
  asOf: '2026-11-26T04:00:00Z',
  from: '2026-11-19T16:00:00Z',
  things: [aTodayThing()],
  more: 0,
  figures: [
    { metric: 'clicks', value: 1_200, previous: 1_000 },
    { metric: 'interactionsLCCS', value: 300, previous: 0 },
    { metric: 'follows', value: 12, previous: 10 },
    { metric: 'earningsSettled', value: 76_000, previous: 0 },
  ],
  climbing: [],
  steps: {
    creator: {
      id,
      name: '小满',
      redId: 'xiaoman',
      platformId: null,
      followers: 1_240,
      categories: ['food'],
      taken: true,
    },
    claimWaits: false,
    published: true,
    applied: true,
  },
  ...changes,
});

export const someFigures = (changes: Partial<DataCentreView> = {}): DataCentreView => ({
  asOf: '2026-11-26T04:00:00Z',
  days: 7,
  first: '2026-11-19',
  last: '2026-11-25',
  points: Array.from({ length: 7 }, (_, at) => new Date(Date.UTC(2026, 10, 18 + at, 16)).toISOString()),
  figures: [
    { metric: 'impressions', value: 1_700, previous: 4_000, daily: [0, 700, 0, 0, 0, 0, 1_000] },
    { metric: 'ctr', value: 0.09, previous: null, daily: [null, 0.07, null, null, null, null, 0.1] },
  ],
  sources: [
    { rail: 'organic', impressions: 1_000, reads: 100, ctr: 0.1, interactionsLccs: 20 },
    { rail: 'paid', impressions: 700, reads: 50, ctr: 0.07, interactionsLccs: 5 },
  ],
  portrait: {
    notes: [{ id, title: '春茶开箱' }],
    readers: 32,
    floor: 10,
    groups: [
      { kind: 'known', category: 'food', readers: 20, share: 0.625 },
      { kind: 'others', category: null, readers: 12, share: 0.375 },
    ],
  },
  readers: {
    notes: [
      {
        ...{ id, title: '春茶开箱', language: 'zh' },
        exits: { told: 60, exits: 15, share: 0.25, low: 0.18, high: 0.33 },
      },
      {
        ...{ id: `${id.slice(0, -1)}2`, title: '夏茶', language: 'zh' },
        exits: { told: 0, exits: 0, share: null, low: 0, high: 1 },
      },
    ],
    reads: 130,
    readers: 120,
    readsMost: 500,
    floor: 10,
    gender: [
      { kind: 'known', value: 'female', readers: 90, share: 0.75 },
      { kind: 'known', value: 'other', readers: 30, share: 0.25 },
    ],
    age: [
      { kind: 'known', value: '18-24', readers: 80, share: 2 / 3 },
      { kind: 'others', value: null, readers: 40, share: 1 / 3 },
    ],
    cityTier: [{ kind: 'unknown', value: null, readers: 120, share: 1 }],
    exits: { told: 100, exits: 22, share: 0.22, low: 0.17, high: 0.28 },
  },
  ...changes,
});
