import { averageOf, countShare, type CountedShare, statedCoverage } from '@poolrise/domain';
import type { ForecastCase } from './forecast-cases';

/** What an interval is worth: how often it held, how wide it is, and both together. */
export interface IntervalFigures {
  held: CountedShare;
  /** Mean of the logarithm of upper over lower bound. */
  width: number;
  /**
   * Interval score of 80 % on logarithms: the width, and ten times the distance of what lies outside. Smaller is better
   * (Gneiting and Raftery 2007, section 6.2).
   */
  score: number;
}

export interface Bounds {
  low: number;
  high: number;
}

export function intervalFigures(
  cases: readonly ForecastCase[],
  bounds: (one: ForecastCase) => Bounds,
): IntervalFigures {
  const penalty = 2 / (1 - statedCoverage);
  const each = cases.map((one) => {
    const { low, high } = bounds(one);
    const [from, to, came] = [low, high, one.came].map((value) => Math.log1p(value)) as [
      number,
      number,
      number,
    ];
    const outside = Math.max(0, from - came, came - to);
    return { held: one.came >= low && one.came <= high, width: to - from, outside };
  });
  return {
    held: countShare(each.filter(({ held }) => held).length, each.length),
    width: averageOf(each.map(({ width }) => width)),
    score: averageOf(each.map(({ width, outside }) => width + penalty * outside)),
  };
}

/** The rule of a spreadsheet: it stays where it is, or doubles what the last snapshots brought. */
export function naiveBounds({ lastIncrement, size }: ForecastCase): Bounds {
  return { low: size, high: size + 2 * lastIncrement };
}

/**
 * Notes that were not known to stand still when the forecast was made. Of the others a forecast is a point that holds
 * nearly always, which would flatter every sum.
 */
export const mayGrow = ({ forecast, size }: ForecastCase): boolean => forecast.high > 1.02 * size + 1;

/** The groups in which coverage is looked at apart; `age` in days of traffic. */
export const caseGroups: readonly [string, (one: ForecastCase) => boolean][] = [
  ['younger than a day', ({ age }) => age < 1],
  ['1 to 3 days', ({ age }) => age >= 1 && age < 3],
  ['3 days and older', ({ age }) => age >= 3],
  ['exact figures', ({ rounded }) => !rounded],
  ['rounded figures', ({ rounded }) => rounded],
  ['first snapshot', ({ pace }) => pace === null],
  ['several snapshots', ({ pace }) => pace !== null],
];

/** How far a share of so many trials may lie from the stated one by chance, at three standard errors. */
export const chanceOf = (trials: number, stated = statedCoverage): number =>
  3 * Math.sqrt((stated * (1 - stated)) / Math.max(1, trials));
