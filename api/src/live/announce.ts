import type { LiveTopic } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';

/** Channel of PostgreSQL's NOTIFY; the payload is "workspace topic". */
export const liveChannel = 'poolrise_live';

/** Says, with the commit or not at all, that a topic of a workspace changed. Names only: the page reloads what it shows. */
export async function announce(
  tx: EntityManager,
  workspaceId: string,
  ...topics: LiveTopic[]
): Promise<void> {
  for (const topic of topics)
    await tx.query('select pg_notify($1, $2)', [liveChannel, `${workspaceId} ${topic}`]);
}
