import type { Mark } from '../metrics/mark';

/** What the platform takes of a brand on top of a quote. */
export const platformFee = {
  /** of the quote, in the normal mode; the effect mode takes as much again for its boost */
  share: 0.1,
  mark: 'B' as Mark,
  source:
    'relangdata.cn/activity/details/224.html; an order report of Aug 2026 has a quote of 50.0 and a fee of 5.0',
} as const;

/** The fee that goes with a quote, in cents rounded up: 10 %, in the effect mode as much again for its boost. */
export const serviceFeeCentsUp = (quoteCents: number, effectMode: boolean): number =>
  // A tenth or a fifth of whole cents has at most one decimal, which floating point must not push over a cent.
  Math.ceil(Math.round(quoteCents * platformFee.share * (effectMode ? 2 : 1) * 1_000) / 1_000);

/** A quote with the platform's fee, in cents rounded up, so that a plan never costs more than it says. */
export const withPlatformFee = (quoteCents: number): number =>
  quoteCents + serviceFeeCentsUp(quoteCents, false);
