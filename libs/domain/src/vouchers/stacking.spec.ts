import { aFixedVoucher, aRatioVoucher, aTrafficVoucher, anAsk, noon } from '../boosts/a-boost';
import { planBoost } from '../boosts/plan-boost';
import { mayStack, stackingRuleOn, stackingRules, vouchersMayPay } from './stacking';

const rule = stackingRuleOn('2026-11-20');

describe('which vouchers may stand together', () => {
  it('is five at the most, one discount among them, and nothing beside one that stands alone', () => {
    const six = Array.from({ length: 6 }, (_, n) => aFixedVoucher({ id: String(n) }));
    expect(mayStack(six.slice(1), rule)).toBe(true);
    expect(mayStack(six, rule)).toBe(false);
    expect(mayStack([aRatioVoucher(), aRatioVoucher({ id: 'other' })], rule)).toBe(false);
    expect(mayStack([aRatioVoucher(), aFixedVoucher(), aTrafficVoucher()], rule)).toBe(true);
    expect(mayStack([aFixedVoucher({ stackable: false })], rule)).toBe(true);
    expect(mayStack([aFixedVoucher({ stackable: false }), aTrafficVoucher()], rule)).toBe(false);
    expect(planBoost(anAsk({ vouchers: [aRatioVoucher(), aRatioVoucher({ id: 'other' })] }))).toBe(
      'vouchers-do-not-stack',
    );
  });

  it('follows the rule of the day, and says that it is a default of ours', () => {
    const none = { ...rule, maxVouchers: 1, from: '2027-01-01' };
    expect(stackingRuleOn('2026-12-31', [none, rule])).toBe(rule);
    expect(stackingRuleOn('2027-01-01', [none, rule])).toBe(none);
    expect(() => stackingRuleOn('2019-12-31')).toThrow(RangeError);
    expect(stackingRules.every(({ mark, source }) => mark === 'P' && source.includes('default'))).toBe(true);
  });
});

describe('the cash ratio', () => {
  it('lets the strictest of the vouchers decide how much the wallet has to pay', () => {
    const half = aFixedVoucher({ id: 'half', faceCents: 9_000, maxShareBasisPoints: 5_000 });
    const free = aFixedVoucher({ id: 'free', faceCents: 9_000, expiresAt: noon + 1 });
    expect(vouchersMayPay([half, free], 10_001)).toBe(5_000);
    const plan = planBoost(anAsk({ budgetCents: 10_000, vouchers: [half, free] }));
    if (typeof plan === 'string') throw new Error(plan);
    expect(plan).toMatchObject({ voucherCents: 5_000, walletCents: 5_000 });
    // No change: what the budget could not take of either is gone, as the journal says.
    expect(plan.vouchers.map(({ voucherId, cents, lapsedCents }) => [voucherId, cents, lapsedCents])).toEqual(
      [
        ['free', 5_000, 4_000],
        ['half', 0, 9_000],
      ],
    );
    expect(
      planBoost(anAsk({ vouchers: [half], funds: { compensation: 0, rebate: 0, cash: 4_999, credit: 0 } })),
    ).toBe('wallet-too-low');
  });
});

describe('the scope', () => {
  it('keeps a voucher for search from paying for the feed', () => {
    expect(planBoost(anAsk({ vouchers: [aFixedVoucher({ scope: { placements: ['search'] } })] }))).toBe(
      'voucher-wrong-scope',
    );
    expect(
      planBoost(anAsk({ vouchers: [aFixedVoucher({ scope: { placements: ['feed', 'search'] } })] })),
    ).not.toBe('voucher-wrong-scope');
  });
});
