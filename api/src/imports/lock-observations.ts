import type { EntityManager } from 'typeorm';

/** Two files at once would each take what the other has not finished for the state before it. */
export const lockObservations = (tx: EntityManager, workspaceId: string): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 31))', [workspaceId]);
