import { type Leg, balanced } from '../ledger/journal';
import { floorCents } from '../ledger/rounding';
import { payFromWallet, rebateRuleOn, type WalletFunds, walletBuckets } from '../ledger/wallet-funds';
import { dayInShanghai } from '../pools/traffic-clock';
import { burnOrder } from '../vouchers/burn-order';
import { voucherRefusal } from '../vouchers/eligibility';
import { mayStack, stackingRuleOn, vouchersMayPay } from '../vouchers/stacking';
import type { Voucher, VoucherKind } from '../vouchers/voucher';
import type { BoostGoal } from './boost-goal';
import {
  type BoostRefusal,
  type BoostTerms,
  type BoostableNote,
  boostTerms,
  impressionsFor,
  isBoostable,
} from './boost-terms';
import type { BoostPlacement } from './search-boost';

/** A boost somebody would like to launch. Times are epoch milliseconds. */
export interface BoostAsk {
  note: BoostableNote;
  goal: BoostGoal;
  /** the feed when it is left out */
  placement?: BoostPlacement;
  budgetCents: number;
  startsAt: number;
  durationHours: number;
  now: number;
  /** What the workspace holds in its buckets and is not reserved. */
  funds: WalletFunds;
  /** The vouchers chosen, in any order. */
  vouchers: readonly Voucher[];
  terms?: BoostTerms;
}

/** One voucher's part in a boost, in burn order. `cents` is what it pays, `lapsedCents` the change it does not give. */
export interface VoucherUse {
  voucherId: string;
  kind: VoucherKind;
  cents: number;
  lapsedCents: number;
  impressions: number;
  expiresAt: number;
}

export interface BoostPlan {
  goal: BoostGoal;
  budgetCents: number;
  voucherCents: number;
  /** What vouchers leave open, and what each bucket pays of it. */
  walletCents: number;
  wallet: WalletFunds;
  /** Impressions that the budget buys, those on top from traffic vouchers, and their sum. */
  boughtImpressions: number;
  voucherImpressions: number;
  plannedImpressions: number;
  centsPerThousand: number;
  startsAt: number;
  endsAt: number;
  vouchers: VoucherUse[];
  legs: Leg[];
}

/** How far in the past a start may lie and still mean "now": the time a person takes from the preview to the button. */
export const startGraceMs = 10 * 60_000;

const hourMs = 3_600_000;

/**
 * Splits the budget of a boosted note between its vouchers and the wallet, or says why not.
 *
 * Units: integer cents; impressions are whole exposures, rounded down, so that we never promise one the budget does
 * not pay for. Throws when an amount is not whole cents.
 * Source: limits from the Shutiao operation deck [A]; voucher terms are ours, as nobody published the platform's:
 * vouchers pay first, in burn order, as far as their cash ratio lets them,
 * give no change, and a ratio is taken of the whole budget. The wallet pays what they
 * leave open as `payFromWallet` says.
 */
export function planBoost(ask: BoostAsk): BoostPlan | BoostRefusal {
  const terms = ask.terms ?? boostTerms;
  const refusal = refusalOf(ask, terms);
  if (refusal) return refusal;

  const vouchers: VoucherUse[] = [];
  let payableCents = vouchersMayPay(ask.vouchers, ask.budgetCents);
  let openCents = ask.budgetCents;
  for (const voucher of burnOrder(ask.vouchers)) {
    const use = useOf(voucher, ask.budgetCents, payableCents);
    vouchers.push(use);
    payableCents -= use.cents;
    openCents -= use.cents;
  }
  const wallet = payFromWallet(openCents, ask.funds, rebateRuleOn(dayInShanghai(new Date(ask.now))));
  if (!wallet) return 'wallet-too-low';

  const boughtImpressions = impressionsFor(ask.budgetCents, terms.centsPerThousand);
  const voucherImpressions = sum(vouchers, (use) => use.impressions);
  const startsAt = Math.max(ask.startsAt, ask.now);
  return {
    goal: ask.goal,
    budgetCents: ask.budgetCents,
    voucherCents: ask.budgetCents - openCents,
    walletCents: openCents,
    wallet,
    boughtImpressions,
    voucherImpressions,
    plannedImpressions: boughtImpressions + voucherImpressions,
    centsPerThousand: terms.centsPerThousand,
    startsAt,
    endsAt: startsAt + ask.durationHours * hourMs,
    vouchers,
    legs: launchLegs(ask.budgetCents, wallet, vouchers),
  };
}

function refusalOf(ask: BoostAsk, terms: BoostTerms): BoostRefusal | null {
  if (!isBoostable(ask.note)) return 'note-not-boostable';
  if (ask.budgetCents < terms.minBudgetCents) return 'budget-too-low';
  if (ask.budgetCents > terms.maxBudgetCents) return 'budget-too-high';
  if (ask.durationHours < terms.minDurationHours) return 'duration-too-short';
  if (ask.durationHours > terms.maxDurationHours) return 'duration-too-long';
  if (ask.startsAt < ask.now - startGraceMs) return 'starts-in-past';

  const { noteId, category } = ask.note;
  for (const voucher of burnOrder(ask.vouchers)) {
    const refused = voucherRefusal(voucher, { ...ask, noteId, category });
    if (refused) return refused;
  }
  if (!mayStack(ask.vouchers, stackingRuleOn(dayInShanghai(new Date(ask.now)))))
    return 'vouchers-do-not-stack';
  if (new Set(ask.vouchers.map((voucher) => voucher.id)).size < ask.vouchers.length) return 'voucher-spent';
  return null;
}

function useOf(voucher: Voucher, budgetCents: number, payableCents: number): VoucherUse {
  const use = { voucherId: voucher.id, kind: voucher.kind, expiresAt: voucher.expiresAt };
  switch (voucher.kind) {
    case 'fixed': {
      const cents = Math.min(voucher.faceCents, payableCents);
      return { ...use, cents, lapsedCents: voucher.faceCents - cents, impressions: 0 };
    }
    case 'ratio': {
      const offCents = floorCents((budgetCents * voucher.basisPoints) / 10_000);
      return {
        ...use,
        cents: Math.min(offCents, voucher.capCents, payableCents),
        lapsedCents: 0,
        impressions: 0,
      };
    }
    case 'traffic':
      return { ...use, cents: 0, lapsedCents: 0, impressions: voucher.impressions };
  }
}

/** A fixed voucher was booked when it was granted; a ratio voucher comes into being with the boost it pays for. */
function launchLegs(budgetCents: number, wallet: WalletFunds, vouchers: readonly VoucherUse[]): Leg[] {
  const fixed = vouchers.filter((use) => use.kind === 'fixed');
  const paidCents = sum(fixed, (use) => use.cents);
  const lapsedCents = sum(fixed, (use) => use.lapsedCents);
  const discountCents = sum(vouchers, (use) => use.cents) - paidCents;
  return balanced([
    { account: 'reserved', cents: budgetCents },
    ...walletBuckets.map((account) => ({ account, cents: -wallet[account] })),
    { account: 'voucher', cents: -(paidCents + lapsedCents) },
    { account: 'expired', cents: lapsedCents },
    { account: 'issued', cents: -discountCents },
  ]);
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((all, item) => all + of(item), 0);
}
