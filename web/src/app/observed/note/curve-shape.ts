import type { ObservedNoteView } from '@poolrise/contracts';
import {
  type CurvePeriod,
  curvePeriods,
  middleOf,
  type NoteCurve,
  periodMs,
  type SeriesMetric,
  seriesMetrics,
} from '@poolrise/domain';
import { opened } from '../observed-words';

/** What the files have curves of, in the order in which a note is read. */
export const curveMetrics = ({ series }: ObservedNoteView): SeriesMetric[] => [
  ...new Set(series.curves.map(({ metric }) => metric)),
];

export const curvePeriodsOf = ({ series }: ObservedNoteView, metric: SeriesMetric): CurvePeriod[] =>
  curvePeriods.filter((period) =>
    series.curves.some((one) => one.metric === metric && one.period === period),
  );

export const isRate = (metric: SeriesMetric): boolean => seriesMetrics[metric].rate;

export interface CurveShape {
  curves: readonly NoteCurve[];
  /** every hour or day from the first to the last that a file has, ISO 8601 */
  points: string[];
  /** of each curve the figure of each point; null where its file has none */
  values: (number | null)[][];
}

/** The curves of one metric over the same hours or days; several kinds of files are several lines. */
export function shapeCurves(
  { series }: ObservedNoteView,
  metric: SeriesMetric,
  period: CurvePeriod,
): CurveShape {
  const curves = series.curves.filter((one) => one.metric === metric && one.period === period);
  const times = curves.flatMap(({ points }) => points.map(({ at }) => at));
  if (times.length === 0) return { curves, points: [], values: [] };
  const step = periodMs[period];
  const first = Math.min(...times);
  const count = Math.round((Math.max(...times) - first) / step) + 1;
  const instants = Array.from({ length: count }, (_, at) => first + at * step);
  return {
    curves,
    points: instants.map((at) => new Date(at).toISOString()),
    values: curves.map(({ points }) => {
      const known = new Map(points.map(({ at, span }) => [at, middleOf(opened(span))]));
      return instants.map((at) => known.get(at) ?? null);
    }),
  };
}
