import { aFixedVoucher, aRatioVoucher, aTrafficVoucher, dayMs, noon } from '../boosts/a-boost';
import { expiryWeeks, weeksShown } from './expiry-weeks';

it('tells what ends when: yuan, discounts and impressions apart, and the far end in one', () => {
  const weeks = expiryWeeks(
    [
      aFixedVoucher({ faceCents: 4_000, expiresAt: noon + 7 * dayMs - 1 }),
      aRatioVoucher({ capCents: 9_000, expiresAt: noon + 7 * dayMs }),
      aTrafficVoucher({ impressions: 3_000, expiresAt: noon + 8 * dayMs }),
      aFixedVoucher({ faceCents: 1_000, expiresAt: noon + 400 * dayMs }),
    ],
    noon,
    () => 100,
  );
  expect(weeks).toHaveLength(weeksShown + 1);
  expect(weeks[0]).toMatchObject({
    from: noon,
    until: noon + 7 * dayMs,
    vouchers: 1,
    fixedCents: 4_000,
    lostCents: 100,
  });
  expect(weeks[1]).toMatchObject({
    vouchers: 2,
    fixedCents: 0,
    discountCents: 9_000,
    impressions: 3_000,
    lostCents: 200,
  });
  expect(weeks.at(-1)).toMatchObject({ until: null, vouchers: 1, fixedCents: 1_000 });
});
