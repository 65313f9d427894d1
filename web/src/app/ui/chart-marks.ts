import type { ChartMark } from './chart-data';

/** About how wide a label is, in pixels of the 11 px text; Chinese letters are nearly square. */
export const widthOf = (label: string) =>
  [...label].reduce((width, letter) => width + (/\p{Script=Han}/u.test(letter) ? 12 : 6.6), 0);

/** Between a line and its own label. */
const gap = 5;
/** Beyond the plot there is this much paper for the last letters of a label. */
const margin = 10;
/** More rows than these would leave no room for the curve: what finds none is counted in the last row. */
const rowsMax = 4;

/** A mark on the time axis, in pixels of the plot: its line, and the row above the plot in which its label stands. */
export interface PlacedMark {
  label: string;
  x: number;
  row: number;
  anchor: 'start' | 'end';
  /** where the label begins and ends, for whoever must not write over it */
  from: number;
  to: number;
}

/**
 * Gives labels rows in which none stands on another, nor on the line of another mark: lines run from their label down,
 * so a label must keep clear of the lines of the rows above it.
 */
export function placeMarks(
  marks: readonly ChartMark[],
  shareOf: (time: number) => number,
  width: number,
): PlacedMark[] {
  const inTime = marks
    .map(({ at, label }) => ({ label, share: shareOf(Date.parse(at)) }))
    .filter(({ share }) => share >= 0 && share <= 1)
    .toSorted((a, b) => a.share - b.share)
    .map(({ label, share }) => sidesOf(label, share * width, width));
  // Who comes first takes the best place. From the left it may leave none at the right edge, and the other way round.
  const fromLeft = inRows(inTime);
  const fromRight = inRows(inTime.toReversed()).reverse();
  const best = cost(fromLeft) <= cost(fromRight) ? fromLeft : fromRight;
  return best.map((mark, index) => ({ ...mark, label: withFollowers(mark.label, best.slice(index + 1)) }));
}

type Unplaced = Omit<PlacedMark, 'row'>;

/** The label behind its line and before it, as far as the paper has room; behind is how one reads. */
function sidesOf(label: string, x: number, width: number): [Unplaced, ...Unplaced[]] {
  // With room for a count: a mark that finds no row is told on the label before it.
  const long = gap + widthOf(`${label} +9`);
  const behind: Unplaced = { label, x, anchor: 'start', from: x, to: x + long };
  const before: Unplaced = { label, x, anchor: 'end', from: x - long, to: x };
  if (behind.to > width + margin) return [before];
  return before.from < 0 ? [behind] : [behind, before];
}

function inRows(marks: readonly [Unplaced, ...Unplaced[]][]): PlacedMark[] {
  const placed: PlacedMark[] = [];
  for (const sides of marks) placed.push(freePlace(sides, placed) ?? withoutLabel(sides[0], placed));
  return placed;
}

function freePlace(sides: readonly Unplaced[], placed: readonly PlacedMark[]): PlacedMark | undefined {
  for (let row = 0; row < rowsMax; row += 1) {
    const free = sides.find((side) => !placed.some((other) => clash({ ...side, row }, other)));
    if (free) return { ...free, row };
  }
  return undefined;
}

/** A line alone: it begins below the lowest label it would run through. */
function withoutLabel({ x, anchor }: Unplaced, placed: readonly PlacedMark[]): PlacedMark {
  const over = placed.filter((other) => x > other.from && x < other.to).map(({ row }) => row + 1);
  return { label: '', x, anchor, from: x, to: x, row: Math.max(0, ...over) };
}

function clash(one: PlacedMark, other: PlacedMark): boolean {
  if (other.row === one.row) return one.from < other.to && other.from < one.to;
  const [upper, lower] = other.row < one.row ? [other, one] : [one, other];
  return upper.x > lower.from && upper.x < lower.to;
}

/** How many rows of labels stand above the plot. */
export function labelRows(placed: readonly PlacedMark[]): number {
  return Math.max(0, ...placed.filter(({ label }) => label !== '').map(({ row }) => row + 1));
}

/** A label that is missing is worse than any number of rows. */
function cost(placed: readonly PlacedMark[]): number {
  const missing = placed.filter(({ label }) => label === '').length;
  return 100 * missing + labelRows(placed);
}

/** "L3 ✓ +2": the marks right after this one that found no row of their own. */
function withFollowers(label: string, later: readonly PlacedMark[]): string {
  if (label === '') return label;
  const next = later.findIndex((mark) => mark.label !== '');
  const unnamed = next === -1 ? later.length : next;
  return unnamed > 0 ? `${label} +${unnamed}` : label;
}
