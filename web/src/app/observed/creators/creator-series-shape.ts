import type { CreatorPoint, SaidFigure } from '@poolrise/domain';
import { levelTicks, timeTicks } from '../../ui/chart-scale';

export const creatorSeriesMargin = { top: 16, right: 18, bottom: 28, left: 62 } as const;
const dayMs = 86_400_000;

/** A figure in pixels; `ends` are its bounds where it is rounded, `open` where it is a lower bound. */
export interface PlacedFigure {
  x: number;
  y: number;
  ends: { top: number; bottom: number } | null;
  open: boolean;
}

export interface CreatorSeriesShape {
  line: string;
  points: PlacedFigure[];
  others: PlacedFigure[];
  rows: { y: number; value: number }[];
  columns: { x: number; at: number }[];
}

/** The noon of a day in Shanghai. */
export const noonOf = (day: string): number => Date.parse(`${day}T12:00:00+08:00`);

/** Lays a figure out over its days. Units: pixels, y grows downwards. Followers are looked at for change: the axis begins below them. */
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
  const placed = points.map(place);
  return {
    points: placed,
    line: placed.map((point, at) => `${at === 0 ? 'M' : 'L'}${point.x} ${point.y}`).join(''),
    others: points.flatMap(({ others }) => others.map(place)),
    rows: rows.map((value) => ({ value, y: Math.round(y(value)) + 0.5 })),
    columns: timeTicks(from, to, Math.max(2, Math.floor(width / 90))).map((at) => ({ at, x: x(at) })),
  };
}
