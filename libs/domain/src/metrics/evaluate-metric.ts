import { medianOf } from '../probability/means';
import type { FactRow } from './fact-value';
import { type MetricSums, type SideSum, sideOfRow } from './metric-sums';
import type { FactSum, MetricShape } from './metric-shape';

/** What may be wrong with a figure, the gravest last; a figure has each of them that applies. */
export const precisions = ['exact', 'rounded', 'lower-bound', 'estimate', 'partial'] as const;
export type Precision = (typeof precisions)[number];

/** A figure with between what the truth lies, as far as the rows in it tell. */
export interface MetricValue {
  /** null when nothing is known or there is nothing to divide by; unrounded */
  value: number | null;
  /** null where the truth has no bound on that side */
  low: number | null;
  high: number | null;
  /** `exact` alone, or all that applies */
  precision: readonly Precision[];
  rows: number;
  /** rows left out because something of them is unknown */
  unknownRows: number;
}

interface Span {
  low: number;
  high: number;
}

const spanOf = ({ value, half, openAbove, openBelow }: SideSum, sum: FactSum): Span => {
  // Facts are never negative, so a sum without deductions is not either.
  const floor = sum.every(([, weight]) => weight >= 0) ? 0 : -Infinity;
  return {
    low: Math.max(floor, openBelow ? -Infinity : value - half),
    high: openAbove ? Infinity : value + half,
  };
};

/** All quotients of a value of one span by a value above 0 of the other. */
function divide(above: Span, below: Span): Span {
  const least = Math.max(0, below.low);
  const quotient = (part: number, whole: number): number => {
    if (part === 0) return 0;
    if (whole === 0) return Math.sign(part) * Infinity;
    return Number.isFinite(whole) ? part / whole : Number.isFinite(part) ? 0 : Math.sign(part) * Infinity;
  };
  return {
    low: quotient(above.low, above.low >= 0 ? below.high : least),
    high: quotient(above.high, above.high >= 0 ? least : below.high),
  };
}

const finite = (bound: number): number | null => (Number.isFinite(bound) ? bound : null);

function precisionOf(sums: MetricSums): Precision[] {
  const sides = [sums.above, ...(sums.below ? [sums.below] : [])];
  const found: Precision[] = [];
  if (sides.some(({ half }) => half > 0)) found.push('rounded');
  if (sides.some(({ openAbove, openBelow }) => openAbove || openBelow)) found.push('lower-bound');
  if (sums.estimated) found.push('estimate');
  if (sums.knownRows < sums.rows) found.push('partial');
  return found.length ? found : ['exact'];
}

/**
 * The figure of a group from its sums. Money is in cents and not rounded: a price of one read may be 22.18 cents.
 *
 * The interval holds every truth that the rows with known facts allow, by interval arithmetic (Moore 1966): it is not a
 * confidence interval and does not speak of rows that are unknown. Of estimated facts it holds what their own error holds. A median has no sums: see `evaluateMedian`.
 */
export function evaluateMetric(shape: MetricShape, sums: MetricSums): MetricValue {
  if (shape.kind === 'median') throw new Error('A median cannot be had from sums');
  const { rows, knownRows } = sums;
  const about = { rows, unknownRows: rows - knownRows, precision: precisionOf(sums) };
  const none = { ...about, value: null, low: null, high: null };
  if (knownRows === 0) return none;
  if (shape.kind === 'sum') {
    const { low, high } = spanOf(sums.above, shape.of);
    return { ...about, value: sums.above.value, low: finite(low), high: finite(high) };
  }
  const { below } = sums;
  if (!below || !(below.value > 0)) return none;
  const span = divide(spanOf(sums.above, shape.above), spanOf(below, shape.below));
  return {
    ...about,
    value: (shape.times * sums.above.value) / below.value,
    low: finite(shape.times * span.low),
    high: finite(shape.times * span.high),
  };
}

/**
 * The median over rows that are notes, as `percentile_cont(0.5)` takes it. Its bounds are the medians of the rows' bounds:
 * raising no row's value above its bound can raise the median above theirs. (In SQL leave unknown rows out by a filter:
 * `greatest(0, null)` is 0 in PostgreSQL, and would count them.)
 */
export function evaluateMedian(shape: MetricShape, rows: readonly FactRow[]): MetricValue {
  if (shape.kind !== 'median') throw new Error('No median');
  const sides = rows.map((row) => sideOfRow(shape.of, row)).filter((side) => side !== null);
  const spans = sides.map((side) => spanOf(side, shape.of));
  return {
    value: finite(medianOf(sides.map(({ value }) => value))),
    low: finite(medianOf(spans.map(({ low }) => low))),
    high: finite(medianOf(spans.map(({ high }) => high))),
    rows: rows.length,
    unknownRows: rows.length - sides.length,
    precision: precisionOf({
      rows: rows.length,
      knownRows: sides.length,
      above: {
        value: 0,
        half: Math.max(0, ...sides.map(({ half }) => half)),
        openAbove: sides.some(({ openAbove }) => openAbove),
        openBelow: sides.some(({ openBelow }) => openBelow),
      },
      below: null,
      estimated: sides.some(({ estimated }) => estimated),
    }),
  };
}
