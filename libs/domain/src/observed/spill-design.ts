import { medianOf } from '../probability/means';
import { coarsenessOf, middleOf, type Span } from './reading';

/** One day of a note: natural and bought impressions of that day, as bounds, in order of time and without a gap. */
export interface SpillDay {
  day: string;
  natural: Span;
  /** Promoted and heated together. */
  paid: Span;
  /**
   * Natural impressions that a note like this had on such a day of its life without anything bought, in any unit: only
   * the ratios between days are read. Null where no peers are known.
   */
  expected: number | null;
}

/** Why no spill can be told. */
export const spillRefusals = [
  'too-few-days',
  'paid-never-varies',
  'too-few-switches',
  'trend-and-paid-together',
  'rounding-too-coarse',
  'natural-too-small',
  'depends-on-trend',
] as const;
export type SpillRefusal = (typeof spillRefusals)[number];

/** What a design needs before anything is read from it [P]. */
export const spillNeeds = {
  days: 12,
  /** Changes between days with and without bought impressions: on, off and on again at the least. */
  switches: 3,
  /** Days on each side. */
  daysOfEach: 4,
  /** The most that half the width of a usual day's natural figure may be of it. */
  coarseness: 0.25,
  /** Natural impressions of the middle day. */
  natural: 20,
  /** The most of the bought impressions' ups and downs that a smooth trend may explain. */
  explained: 0.6,
} as const;

/** Days as plain numbers: what the estimate works on. */
export interface SpillTable {
  natural: number[];
  paid: number[];
  /** Logarithms of the expected natural impressions; 0 where none are known. */
  expected: number[];
  peersKnown: boolean;
}

/** Lays the days out, or says why they cannot tell. */
export function spillTable(days: readonly SpillDay[]): SpillTable | SpillRefusal {
  if (days.length < spillNeeds.days) return 'too-few-days';
  const natural = days.map((day) => middleOf(day.natural));
  const paid = days.map((day) => middleOf(day.paid));
  const on = paid.map((one) => one > 0);
  if (on.every((one) => one === on[0])) return 'paid-never-varies';
  const switches = on.filter((one, day) => day > 0 && one !== on[day - 1]).length;
  const daysOn = on.filter(Boolean).length;
  if (switches < spillNeeds.switches || Math.min(daysOn, days.length - daysOn) < spillNeeds.daysOfEach)
    return 'too-few-switches';
  if (medianOf(natural) < spillNeeds.natural) return 'natural-too-small';
  const coarse = medianOf(days.map((day) => Math.min(1e6, coarsenessOf(day.natural))));
  const coarsePaid = medianOf(days.filter((_, day) => on[day]).map((day) => coarsenessOf(day.paid)));
  if (coarse > spillNeeds.coarseness || coarsePaid > spillNeeds.coarseness) return 'rounding-too-coarse';
  const peersKnown = days.every(({ expected }) => expected !== null && expected > 0);
  const expected = days.map((day) => (peersKnown ? Math.log(day.expected ?? 1) : 0));
  const trend = residualsOf(paid, 2);
  const explained = 1 - squares(trend) / squares(residualsOf(paid, 0));
  if (explained > spillNeeds.explained) return 'trend-and-paid-together';
  return { natural, paid, expected, peersKnown };
}

export const squares = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value * value, 0);

/** What is left of values after a polynomial of this degree over their places; by Gram and Schmidt. */
export function residualsOf(values: readonly number[], degree: number): number[] {
  let rest = [...values];
  for (const column of polynomials(values.length, degree)) {
    const part = rest.reduce((sum, value, at) => sum + value * (column[at] ?? 0), 0);
    rest = rest.map((value, at) => value - part * (column[at] ?? 0));
  }
  return rest;
}

/** Orthonormal polynomials over 0 … n - 1. */
function polynomials(n: number, degree: number): number[][] {
  const columns: number[][] = [];
  for (let power = 0; power <= degree; power++) {
    let column = Array.from({ length: n }, (_, at) => ((2 * at) / Math.max(1, n - 1) - 1) ** power);
    for (const earlier of columns) {
      const part = column.reduce((sum, value, at) => sum + value * (earlier[at] ?? 0), 0);
      column = column.map((value, at) => value - part * (earlier[at] ?? 0));
    }
    const length = Math.sqrt(squares(column));
    columns.push(column.map((value) => value / length));
  }
  return columns;
}
