import type { EntityManager } from 'typeorm';
import { withinUsageRights } from '../boosts/usage-rights';
import { Refused } from '../http/refused';

/** Why the rights agreed on with a note's creator do not cover a boost until then; null when they do, or need not. */
export async function lackingRights(
  tx: EntityManager,
  workspaceId: string,
  noteId: string,
  until: Date,
): Promise<Refused | null> {
  try {
    await withinUsageRights(tx, workspaceId, noteId, until);
    return null;
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}
