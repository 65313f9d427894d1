import type { Basin, EstimateView } from '@poolrise/contracts';

/** A whisker in pixels: where the estimate, its 80 % interval and the peers' average stand; y grows downwards. */
export interface WhiskerShape {
  average: number;
  dot: number;
  low: number;
  high: number;
}

/** One basin as drawn, in pixels of the picture. */
export interface BasinShape {
  basin: Basin;
  x: number;
  y: number;
  width: number;
  height: number;
  centre: number;
  /** share of the basin under water, 0 to 1 */
  filled: number;
  /** top of the water, in picture pixels */
  waterY: number;
  whisker: WhiskerShape | null;
  /** rate over the peers' average; null where nothing was judged */
  lift: number | null;
  /** y of the line at which the next verdict falls; only on the present basin */
  verdictY: number | null;
}

export interface LadderShape {
  width: number;
  height: number;
  basins: BasinShape[];
  /** The paid side tank: apart from the stairs, under the last basins, with no pipe to any of them. */
  tank: { x: number; y: number; width: number; height: number; filled: number };
}

const edge = 10;
const gap = 14;
const basinHeight = 90;
const step = 37;
/** room above a rim for the odds and the whisker */
const sky = 104;
/** room under a basin for its name, its size and the next verdict */
const labels = 64;
const whiskerReach = 28;
const whiskerGap = 14;
const tank = { width: 116, height: 64, room: 116 };

/** Below this the picture scrolls instead of shrinking: names and numbers would touch. */
export const ladderWidthMin = 700;

/**
 * Lays the basins out as canal locks: each one step higher and a little wider than the last, because the next
 * audience is wider.
 *
 * Units: pixels, so that text keeps its size whatever the card's width. Widths grow evenly and not with the targets
 * (100 to 1,000,000 would leave the first basins invisible); the numbers carry the true sizes.
 */
export function shapeLadder(
  basins: readonly Basin[],
  present: { level: number; nextCheckAt: number; estimate: EstimateView } | null,
  availableWidth: number,
): LadderShape {
  const width = Math.max(ladderWidthMin, availableWidth);
  const count = Math.max(1, basins.length);
  const growth = 8;
  const first = (width - 2 * edge - gap * (count - 1) - (growth * count * (count - 1)) / 2) / count;
  // Whiskers and odds need room above their basin only: no empty sky over the ones that are still ahead.
  const drop = (index: number) => step * (count - 1 - index);
  const crown = Math.max(
    edge,
    ...basins.map(({ state }, index) => (state === 'ahead' ? 0 : sky - drop(index))),
  );
  const top = (index: number) => crown + drop(index);

  const reach = liftReach(basins, present?.estimate);
  let x = edge;
  const shapes = basins.map((basin, index): BasinShape => {
    const isPresent = present !== null && basin.level === present.level;
    const y = top(index);
    const basinWidth = first + growth * index;
    const filled = basin.state === 'passed' ? 1 : share(basin.organicImpressions, basin.target);
    const estimate = isPresent ? present.estimate : basin.estimate;
    const judged = basin.state === 'ahead' ? null : estimate;
    const shape: BasinShape = {
      basin,
      x,
      y,
      width: basinWidth,
      height: basinHeight,
      centre: x + basinWidth / 2,
      filled,
      waterY: y + basinHeight * (1 - filled),
      whisker: judged && shapeWhisker(judged, reach, y - whiskerGap - whiskerReach),
      lift: judged && judged.lift,
      verdictY: isPresent ? y + basinHeight * (1 - share(present.nextCheckAt, basin.target)) : null,
    };
    x += basinWidth + gap;
    return shape;
  });

  const lastLabels = crown + basinHeight + labels;
  const height = Math.max(top(0) + basinHeight + labels, lastLabels + tank.room);
  const paid = sum(basins.map((basin) => basin.paidImpressions));
  const organic = sum(basins.map((basin) => basin.organicImpressions));
  return {
    width,
    height,
    basins: shapes,
    tank: {
      x: width - edge - tank.width,
      y: height - tank.room + 8,
      width: tank.width,
      height: tank.height,
      filled: share(paid, paid + organic),
    },
  };
}

/**
 * Stands an estimate on a vertical scale whose middle is the peers' average (×1): up is better, like the climb itself.
 * The scale is logarithmic, so that twice as good and half as good stand equally far away.
 *
 * @param reach the lift that lies at the end of the scale (2 means ×2 at the top, ×0.5 at the bottom)
 */
export function shapeWhisker(
  estimate: Pick<EstimateView, 'lift' | 'low' | 'high'>,
  reach: number,
  averageY: number,
  pixels = whiskerReach,
): WhiskerShape {
  const at = (lift: number) => {
    const log = Math.log(Math.max(lift, 1e-6)) / Math.log(reach);
    return averageY - pixels * Math.max(-1, Math.min(1, log));
  };
  return { average: averageY, dot: at(estimate.lift), low: at(estimate.low), high: at(estimate.high) };
}

/** The end of the common scale: ×1.5 at least, so that luck does not look like success; ×4 at most, so that one wild sample flattens nobody. */
function liftReach(basins: readonly Basin[], present: EstimateView | undefined): number {
  const ends = basins.flatMap((basin) =>
    basin.estimate ? [basin.estimate.high, 1 / Math.max(basin.estimate.low, 0.25)] : [],
  );
  if (present) ends.push(present.high, 1 / Math.max(present.low, 0.25));
  return Math.min(4, Math.max(1.5, ...ends));
}

/** The surface of moving water: a flat tank with two shallow waves, as wide as the basin, `depth` pixels deep. */
export function wavePath(width: number, depth: number): string {
  const quarter = width / 4;
  const swell = `q ${quarter / 2} -5 ${quarter} 0 t ${quarter} 0`;
  return `M0 0 ${swell} t ${quarter} 0 t ${quarter} 0 V${depth} H0 Z`;
}

const share = (part: number, whole: number) => (whole > 0 ? Math.max(0, Math.min(1, part / whole)) : 0);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
