import {
  residualsOf,
  type SpillDay,
  type SpillRefusal,
  type SpillTable,
  spillTable,
  squares,
} from './spill-design';

/** How the natural impressions are taken to go without anything bought, beside what peers of the same age had. */
export const spillTrends = ['level', 'straight', 'curved'] as const;
export type SpillTrend = (typeof spillTrends)[number];

/** What must be true for the interval to mean what it says. A screen has a sentence for each. */
export const spillAssumptions = [
  'SWITCHES_NOT_CHOSEN_BY_GROWTH',
  'SAME_DAY_EFFECT',
  'NOTHING_ELSE_SWITCHED_ALONG',
  'DECAY_AS_OF_PEERS',
  'DECAY_IS_SMOOTH',
] as const;
export type SpillAssumption = (typeof spillAssumptions)[number];

/** Natural impressions that one bought impression brings, between these bounds; below 0 it takes some away. */
export interface SpillInterval {
  low: number;
  high: number;
}

export type SpillVerdict = 'brings-natural' | 'takes-natural' | 'no-visible-effect' | 'cannot-tell';

export interface SpillEstimate {
  verdict: SpillVerdict;
  why: SpillRefusal | null;
  /** 90 % interval under the straight trend; null where the design allows none. */
  interval: SpillInterval | null;
  /** The same under every trend: whether the answer hangs on it. */
  byTrend: Readonly<Partial<Record<SpillTrend, SpillInterval>>>;
  days: number;
  assumptions: readonly SpillAssumption[];
}

/** The share of true values that the interval holds. */
export const spillCoverage = 0.9;

/** Nobody has told of more than two natural impressions for one bought, nor of a loss of more than two [P]. */
const widest = 2;
const steps = 81;

/**
 * What bought impressions do to the natural ones of one note, from its days with and without them.
 *
 * Model: natural = expected x e^(trend + noise) + spill x paid, with the expected decay of peers and noise that may hang
 * together from day to day. For every candidate spill its part is taken off, the logarithm of the rest is held against
 * the expected decay and freed of the trend, and what is left must not go along with the bought impressions. How far it may
 * by chance is read from the same days with the rest shifted in time against the bought ones, which keeps the way in which
 * neighbouring days hang together. The interval holds the candidates that are not refused.
 *
 * Nothing is claimed where the trends disagree on the sign.
 * Source: randomisation tests inverted to an interval (Rosenbaum 2002, ch. 2), with residuals permuted (Freedman and Lane
 * 1983) by circular shifts (Politis and Romano 1992).
 */
export function estimateSpill(days: readonly SpillDay[]): SpillEstimate {
  const table = spillTable(days);
  if (typeof table === 'string') return refused(table, days.length, []);
  const assumptions: SpillAssumption[] = [
    'SWITCHES_NOT_CHOSEN_BY_GROWTH',
    'SAME_DAY_EFFECT',
    'NOTHING_ELSE_SWITCHED_ALONG',
    table.peersKnown ? 'DECAY_AS_OF_PEERS' : 'DECAY_IS_SMOOTH',
  ];
  const byTrend = {
    level: intervalUnder(table, 0),
    straight: intervalUnder(table, 1),
    curved: intervalUnder(table, 2),
  };
  const interval = byTrend.straight;
  const verdict = verdictOf(interval);
  // Without peers a level trend says that notes do not age, which nobody believes.
  const others = table.peersKnown ? [byTrend.level, byTrend.curved] : [byTrend.curved];
  if (verdict !== 'no-visible-effect' && others.some((other) => verdictOf(other) !== verdict))
    return { ...refused('depends-on-trend', days.length, assumptions), interval, byTrend };
  return { verdict, why: null, interval, byTrend, days: days.length, assumptions };
}

const refused = (
  why: SpillRefusal,
  days: number,
  assumptions: readonly SpillAssumption[],
): SpillEstimate => ({ verdict: 'cannot-tell', why, interval: null, byTrend: {}, days, assumptions });

const verdictOf = ({ low, high }: SpillInterval): SpillVerdict =>
  low > 0 ? 'brings-natural' : high < 0 ? 'takes-natural' : 'no-visible-effect';

/** The candidates that the days do not refuse, from -2 to 2. */
function intervalUnder(table: SpillTable, degree: number): SpillInterval {
  const step = (2 * widest) / (steps - 1);
  let [low, high] = [widest, -widest];
  for (let index = 0; index < steps; index++) {
    const candidate = -widest + index * step;
    const beyond = shareBeyond(table, candidate, degree);
    if (Math.min(beyond.above, beyond.below) <= (1 - spillCoverage) / 2) continue;
    low = Math.min(low, candidate - step / 2);
    high = Math.max(high, candidate + step / 2);
  }
  return low <= high ? { low, high } : bestGuess(table, degree, step);
}

/** Where every candidate is refused, the one refused least, as wide as a step of the grid. */
function bestGuess(table: SpillTable, degree: number, step: number): SpillInterval {
  let [best, least] = [0, -1];
  for (let index = 0; index < steps; index++) {
    const candidate = -widest + index * step;
    const { above, below } = shareBeyond(table, candidate, degree);
    if (Math.min(above, below) > least) [best, least] = [candidate, Math.min(above, below)];
  }
  return { low: best - step / 2, high: best + step / 2 };
}

/** How often the shifted days go along with the bought impressions as much as the true ones do, or more; and less. */
function shareBeyond(
  { natural, paid, expected }: SpillTable,
  spill: number,
  degree: number,
): { above: number; below: number } {
  const rest = natural.map((one, day) => Math.max(0.5, one - spill * (paid[day] ?? 0)));
  const residuals = residualsOf(
    rest.map((one, day) => Math.log(one) - (expected[day] ?? 0)),
    degree,
  );
  // Bought impressions beside what came without them: the size in which they show in a logarithm.
  const level = Math.exp(
    rest.reduce((sum, one, day) => sum + Math.log(one) - (expected[day] ?? 0), 0) / rest.length,
  );
  const shown = residualsOf(
    paid.map((one, day) => one / (level * Math.exp(expected[day] ?? 0))),
    degree,
  );
  if (squares(shown) === 0) return { above: 1, below: 1 };
  const along = alongside(shown, residuals, 0, false);
  let [above, below, all] = [1, 1, 1];
  for (const reversed of [false, true])
    for (let shift = 0; shift < residuals.length; shift++) {
      if (!reversed && shift === 0) continue;
      const other = alongside(shown, residuals, shift, reversed);
      all++;
      if (other >= along) above++;
      if (other <= along) below++;
    }
  return { above: above / all, below: below / all };
}

function alongside(
  shown: readonly number[],
  residuals: readonly number[],
  shift: number,
  reversed: boolean,
): number {
  const n = residuals.length;
  let sum = 0;
  for (let day = 0; day < n; day++) {
    const at = (day + shift) % n;
    sum += (shown[day] ?? 0) * (residuals[reversed ? n - 1 - at : at] ?? 0);
  }
  return sum;
}
