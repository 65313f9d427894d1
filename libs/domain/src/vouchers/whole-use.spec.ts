import { aFixedVoucher, aRatioVoucher, aTrafficVoucher } from '../boosts/a-boost';
import { boostTerms } from '../boosts/boost-terms';
import { wholeUseOf } from './whole-use';

describe('what it takes to use a voucher whole', () => {
  it('is its face where it may pay for everything, and never less than the smallest boost', () => {
    expect(wholeUseOf(aFixedVoucher({ faceCents: 20_000 }))).toEqual({
      budgetCents: 20_000,
      walletCents: 0,
      paidCents: 20_000,
      unusableCents: 0,
    });
    expect(wholeUseOf(aFixedVoucher({ faceCents: 3_000 }))).toMatchObject({
      budgetCents: boostTerms.minBudgetCents,
      walletCents: boostTerms.minBudgetCents - 3_000,
    });
  });

  it('grows with the cash ratio, and with the minimum spend', () => {
    expect(wholeUseOf(aFixedVoucher({ faceCents: 20_000, maxShareBasisPoints: 5_000 }))).toMatchObject({
      budgetCents: 40_000,
      walletCents: 20_000,
    });
    expect(wholeUseOf(aFixedVoucher({ faceCents: 20_000, minBudgetCents: 60_000 }))).toMatchObject({
      budgetCents: 60_000,
      walletCents: 40_000,
    });
    expect(wholeUseOf(aRatioVoucher({ basisPoints: 2_000, capCents: 4_000 }))).toMatchObject({
      budgetCents: 20_000,
      paidCents: 4_000,
    });
  });

  it('does not ask where and for what it may be used', () => {
    const scope = { placements: ['search' as const], categories: ['beauty'], goals: ['follows' as const] };
    expect(wholeUseOf(aFixedVoucher({ faceCents: 20_000, scope }))).toMatchObject({ budgetCents: 20_000 });
  });

  it('says what even the largest boost leaves of it, and where nobody can use it', () => {
    const { maxBudgetCents } = boostTerms;
    expect(
      wholeUseOf(aFixedVoucher({ faceCents: maxBudgetCents, maxShareBasisPoints: 1_000 })),
    ).toMatchObject({
      budgetCents: maxBudgetCents,
      paidCents: maxBudgetCents / 10,
      unusableCents: 0.9 * maxBudgetCents,
    });
    expect(wholeUseOf(aFixedVoucher({ minBudgetCents: maxBudgetCents + 1 }))).toBeNull();
    expect(wholeUseOf(aTrafficVoucher())).toMatchObject({ paidCents: 0, unusableCents: 0 });
  });
});
