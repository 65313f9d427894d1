import type { Voucher } from './voucher';

/** What ends within seven days from `from` on, in cents and impressions. Epoch milliseconds; the last one is open. */
export interface ExpiryWeek {
  from: number;
  until: number | null;
  vouchers: number;
  /** yuan that fixed vouchers hold, in cents */
  fixedCents: number;
  /** the most that discounts take off */
  discountCents: number;
  impressions: number;
  /** what of it will be lost at the pace so far */
  lostCents: number;
}

const weekMs = 7 * 86_400_000;
/** Weeks told apart; what ends later stands in one more. */
export const weeksShown = 6;

/** What ends when, by weeks from now on. @param lostOf cents that are expected to be lost with a voucher */
export function expiryWeeks(
  vouchers: readonly Voucher[],
  now: number,
  lostOf: (voucher: Voucher) => number,
): ExpiryWeek[] {
  const weeks = Array.from({ length: weeksShown + 1 }, (_, week): ExpiryWeek => {
    const from = now + week * weekMs;
    const until = week < weeksShown ? from + weekMs : null;
    return { from, until, vouchers: 0, fixedCents: 0, discountCents: 0, impressions: 0, lostCents: 0 };
  });
  for (const voucher of vouchers) {
    const ahead = Math.max(0, Math.floor((voucher.expiresAt - now) / weekMs));
    const week = weeks[Math.min(ahead, weeksShown)] as ExpiryWeek;
    week.vouchers += 1;
    week.lostCents += lostOf(voucher);
    if (voucher.kind === 'fixed') week.fixedCents += voucher.faceCents;
    if (voucher.kind === 'ratio') week.discountCents += voucher.capCents;
    if (voucher.kind === 'traffic') week.impressions += voucher.impressions;
  }
  return weeks;
}
