import type { LiftFigures } from '@poolrise/contracts';
import { timeTicks } from '../ui/chart-scale';

export const bandMargin = { top: 12, right: 18, bottom: 28, left: 58 } as const;
/** Below this it would have cost as many as it brought: the picture ends there, the table goes on. */
export const lowest = -1;
const hourMs = 3_600_000;

export interface BandShape {
  band: string;
  line: string;
  zero: number;
  rows: { y: number; value: number }[];
  columns: { x: number; at: number }[];
  points: { x: number; y: number; at: string }[];
}

/** Lays the interval of a trial out over its hours, from -100 % to 100 %. Units: pixels, y grows downwards. */
export function shapeBand(
  band: LiftFigures['band'],
  { width, height }: { width: number; height: number },
): BandShape {
  const times = band.map(({ at }) => Date.parse(at));
  const from = times[0] ?? 0;
  const to = Math.max(from + hourMs, times.at(-1) ?? 0);
  const inner = {
    width: Math.max(1, width - bandMargin.left - bandMargin.right),
    height: height - bandMargin.top - bandMargin.bottom,
  };
  const x = (at: number) => bandMargin.left + (inner.width * (at - from)) / (to - from);
  const y = (share: number | null) =>
    bandMargin.top + (inner.height * (1 - Math.max(lowest, share ?? lowest))) / (1 - lowest);
  const placed = band.map(({ at, share }) => ({
    at,
    x: x(Date.parse(at)),
    y: y(share.mid),
    low: y(share.low),
    high: y(share.high),
  }));
  const upper = placed.map((point) => `${point.x} ${point.high}`);
  const lower = placed.toReversed().map((point) => `${point.x} ${point.low}`);
  return {
    band: placed.length ? `M${[...upper, ...lower].join('L')}Z` : '',
    line: placed.length ? `M${placed.map((point) => `${point.x} ${point.y}`).join('L')}` : '',
    zero: Math.round(y(0)) + 0.5,
    rows: [1, 0.5, 0, -0.5, -1].map((value) => ({ value, y: Math.round(y(value)) + 0.5 })),
    columns: timeTicks(from, to, Math.max(2, Math.floor(inner.width / 100))).map((at) => ({ at, x: x(at) })),
    points: placed,
  };
}
