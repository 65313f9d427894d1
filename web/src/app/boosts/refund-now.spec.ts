import fc from 'fast-check';
import { aBoost } from '../../testing/a-boost';
import { refundNow } from './refund-now';

describe('what comes back if a boost is stopped now', () => {
  it('is what was not delivered; vouchers burnt first', () => {
    expect(refundNow(aBoost())).toEqual({ spentCents: 12_000, toWalletCents: 18_000, toVouchersCents: 0 });
  });

  it('returns the rest of a voucher that was not burnt yet', () => {
    const early = aBoost({ deliveredImpressions: 1_000, spentCents: 1_500 });
    expect(refundNow(early)).toEqual({ spentCents: 1_500, toWalletCents: 27_000, toVouchersCents: 1_500 });
  });

  it('counts impressions whose money has not been booked yet', () => {
    expect(refundNow(aBoost({ deliveredImpressions: 10_000, spentCents: 12_000 })).spentCents).toBe(15_000);
  });

  it('always adds up to the budget, and is never negative', () => {
    const money = fc.record({
      voucherCents: fc.integer({ min: 0, max: 50_000 }),
      walletCents: fc.integer({ min: 0, max: 500_000 }),
      plannedImpressions: fc.integer({ min: 1, max: 500_000 }),
      deliveredImpressions: fc.integer({ min: 0, max: 600_000 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(money, ({ share, ...figures }) => {
        const budgetCents = figures.voucherCents + figures.walletCents;
        const boost = aBoost({ ...figures, budgetCents, spentCents: Math.floor(budgetCents * share) });
        const { spentCents, toWalletCents, toVouchersCents } = refundNow(boost);
        expect(spentCents + toWalletCents + toVouchersCents).toBe(budgetCents);
        expect(Math.min(spentCents, toWalletCents, toVouchersCents)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
