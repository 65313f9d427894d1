import type { TestDatabase } from './database';

/** Notes of a workspace that the machine audit left to a person. */
export async function notesInReview(
  database: TestDatabase,
  workspaceId: string,
  count: number,
): Promise<void> {
  await database.owner(
    `insert into note (workspace_id, creator_id, request_key, type, title, body, topics, category, language, disclosure,
                       cover_hue, keywords, keyword_weights, audit_state, state, published_at)
     select $1, creator.id, gen_random_uuid(), 'image', '三天根治湿疹', '', '{}', 'beauty', 'zh', 'none', 120, '{湿疹}', '{1}',
            'human_review', 'pending', now()
     from (select id from creator limit 1) creator, generate_series(1, $2)`,
    [workspaceId, count],
  );
}
