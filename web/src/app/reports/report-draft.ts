import type { ReportSpec } from '@poolrise/contracts';
import {
  type AudienceKey,
  audienceOf,
  comparisonPeriod,
  dayAt,
  type DayPeriod,
  daysInPeriod,
  defaultChoice,
  isAudienceDimension,
  isTimeDimension,
  type MetricId,
  offsetOfZone,
  type PlanObstacle,
  planReport,
  type ReportAudience,
  type ReportDimension,
  reportLimits,
  shiftDay,
} from '@poolrise/domain';

/** The day before today by the calendar of a zone: today is not over. */
export const yesterday = (now: Date, timeZone = 'Asia/Shanghai'): string =>
  shiftDay(dayAt(now.getTime(), offsetOfZone(timeZone)), -1);

export const lastDays = (days: number, now: Date, timeZone?: string): DayPeriod => {
  const to = yesterday(now, timeZone);
  return { from: shiftDay(to, 1 - days), to };
};

/** A report that begins with nothing chosen but a week of impressions and interactions. */
export const blankSpec = (now: Date): ReportSpec => ({
  metrics: ['impressions', 'clicks', 'interactions'],
  dimensions: ['day'],
  timeBasis: 'happened',
  period: lastDays(30, now),
  timeZone: 'Asia/Shanghai',
  comparison: { kind: 'none', period: null },
  filters: {
    noteIds: [],
    creatorIds: [],
    categories: [],
    tierKeys: [],
    placements: [],
    campaigns: [],
    audiences: [],
  },
  choice: { ...defaultChoice },
  sort: { by: 'day', direction: 'asc' },
  rowLimit: 200,
  tierScheme: 'newrank',
  hitInteractions: 1_000,
});

/** A report as one word of an address, so that a reload or a copied link opens the same one. */
export function wordOf(spec: ReportSpec): string {
  const bytes = new TextEncoder().encode(JSON.stringify(spec));
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The report of a word; null for a word that nobody here has written. */
export function specOf(word: string | undefined, base: ReportSpec): ReportSpec | null {
  if (!word) return null;
  try {
    const text = atob(word.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const read = JSON.parse(new TextDecoder().decode(bytes)) as Partial<ReportSpec>;
    if (!Array.isArray(read.metrics) || !Array.isArray(read.dimensions) || !read.period) return null;
    return { ...base, ...read, filters: { ...base.filters, ...read.filters } };
  } catch {
    return null;
  }
}

/** What the domain has to say of each metric before anything is asked. */
export function obstaclesOf(
  { dimensions, timeBasis, choice, filters }: ReportSpec,
  metrics: readonly MetricId[],
): ReadonlyMap<MetricId, PlanObstacle> {
  const { metrics: planned } = planReport({ metrics, dimensions, timeBasis, choice, filters });
  return new Map(planned.flatMap(({ metric, refusal }) => (refusal ? [[metric, refusal] as const] : [])));
}

/** What is asked for: without the metrics that cannot be had this way; null when none is left. */
export function askable(spec: ReportSpec): ReportSpec | null {
  const obstacles = obstaclesOf(spec, spec.metrics);
  const metrics = spec.metrics.filter((metric) => !obstacles.has(metric));
  const [first] = metrics;
  if (!first || periodTrouble(spec)) return null;
  const shown: readonly string[] = [...metrics, ...spec.dimensions];
  const sort = shown.includes(spec.sort.by) ? spec.sort : defaultSort(spec.dimensions, first);
  return { ...spec, metrics, sort };
}

export function defaultSort(dimensions: readonly ReportDimension[], first: MetricId): ReportSpec['sort'] {
  const time = dimensions.find(isTimeDimension);
  return time ? { by: time, direction: 'asc' } : { by: first, direction: 'desc' };
}

export type PeriodTrouble = 'turned-round' | 'too-long' | 'too-long-by-hour' | 'too-early';

/** What is wrong with the days of a report; null when nothing is. */
export function periodTrouble({ period, comparison, dimensions }: ReportSpec): PeriodTrouble | null {
  const own = comparison.kind === 'own' && comparison.period ? [comparison.period] : [];
  for (const one of [period, ...own]) {
    const days = daysInPeriod(one);
    if (!(days >= 1)) return 'turned-round';
    if (one.from < reportLimits.firstDay) return 'too-early';
    if (days > reportLimits.days) return 'too-long';
    if (dimensions.includes('hour') && days > reportLimits.hourDays) return 'too-long-by-hour';
  }
  return null;
}

/** The days that the period is compared with; null for none. */
export const comparedDays = ({ period, comparison }: ReportSpec): DayPeriod | null =>
  comparison.kind === 'own'
    ? comparison.period
    : daysInPeriod(period) >= 1
      ? comparisonPeriod(period, comparison.kind)
      : null;

/** Narrows a report to some readers, by one portrait of them, and lets go of what no portrait is known together with. */
export function narrowedTo(spec: ReportSpec, keys: readonly AudienceKey[]): Partial<ReportSpec> {
  const audience = audienceOf(keys);
  const filters = { ...spec.filters, audiences: [...keys] };
  if (!audience) return { filters };
  const dimensions = spec.dimensions.filter((one) => !conflicts(one, audience));
  return {
    filters: { ...filters, placements: [] },
    dimensions,
    sort: sortAmong({ ...spec, dimensions }),
  };
}

const conflicts = (dimension: ReportDimension, audience: ReportAudience): boolean =>
  dimension === 'placement' || (isAudienceDimension(dimension) && dimension !== audience);

/** The order of a report, or the usual one where what it went by is gone. */
const sortAmong = ({ sort, dimensions, metrics }: ReportSpec): ReportSpec['sort'] =>
  [...metrics, ...dimensions].includes(sort.by) ? sort : defaultSort(dimensions, metrics[0] as MetricId);

/** Turns a dimension on or off; readers whom it is not known together with are no longer asked for. */
export function turned(spec: ReportSpec, dimension: ReportDimension): Partial<ReportSpec> {
  const dimensions = turnDimension(spec.dimensions, dimension);
  const audience = audienceOf(spec.filters.audiences);
  const clash = audience && dimensions.some((one) => conflicts(one, audience));
  return {
    dimensions,
    sort: defaultSort(dimensions, spec.metrics[0] as MetricId),
    ...(clash && { filters: { ...spec.filters, audiences: [] } }),
  };
}

/** Adds a dimension, or takes it away. One division of time, and one of the audience: another takes its place. */
export function turnDimension(
  dimensions: readonly ReportDimension[],
  turned: ReportDimension,
): ReportDimension[] {
  if (dimensions.includes(turned)) return dimensions.filter((one) => one !== turned);
  const alike = (one: ReportDimension) =>
    isTimeDimension(turned)
      ? isTimeDimension(one)
      : turned.startsWith('audience-') && one.startsWith('audience-');
  const kept = dimensions.filter((one) => !alike(one));
  const next = isTimeDimension(turned) ? [turned, ...kept] : [...kept, turned];
  return next.length > reportLimits.dimensions ? [...dimensions] : next;
}
