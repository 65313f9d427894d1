import type { BudgetCurve } from './budget-ask';

/** What so much media brings: each further person is new with a smaller chance (Poisson coverage). */
const covered = ({ perCent, room }: BudgetCurve, mediaCents: number): number =>
  room === null ? perCent * mediaCents : room > 0 ? room * -Math.expm1((-perCent * mediaCents) / room) : 0;

/** What `cents` of the wallet bring, in units of the goal; nothing below the smallest order. */
export const valueOf = (curve: BudgetCurve, cents: number): number =>
  cents < curve.openCents || curve.maxCents <= 0 ? 0 : covered(curve, cents + curve.giftCents);

/** What one further cent brings, once it is open. */
export const marginalOf = ({ perCent, room, giftCents }: BudgetCurve, cents: number): number =>
  room === null ? perCent : room > 0 ? perCent * Math.exp((-perCent * (cents + giftCents)) / room) : 0;

/** What a cent of the smallest order brings: the steepest that this option ever is. Infinity where vouchers pay for all of it. */
export const entryRateOf = (curve: BudgetCurve): number => {
  if (curve.maxCents <= 0) return 0;
  return curve.openCents > 0
    ? valueOf(curve, curve.openCents) / curve.openCents
    : curve.giftCents > 0
      ? Infinity
      : marginalOf(curve, 0);
};

/**
 * What the option takes when a cent elsewhere brings `rate`: nothing where its smallest order brings less, else as much as brings
 * at least that at its margin. It never rises with the rate.
 */
export function spendAt(curve: BudgetCurve, rate: number): number {
  const { openCents, maxCents } = curve;
  return entryRateOf(curve) < rate ? 0 : openedSpendAt(curve, rate, openCents, maxCents);
}

/** The same for an option that is open whatever it brings. */
export function openedSpendAt(
  { perCent, room, giftCents }: BudgetCurve,
  rate: number,
  openCents: number,
  maxCents: number,
): number {
  if (room === null) return perCent >= rate ? maxCents : openCents;
  if (!(perCent > 0 && room > 0)) return openCents;
  if (rate <= 0) return maxCents;
  const cents = (room / perCent) * Math.log(perCent / rate) - giftCents;
  return Math.min(maxCents, Math.max(openCents, cents));
}
