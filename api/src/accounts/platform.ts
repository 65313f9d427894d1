import type { EntityManager } from 'typeorm';
import type { Db } from '../db/db';
import { Refused } from '../http/refused';

/**
 * Lets only the platform's own workspaces through. A role alone would not do: the owner of a brand may give any role to
 * anybody, but only in that brand's workspace.
 *
 * @throws Refused platform-only
 */
export async function platformOnly(
  tx: EntityManager,
  workspaceId: string,
  about: { field?: string; detail?: string } = {},
): Promise<void> {
  const [own] = await tx.query<unknown[]>(`select from workspace where id = $1 and kind = 'platform'`, [
    workspaceId,
  ]);
  if (!own) throw new Refused('platform-only', about);
}

/**
 * Runs `work` under the engine's hat, past the walls between workspaces, for the platform's people alone.
 *
 * @throws Refused platform-only
 */
export function asPlatform<T>(
  db: Db,
  workspaceId: string,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  return db.asEngine(async (tx) => {
    await platformOnly(tx, workspaceId);
    return work(tx);
  });
}
