import type { LiveTopic } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { announce } from './announce';

/** Says to the platform's own workspaces that something changed which their people work off. */
export async function announcePlatform(tx: EntityManager, topic: LiveTopic): Promise<void> {
  const platform = await tx.query<{ id: string }[]>(`select id from workspace where kind = 'platform'`);
  for (const { id } of platform) await announce(tx, id, topic);
}
