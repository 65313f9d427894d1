import type { EntityManager } from 'typeorm';
import { announce } from '../live/announce';

/** Tells the platform's people that held traffic changed. */
export async function announcePlatform(tx: EntityManager): Promise<void> {
  const platform = await tx.query<{ id: string }[]>(`select id from workspace where kind = 'platform'`);
  for (const { id } of platform) await announce(tx, id, 'quarantine');
}
