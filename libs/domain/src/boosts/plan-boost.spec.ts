import { onlyCash } from '../ledger/wallet-funds';
import { aFixedVoucher, aRatioVoucher, aTrafficVoucher, anAsk, dayMs, hourMs, noon } from './a-boost';
import { boostRefusals } from './boost-terms';
import { type BoostAsk, type BoostPlan, planBoost } from './plan-boost';

function planned(ask: BoostAsk): BoostPlan {
  const plan = planBoost(ask);
  if (typeof plan === 'string') throw new Error(`refused: ${plan}`);
  return plan;
}

describe('planning a boost', () => {
  it('buys five thousand impressions for ¥75, as Shutiao does', () => {
    const plan = planned(anAsk({ budgetCents: 7_500 }));
    expect(plan).toMatchObject({ plannedImpressions: 5_000, walletCents: 7_500, voucherCents: 0 });
    expect(plan.endsAt - plan.startsAt).toBe(dayMs);
    expect(plan.legs).toEqual([
      { account: 'reserved', cents: 7_500 },
      { account: 'cash', cents: -7_500 },
    ]);
  });

  it('never promises an impression that the budget does not pay for', () => {
    expect(planned(anAsk({ budgetCents: 7_501 })).plannedImpressions).toBe(5_000);
    expect(planned(anAsk({ budgetCents: 10_000 })).plannedImpressions).toBe(6_666);
  });

  it('lets a voucher pay first', () => {
    const plan = planned(anAsk({ vouchers: [aFixedVoucher()] }));
    expect(plan).toMatchObject({ voucherCents: 3_000, walletCents: 7_000 });
    expect(plan.legs).toEqual([
      { account: 'reserved', cents: 10_000 },
      { account: 'cash', cents: -7_000 },
      { account: 'voucher', cents: -3_000 },
    ]);
  });

  it('gives no change on a voucher larger than the budget', () => {
    const plan = planned(anAsk({ vouchers: [aFixedVoucher({ faceCents: 12_000 })], funds: onlyCash(0) }));
    expect(plan).toMatchObject({ voucherCents: 10_000, walletCents: 0 });
    expect(plan.vouchers[0]).toMatchObject({ cents: 10_000, lapsedCents: 2_000 });
    expect(plan.legs).toEqual([
      { account: 'reserved', cents: 10_000 },
      { account: 'voucher', cents: -12_000 },
      { account: 'expired', cents: 2_000 },
    ]);
  });

  it('takes a ratio of the whole budget, rounded down, up to its cap', () => {
    const cents = (budgetCents: number) =>
      planned(anAsk({ budgetCents, vouchers: [aRatioVoucher()] })).voucherCents;
    expect([cents(10_000), cents(10_004), cents(30_000)]).toEqual([2_000, 2_000, 5_000]);
    expect(planned(anAsk({ vouchers: [aRatioVoucher()] })).legs).toEqual([
      { account: 'reserved', cents: 10_000 },
      { account: 'cash', cents: -8_000 },
      { account: 'issued', cents: -2_000 },
    ]);
  });

  it('adds the impressions of a traffic voucher on top and leaves the price alone', () => {
    const plan = planned(anAsk({ vouchers: [aTrafficVoucher()] }));
    expect(plan).toMatchObject({
      boughtImpressions: 6_666,
      voucherImpressions: 1_000,
      plannedImpressions: 7_666,
      walletCents: 10_000,
    });
  });

  it('burns the vouchers that are lost soonest, and only as far as the budget needs', () => {
    const late = aFixedVoucher({ id: 'late', faceCents: 8_000, expiresAt: noon + 5 * dayMs });
    const soon = aFixedVoucher({ id: 'soon', faceCents: 6_000, expiresAt: noon + dayMs });
    const plan = planned(anAsk({ vouchers: [late, soon] }));
    expect(plan.vouchers.map(({ voucherId, cents, lapsedCents }) => [voucherId, cents, lapsedCents])).toEqual(
      [
        ['soon', 6_000, 0],
        ['late', 4_000, 4_000],
      ],
    );
  });

  it('starts now when the button was pressed a moment after the start that was shown', () => {
    const plan = planned(anAsk({ startsAt: noon - 3 * 60_000 }));
    expect(plan.startsAt).toBe(noon);
    expect(plan.endsAt).toBe(noon + 24 * hourMs);
  });

  it('throws when a budget is no whole number of cents, which the contract should have refused', () => {
    expect(() => planBoost(anAsk({ budgetCents: 10_000.5 }))).toThrow(RangeError);
  });
});

describe('a boost is refused', () => {
  const note = anAsk().note;
  const refusals: [string, Partial<BoostAsk>][] = [
    ['note-not-boostable', { note: { ...note, auditState: 'limited' } }],
    ['note-not-boostable', { note: { ...note, visible: false } }],
    ['budget-too-low', { budgetCents: 7_499 }],
    ['budget-too-high', { budgetCents: 750_001, funds: onlyCash(1_000_000) }],
    ['duration-too-short', { durationHours: 5 }],
    ['duration-too-long', { durationHours: 169 }],
    ['starts-in-past', { startsAt: noon - hourMs }],
    ['vouchers-do-not-stack', { vouchers: [aFixedVoucher(), aRatioVoucher({ stackable: false })] }],
    ['voucher-spent', { vouchers: [aFixedVoucher({ state: 'spent' })] }],
    ['voucher-spent', { vouchers: [aFixedVoucher({ state: 'reserved' })] }],
    ['voucher-spent', { vouchers: [aFixedVoucher(), aFixedVoucher()] }],
    ['voucher-expired', { vouchers: [aFixedVoucher({ expiresAt: noon })] }],
    ['voucher-expired', { vouchers: [aFixedVoucher({ state: 'expired' })] }],
    ['voucher-not-yet-valid', { vouchers: [aFixedVoucher({ validFrom: noon + 1 })] }],
    ['voucher-revoked', { vouchers: [aFixedVoucher({ state: 'revoked' })] }],
    ['voucher-wrong-scope', { vouchers: [aFixedVoucher({ scope: { goals: ['follows'] } })] }],
    ['voucher-wrong-scope', { vouchers: [aFixedVoucher({ scope: { noteIds: ['another'] } })] }],
    ['voucher-wrong-scope', { vouchers: [aFixedVoucher({ scope: { categories: ['pets'] } })] }],
    ['budget-below-voucher', { vouchers: [aFixedVoucher({ minBudgetCents: 10_001 })] }],
    ['wallet-too-low', { funds: onlyCash(9_999) }],
    ['wallet-too-low', { funds: onlyCash(6_999), vouchers: [aFixedVoucher()] }],
  ];

  it.each(refusals)('%s: %p', (code, change) => {
    expect(planBoost(anAsk(change))).toBe(code);
  });

  it('with every code there is', () => {
    expect(new Set(refusals.map(([code]) => code))).toEqual(new Set(boostRefusals));
  });
});
