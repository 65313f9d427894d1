import type { EntityManager } from 'typeorm';
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
