import type { ReportSpec } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import type { GatheredGroup } from './gather';

/** Names of the notes and creators of some groups, dimension by dimension; what has a name in our words has none here. */
export async function namesOf(
  tx: EntityManager,
  { dimensions }: ReportSpec,
  groups: readonly GatheredGroup[],
): Promise<ReadonlyMap<string, string>[]> {
  const names: ReadonlyMap<string, string>[] = [];
  for (const [at, dimension] of dimensions.entries()) {
    const keys = [...new Set(groups.flatMap(({ keys: its }) => its[at] ?? []))].filter(isUuid);
    const sql = dimension === 'note' ? noteNames : dimension === 'creator' ? creatorNames : null;
    const rows = sql && keys.length ? await tx.query<{ id: string; name: string }[]>(sql, [keys]) : [];
    names.push(new Map(rows.map(({ id, name }) => [id, name])));
  }
  return names;
}

/** Creators of files go by the ids of their vendor. */
export const isUuid = (key: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(key);

const noteNames = `
  select id, title as name from note where id = any($1::uuid[])
  union all select id, title from observed_note where id = any($1::uuid[])`;
const creatorNames = 'select id, name from creator where id = any($1::uuid[])';
