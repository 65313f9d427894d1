import fc from 'fast-check';
import {
  fundsTotal,
  onlyCash,
  payFromWallet,
  rebateRuleOn,
  splitWalletSpend,
  type WalletFunds,
  walletBuckets,
} from './wallet-funds';

const centForCent = { perCashBasisPoints: 10_000 };
const funds = (given: Partial<WalletFunds>): WalletFunds => ({ ...onlyCash(0), ...given });

describe('paying from the buckets of a wallet', () => {
  it.each<[string, Partial<WalletFunds>, Partial<WalletFunds> | null]>([
    ['cash alone', { cash: 20_000 }, { cash: 10_000 }],
    ['as much rebate as cash', { cash: 20_000, rebate: 9_000 }, { cash: 5_000, rebate: 5_000 }],
    [
      'compensation before rebate',
      { cash: 20_000, rebate: 9_000, compensation: 1_200 },
      { cash: 5_000, compensation: 1_200, rebate: 3_800 },
    ],
    ['no rebate without cash', { rebate: 20_000 }, null],
    ['no rebate beside credit', { rebate: 20_000, credit: 10_000 }, { credit: 10_000 }],
    [
      'credit at last',
      { cash: 3_000, rebate: 9_000, credit: 4_000 },
      { cash: 3_000, rebate: 3_000, credit: 4_000 },
    ],
    ['nothing when a cent is missing', { cash: 3_000, rebate: 9_000, credit: 3_999 }, null],
  ])('%s', (_, has, pays) => {
    expect(payFromWallet(10_000, funds(has), centForCent)).toEqual(pays && funds(pays));
  });

  it('rounds the part of rebates down', () => {
    const third = { perCashBasisPoints: 3_333 };
    expect(payFromWallet(10_001, funds({ cash: 10_001, rebate: 5_000 }), third)).toEqual(
      funds({ cash: 7_501, rebate: 2_500 }),
    );
  });

  it('knows the rule of a day, and no rule before the first', () => {
    expect(rebateRuleOn('2026-11-26').perCashBasisPoints).toBe(10_000);
    expect(() => rebateRuleOn('2019-12-31')).toThrow(RangeError);
  });

  const amount = fc.nat(800_000);
  const anyFunds = fc.record({ compensation: amount, rebate: amount, cash: amount, credit: amount });

  it('never pays more than a bucket holds, nor more rebate than the rule lets go with cash, now or half way', () => {
    fc.assert(
      fc.property(amount, anyFunds, fc.nat(30_000), fc.array(fc.nat(1_000)), (open, has, bp, steps) => {
        const paid = payFromWallet(open, has, { perCashBasisPoints: bp });
        if (paid === null) {
          expect(fundsTotal(has) - has.rebate - has.compensation).toBeLessThan(open);
          return;
        }
        expect(fundsTotal(paid)).toBe(open);
        for (const bucket of walletBuckets) expect(paid[bucket]).toBeLessThanOrEqual(has[bucket]);
        expect((paid.rebate + paid.compensation) * 10_000).toBeLessThanOrEqual(paid.cash * bp);

        let before = onlyCash(0);
        const spends = steps.map((step) => Math.floor((open * step) / 1_000)).sort((a, b) => a - b);
        for (const spent of [...spends, open]) {
          const now = splitWalletSpend(paid, spent);
          expect(fundsTotal(now)).toBe(spent);
          for (const bucket of walletBuckets) {
            expect(now[bucket]).toBeGreaterThanOrEqual(before[bucket]);
            expect(now[bucket]).toBeLessThanOrEqual(paid[bucket]);
          }
          expect((now.rebate + now.compensation) * 10_000).toBeLessThanOrEqual(now.cash * bp);
          before = now;
        }
        expect(before).toEqual(paid);
      }),
    );
  });

  it('throws on what is no amount', () => {
    expect(() => payFromWallet(1.5, onlyCash(10), centForCent)).toThrow(RangeError);
    expect(() => payFromWallet(1, onlyCash(-1), centForCent)).toThrow(RangeError);
    expect(() => splitWalletSpend(onlyCash(10), 11)).toThrow(RangeError);
  });
});
