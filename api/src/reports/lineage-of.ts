import type { LineageView, ReportSpec } from '@poolrise/contracts';
import { factTables, type PlannedMetric } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import type { Origins } from './facts/origins';

/** Origins that a column names; the rest is counted. */
const originsShown = 12;
/** Files that are named at all: more would not be read by anybody. */
const filesMost = 2_000;

/** Names of the files behind a report. */
export async function fileNames(tx: EntityManager, origins: Origins): Promise<ReadonlyMap<string, string>> {
  const ids = origins.allFiles.slice(0, filesMost);
  if (!ids.length) return new Map();
  const files = await tx.query<{ id: string; name: string }[]>(
    'select id, name from import_file where id = any($1::uuid[])',
    [ids],
  );
  return new Map(files.map(({ id, name }) => [id, name]));
}

/** Where the figures of a column come from: files and streams with their rows, the window, and how far the data reach. */
export function lineageOf(
  { takes }: PlannedMetric,
  { period, timeZone }: ReportSpec,
  origins: Origins,
  names: ReadonlyMap<string, string>,
  cycleDays: number | undefined,
): LineageView {
  const tables = takes.map(({ table }) => table);
  const streams = origins
    .streamsOf(tables)
    .map(([id, rows]) => ({ kind: 'stream' as const, id, name: factTables[id].name.en, rows }));
  const counted = [...origins.filesOf(tables)].map(([id, rows]) => ({ id, rows, name: names.get(id) }));
  const files = counted.flatMap(({ id, rows, name }) =>
    name === undefined ? [] : [{ kind: 'file' as const, id, name, rows }],
  );
  return {
    origins: [...streams, ...files].sort((one, other) => other.rows - one.rows).slice(0, originsShown),
    originsInAll: streams.length + counted.length,
    window: { ...period, timeZone },
    dataAt: origins.dataAt(tables),
    ...(cycleDays !== undefined && { cycleDays }),
  };
}
