import type { BudgetCurve } from './budget-ask';
import { entryRateOf } from './response-curve';

/** Less than a hundredth of a cent is nothing. */
export const nothingCents = 0.01;

/** From this rate downwards a curve takes `cents` − `slope` · ln(rate) more than above it. */
interface Bend {
  logRate: number;
  curve: number;
  cents: number;
  slope: number;
  /** its smallest order, which is taken whole; everything else may be taken in parts */
  opens: boolean;
}

/**
 * What the curves of a rail take at every rate, laid out once: between two neighbouring bends it is a straight line in the
 * logarithm of the rate, so the rate for so much money is read off and not searched for.
 *
 * A curve takes nothing above the rate of its smallest order, that order from there, more from the rate at its margin, and its most
 * at last: `at` is the sum of `spendAt`. Cents, not rounded.
 */
export class RailDemand {
  /** no curve brings more for a cent, but for those that vouchers pay for */
  readonly steepest: number;
  /** numbers of the curves, the steepest smallest order first */
  readonly ranked: readonly number[];
  private readonly bends: readonly Bend[];
  /** of all bends up to each of them */
  private readonly cents: Float64Array;
  private readonly slopes: Float64Array;

  constructor(readonly curves: readonly BudgetCurve[]) {
    this.bends = curves.flatMap(bendsOf).sort((one, other) => falling(one, other));
    this.ranked = this.bends.filter(({ opens }) => opens).map(({ curve }) => curve);
    this.cents = new Float64Array(this.bends.length);
    this.slopes = new Float64Array(this.bends.length);
    let [cents, slope] = [0, 0];
    this.bends.forEach((bend, place) => {
      this.cents[place] = cents += bend.cents;
      this.slopes[place] = slope += bend.slope;
    });
    this.steepest = curves.reduce((best, curve) => {
      const entry = entryRateOf(curve);
      return Math.max(best, curve.perCent, entry === Infinity ? 0 : entry);
    }, 0);
  }

  /** What is taken at a rate. */
  at(rate: number): number {
    const { bends } = this;
    const logRate = Math.log(rate);
    let [low, high] = [0, bends.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((bends[middle] as Bend).logRate >= logRate) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return 0;
    // At the end no curve bends any more; what rounding left of the slopes must not meet a rate of nothing.
    const slope = low === bends.length ? 0 : (this.slopes[low - 1] as number);
    return lineAt(this.cents[low - 1] as number, slope, logRate);
  }

  /** Which curves are open at the lowest rate at which no more than `cents` is taken. */
  opensFor(cents: number): boolean[] {
    const open = this.curves.map(() => false);
    let [taken, slope] = [0, 0];
    for (const bend of this.bends) {
      const so = lineAt(taken, slope, bend.logRate);
      if (so + (bend.opens ? bend.cents : 0) > cents + nothingCents) break;
      if (bend.opens) open[bend.curve] = true;
      taken += bend.cents;
      slope += bend.slope;
    }
    return open;
  }

  /**
   * Spends `cents` on the curves that are open, none below its smallest order: one rate at the margin of all that may take more.
   * A straight curve at that rate takes what the bent ones leave.
   */
  spendOn(open: readonly boolean[], cents: number): number[] {
    const spends = this.curves.map(({ openCents }, at) => (open[at] ? openCents : 0));
    const bent = new Set<number>();
    let taken = spends.reduce((sum, one) => sum + one, 0);
    let slope = 0;
    for (const bend of this.bends) {
      if (bend.opens || !open[bend.curve]) continue;
      const so = lineAt(taken, slope, bend.logRate);
      if (so >= cents) break;
      if (bend.slope > 0) bent.add(bend.curve);
      else if (bend.slope < 0) {
        bent.delete(bend.curve);
        spends[bend.curve] = (this.curves[bend.curve] as BudgetCurve).maxCents;
      }
      const part = bend.slope === 0 ? Math.min(bend.cents, cents - so) : bend.cents;
      if (bend.slope === 0) spends[bend.curve] = (spends[bend.curve] as number) + part;
      taken += part;
      slope = bent.size > 0 ? slope + bend.slope : 0;
    }
    const logRate = (taken - cents) / slope;
    for (const at of bent) {
      const curve = this.curves[at] as BudgetCurve;
      const [most, least] = [curve.maxCents, curve.openCents];
      spends[at] = Math.min(most, Math.max(least, wantedOf(curve) - slopeOf(curve) * logRate));
    }
    return spends;
  }
}

const lineAt = (cents: number, slope: number, logRate: number): number =>
  slope === 0 ? cents : cents - slope * logRate;

const falling = (one: Bend, other: Bend): number =>
  one.logRate === other.logRate
    ? Number(other.opens) - Number(one.opens)
    : other.logRate > one.logRate
      ? 1
      : -1;

/** A bent curve wants `wantedOf` − `slopeOf` · ln(rate) cents; see `openedSpendAt`. */
const slopeOf = ({ room, perCent }: BudgetCurve): number => (room ?? 0) / perCent;
const wantedOf = (curve: BudgetCurve): number => slopeOf(curve) * Math.log(curve.perCent) - curve.giftCents;

function bendsOf(curve: BudgetCurve, at: number): Bend[] {
  const { openCents, maxCents, room, perCent } = curve;
  const opening = {
    logRate: Math.log(entryRateOf(curve)),
    curve: at,
    cents: openCents,
    slope: 0,
    opens: true,
  };
  if (maxCents === openCents) return [opening];
  // The smallest order brings as much for a cent as its last one or more; rounding must not turn the two about.
  const openBy = (logRate: number): Bend => ({ ...opening, logRate: Math.max(opening.logRate, logRate) });
  if (room === null) {
    const logRate = Math.log(perCent);
    return [openBy(logRate), { logRate, curve: at, cents: maxCents - openCents, slope: 0, opens: false }];
  }
  const slope = slopeOf(curve);
  const wanted = wantedOf(curve);
  const [from, to] = [openCents, maxCents].map((cents) => (wanted - cents) / slope) as [number, number];
  return [
    openBy(from),
    { logRate: from, curve: at, cents: wanted - openCents, slope, opens: false },
    { logRate: to, curve: at, cents: maxCents - wanted, slope: -slope, opens: false },
  ];
}
