import { confidenceDeviate, countShare } from '../calibration/wilson';
import type { MetricId } from '../metrics/definitions';
import type { MetricValue } from '../metrics/evaluate-metric';
import { type MetricShape } from '../metrics/metric-shape';
import type { MetricSums } from '../metrics/metric-sums';

/** Ratios of which every event above is one of those below, at most once: only these are shares of trials. */
export const shareMetrics: readonly MetricId[] = [
  'ctr',
  'ctrNatural',
  'adCtr',
  'finishRate',
  'play5sRate',
  'exit2sRate',
  'read3sRate',
  'hitRate',
  'likeRate',
  'collectRate',
  'followRate',
  'hideRate',
  'searchBackRate',
  'firstPlaceShare',
  'cartRate',
];

/** Why nothing is said of chance. */
export const silences = ['not-counted', 'not-exact', 'partial', 'too-few'] as const;
export type Silence = (typeof silences)[number];

export interface FigureComparison {
  /** now − before, in the unit of the metric; of a ratio these are points of it, never percent of percent */
  difference: number | null;
  differenceUnit: 'points' | 'same';
  /** now ÷ before; null when there was nothing before. Not given for ratios, where points say it */
  times: number | null;
  /** whether more than the luck of counting stands behind it, with the 95 % interval that says so */
  beyondChance:
    | { verdict: boolean; of: 'difference' | 'rate-ratio'; low: number; high: number | null }
    | { verdict: null; because: Silence };
}

export interface PeriodFigure {
  value: MetricValue;
  sums: MetricSums;
  /** days of the period, or another measure of how long it was counted */
  days: number;
}

/** Fewer events than this in both periods together say nothing. */
export const eventsLeast = 10;

/** Units whose differences are points. */
const pointUnits: readonly string[] = ['ratio', 'perMille', 'probability'];

const isWhole = ({ sums }: PeriodFigure): boolean =>
  [sums.above.value, sums.below?.value ?? 0].every((count) => Number.isInteger(count) && count >= 0);

/**
 * The difference of two shares with its 95 % interval.
 *
 * Source: hybrid score interval, Newcombe 1998, method 10: Wilson intervals of both, so it holds for small counts too.
 */
export function shareDifference(
  now: { successes: number; trials: number },
  before: { successes: number; trials: number },
): { value: number; low: number; high: number } {
  const one = countShare(now.successes, now.trials);
  const other = countShare(before.successes, before.trials);
  if (one.share === null || other.share === null) throw new RangeError('Nothing was tried');
  const value = one.share - other.share;
  return {
    value,
    low: value - Math.hypot(one.share - one.low, other.high - other.share),
    high: value + Math.hypot(one.high - one.share, other.share - other.low),
  };
}

/**
 * The ratio of two rates of counted events with its 95 % interval; `high` is null where it has no end.
 *
 * Source: of all events of two Poisson counts, those of the first are binomial given the sum (Przyborowski and Wilenski
 * 1940), here with Wilson's interval. Events that come in clusters vary more than that: it is the least noise there is.
 */
export function rateRatio(
  now: { events: number; days: number },
  before: { events: number; days: number },
): { low: number; high: number | null } {
  const { low, high } = countShare(now.events, now.events + before.events, confidenceDeviate);
  const odds = (share: number) => (share / (1 - share)) * (before.days / now.days);
  return { low: odds(low), high: high === 1 ? null : odds(high) };
}

function chanceOf(
  id: MetricId,
  shape: MetricShape,
  now: PeriodFigure,
  before: PeriodFigure,
): FigureComparison['beyondChance'] {
  const silent = (because: Silence) => ({ verdict: null, because });
  const both = [now, before];
  const isShare = shape.kind === 'ratio' && shareMetrics.includes(id);
  const isCount =
    shape.kind === 'sum' && shape.of.every(([fact, weight]) => weight === 1 && !/Cents$/.test(fact));
  if (!isShare && !isCount) return silent('not-counted');
  if (both.some(({ value }) => value.precision.includes('partial'))) return silent('partial');
  if (!both.every((figure) => figure.value.precision.includes('exact') && isWhole(figure)))
    return silent('not-exact');
  const [events, earlier] = [now.sums.above.value, before.sums.above.value];
  if (events + earlier < eventsLeast) return silent('too-few');
  if (isCount) {
    const { low, high } = rateRatio({ events, days: now.days }, { events: earlier, days: before.days });
    return { verdict: low > 1 || (high !== null && high < 1), of: 'rate-ratio', low, high };
  }
  const [trials, trialsBefore] = [now.sums.below?.value ?? 0, before.sums.below?.value ?? 0];
  // More clicks than impressions are a fault of the file, and no share of anything.
  if (!trials || !trialsBefore || events > trials || earlier > trialsBefore) return silent('not-counted');
  const { low, high } = shareDifference(
    { successes: events, trials },
    { successes: earlier, trials: trialsBefore },
  );
  return { verdict: low > 0 || high < 0, of: 'difference', low, high };
}

/**
 * A figure beside that of another period. Chance is spoken of only where events were counted exactly: of prices, returns,
 * medians and estimates nothing is claimed.
 */
export function compareFigures(
  { id, unit, shape }: { id: MetricId; unit: string; shape: MetricShape },
  now: PeriodFigure,
  before: PeriodFigure,
): FigureComparison {
  const [value, earlier] = [now.value.value, before.value.value];
  const points = pointUnits.includes(unit);
  return {
    difference: value === null || earlier === null ? null : value - earlier,
    differenceUnit: points ? 'points' : 'same',
    times: points || value === null || !earlier ? null : value / earlier,
    beyondChance: chanceOf(id, shape, now, before),
  };
}
