import type { SheetRow } from './cells';
import { type SeriesMetric, seriesMetrics } from './fields.series';
import { headerKey, nameHeader } from './header-name';
import { headerText } from './header-rows';
import { fileKinds } from './kinds/kinds';
import type { MappedColumn, SheetMapping } from './mapping';
import { cellsAt, columnOptions } from './propose-mapping';
import { readDate } from './read-date';

const metricByName = new Map(
  Object.entries(seriesMetrics).flatMap(([metric, { names }]) =>
    names.map((name): [string, SeriesMetric] => [headerKey(name), metric as SeriesMetric]),
  ),
);

/** The metric that a sheet or a list of a JSON file is named after, and its period where the path says it. */
export function seriesOfSheet(name: string): { metric: SeriesMetric; period: 'hour' | 'day' | null } | null {
  const parts = name.split(/[./\s()（）_-]+(?=\S)|\[\]/).filter((part) => part !== '');
  const last = name.split('.').at(-1)?.replace('[]', '') ?? name;
  const bare = last.replace(
    /(?:小时|分时|按小时|每小时|按天|按日|每日|每天|日)?(?:趋势|数据|明细|曲线|变化)$/,
    '',
  );
  const metric = [last, bare, parts[0] ?? ''].map((one) => metricByName.get(headerKey(one))).find(Boolean);
  if (!metric) return null;
  const period = /hour|小时|分时/i.test(name) ? 'hour' : /\bday\b|日|天/i.test(name) ? 'day' : null;
  return { metric, period };
}

/**
 * Reads a sheet as one curve of one metric: times in its first column of dates, figures in the next.
 *
 * @returns null where the sheet is not named after a metric or has no times
 */
export function recogniseSeries(
  sheet: string,
  rows: readonly SheetRow[],
  format: 'xlsx' | 'csv' | 'json',
): { mapping: SheetMapping; headerRow: number; headers: string[] } | null {
  const series = seriesOfSheet(sheet);
  const kind = format === 'json' ? fileKinds.C3 : fileKinds.C2;
  if (!series || format === 'csv') return null;
  const timeKeys = new Set(
    kind.columns.filter(({ field }) => field === 'pointAt').flatMap(({ aliases }) => aliases.map(headerKey)),
  );
  const header = rows
    .slice(0, 10)
    .find(({ cells }) => cells.some((cell) => timeKeys.has(headerKey(headerText(cell)))));
  if (!header) return null;
  const headers = header.cells.map(headerText);
  if (headers.filter((text) => text !== '').length > 4) return null;
  const data = rows.filter(({ number }) => number > header.number);
  const timeAt = headers.findIndex((text) => timeKeys.has(headerKey(text)));
  const known = cellsAt(data, timeAt).some((cell) => readDate(cell, { capturedAt: 0 }).kind !== 'unknown');
  const valueAt = headers.findIndex((text, position) => position !== timeAt && text !== '');
  if (valueAt < 0 || !known) return null;
  const field = seriesMetrics[series.metric].rate ? 'pointRate' : 'pointValue';
  const columns = headers.map((text, position): MappedColumn => {
    const base = { position, header: text };
    if (position === timeAt) return { ...base, use: 'field', field: 'pointAt', options: {} };
    if (position !== valueAt) return { ...base, use: 'ignored', field: null, options: {} };
    const options = columnOptions(field, nameHeader(text).unit, {}, cellsAt(data, position));
    return { ...base, use: 'field', field, options };
  });
  const constants = {
    seriesMetric: series.metric,
    ...(series.period ? { seriesPeriod: series.period } : {}),
  };
  return {
    mapping: { kind: kind.id, record: kind.record, columns, constants },
    headerRow: header.number,
    headers,
  };
}
