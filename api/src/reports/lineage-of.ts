import type { LineageView, ReportSpec } from '@poolrise/contracts';
import { factTables, type PlannedMetric } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import type { Origins } from './facts/origins';

/** Origins that a column names; the rest is counted. */
const originsShown = 12;

/** Where the figures of a column come from: files and streams with their rows, the window, and how far the data reach. */
export async function lineageOf(
  tx: EntityManager,
  { takes }: PlannedMetric,
  { period, timeZone }: ReportSpec,
  origins: Origins,
  cycleDays: number | undefined,
): Promise<LineageView> {
  const tables = takes.map(({ table }) => table);
  const streams = origins
    .streamsOf(tables)
    .map(([id, rows]) => ({ kind: 'stream' as const, id, name: factTables[id].name.en, rows }));
  const counted = [...origins.filesOf(tables)].sort(([, one], [, other]) => other - one);
  const files = await tx.query<{ id: string; name: string }[]>(
    'select id, name from import_file where id = any($1::uuid[])',
    [counted.slice(0, originsShown).map(([id]) => id)],
  );
  const nameOf = new Map(files.map(({ id, name }) => [id, name]));
  const named = counted
    .filter(([id]) => nameOf.has(id))
    .map(([id, rows]) => ({ kind: 'file' as const, id, name: nameOf.get(id) ?? id, rows }));
  return {
    origins: [...streams, ...named].sort((one, other) => other.rows - one.rows).slice(0, originsShown),
    originsInAll: streams.length + counted.length,
    window: { ...period, timeZone },
    dataAt: origins.dataAt(tables),
    ...(cycleDays !== undefined && { cycleDays }),
  };
}
