/** What a chart shows, free of any drawing library, so that pages can prepare it without loading one. */
export interface ChartSeries {
  key: string;
  name: string;
  /** a CSS colour, best a token such as `var(--pr-organic)`, so that the chart changes theme with the page */
  colour: string;
  /** one value for each point; null where nothing is known (a line ends there, an area counts it as zero) */
  values: readonly (number | null)[];
  /** a second sign besides colour: money is hatched, a plan is dashed */
  pattern?: 'hatched' | 'dashed';
}

/** A vertical dashed line with a word: a verdict, a boost. */
export interface ChartMark {
  at: string;
  label: string;
}

export type ChartKind = 'stacked-area' | 'line' | 'stacked-bar';

/**
 * How many points one chart draws at most, over all its series: beyond that ngx-charts needs more than the two frames
 * a live update may take (measured: 5 x 5,000 points 122 ms, web design notes C4).
 */
export const pointsMax = 2000;

/**
 * Draws fewer points without hiding a level: neighbours are averaged, so "per hour" stays "per hour" and a stack still
 * adds up. `every` says how many points one drawn point stands for; tables and downloads keep all of them.
 */
export function thinned(
  points: readonly string[],
  series: readonly ChartSeries[],
  max = pointsMax,
): { points: string[]; series: ChartSeries[]; every: number } {
  const every = Math.ceil((points.length * Math.max(1, series.length)) / max);
  if (every <= 1) return { points: [...points], series: [...series], every: 1 };
  const starts = points.map((_, index) => index).filter((index) => index % every === 0);
  return {
    points: starts.map((start) => points[start] ?? ''),
    series: series.map((one) => ({
      ...one,
      values: starts.map((start) => mean(one.values.slice(start, start + every))),
    })),
    every,
  };
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0) / known.length;
}

/** The height of each point: the sum of the series where they are stacked, the highest of them where they are not. */
export function heights(points: number, series: readonly ChartSeries[], stacked: boolean): (number | null)[] {
  return Array.from({ length: points }, (_, index) => {
    const values = series.map((one) => one.values[index] ?? null).filter((value) => value !== null);
    if (values.length === 0) return null;
    return stacked ? values.reduce((total, value) => total + value, 0) : Math.max(...values);
  });
}

export interface ChartSummary {
  total: number;
  peak: { index: number; value: number } | null;
  low: { index: number; value: number } | null;
  /** the last third against the first third: 0.2 means a fifth higher; null when the first third holds nothing */
  trend: number | null;
}

/** What a person would say about the curve after one look: how much, where the peak, which way it goes. */
export function summarise(values: readonly (number | null)[]): ChartSummary {
  const known = values.flatMap((value, index) => (value === null ? [] : [{ index, value }]));
  const third = Math.floor(known.length / 3);
  const part = (from: number, to: number) =>
    known.slice(from, to).reduce((total, { value }) => total + value, 0);
  const before = part(0, third);
  const after = part(known.length - third, known.length);
  return {
    total: part(0, known.length),
    peak: known.reduce<ChartSummary['peak']>(
      (best, one) => (best && best.value >= one.value ? best : one),
      null,
    ),
    low: known.reduce<ChartSummary['low']>(
      (best, one) => (best && best.value <= one.value ? best : one),
      null,
    ),
    trend: third > 0 && before > 0 ? after / before - 1 : null,
  };
}

/** RFC 4180 with a byte order mark, without which Excel reads Chinese as something else. Instants stay ISO 8601, UTC. */
export function chartCsv(
  pointHeader: string,
  points: readonly string[],
  series: readonly ChartSeries[],
): string {
  const rows = [
    [pointHeader, ...series.map((one) => one.name)],
    ...points.map((point, index) => [point, ...series.map((one) => String(one.values[index] ?? ''))]),
  ];
  return '\uFEFF' + rows.map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n';
}

/** A cell that a spreadsheet would run as a formula is defused with an apostrophe: names come from people. */
function csvCell(text: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
