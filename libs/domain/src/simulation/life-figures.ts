import { averageOf, sumOf } from '../probability/means';
import type { NoteLife, SimulationRun } from './simulation-run';

/** What a note got. Impressions of all rails; `organic` without the paid ones; reads and engagements with them. */
export const lifeFigures = ['impressions', 'organic', 'reads', 'engaged', 'level'] as const;
export type LifeFigure = (typeof lifeFigures)[number];
export type LifeFigures = Record<LifeFigure, number>;

/** The differences between pairs of worlds: the middle one, and the middle 80 % of them. */
export interface Difference {
  median: number;
  low: number;
  high: number;
  /** False when the interval covers 0: no effect is visible. */
  visible: boolean;
}

/** The median and the middle 80 % of some differences; quantiles between two of them are interpolated. */
export function differenceOf(values: readonly number[]): Difference {
  const sorted = values.toSorted((a, b) => a - b);
  const quantile = (share: number): number => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)] as number;
    return below + (place % 1) * ((sorted[Math.ceil(place)] as number) - below);
  };
  const [low, high] = [quantile(0.1), quantile(0.9)];
  return { median: quantile(0.5), low, high, visible: low > 0 || high < 0 };
}

export const livesOf = ({ lives }: SimulationRun): Map<string, NoteLife> =>
  new Map(lives.map((life) => [life.id, life]));

/** @throws RangeError when the world has no such note */
export function lifeIn(lives: ReadonlyMap<string, NoteLife>, id: string): NoteLife {
  const life = lives.get(id);
  if (!life) throw new RangeError(`The world has no note ${id}`);
  return life;
}

export function figuresOf(life: NoteLife): LifeFigures {
  const organic = life.guaranteed + life.organic;
  const signals = [...Object.values(life.signals), ...Object.values(life.paidSignals)];
  return {
    impressions: organic + life.paid,
    organic,
    reads: life.clicks + life.paidClicks,
    engaged: sumOf(signals),
    level: life.level,
  };
}

export const noFigures = (): LifeFigures => ({ impressions: 0, organic: 0, reads: 0, engaged: 0, level: 0 });

function combine(a: LifeFigures, b: LifeFigures, how: (x: number, y: number) => number): LifeFigures {
  const figures = noFigures();
  for (const name of lifeFigures) figures[name] = how(a[name], b[name]);
  return figures;
}
export const plus = (a: LifeFigures, b: LifeFigures): LifeFigures => combine(a, b, (x, y) => x + y);
export const minus = (a: LifeFigures, b: LifeFigures): LifeFigures => combine(a, b, (x, y) => x - y);

export function meanFigures(all: readonly LifeFigures[]): LifeFigures {
  const figures = noFigures();
  for (const name of lifeFigures) figures[name] = averageOf(all.map((one) => one[name]));
  return figures;
}

export function differencesOf(all: readonly LifeFigures[]): Record<LifeFigure, Difference> {
  const of = (name: LifeFigure): Difference => differenceOf(all.map((one) => one[name]));
  return {
    impressions: of('impressions'),
    organic: of('organic'),
    reads: of('reads'),
    engaged: of('engaged'),
    level: of('level'),
  };
}
