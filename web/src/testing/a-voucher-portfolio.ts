import type { VoucherPortfolioView } from '@poolrise/contracts';
import { aVoucher, voucherId } from './a-boost';
import { noteId } from './a-note';

const day = 86_400_000;
const start = Date.parse('2026-11-23T06:00:00Z');
const at = (days: number) => new Date(start + days * day).toISOString();
const week = (n: number): VoucherPortfolioView['weeks'][number] => ({
  from: at(7 * n),
  until: n < 6 ? at(7 * n + 7) : null,
  vouchers: 0,
  fixedCents: 0,
  discountCents: 0,
  impressions: 0,
  lostCents: 0,
});

/** ¥30 that end within the week and go into one boost of ¥75, and 3,000 impressions that are not valid yet. */
export function aVoucherPortfolio(changes: Partial<VoucherPortfolioView> = {}): VoucherPortfolioView {
  const fixed = aVoucher({ expiresAt: at(2) });
  const traffic = aVoucher({
    id: voucherId(2),
    name: 'More reach',
    kind: 'traffic',
    state: 'scheduled',
    impressions: 3_000,
    expiresAt: at(60),
  });
  return {
    asOf: at(0),
    vouchers: [
      { ...fixed, worthCents: 3_000, lostChance: 0.62, burnsBecause: 'ends-sooner' },
      { ...traffic, worthCents: 4_500, lostChance: 0.1, burnsBecause: null },
    ],
    weeks: [0, 1, 2, 3, 4, 5, 6].map((n) => {
      if (n === 0) return { ...week(n), vouchers: 1, fixedCents: 3_000, lostCents: 1_860 };
      return n === 6 ? { ...week(n), vouchers: 1, impressions: 3_000, lostCents: 450 } : week(n);
    }),
    worthCents: 7_500,
    waste: { lowCents: 0, expectedCents: 2_310, highCents: 7_500 },
    pace: { uses: 4, days: 60 },
    plan: {
      boosts: [
        {
          noteId: noteId(1),
          noteTitle: 'Cold brew tea',
          goal: 'follows',
          budgetCents: 7_500,
          durationHours: 48,
          vouchers: [{ id: voucherId(1), name: 'First boost' }],
          walletCents: 4_500,
          savedCents: 3_000,
          impressions: 5_000,
          brings: { low: 1, mid: 3, high: 7 },
          launchBefore: at(2),
        },
      ],
      walletCents: 4_500,
      walletLimitCents: 50_000,
      cashCents: 80_000,
      savedCents: 3_000,
      boundCents: 3_000,
      left: [{ id: voucherId(2), name: 'More reach', why: 'not-yet-valid', needsCents: null }],
    },
    burnOrderAlone: { savedCents: 2_000, walletCents: 5_500, usualBudgetCents: 7_500 },
    ...changes,
  };
}
