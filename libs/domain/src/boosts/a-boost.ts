import type { FixedVoucher, RatioVoucher, TrafficVoucher } from '../vouchers/voucher';
import { onlyCash } from '../ledger/wallet-funds';
import type { BoostAsk } from './plan-boost';

/** Builders for specs: noon in Shanghai on a Friday, and a note that may be boosted. */
export const noon = Date.UTC(2026, 10, 20, 4);
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

export function anAsk(given: Partial<BoostAsk> = {}): BoostAsk {
  return {
    note: { noteId: 'cold-brew-tea', category: 'food', auditState: 'passed', visible: true },
    goal: 'reads',
    budgetCents: 10_000,
    startsAt: noon,
    durationHours: 24,
    now: noon,
    funds: onlyCash(50_000),
    vouchers: [],
    ...given,
  };
}

const terms = {
  state: 'granted',
  validFrom: noon - dayMs,
  expiresAt: noon + 7 * dayMs,
  minBudgetCents: 0,
  stackable: true,
} as const;

export function aFixedVoucher(given: Partial<FixedVoucher> = {}): FixedVoucher {
  return { ...terms, id: 'thirty-yuan', kind: 'fixed', faceCents: 3_000, ...given };
}

export function aRatioVoucher(given: Partial<RatioVoucher> = {}): RatioVoucher {
  return { ...terms, id: 'twenty-percent', kind: 'ratio', basisPoints: 2_000, capCents: 5_000, ...given };
}

export function aTrafficVoucher(given: Partial<TrafficVoucher> = {}): TrafficVoucher {
  return { ...terms, id: 'thousand-more', kind: 'traffic', impressions: 1_000, ...given };
}
