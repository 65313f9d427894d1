import type { ReportedValue } from '@poolrise/contracts';
import {
  type CreatorFact,
  creatorFacts,
  type CreatorFigure,
  creatorFigures,
  type CreatorSnapshot,
  type SnapshotReading,
  trustOfSource,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { kindOfSource } from './stored-record';

interface SnapshotRow {
  id: string;
  source: string;
  day: string;
  values: Record<string, unknown>;
  unknown: Record<string, string> | null;
}

/** A name has at most so many snapshots here: a year of days. */
const snapshotsMax = 400;

/** What all files say of these observed creators, each with the latest days of every name. */
export async function creatorSnapshots(
  tx: EntityManager,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, CreatorSnapshot[]>> {
  const rows = await tx.query<SnapshotRow[]>(
    `select name.observed_id as id, said.source, said.day, said.values, said.unknown
     from creator_name name cross join lateral (
       select source, day::text as day, record -> 'values' as values, record -> 'unknown' as unknown from observation
       where workspace_id = $1 and creator is not null and creator ->> 'nameKey' = name.name_key and day is not null
       order by day desc limit ${snapshotsMax}) said
     where name.workspace_id = $1 and name.observed_id = any ($2)`,
    [workspaceId, ids],
  );
  const byCreator = new Map<string, CreatorSnapshot[]>();
  for (const row of rows) {
    const its = byCreator.get(row.id);
    if (its) its.push(snapshotOf(row));
    else byCreator.set(row.id, [snapshotOf(row)]);
  }
  return byCreator;
}

function snapshotOf({ source, day, values, unknown }: SnapshotRow): CreatorSnapshot {
  const readings: Partial<Record<CreatorFigure, SnapshotReading>> = {};
  for (const figure of creatorFigures) {
    const reading = readingOf(values[figure]);
    if (reading) readings[figure] = reading;
  }
  const facts: Partial<Record<CreatorFact, string>> = {};
  for (const fact of creatorFacts) {
    const text = values[fact];
    if (typeof text === 'string' && text !== '') facts[fact] = text;
  }
  const onRequest = creatorFigures.filter((figure) => unknown?.[figure] === 'negotiable');
  return { source, day, trust: trustOfSource(kindOfSource(source)), readings, facts, onRequest };
}

function readingOf(value: unknown): SnapshotReading | null {
  if (typeof value === 'number') return { value };
  if (typeof value !== 'object' || value === null || !('value' in value)) return null;
  const figure = value as Exclude<ReportedValue, number>;
  return 'halfWidth' in figure
    ? { value: figure.value, half: figure.halfWidth }
    : { value: figure.value, atLeast: true };
}

/** A reading as answers give it. */
export function reportedOf({ value, half, atLeast }: SnapshotReading): ReportedValue {
  if (atLeast) return { value, atLeast: true };
  return half ? { value, halfWidth: half } : value;
}
