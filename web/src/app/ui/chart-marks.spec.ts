import type { ChartMark } from './chart-data';
import { labelRows, placeMarks, type PlacedMark, widthOf } from './chart-marks';

const start = Date.parse('2026-11-23T00:00:00Z');
const mark = (minute: number, label: string): ChartMark => ({
  at: new Date(start + minute * 60_000).toISOString(),
  label,
});
/** Marks on a plot of a day. */
const onADay = (marks: readonly ChartMark[], width = 800) =>
  placeMarks(marks, (time) => (time - start) / (24 * 3_600_000), width);

/** What would be printed, as boxes: where the letters stand, without the room kept around them. */
const letters = ({ label, x, anchor }: PlacedMark) =>
  anchor === 'start' ? [x + 5, x + 5 + widthOf(label)] : [x - 5 - widthOf(label), x - 5];

function faults(placed: readonly PlacedMark[]): string[] {
  return placed.flatMap((one, index) =>
    placed.flatMap((other, at) => {
      if (index === at || one.label === '') return [];
      const [from = 0, to = 0] = letters(one);
      const [otherFrom = 0, otherTo = 0] = letters(other);
      const onLabel = other.label !== '' && one.row === other.row && from < otherTo && otherFrom < to;
      const above = other.label === '' ? other.row <= one.row : other.row < one.row;
      const onLine = above && other.x > from && other.x < to;
      return onLabel || onLine ? [`${one.label} on ${other.label || 'a line'}`] : [];
    }),
  );
}

it('leaves out marks of another time, and puts a close mark into the next row', () => {
  const placed = onADay([
    mark(60, 'boost starts'),
    mark(50, 'L2 ✓'),
    mark(600, 'L3 ✓'),
    mark(-9, 'long ago'),
  ]);
  expect(placed.map(({ label, row }) => [label, row])).toEqual([
    ['L2 ✓', 0],
    ['boost starts', 1],
    ['L3 ✓', 0],
  ]);
});

it('writes a label before its line where the paper ends', () => {
  expect(onADay([mark(10, 'L0 ✓'), mark(1_430, '加热开始')]).map(({ anchor }) => anchor)).toEqual([
    'start',
    'end',
  ]);
});

it('names a stop at the right edge of a phone, close after a pass', () => {
  const placed = onADay([mark(1_050, 'L0 ✓'), mark(1_360, 'L1 停止')], 290);
  expect(placed.map(({ label }) => label)).toEqual(['L0 ✓', 'L1 停止']);
  expect(faults(placed)).toEqual([]);
});

it('keeps the two labels apart that printed over each other at the right edge', () => {
  const placed = onADay([mark(1_250, 'L0 ✓'), mark(1_275, 'L1 ✓'), mark(1_425, 'L2 stop')]);
  expect(faults(placed)).toEqual([]);
});

it('counts what finds no row, so that a crowd of verdicts leaves room for the curve', () => {
  const crowd = [1, 2, 3, 4, 5, 6].map((n) => mark(10 * n, `L${n} ✓`));
  const placed = onADay(crowd, 300);
  expect(placed.map(({ label }) => label)).toEqual(['L1 ✓', 'L2 ✓', 'L3 ✓', 'L4 ✓ +2', '', '']);
  expect(labelRows(placed)).toBe(4);
});

it.each([290, 760, 1_100])(
  'prints no label over another or over a line, %d px wide, wherever marks fall',
  (width) => {
    const words = ['L0 ✓', 'L12 stop', 'boost starts', '加热结束', 'L3 停止'];
    // A walk that meets crowds, gaps and both edges, the same at every run.
    for (let round = 1; round <= 200; round += 1) {
      const marks = Array.from({ length: 1 + (round % 9) }, (_, n) =>
        mark((round * 37 * (n + 1) + n * n * round) % 1_441, words[(round + n) % words.length] ?? ''),
      );
      expect(faults(onADay(marks, width))).toEqual([]);
    }
  },
);
