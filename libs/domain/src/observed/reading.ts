/** A figure as a file gives it. Whole events, or what is left of them after rounding. */
export interface SnapshotReading {
  value: number;
  /** Half the width of the rounding, in events: `1.2万` is 12,000 with 500. Absent where the figure is exact. */
  half?: number;
  /** `10万+`: the true figure is this or more. */
  atLeast?: boolean;
}

/** Between which bounds a true figure lies, both included. `high` is Infinity where only a lower bound is known. */
export interface Span {
  low: number;
  high: number;
}

/**
 * The bounds of a reading; never below 0.
 *
 * @throws RangeError for a figure that no counter can show: below 0, or not finite
 */
export function spanOf({ value, half = 0, atLeast = false }: SnapshotReading): Span {
  if (!(value >= 0 && value < Infinity && half >= 0 && half < Infinity))
    throw new RangeError(`A counter cannot show ${value} ± ${half}`);
  return { low: Math.max(0, value - half), high: atLeast ? Infinity : value + half };
}

export const addSpans = (spans: readonly Span[]): Span =>
  spans.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), { low: 0, high: 0 });

/** What is left of a whole when parts are taken off. Counters do not go below 0. */
export function withoutSpans(whole: Span, parts: readonly Span[]): Span {
  const taken = addSpans(parts);
  return {
    low: taken.high === Infinity ? 0 : Math.max(0, whole.low - taken.high),
    high: Math.max(0, whole.high - taken.low),
  };
}

export const spansMeet = (a: Span, b: Span): boolean => a.low <= b.high && b.low <= a.high;

/** The middle of the bounds, or the lower one where there is no upper. */
export const middleOf = ({ low, high }: Span): number => (high === Infinity ? low : (low + high) / 2);

/** Half the width as a share of the middle; Infinity for a lower bound, 0 for an exact figure. */
export function coarsenessOf(span: Span): number {
  if (span.high === Infinity) return Infinity;
  return span.high === span.low ? 0 : (span.high - span.low) / 2 / middleOf(span);
}
