import { campaignFigure, campaignMetrics, judgeGuard, reachesKpi } from './campaign-figures';

const counts = {
  impressions: 10_000,
  reads: 1_000,
  likes: 60,
  collects: 20,
  comments: 15,
  shares: 5,
  follows: 10,
  orderCents: 40_000,
  boostCents: 12_000,
  voucherCents: 2_000,
};
const nothing = Object.fromEntries(Object.keys(counts).map((name) => [name, 0])) as typeof counts;

describe('the figures of a campaign', () => {
  it('follow the definitions of reports, with all that was paid as the cost', () => {
    const value = (metric: (typeof campaignMetrics)[number]) => campaignFigure(metric, counts).value;
    expect(value('trueCost')).toBe(50_000);
    expect(value('cpr')).toBe(50);
    expect(value('noteCpe')).toBe(500);
    expect(value('noteCpf')).toBe(5_000);
    expect(value('noteCpm')).toBe(5_000);
    expect(value('ctr')).toBe(0.1);
    expect(value('interactionsLCCS')).toBe(100);
    expect(value('interactionRatePerRead')).toBe(0.1);
    expect(value('clicks')).toBe(1_000);
  });

  it('are all known from what a campaign counts, and none is wrong where there is nothing', () => {
    for (const metric of campaignMetrics) {
      expect(campaignFigure(metric, counts).value).not.toBeNull();
      expect([0, null]).toContain(campaignFigure(metric, nothing).value);
    }
  });

  it('reach a target at it', () => {
    expect(reachesKpi({ metric: 'clicks', comparison: 'at-least', target: 1_000 }, 1_000)).toBe(true);
    expect(reachesKpi({ metric: 'noteCpe', comparison: 'at-most', target: 499 }, 500)).toBe(false);
    expect(reachesKpi({ metric: 'noteCpe', comparison: 'at-most', target: 499 }, null)).toBeNull();
  });

  it('break a guard only once enough was seen', () => {
    const guard = { metric: 'noteCpe', comparison: 'at-most', bound: 499, afterImpressions: 10_000 } as const;
    expect(judgeGuard(guard, counts)).toBe('broken');
    expect(judgeGuard({ ...guard, bound: 500 }, counts)).toBe('kept');
    expect(judgeGuard({ ...guard, afterImpressions: 10_001 }, counts)).toBe('too-early');
    expect(judgeGuard({ ...guard, afterImpressions: 0 }, nothing)).toBe('too-early');
  });
});
