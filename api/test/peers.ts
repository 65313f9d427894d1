import type { TestDatabase } from './database';

/** Notes of forty creators of food, of whom every second one passes with what she writes. */
export async function notesOfPeers(database: TestDatabase, brand: string, now: Date): Promise<void> {
  await database.owner(
    `with writer as (
       insert into creator (name, red_id, followers, gender, city_tier, categories)
       select 'Writer ' || n, 'writer-' || n, 1000, 'female', 'tier1', '{food}' from generate_series(1, 40) n returning id
     ), written as (
       insert into note (workspace_id, creator_id, request_key, type, title, body, topics, category, language, disclosure, cover_hue, keywords,
                         keyword_weights, audit_state, state, level, published_at)
       select $1, writer.id, gen_random_uuid(), 'image', case when n % 2 = 0 then '怎么泡？' else '泡茶' end, '茶', '{茶}', 'food', 'zh', 'none', 0,
              '{}', '{}', 'passed', 'climbing', 0, $2::timestamptz - n * interval '5 hours'
         from writer, generate_series(1, 4) n returning id, title, published_at
     ), ran as (
       insert into pool_run (note_id, level, workspace_id, policy_id, peer_group, target, entered_at, window_ends_at, next_check_at, closed_at, outcome,
                             impressions, clicks)
       select written.id, 0, $1, policy.id, 'food', 200, published_at, published_at + interval '1 hour', 200, published_at + interval '1 hour',
              case when title = '怎么泡？' then 'pass' else 'stop' end, 200, case when title = '怎么泡？' then 24 else 12 end
         from written, (select id from pool_policy limit 1) policy
     )
     insert into pool_decision (note_id, workspace_id, level, to_level, outcome, reason, decided_at, policy_id, evidence, verdict)
     select written.id, $1, 0, 0, case when title = '怎么泡？' then 'pass' else 'stop' end, 'ABOVE_PEERS', published_at + interval '1 hour',
            policy.id, '{}', '{}'
       from written, (select id from pool_policy limit 1) policy`,
    [brand, now],
  );
}
