import type { CreatorPoint, SaidFigure } from '@poolrise/domain';
import { levelTicks, timeTicks } from '../../ui/chart-scale';

export const creatorSeriesMargin = { top: 16, right: 18, bottom: 28, left: 62 } as const;
const dayMs = 86_400_000;

/** Files of more kinds than these speak of nobody; the last colour serves for more. */
const colours = [
  'var(--pr-organic)',
  'var(--pr-paid)',
  'var(--pr-search)',
  'var(--pr-guaranteed)',
  'var(--pr-muted)',
];

/** A figure in pixels; `ends` are its bounds where it is rounded, `open` where it is a lower bound. */
export interface PlacedFigure {
  x: number;
  y: number;
  ends: { top: number; bottom: number } | null;
  open: boolean;
}

/** What one source says over the days. Two sources are two lines: between them nothing has moved. */
export interface PlacedSource {
  source: string;
  colour: string;
  line: string;
  points: PlacedFigure[];
}

export interface CreatorSeriesShape {
  /** the most trusted first */
  sources: PlacedSource[];
  /** of each day, for the cursor */
  days: number[];
  rows: { y: number; value: number }[];
  columns: { x: number; at: number }[];
}

/** The noon of a day in Shanghai. */
const noonOf = (day: string): number => Date.parse(`${day}T12:00:00+08:00`);

/** Lays a figure out over its days. Units: pixels, y grows downwards. It is looked at for change: the axis begins below the lowest. */
export function shapeCreatorSeries(
  points: readonly CreatorPoint[],
  size: { width: number; height: number },
): CreatorSeriesShape {
  const margin = creatorSeriesMargin;
  const all = points.flatMap((point): SaidFigure[] => [point, ...point.others]);
  const lows = all.map(({ reading: { value, half = 0 } }) => value - half);
  const highs = all.map(({ reading: { value, half = 0 } }) => value + half);
  const rows = levelTicks(Math.max(0, Math.min(...lows)), Math.max(1, ...highs));
  const [bottom = 0, top = 1] = [rows[0], rows.at(-1)];
  const instants = points.map(({ day }) => noonOf(day));
  const [from, to] = [Math.min(...instants) - dayMs / 2, Math.max(...instants) + dayMs / 2];
  const width = Math.max(1, size.width - margin.left - margin.right);
  const height = size.height - margin.top - margin.bottom;
  const x = (at: number): number => margin.left + (width * (at - from)) / (to - from);
  const y = (value: number): number => margin.top + height * (1 - (value - bottom) / (top - bottom));
  const place = ({ day, reading: { value, half, atLeast } }: SaidFigure): PlacedFigure => ({
    x: x(noonOf(day)),
    y: y(value),
    ends: half ? { top: y(value + half), bottom: y(Math.max(bottom, value - half)) } : null,
    open: atLeast === true,
  });
  return {
    sources: sourcesOf(all).map((source, at): PlacedSource => {
      const placed = all.filter((one) => one.source === source).map(place);
      return {
        source,
        colour: colours[Math.min(at, colours.length - 1)] ?? '',
        points: placed,
        line: placed.map((point, nth) => `${nth === 0 ? 'M' : 'L'}${point.x} ${point.y}`).join(''),
      };
    }),
    days: instants.map(x),
    rows: rows.map((value) => ({ value, y: Math.round(y(value)) + 0.5 })),
    columns: timeTicks(from, to, Math.max(2, Math.floor(width / 90))).map((at) => ({ at, x: x(at) })),
  };
}

const sourcesOf = (all: readonly SaidFigure[]): string[] => [
  ...new Set(
    all.toSorted((a, b) => b.trust - a.trust || (a.source < b.source ? -1 : 1)).map(({ source }) => source),
  ),
];
