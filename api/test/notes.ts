import { randomUUID } from 'node:crypto';
import type { Db } from '../src/db/db';
import { aWorkspace } from './people';

export interface PooledNote {
  workspaceId: string;
  noteId: string;
  level: number;
}

export interface PooledNoteAsk {
  workspaceId?: string;
  category?: string;
  level?: number;
  target?: number;
  title?: string;
  hoursOld?: number;
  auditState?: string;
  /** its only keyword */
  keyword?: string;
}

/** A published note whose run on `level` is open. */
export async function aNoteInPool(db: Db, ask: PooledNoteAsk = {}): Promise<PooledNote> {
  const workspaceId = ask.workspaceId ?? (await aWorkspace(db));
  const { level = 1, target = 500, category = 'food', hoursOld = 1 } = ask;
  return db.asEngine(async (tx) => {
    const noteId = randomUUID();
    const published = new Date(Date.now() - hoursOld * 3_600_000);
    await tx.query(
      `with writer as (insert into creator (name, red_id, followers, gender, city_tier, categories) values ('小满爱喝茶', $1, 1240, 'female', 'tier1', '{food}') returning id)
       insert into note (id, workspace_id, creator_id, request_key, type, title, body, topics, category, language, disclosure, cover_hue, keywords, keyword_weights, audit_state, state, level, published_at)
       select $2, $3, writer.id, $4, 'image', $5, '', '{}', $6, 'zh', 'none', 20, array[$10], '{1}', $7, 'climbing', $8, $9 from writer`,
      [
        randomUUID(),
        noteId,
        workspaceId,
        randomUUID(),
        ask.title ?? '夏日低糖冷泡茶，五种做法一次学会',
        category,
        ask.auditState ?? 'passed',
        level,
        published,
        ask.keyword ?? '冷泡茶',
      ],
    );
    await tx.query(
      `insert into note_search (note_id, workspace_id, words) values ($1, $2, to_tsvector('simple', '夏日 低糖 冷泡 冷泡茶'))`,
      [noteId, workspaceId],
    );
    await tx.query(
      `insert into pool_run (note_id, level, workspace_id, policy_id, peer_group, target, entered_at, window_ends_at, next_check_at, next_review_at)
       select $1, $2, $3, id, $4, $5, $6, $6::timestamptz + interval '3 days', 50, $6::timestamptz + interval '3 days' from pool_policy where in_force`,
      [noteId, level, workspaceId, category, target, published],
    );
    return { workspaceId, noteId, level };
  });
}
