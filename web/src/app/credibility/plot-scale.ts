import { niceTicks } from '../ui/chart-scale';

/** One point of what a check looked at. */
export interface PlotPoint {
  /** in full, as it is read out */
  name: string;
  /** at the axis; where there is no room for all, some are left out */
  tick: string;
  observed: number;
  /** beyond this it stands out; null where it is not judged */
  edge: number | null;
  unusual: boolean;
}

export interface PlotScale {
  /** the middle of point `index`, in pixels */
  x: (index: number) => number;
  y: (value: number) => number;
  /** width that one point has */
  step: number;
  left: number;
  right: number;
  floor: number;
  top: number;
  rows: readonly { value: number; y: number; label: string }[];
  columns: readonly { x: number; label: string }[];
}

const margin = { right: 12, top: 12, bottom: 26 };
/** How wide a letter of an axis is. */
const letter = 6.8;

/** Points side by side in their order, from zero, or from the lowest where that is below, up to the highest observed. */
export function plotScale(
  points: readonly PlotPoint[],
  width: number,
  height: number,
  write: (value: number) => string,
): PlotScale {
  const top = highest(points);
  const low = Math.min(0, ...points.map(({ observed }) => observed));
  const ticks = niceTicks(top, 3, top > 5 && points.every(({ observed }) => Number.isInteger(observed)));
  const ceiling = ticks.at(-1) ?? 1;
  const left = Math.ceil(Math.max(...ticks.map((tick) => write(tick).length)) * letter) + 12;
  const across = Math.max(1, width - left - margin.right);
  const down = height - margin.top - margin.bottom;
  const step = across / Math.max(1, points.length);
  const x = (index: number) => left + step * (index + 0.5);
  const y = (value: number) => margin.top + (down * (ceiling - value)) / (ceiling - low);
  return {
    x,
    y,
    step,
    left,
    right: width - margin.right,
    floor: y(low),
    top: margin.top,
    rows: ticks.map((value) => ({ value, y: Math.round(y(value)) + 0.5, label: write(value) })),
    columns: columnsOf(points, x, step),
  };
}

/** An edge far above everything observed says no more than that it is far, and must not flatten the points. */
function highest(points: readonly PlotPoint[]): number {
  const observed = Math.max(0, ...points.map((point) => point.observed));
  const edges = points.flatMap(({ edge }) => (edge === null ? [] : [edge])).sort((a, b) => a - b);
  const middle = edges[edges.length >> 1] ?? 0;
  return Math.max(observed, Math.min(middle, observed * 2.5)) * 1.05 || 1;
}

function columnsOf(points: readonly PlotPoint[], x: (index: number) => number, step: number) {
  const widest = Math.max(0, ...points.map(({ tick }) => [...tick].length)) * letter * 1.3 + 16;
  const every = Math.max(1, Math.ceil(widest / step));
  const first = Math.floor(Math.min(every - 1, (points.length - 1) % every) / 2);
  return points.flatMap(({ tick }, index) =>
    index % every === first && tick ? [{ x: x(index), label: tick }] : [],
  );
}

/** The edge of every point as a level line as wide as the point; left out where it lies above the plot. */
export function edgePath(points: readonly PlotPoint[], { x, y, step, top }: PlotScale): string {
  return points
    .map(({ edge }, index) =>
      edge === null || y(edge) < top - 2
        ? ''
        : `M${(x(index) - step / 2).toFixed(1)} ${y(edge).toFixed(1)}h${step.toFixed(1)}`,
    )
    .join('');
}

export function nearestPoint(count: number, { left, step }: PlotScale, across: number): number | null {
  if (count === 0) return null;
  return Math.max(0, Math.min(count - 1, Math.floor((across - left) / step)));
}
