import fc from 'fast-check';
import { fundsTotal, onlyCash, payFromWallet } from '../ledger/wallet-funds';
import { missingForRound, payableFrom } from './fund-round';

const rule = { perCashBasisPoints: 10_000 };
const wallet = { compensation: 1_000, rebate: 4_000, cash: 10_000, credit: 2_000 };

describe('payableFrom', () => {
  it('counts what was granted as far as cash goes with it', () => {
    expect(payableFrom(wallet, rule)).toBe(17_000);
    expect(payableFrom({ ...wallet, cash: 3_000 }, rule)).toBe(8_000);
    expect(payableFrom({ ...wallet, cash: 0 }, rule)).toBe(2_000);
  });

  it('is what one payment can be, and not a cent more', () => {
    const buckets = fc.integer({ min: 0, max: 50_000 });
    fc.assert(
      fc.property(buckets, buckets, buckets, buckets, (compensation, rebate, cash, credit) => {
        const funds = { compensation, rebate, cash, credit };
        const most = payableFrom(funds, rule);
        expect(payFromWallet(most, funds, rule)).not.toBeNull();
        expect(payFromWallet(most + 1, funds, rule)).toBeNull();
        expect(most).toBeLessThanOrEqual(fundsTotal(funds));
      }),
    );
  });
});

describe('missingForRound', () => {
  it('is nothing when each boost is paid, and what lacks otherwise', () => {
    expect(missingForRound([7_500, 9_500], wallet, rule)).toBe(0);
    expect(missingForRound([10_000, 10_066], onlyCash(14_800), rule)).toBe(5_266);
    expect(missingForRound([], onlyCash(0), rule)).toBe(0);
  });

  it('never says that a boost is paid which is not', () => {
    // Rounded down boost by boost, three halves of odd amounts burn a cent of rebate each less than the whole would.
    expect(missingForRound([7_501, 7_501, 7_501], { ...onlyCash(11_252), rebate: 20_000 }, rule)).toBe(1);
  });
});
