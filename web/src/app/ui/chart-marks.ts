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
  const placed: PlacedMark[] = [];
  const inTime = marks
    .map(({ at, label }) => ({ label, share: shareOf(Date.parse(at)) }))
    .filter(({ share }) => share >= 0 && share <= 1)
    .toSorted((a, b) => a.share - b.share);
  for (const { label, share } of inTime) {
    const mark = besideLine(label, share * width, width);
    const row = rowFor(mark, placed);
    placed.push(row < rowsMax ? { ...mark, row } : { ...mark, label: '', row: rowsMax - 1, to: mark.from });
  }
  return placed.map((mark, index) => ({
    ...mark,
    label: withFollowers(mark.label, placed.slice(index + 1)),
  }));
}

function besideLine(label: string, x: number, width: number): Omit<PlacedMark, 'row'> {
  // With room for a count: a mark that finds no row is told on the label before it.
  const long = widthOf(`${label} +9`);
  const fits = x + gap + long <= width + margin;
  return fits
    ? { label, x, anchor: 'start', from: x, to: x + gap + long }
    : { label, x, anchor: 'end', from: Math.min(x, x - gap - long), to: x };
}

function rowFor(mark: Omit<PlacedMark, 'row'>, placed: readonly PlacedMark[]): number {
  for (let row = 0; row < rowsMax; row += 1) {
    const clash = placed.some((other) => {
      if (other.row === row) return mark.from < other.to && other.from < mark.to;
      return other.row < row
        ? other.x > mark.from && other.x < mark.to
        : mark.x > other.from && mark.x < other.to;
    });
    if (!clash) return row;
  }
  return rowsMax;
}

/** "L3 ✓ +2": the marks right after this one that found no row of their own. */
function withFollowers(label: string, later: readonly PlacedMark[]): string {
  if (label === '') return label;
  const next = later.findIndex((mark) => mark.label !== '');
  const unnamed = next === -1 ? later.length : next;
  return unnamed > 0 ? `${label} +${unnamed}` : label;
}
