import { type ReportedFigure } from './reading';

/** Where the truth lies: from `low` to `high`, both included; `high` is null where only a lower bound is known. */
export interface FigureInterval {
  readonly low: number;
  readonly high: number | null;
}

/** The interval a reported figure leaves open. What is not below 0 is not so for having been rounded either. */
export function intervalOf(figure: ReportedFigure): FigureInterval {
  if (figure.precision === 'exact') return { low: figure.value, high: figure.value };
  if (figure.precision === 'at-least') return { low: figure.value, high: null };
  const low = figure.value - figure.halfWidth;
  return { low: figure.value >= 0 ? Math.max(0, low) : low, high: figure.value + figure.halfWidth };
}

/** The sum of figures: one lower bound among them makes the sum one. */
export function addFigures(figures: readonly ReportedFigure[]): ReportedFigure {
  const value = figures.reduce((sum, figure) => sum + figure.value, 0);
  const halfWidth = figures.reduce(
    (sum, figure) => sum + (figure.precision === 'rounded' ? figure.halfWidth : 0),
    0,
  );
  // What a lower bound adds to has to be at its least, too.
  if (figures.some((figure) => figure.precision === 'at-least'))
    return { precision: 'at-least', value: Math.max(0, value - halfWidth) };
  return halfWidth > 0 ? { precision: 'rounded', value, halfWidth } : { precision: 'exact', value };
}

/** A rate made of two reported figures. `value` is null where a lower bound leaves no middle to speak of. */
export interface ReportedRate extends FigureInterval {
  readonly value: number | null;
}

/**
 * A rate of two reported figures, as an interval; null where there is nothing to divide by.
 *
 * Rounded counts bound it on both sides. A lower bound above the line leaves it open upwards, one below the line bounds
 * it from above alone: `low` is then 0. Worst cases are taken at both ends, with no claim of how likely they are.
 */
export function divideFigures(part: ReportedFigure, whole: ReportedFigure): ReportedRate | null {
  const above = intervalOf(part);
  const below = intervalOf(whole);
  if (whole.value <= 0 || above.low < 0) return null;
  const low = below.high === null ? 0 : above.low / below.high;
  const high = above.high === null || below.low <= 0 ? null : above.high / below.low;
  const middle =
    part.precision === 'at-least' || whole.precision === 'at-least' ? null : part.value / whole.value;
  return { value: middle, low, high };
}

/** Whether two intervals have a point in common. */
export function intervalsMeet(one: FigureInterval, other: FigureInterval): boolean {
  return (other.high === null || one.low <= other.high) && (one.high === null || other.low <= one.high);
}

/**
 * Half of the 95 % interval of a share that a vendor estimates from a sample of the events, which `抽样比例` states.
 *
 * Formula: 1.96 √(p (1 − p) / (n · ratio)). Source: domain notes 5.4, rule 10.
 *
 * @param share 0 to 1
 * @param count events of which the share is stated
 * @param samplingRatio above 0, up to 1
 * @returns null where a sample of this size says nothing
 */
export function samplingHalfWidth(share: number, count: number, samplingRatio: number): number | null {
  const seen = count * samplingRatio;
  if (!(seen > 0) || share < 0 || share > 1) return null;
  return 1.96 * Math.sqrt((share * (1 - share)) / seen);
}
