import type { EntityManager } from 'typeorm';

/** Channel on which the pools tell every feed process that a note's run opened or closed; the payload is the note id. */
export const feedChannel = 'poolrise_feed';

export async function announceRun(tx: EntityManager, noteId: string): Promise<void> {
  await tx.query('select pg_notify($1, $2)', [feedChannel, noteId]);
}
