import fc from 'fast-check';
import { aFixedVoucher, aRatioVoucher, aTrafficVoucher, noon } from '../boosts/a-boost';
import { burnOrder, compareBurn, voucherWorthCents } from './burn-order';

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

  it('takes the one that fits fewer boosts before one that fits any, and says what decided', () => {
    const free = aFixedVoucher({ id: 'free', faceCents: 1_000 });
    const tied = aFixedVoucher({ id: 'tied', minBudgetCents: 20_000, scope: { goals: ['follows'] } });
    const soon = aFixedVoucher({ id: 'soon', expiresAt: noon + 1 });
    expect(burnOrder([free, tied, soon]).map(({ id }) => id)).toEqual(['soon', 'tied', 'free']);
    expect(compareBurn(soon, tied).reason).toBe('ends-sooner');
    expect(compareBurn(tied, free).reason).toBe('more-restricted');
    expect(compareBurn(free, { ...free, id: 'large', faceCents: 2_000 }).reason).toBe('worth-less');
    expect(compareBurn(free, { ...free, id: 'other' }).reason).toBe('same');
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
