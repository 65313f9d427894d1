import fc from 'fast-check';
import { type Account, type Leg, accounts, balanced, heldAccounts } from '../ledger/journal';
import type { WalletFunds } from '../ledger/wallet-funds';
import type { FixedVoucher } from '../vouchers/voucher';
import { aFixedVoucher, aRatioVoucher, anAsk, hourMs, noon } from './a-boost';
import { type BoostPlan, planBoost } from './plan-boost';
import { refundBoost, settleDelivery } from './settle-boost';

interface RunningBoost extends BoostPlan {
  spentCents: number;
  delivered: number;
}

/** A workspace as its journal and its rows would have it, and nothing else. */
class Workspace {
  readonly balances = Object.fromEntries(accounts.map((account) => [account, 0])) as Record<Account, number>;
  readonly vouchers = new Map<string, FixedVoucher>();
  readonly running: RunningBoost[] = [];
  now = noon;
  private granted = 0;

  topUp(cents: number): void {
    this.post([
      { account: 'topup', cents: -cents },
      { account: 'cash', cents },
    ]);
  }

  grant(faceCents: number, hours: number): void {
    const id = `voucher-${(this.granted += 1)}`;
    const validity = { validFrom: this.now, expiresAt: this.now + hours * hourMs };
    this.vouchers.set(id, aFixedVoucher({ id, faceCents, ...validity }));
    this.post([
      { account: 'issued', cents: -faceCents },
      { account: 'voucher', cents: faceCents },
    ]);
  }

  /** The platform pays back, rebates, or widens the credit. */
  give(bucket: 'rebate' | 'compensation' | 'credit', cents: number): void {
    this.post([
      { account: bucket === 'credit' ? 'limit' : 'issued', cents: -cents },
      { account: bucket, cents },
    ]);
  }

  private funds(): WalletFunds {
    const { compensation, rebate, cash, credit } = this.balances;
    return { compensation, rebate, cash, credit };
  }

  launch(budgetCents: number, withVouchers: number, withRatio: boolean): void {
    const chosen = [...this.vouchers.values()].slice(0, withVouchers);
    const plan = planBoost(
      anAsk({
        budgetCents,
        now: this.now,
        startsAt: this.now,
        funds: this.funds(),
        vouchers: withRatio ? [...chosen, aRatioVoucher({ expiresAt: this.now + hourMs })] : chosen,
      }),
    );
    if (typeof plan === 'string') return;
    for (const { voucherId } of plan.vouchers) this.vouchers.delete(voucherId);
    this.running.push({ ...plan, spentCents: 0, delivered: 0 });
    this.post(plan.legs);
  }

  deliver(which: number, impressions: number): void {
    const boost = this.running[which % Math.max(1, this.running.length)];
    if (!boost) return;
    boost.delivered += impressions;
    const settled = settleDelivery({
      ...boost,
      voucherParts: boost.vouchers,
      deliveredImpressions: boost.delivered,
      alreadySpentCents: boost.spentCents,
    });
    boost.spentCents = settled.spentCents;
    this.post(settled.legs);
  }

  stop(which: number): void {
    const [boost] = this.running.splice(which % Math.max(1, this.running.length), 1);
    if (!boost) return;
    const refund = refundBoost({ ...boost, voucherParts: boost.vouchers, now: this.now });
    for (const { voucherId, cents } of refund.toVouchers) {
      const use = boost.vouchers.find((used) => used.voucherId === voucherId);
      this.vouchers.set(
        voucherId,
        aFixedVoucher({ id: voucherId, faceCents: cents, expiresAt: use?.expiresAt ?? 0 }),
      );
    }
    this.post(refund.legs);
  }

  pass(hours: number): void {
    this.now += hours * hourMs;
    for (const voucher of [...this.vouchers.values()].filter(({ expiresAt }) => expiresAt <= this.now)) {
      this.vouchers.delete(voucher.id);
      this.post([
        { account: 'voucher', cents: -voucher.faceCents },
        { account: 'expired', cents: voucher.faceCents },
      ]);
    }
  }

  private post(legs: readonly Leg[]): void {
    for (const { account, cents } of balanced(legs)) this.balances[account] += cents;
  }
}

type Command = (workspace: Workspace) => void;

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.nat(100_000).map((cents) => (w: Workspace) => w.topUp(cents)),
  fc.tuple(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 72 })).map(
    ([cents, hours]) =>
      (w: Workspace) =>
        w.grant(cents, hours),
  ),
  fc
    .tuple(fc.constantFrom('rebate' as const, 'compensation' as const, 'credit' as const), fc.nat(20_000))
    .map(
      ([bucket, cents]) =>
        (w: Workspace) =>
          w.give(bucket, cents),
    ),
  fc.tuple(fc.integer({ min: 7_000, max: 60_000 }), fc.nat(3), fc.boolean()).map(
    ([cents, vouchers, ratio]) =>
      (w: Workspace) =>
        w.launch(cents, vouchers, ratio),
  ),
  fc.tuple(fc.nat(9), fc.nat(9_000)).map(
    ([which, impressions]) =>
      (w: Workspace) =>
        w.deliver(which, impressions),
  ),
  fc.nat(9).map((which) => (w: Workspace) => w.stop(which)),
  fc.nat(30).map((hours) => (w: Workspace) => w.pass(hours)),
);

describe('money, through any order of top-up, grant, rebate, credit, launch, delivery, stop and expiry', () => {
  it('adds up to nothing, never falls below zero, and is held for exactly what is running', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
        const workspace = new Workspace();
        for (const run of commands) {
          run(workspace);
          const { balances, vouchers, running } = workspace;
          expect(Object.values(balances).reduce((all, cents) => all + cents, 0)).toBe(0);
          for (const account of heldAccounts) expect(balances[account]).toBeGreaterThanOrEqual(0);
          expect(balances.reserved).toBe(sum(running, (boost) => boost.budgetCents - boost.spentCents));
          expect(balances.voucher).toBe(sum([...vouchers.values()], (voucher) => voucher.faceCents));
        }
      }),
      { numRuns: 300 },
    );
  });
});

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((all, item) => all + of(item), 0);
}
