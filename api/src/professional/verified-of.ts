import type { EntityManager } from 'typeorm';

/** Those of these workspaces that are verified as a business now: a fact for everybody, and the only one. */
export async function verifiedOf(tx: EntityManager, workspaceIds: readonly string[]): Promise<Set<string>> {
  if (workspaceIds.length === 0) return new Set();
  const rows = await tx.query<{ id: string }[]>(
    'select distinct asked.id from unnest($1::uuid[]) as asked(id) where professional_verified(asked.id)',
    [workspaceIds],
  );
  return new Set(rows.map(({ id }) => id));
}
