import { type FactRow, factOf } from './fact-value';
import type { FactSum, MetricShape } from './metric-shape';

/** The sum of one side over the rows in which it is known. The truth may be `half` away on either side, or further where it is open. */
export interface SideSum {
  value: number;
  half: number;
  openAbove: boolean;
  openBelow: boolean;
}

/**
 * What is summed for one figure of one group. A row takes part only when all that the figure needs of it is known: a ratio
 * never divides reads of one note by impressions of another.
 *
 * In SQL, with `n` and `d` the weighted columns (null where a column of them is null), the same is
 * `count(*)`, `count(*) filter (where n is not null and d is not null)`, `sum(n) filter (where …)`,
 * `sum(d) filter (where …)`, the same sums of the half widths, and `bool_or` of the flags. A derived fact is
 * `coalesce(stated, part + part …)`, and its half width and flags follow the one that was taken.
 */
export interface MetricSums {
  rows: number;
  knownRows: number;
  above: SideSum;
  /** null unless the figure is a ratio */
  below: SideSum | null;
  estimated: boolean;
}

const nothing: SideSum = { value: 0, half: 0, openAbove: false, openBelow: false };

/** The two weighted sums of a figure; a sum or a median has one. */
export function sidesOf(shape: MetricShape): { above: FactSum; below: FactSum | null } {
  return shape.kind === 'ratio'
    ? { above: shape.above, below: shape.below }
    : { above: shape.of, below: null };
}

export const noSums = (shape: MetricShape): MetricSums => ({
  rows: 0,
  knownRows: 0,
  above: nothing,
  below: shape.kind === 'ratio' ? nothing : null,
  estimated: false,
});

const addSides = (one: SideSum, other: SideSum): SideSum => ({
  value: one.value + other.value,
  half: one.half + other.half,
  openAbove: one.openAbove || other.openAbove,
  openBelow: one.openBelow || other.openBelow,
});

/** Sums of two groups of rows as one. In any order, the same. */
export function mergeSums(one: MetricSums, other: MetricSums): MetricSums {
  if ((one.below === null) !== (other.below === null)) throw new Error('Sums of two different figures');
  return {
    rows: one.rows + other.rows,
    knownRows: one.knownRows + other.knownRows,
    above: addSides(one.above, other.above),
    below: one.below && other.below && addSides(one.below, other.below),
    estimated: one.estimated || other.estimated,
  };
}

/** One side of one row; null when a fact of it is unknown. */
export function sideOfRow(sum: FactSum, row: FactRow): (SideSum & { estimated: boolean }) | null {
  let side = { ...nothing, estimated: false };
  for (const [id, weight] of sum) {
    const fact = factOf(row, id);
    if (!fact) return null;
    side = {
      value: side.value + weight * fact.value,
      half: side.half + Math.abs(weight) * fact.half,
      openAbove: side.openAbove || (fact.atLeast && weight > 0),
      openBelow: side.openBelow || (fact.atLeast && weight < 0),
      estimated: side.estimated || fact.estimated,
    };
  }
  return side;
}

function sumsOfRow(shape: MetricShape, row: FactRow): MetricSums {
  const sides = sidesOf(shape);
  const above = sideOfRow(sides.above, row);
  const below = sides.below && sideOfRow(sides.below, row);
  if (!above || (sides.below && !below)) return { ...noSums(shape), rows: 1 };
  const { estimated: ofAbove, ...aboveSum } = above;
  if (!below) return { rows: 1, knownRows: 1, above: aboveSum, below: null, estimated: ofAbove };
  const { estimated: ofBelow, ...belowSum } = below;
  return { rows: 1, knownRows: 1, above: aboveSum, below: belowSum, estimated: ofAbove || ofBelow };
}

/** The sums of one figure over rows. */
export const sumRows = (shape: MetricShape, rows: readonly FactRow[]): MetricSums =>
  rows.reduce((sums, row) => mergeSums(sums, sumsOfRow(shape, row)), noSums(shape));
