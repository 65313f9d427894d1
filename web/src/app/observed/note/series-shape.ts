import type { ObservedNoteView } from '@poolrise/contracts';
import type { ObservedMetric, SeriesPoint, Span } from '@poolrise/domain';
import { niceTicks, timeTicks } from '../../ui/chart-scale';
import { opened } from '../observed-words';

export const seriesGroups = ['impressions', 'reads', 'interactions'] as const;
export type SeriesGroup = (typeof seriesGroups)[number];

/** What stands in one picture: where the files tell parts apart, the parts beside the total. */
export const metricsOf: Readonly<Record<SeriesGroup, readonly ObservedMetric[]>> = {
  impressions: ['impressions', 'impressionsNatural', 'impressionsPromoted', 'impressionsHeated'],
  reads: ['reads', 'readsNatural', 'readsPromoted', 'readsHeated'],
  interactions: ['likes', 'collects', 'comments', 'shares', 'follows'],
};

export const metricColours: Readonly<Record<ObservedMetric, string>> = {
  impressions: 'var(--pr-guaranteed)',
  impressionsNatural: 'var(--pr-organic)',
  impressionsPromoted: 'var(--pr-paid)',
  impressionsHeated: 'var(--pr-search)',
  reads: 'var(--pr-guaranteed)',
  readsNatural: 'var(--pr-organic)',
  readsPromoted: 'var(--pr-paid)',
  readsHeated: 'var(--pr-search)',
  likes: 'var(--pr-stopped)',
  collects: 'var(--pr-paid)',
  comments: 'var(--pr-organic)',
  shares: 'var(--pr-search)',
  follows: 'var(--pr-guaranteed)',
};

/** A figure in pixels; `top` is null where it is a lower bound only. */
export interface PlacedPoint {
  x: number;
  y: number;
  top: number | null;
  bottom: number;
  isExact: boolean;
  corrected: boolean;
}

export interface PlacedLine {
  metric: ObservedMetric;
  colour: string;
  line: string;
  band: string;
  points: PlacedPoint[];
}

export interface SeriesShape {
  lines: PlacedLine[];
  /** from the present to what is likely by the 30th day; null where nothing is forecast */
  forecast: { line: string; band: string; x: number; y: number } | null;
  rows: { y: number; value: number }[];
  columns: { x: number; at: number }[];
  /** days on which something is known, for the cursor */
  days: { day: string; x: number }[];
}

export const seriesMargin = { top: 16, right: 18, bottom: 28, left: 58 } as const;
const dayMs = 86_400_000;

/** The middle of a figure's bounds, or the bound itself where it is open. */
const shownAt = ({ low, high }: Span): number => (high === Infinity ? low : (low + high) / 2);

/** Lays the counters of a note out over the days of its life. Units: pixels, y grows downwards. */
export function shapeSeries(
  note: Pick<ObservedNoteView, 'series' | 'estimate' | 'publishedAt'>,
  group: SeriesGroup,
  size: { width: number; height: number },
): SeriesShape {
  const series = metricsOf[group].map((metric) => ({
    metric,
    points: note.series.points[metric].map((point) => ({ ...point, span: opened(point.span) })),
  }));
  const known = series.flatMap(({ points }) => points);
  const forecast = forecastOf(note, group);
  const instants = [...known.map(({ at }) => at), ...(forecast ? [forecast.at] : [])];
  const published = note.publishedAt === null ? Infinity : Date.parse(note.publishedAt);
  const from = Math.min(published, ...instants);
  const to = Math.max(from + dayMs, ...instants);
  const ends = known.map(({ span: { low, high } }) => (high === Infinity ? low : high));
  const rows = niceTicks(Math.max(1, ...ends, forecast?.span.high ?? 0));
  const top = rows.at(-1) ?? 1;
  const inner = {
    width: Math.max(1, size.width - seriesMargin.left - seriesMargin.right),
    height: size.height - seriesMargin.top - seriesMargin.bottom,
  };
  const x = (at: number): number => seriesMargin.left + (inner.width * (at - from)) / (to - from);
  const y = (value: number): number => seriesMargin.top + inner.height * (1 - Math.min(top, value) / top);

  const place = ({ at, span, correction }: SeriesPoint): PlacedPoint => ({
    x: x(at),
    y: y(shownAt(span)),
    top: span.high === Infinity ? null : y(span.high),
    bottom: y(span.low),
    isExact: span.low === span.high,
    corrected: correction !== null,
  });
  const lines = series
    .filter(({ points }) => points.length > 0)
    .map(({ metric, points }): PlacedLine => {
      const placed = points.map(place);
      return {
        metric,
        colour: metricColours[metric],
        points: placed,
        line: path(placed),
        band: bandOf(placed),
      };
    });
  const last = note.series.points.impressionsNatural.at(-1);
  const ahead = forecast && last && { ...forecast, from: place({ ...last, span: opened(last.span) }) };
  return {
    lines,
    forecast: ahead
      ? {
          line: `M${ahead.from.x} ${ahead.from.y}L${x(ahead.at)} ${y(ahead.expected)}`,
          band: `M${ahead.from.x} ${ahead.from.y}L${x(ahead.at)} ${y(ahead.span.high)}V${y(ahead.span.low)}Z`,
          x: x(ahead.at),
          y: y(ahead.expected),
        }
      : null,
    rows: rows.map((value) => ({ value, y: Math.round(y(value)) + 0.5 })),
    columns: timeTicks(from, to, Math.max(2, Math.floor(inner.width / 90))).map((at) => ({ at, x: x(at) })),
    days: [...new Map(known.map(({ day, at }) => [day, x(at)]))]
      .map(([day, place]) => ({ day, x: place }))
      .sort((a, b) => a.x - b.x),
  };
}

function forecastOf(
  { estimate, publishedAt }: Pick<ObservedNoteView, 'estimate' | 'publishedAt'>,
  group: SeriesGroup,
): { at: number; expected: number; span: Span } | null {
  const reach = group === 'impressions' ? estimate?.reach.impressionsNatural : undefined;
  if (!reach?.told || publishedAt === null) return null;
  const { expected, low, high, horizonDays } = reach.is;
  return { at: Date.parse(publishedAt) + horizonDays * dayMs, expected, span: { low, high } };
}

/** Broken where the counter was corrected: nobody counted downwards. */
function path(points: readonly PlacedPoint[]): string {
  return points
    .map(({ x, y, corrected }, index) => `${index === 0 || corrected ? 'M' : 'L'}${x} ${y}`)
    .join('');
}

/** The room between the bounds; nothing where all are exact. */
function bandOf(points: readonly PlacedPoint[]): string {
  if (points.every(({ isExact }) => isExact)) return '';
  const upper = points.map(({ x, y, top }) => `${x} ${top ?? y}`);
  const lower = points.toReversed().map(({ x, bottom }) => `${x} ${bottom}`);
  return `M${[...upper, ...lower].join('L')}Z`;
}
