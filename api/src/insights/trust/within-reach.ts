import type { EntityManager } from 'typeorm';
import type { Db } from '../../db/db';

/**
 * Runs `work` over the rows that this workspace may judge the engine by: the platform's workspaces see those of everybody,
 * any other sees its own. The queries are the same and start from the table `workspace`, of which the walls show every
 * row to the one and a single row to the other; so each of them walks an index by workspace and scans nothing.
 */
export async function withinReach<T>(
  db: Db,
  workspaceId: string,
  work: (tx: EntityManager, platform: boolean) => Promise<T>,
): Promise<T> {
  const platform = await db.inWorkspace(workspaceId, async (tx) => {
    const [row] = await tx.query<{ kind: string }[]>('select kind from workspace where id = $1', [
      workspaceId,
    ]);
    return row?.kind === 'platform';
  });
  return platform
    ? db.asEngine((tx) => work(tx, true))
    : db.inWorkspace(workspaceId, (tx) => work(tx, false));
}

const dayMs = 86_400_000;

/** The beginning of a period of whole days that ends now, on the hour, as counters are kept. */
export function beginningOf(days: number, now: Date): Date {
  const at = now.getTime() - days * dayMs;
  return new Date(at - (at % 3_600_000));
}
