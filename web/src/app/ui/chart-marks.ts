import type { ChartMark } from './chart-data';

/** About how wide a label is, in pixels of the 11 px text; Chinese letters are nearly square. */
const widthOf = (label: string) =>
  [...label].reduce((width, letter) => width + (/\p{Script=Han}/u.test(letter) ? 12 : 6.6), 0) + 12;

/** A mark on the time axis: how far along (0 to 1), and in which row above the plot its label stands. */
export interface PlacedMark {
  label: string;
  share: number;
  row: number;
}

/** Gives marks rows, so that the labels of close ones stand above each other and not in each other. */
export function placeMarks(
  marks: readonly ChartMark[],
  shareOf: (time: number) => number,
  width: number,
): PlacedMark[] {
  const ends: number[] = [];
  return marks
    .map(({ at, label }) => ({ label, share: shareOf(Date.parse(at)) }))
    .filter(({ share }) => share >= 0 && share <= 1)
    .toSorted((a, b) => a.share - b.share)
    .map(({ label, share }) => {
      const from = Math.min(share * width, width - widthOf(label));
      const free = ends.findIndex((end) => end <= from);
      const row = free === -1 ? ends.length : free;
      ends[row] = share * width + widthOf(label);
      return { label, share, row };
    });
}
