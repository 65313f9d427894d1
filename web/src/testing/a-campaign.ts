import type { CampaignItem, CampaignRow, CampaignView } from '@poolrise/contracts';

export const campaignId = '0b9d0f6a-6f4a-4a57-9d0b-2a6c3f1e7b01';
const rails = { creators: 900_000, boosts: 100_000, search: 0 };

/** A live campaign of ¥10,000, ¥1,500 behind its plan. */
export const aCampaignRow = (change: Partial<CampaignRow> = {}): CampaignRow => ({
  id: campaignId,
  name: '春茶上新',
  goal: 'seeding',
  state: 'live',
  startsAt: '2026-11-20T16:00:00.000Z',
  endsAt: '2026-11-30T16:00:00.000Z',
  budgetCents: 1_000_000,
  pace: { plannedCents: 500_000, actualCents: 350_000, offCents: -150_000, state: 'behind' },
  boosts: 1,
  orders: 1,
  unreadAlerts: 2,
  changedAt: '2026-11-26T08:00:00.000000Z',
  version: 3,
  ...change,
});

export const aCampaignView = (change: Partial<CampaignView> = {}): CampaignView => ({
  ...aCampaignRow(),
  asOf: '2026-11-26T10:00:00.000Z',
  createdBy: 'Lin',
  flights: [
    {
      name: '预热',
      from: '2026-11-20T16:00:00.000Z',
      to: '2026-11-30T16:00:00.000Z',
      budgetCents: 1_000_000,
    },
  ],
  rails,
  audience: { genders: ['female'] },
  keywords: [
    { text: '冷泡茶', match: 'phrase' },
    { text: '春茶', match: 'exact' },
    { text: 'iced tea', match: 'broad' },
  ],
  negatives: ['奶茶'],
  byRail: {
    creators: { budgetCents: 900_000, plannedCents: 450_000, actualCents: 330_000 },
    boosts: { budgetCents: 100_000, plannedCents: 50_000, actualCents: 20_000 },
    search: { budgetCents: 0, plannedCents: 0, actualCents: 0 },
  },
  heldCents: 330_000,
  paidCents: 0,
  days: [
    {
      day: '2026-11-21',
      planned: rails,
      plannedCents: 100_000,
      actual: { ...rails, creators: 0, boosts: 0 },
    },
    { day: '2026-11-22', planned: rails, plannedCents: 200_000, actual: null },
  ],
  kpis: [{ metric: 'clicks', comparison: 'at-least', target: 50_000, value: 12_000, reached: false }],
  guards: [
    {
      metric: 'noteCpe',
      comparison: 'at-most',
      bound: 500,
      afterImpressions: 1_000,
      value: 620,
      state: 'broken',
    },
  ],
  notes: 2,
  impressions: 80_000,
  reads: 12_000,
  legal: ['pause', 'end'],
  holdout: null,
  begun: true,
  ...change,
});

export const aCampaignItem = (change: Partial<CampaignItem> = {}): CampaignItem => ({
  kind: 'boost',
  id: '0b9d0f6a-6f4a-4a57-9d0b-2a6c3f1e7b10',
  name: '一杯好茶的早晨',
  creatorName: '小满',
  state: 'running',
  ended: false,
  noteId: '0b9d0f6a-6f4a-4a57-9d0b-2a6c3f1e7b11',
  budgetCents: 30_000,
  actualCents: 20_000,
  at: '2026-11-25T08:00:00.000000Z',
  ...change,
});
