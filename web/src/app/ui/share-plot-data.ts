/** One point of two shares; an interval where it was counted, and how many cases are behind it. */
export interface SharePoint {
  x: number;
  y: number;
  low?: number;
  high?: number;
  n?: number;
}

/** Points that belong together, joined by a line or each by itself. */
export interface ShareSeries {
  key: string;
  name: string;
  /** a CSS colour, best a token, so that the plot changes theme with the page */
  colour: string;
  joined: boolean;
  points: readonly SharePoint[];
}

/** Where a share of x and y lies in the plot, in pixels of the drawing. */
export interface ShareScale {
  x: (share: number) => number;
  y: (share: number) => number;
}

const margin = { left: 44, right: 14, top: 10, bottom: 38 };

/** A scale from 0 to 1 on both axes inside the margins that the axes need. */
export function shareScale(width: number, height: number): ShareScale {
  const across = width - margin.left - margin.right;
  const down = height - margin.top - margin.bottom;
  return { x: (share) => margin.left + share * across, y: (share) => margin.top + (1 - share) * down };
}

/** The path of a joined series; empty for single points. */
export function sharePath({ points, joined }: ShareSeries, scale: ShareScale): string {
  if (!joined) return '';
  return points
    .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${scale.x(x).toFixed(1)} ${scale.y(y).toFixed(1)}`)
    .join('');
}

/** The index of the point nearest to a place in the drawing; null while there is none. */
export function nearestShare(
  points: readonly SharePoint[],
  scale: ShareScale,
  left: number,
  top: number,
): number | null {
  let best: number | null = null;
  let least = Infinity;
  points.forEach(({ x, y }, index) => {
    const distance = Math.hypot(scale.x(x) - left, scale.y(y) - top);
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}
