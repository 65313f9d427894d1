import { anOffer, aVoucher, voucherId } from '../../testing/a-boost';
import { whyNotVoucher } from './voucher-fit';

const now = Date.parse('2026-11-23T06:00:00Z');
const plan = { offer: anOffer(), goal: 'reads' as const, budgetCents: 30_000, chosen: [], now };

it.each([
  ['one that fits', {}, null],
  ['one that asks for a larger budget', { minimumBudgetCents: 30_001 }, 'budget-below-voucher'],
  ['one for another category', { categories: ['beauty' as const] }, 'voucher-wrong-scope'],
  ['one for this category', { categories: ['food' as const] }, null],
  ['one that is already in a boost', { state: 'reserved' as const }, 'voucher-spent'],
  ['one that was taken back', { state: 'revoked' as const }, 'voucher-revoked'],
  ['one that ended a second ago', { expiresAt: '2026-11-23T05:59:59Z' }, 'voucher-expired'],
  [
    'one that starts tomorrow',
    { state: 'scheduled' as const, validFrom: '2026-11-24T00:00:00Z' },
    'voucher-not-yet-valid',
  ],
  ['one with nothing left', { remainingCents: 0 }, 'voucher-spent'],
  ['a discount', { kind: 'ratio' as const, ratioBasisPoints: 1_000, capCents: 5_000 }, null],
  ['extra impressions', { kind: 'traffic' as const, impressions: 2_000 }, null],
])('judges %s', (_, changes, refusal) => {
  expect(whyNotVoucher(aVoucher(changes), plan)).toBe(refusal);
});

it('keeps vouchers apart that do not stack, whichever of the two says so', () => {
  const single = aVoucher({ id: voucherId(2), stackable: false });
  expect(whyNotVoucher(single, { ...plan, chosen: [aVoucher()] })).toBe('vouchers-do-not-stack');
  expect(whyNotVoucher(aVoucher(), { ...plan, chosen: [single] })).toBe('vouchers-do-not-stack');
  expect(whyNotVoucher(single, { ...plan, chosen: [single] })).toBeNull();
});
