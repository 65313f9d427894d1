import type { ReportResult, ReportSpec } from '@poolrise/contracts';
import { hourKeysOf, isTimeDimension, type MetricId, readHourKey, shiftDay } from '@poolrise/domain';
import type { ChartSeries } from '../../ui/chart-data';

/** More curves than this nobody tells apart. */
export const curvesMost = 4;
/** More bars than this are a table. */
export const barsMost = 15;

const colours = ['var(--pr-organic)', 'var(--pr-paid)', 'var(--pr-search)', 'var(--pr-guaranteed)'] as const;

/** An instant of Shanghai for a key of a time dimension. */
export function instantOf(key: string): string {
  const day = key.length === 7 ? `${key}-01` : key.slice(0, 10);
  const { time, isAgain } = readHourKey(key);
  const instant = Date.parse(`${day}T${time || '00:00'}:00+08:00`);
  // An hour that the wall shows twice has one place on the axis: the second stands between it and the next.
  return new Date(instant + (isAgain ? 1_800_000 : 0)).toISOString();
}

/** The key that follows; null for months, which are not drawn where they have none. */
function nextKey(key: string, dimension: string): string | null {
  if (dimension === 'day') return shiftDay(key, 1);
  return dimension === 'week' ? shiftDay(key, 7) : null;
}

/** Every key from the first to the last: a day without rows is a hole in the curve and not a short way. */
function withoutHoles(keys: readonly string[], dimension: string, timeZone: string): string[] {
  const sorted = [...new Set(keys)].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (dimension === 'hour' && first && last)
    return hourKeysOf({ from: first.slice(0, 10), to: last.slice(0, 10) }, timeZone).filter(
      (one) => one >= first && one <= last,
    );
  let key = first;
  const all: string[] = [];
  while (key && last && key <= last) {
    all.push(key);
    const next = nextKey(key, dimension);
    if (next === null) return sorted;
    key = next;
  }
  return all;
}

/** Curves of one metric over time: the whole, or one for each of the largest groups of the other dimension. */
export function curvesOf(
  { rows, columns }: ReportResult,
  { dimensions, timeZone }: ReportSpec,
  metric: MetricId,
  nameOf: (row: ReportResult['rows'][number], dimensionAt: number) => string,
  whole: string,
): { points: string[]; series: ChartSeries[] } | null {
  const timeAt = dimensions.findIndex(isTimeDimension);
  const column = columns.findIndex((one) => one.metric === metric);
  if (timeAt < 0 || column < 0 || dimensions.length > 2) return null;
  const dated = rows.filter((row) => row.keys[timeAt]?.key);
  const keys = withoutHoles(
    dated.map((row) => row.keys[timeAt]?.key ?? ''),
    dimensions[timeAt] ?? '',
    timeZone,
  );
  if (keys.length < 2) return null;
  const otherAt = dimensions.length === 2 ? 1 - timeAt : -1;
  const groups = new Map<string, { name: string; size: number; values: Map<string, number | null> }>();
  for (const row of dated) {
    const group = otherAt < 0 ? '' : (row.keys[otherAt]?.key ?? '');
    const name = otherAt < 0 ? whole : nameOf(row, otherAt);
    const found = groups.get(group) ?? { name, size: 0, values: new Map<string, number | null>() };
    groups.set(group, found);
    const value = row.cells[column]?.figure.value ?? null;
    found.size += value ?? 0;
    found.values.set(row.keys[timeAt]?.key ?? '', value);
  }
  // What one adds up to says how large a group is only where figures add up; elsewhere any order does.
  const largest = [...groups].sort(([, one], [, other]) => other.size - one.size).slice(0, curvesMost);
  return {
    points: keys.map(instantOf),
    series: largest.map(([key, { name, values }], at) => ({
      key: key || 'whole',
      name,
      colour: colours[at] ?? colours[0],
      values: keys.map((one) => values.get(one) ?? null),
    })),
  };
}
