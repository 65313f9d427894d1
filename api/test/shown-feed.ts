import type { TestDatabase } from './database';
import { aNoteInPool } from './notes';

/**
 * Thirty notes of two categories, a third of them of this workspace, each shown for twenty hours; the first is loved.
 * Returns the id of that one.
 */
export async function aShownFeed(database: TestDatabase, workspaceId: string): Promise<string> {
  let loved = '';
  for (let at = 0; at < 30; at++) {
    const note = await aNoteInPool(database.db, {
      ...(at % 3 === 0 ? { workspaceId } : {}),
      category: at % 2 ? 'travel' : 'food',
      level: 0,
      target: 100,
      hoursOld: 80 - at,
      title: `笔记 ${at}`,
    });
    if (at === 0) loved = note.noteId;
    await shown(database, note.noteId, { impressions: 600, clicks: at === 0 ? 130 : 40 + (at % 5) * 6 });
  }
  return loved;
}

async function shown(
  database: TestDatabase,
  id: string,
  { impressions, clicks }: { impressions: number; clicks: number },
): Promise<void> {
  await database.owner(
    `update pool_run set impressions = $2::integer, exposure = $2::integer, clicks = $3::integer, likes = $3::integer / 12, collects = $3::integer / 20, closed_at = now(), outcome = 'pass' where note_id = $1`,
    [id, impressions, clicks],
  );
  await database.owner(
    `insert into engagement_hour (note_id, hour, level, rail, workspace_id, impressions)
     select note.id, date_trunc('hour', note.published_at) + n * interval '1 hour', 0, 0, workspace_id, $2::integer / 20
     from note, generate_series(0, 19) n where note.id = $1`,
    [id, impressions],
  );
}
