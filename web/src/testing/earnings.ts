import type { EarningsView } from '@poolrise/contracts';
import { monthsUpTo } from '@poolrise/domain';

const id = (n: number): string => `77777777-0000-4000-8000-00000000000${n}`;
const noSums = {
  ...{ opens: 0, paidOpens: 0, sales: 0, soldCents: 0, returnedCents: 0 },
  ...{ expectedCents: 0, confirmedCents: 0, openToSale: null },
};

/** This month in Shanghai, as the page asks for it. */
const thisMonth = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);

export const noEarnings = (changes: Partial<EarningsView> = {}): EarningsView => ({
  month: thisMonth,
  asOf: '2026-11-27T04:00:00Z',
  months: monthsUpTo(thisMonth).map((month) => ({ month, orderCents: 0, rewardCents: 0 })),
  sums: { grossCents: 0, feeCents: 0, netCents: 0, rewardCents: 0 },
  orders: { items: [], more: 0 },
  rewards: { items: [], more: 0 },
  payouts: {
    ...{ items: [], more: 0, months: [], netCents: 0, late: 0 },
    undated: { orders: 0, netCents: 0 },
  },
  commission: { windowDays: 7, confirmDays: 15, sums: noSums, links: [], more: 0 },
  ...changes,
});

const ordered = { brandName: '林家茶', feeBasisPoints: 1_000, feeCents: 6_000 } as const;

export const someEarnings = (changes: Partial<EarningsView> = {}): EarningsView =>
  noEarnings({
    months: monthsUpTo('2026-11').map((month) => ({
      month,
      orderCents: month === '2026-11' ? 54_005 : 20_000,
      rewardCents: 1_000,
    })),
    sums: { grossCents: 60_005, feeCents: 6_000, netCents: 54_005, rewardCents: 8_800 },
    orders: {
      items: [
        {
          ...{ ...ordered, id: id(1), orderId: id(2), name: '春茶上新', state: 'settled' },
          ...{ paidAt: '2026-11-20T04:00:00Z', grossCents: 60_005, netCents: 54_005 },
        },
      ],
      more: 3,
    },
    rewards: { items: [{ id: id(3), name: '冷泡茶季', at: '2026-11-21T04:00:00Z', cents: 8_800 }], more: 0 },
    payouts: {
      items: [
        {
          ...{ ...ordered, orderId: id(4), name: '白茶慢下来', state: 'published', step: 'protection' },
          ...{ dueAt: '2026-12-09T09:00:00Z', late: null, grossCents: 60_005, netCents: 54_005, upTo: false },
        },
        {
          ...{ ...ordered, orderId: id(5), name: '中秋礼盒', state: 'draft-due', step: 'work' },
          ...{ dueAt: null, late: 'draft', grossCents: 60_000, netCents: 54_000, upTo: true },
        },
      ],
      more: 0,
      months: [{ month: '2026-12', orders: 1, netCents: 54_005 }],
      undated: { orders: 1, netCents: 54_000 },
      netCents: 108_005,
      late: 1,
    },
    commission: {
      ...{ windowDays: 7, confirmDays: 15, more: 0 },
      sums: {
        ...noSums,
        opens: 40,
        paidOpens: 12,
        sales: 3,
        soldCents: 14_700,
        expectedCents: 784,
        openToSale: 0.075,
      },
      links: [
        {
          ...{ noteId: id(6), noteTitle: '前一晚泡好，早晨不赶', language: 'zh', product: 1 },
          ...{ title: '茉莉冷泡茶 12 包', ratePermyriad: 800, opens: 40, paidOpens: 12, sales: 3 },
          ...{
            soldCents: 14_700,
            returnedCents: 4_900,
            expectedCents: 784,
            confirmedCents: 0,
            openToSale: 0.075,
          },
        },
      ],
    },
    ...changes,
  });
