import fc from 'fast-check';
import { aFixedVoucher, aRatioVoucher, aTrafficVoucher, noon } from '../boosts/a-boost';
import { burnOrder, voucherWorthCents } from './burn-order';

describe('the order in which vouchers burn', () => {
  it('is the soonest lost first, then the smaller, whatever their kind', () => {
    const vouchers = [
      aFixedVoucher({ id: 'large', faceCents: 9_000, expiresAt: noon + 2 }),
      aRatioVoucher({ id: 'middle', capCents: 5_000, expiresAt: noon + 2 }),
      aFixedVoucher({ id: 'soon', faceCents: 99_000, expiresAt: noon + 1 }),
      aTrafficVoucher({ id: 'small', impressions: 1_000, expiresAt: noon + 2 }),
    ];
    expect(burnOrder(vouchers).map(({ id }) => id)).toEqual(['soon', 'small', 'middle', 'large']);
    expect(voucherWorthCents(aTrafficVoucher({ impressions: 1_000 }))).toBe(1_500);
  });

  it('does not depend on the order in which they were chosen', () => {
    const voucher = fc.record({
      id: fc.uuid(),
      faceCents: fc.nat(3),
      expiresAt: fc.integer({ min: noon, max: noon + 3 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(voucher, { selector: ({ id }) => id }), (given) => {
        const vouchers = given.map((terms) => aFixedVoucher(terms));
        expect(burnOrder([...vouchers].reverse())).toEqual(burnOrder(vouchers));
      }),
    );
  });
});
