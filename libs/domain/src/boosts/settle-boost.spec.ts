import fc from 'fast-check';
import { fundsTotal, onlyCash, walletBuckets } from '../ledger/wallet-funds';
import { dayMs, noon } from './a-boost';
import { type BoostMoney, type VoucherPart, refundBoost, settleDelivery } from './settle-boost';

const voucherPart: VoucherPart = {
  voucherId: 'thirty-yuan',
  kind: 'fixed',
  cents: 3_000,
  expiresAt: noon + dayMs,
};
const money: BoostMoney = { budgetCents: 10_000, voucherParts: [voucherPart], wallet: onlyCash(7_000) };
const plan = { ...money, plannedImpressions: 6_666 };

describe('settling what was delivered', () => {
  it('charges by the impression, rounded down, and burns the voucher first', () => {
    const tenth = settleDelivery({ ...plan, deliveredImpressions: 667, alreadySpentCents: 0 });
    expect(tenth.spentCents).toBe(1_000);
    expect(tenth.bySource).toMatchObject({ voucherCents: 1_000, wallet: onlyCash(0) });
    expect(tenth.legs).toEqual([
      { account: 'reserved', cents: -1_000 },
      { account: 'spent', cents: 1_000 },
    ]);
    const half = settleDelivery({ ...plan, deliveredImpressions: 3_333, alreadySpentCents: 1_000 });
    expect(half).toMatchObject({ spentCents: 5_000, newCents: 4_000 });
    expect(half.bySource).toMatchObject({ voucherCents: 3_000, wallet: onlyCash(2_000) });
  });

  it('charges nothing twice when a report comes again, and nothing back when it comes late', () => {
    const again = settleDelivery({ ...plan, deliveredImpressions: 3_333, alreadySpentCents: 5_000 });
    const late = settleDelivery({ ...plan, deliveredImpressions: 667, alreadySpentCents: 5_000 });
    for (const settled of [again, late])
      expect(settled).toMatchObject({ spentCents: 5_000, newCents: 0, legs: [] });
  });

  it('gives away what is delivered beyond the plan', () => {
    const beyond = settleDelivery({ ...plan, deliveredImpressions: 9_000, alreadySpentCents: 0 });
    expect(beyond.spentCents).toBe(10_000);
  });

  it('throws on money that does not add up', () => {
    const short = { ...plan, wallet: onlyCash(6_999) };
    expect(() => settleDelivery({ ...short, deliveredImpressions: 1, alreadySpentCents: 0 })).toThrow(
      RangeError,
    );
    expect(() => settleDelivery({ ...plan, deliveredImpressions: 1, alreadySpentCents: 10_001 })).toThrow(
      RangeError,
    );
    expect(() => refundBoost({ ...money, spentCents: -1, now: noon })).toThrow(RangeError);
    const nothing = { ...plan, plannedImpressions: 0, deliveredImpressions: 0, alreadySpentCents: 0 };
    expect(() => settleDelivery(nothing)).toThrow(RangeError);
  });
});

describe('stopping a boost', () => {
  it('returns the undelivered part to where it came from', () => {
    const refund = refundBoost({ ...money, spentCents: 1_200, now: noon });
    expect(refund).toMatchObject({
      refundCents: 8_800,
      toWallet: onlyCash(7_000),
      toVouchers: [{ voucherId: 'thirty-yuan', cents: 1_800 }],
      lapsedCents: 0,
    });
    expect(refund.legs).toEqual([
      { account: 'reserved', cents: -8_800 },
      { account: 'cash', cents: 7_000 },
      { account: 'voucher', cents: 1_800 },
    ]);
  });

  it.each([
    ['has expired in the meantime', { ...voucherPart, expiresAt: noon }, []],
    ['was a share off this boost', { ...voucherPart, kind: 'ratio' as const }, []],
    ['was taken back', voucherPart, ['thirty-yuan']],
  ])('lets the part of a voucher lapse that %s', (_, part, revokedVoucherIds) => {
    const refund = refundBoost({
      ...money,
      voucherParts: [part],
      spentCents: 0,
      now: noon,
      revokedVoucherIds,
    });
    expect(refund).toMatchObject({ toWallet: onlyCash(7_000), toVouchers: [], lapsedCents: 3_000 });
  });

  it('returns to every bucket what it paid and is not spent, rebates and cash in one ratio', () => {
    const wallet = { compensation: 500, rebate: 2_500, cash: 3_000, credit: 4_000 };
    const boost = { budgetCents: 10_000, voucherParts: [], wallet };
    expect(refundBoost({ ...boost, spentCents: 2_001, now: noon })).toMatchObject({
      toWallet: { compensation: 0, rebate: 2_000, cash: 1_999, credit: 4_000 },
      legs: [
        { account: 'reserved', cents: -7_999 },
        { account: 'rebate', cents: 2_000 },
        { account: 'cash', cents: 1_999 },
        { account: 'credit', cents: 4_000 },
      ],
    });
  });

  it('has nothing to return when all was delivered', () => {
    expect(refundBoost({ ...money, spentCents: 10_000, now: noon })).toMatchObject({
      refundCents: 0,
      legs: [],
    });
  });
});

describe('for any boost and any order of reports', () => {
  const parts = fc.array(
    fc.record({
      voucherId: fc.uuid(),
      kind: fc.constantFrom('fixed' as const, 'ratio' as const, 'traffic' as const),
      cents: fc.nat(100_000),
      expiresAt: fc.integer({ min: noon - dayMs, max: noon + dayMs }),
    }),
    { maxLength: 4 },
  );

  it('spent and refunded make up the budget, from every source to the cent', () => {
    fc.assert(
      fc.property(
        parts,
        fc.record({
          compensation: fc.nat(50_000),
          rebate: fc.nat(50_000),
          cash: fc.integer({ min: 1, max: 750_000 }),
          credit: fc.nat(50_000),
        }),
        fc.integer({ min: 1, max: 600_000 }),
        fc.array(fc.nat(700_000), { maxLength: 8 }),
        (voucherParts, wallet, plannedImpressions, reports) => {
          const vouchersCents = voucherParts.reduce((all, { cents }) => all + cents, 0);
          const boost = { budgetCents: fundsTotal(wallet) + vouchersCents, voucherParts, wallet };
          let alreadySpentCents = 0;
          let reservedCents = boost.budgetCents;
          let most = 0;
          for (const deliveredImpressions of reports) {
            const ask = { ...boost, plannedImpressions, deliveredImpressions, alreadySpentCents };
            const settled = settleDelivery(ask);
            most = Math.max(most, Math.min(deliveredImpressions, plannedImpressions));
            alreadySpentCents = settled.spentCents;
            reservedCents -= settled.newCents;
            expect(settled.newCents).toBeGreaterThanOrEqual(0);
            expect(settled.bySource.voucherCents + fundsTotal(settled.bySource.wallet)).toBe(
              settled.spentCents,
            );
            expect(settled.bySource.voucherCents).toBe(Math.min(vouchersCents, settled.spentCents));
          }
          expect(reservedCents).toBeGreaterThanOrEqual(0);
          expect(alreadySpentCents).toBe(Math.floor((boost.budgetCents * most) / plannedImpressions));

          const refund = refundBoost({ ...boost, spentCents: alreadySpentCents, now: noon });
          const toVouchers = refund.toVouchers.reduce((all, { cents }) => all + cents, 0);
          expect(refund.refundCents).toBe(reservedCents);
          expect(fundsTotal(refund.toWallet) + toVouchers + refund.lapsedCents).toBe(reservedCents);
          expect(Math.min(toVouchers, refund.lapsedCents)).toBeGreaterThanOrEqual(0);
          for (const bucket of walletBuckets) expect(refund.toWallet[bucket]).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
