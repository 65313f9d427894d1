import type pg from 'pg';

/** A plan of the platform that asks for a note and so many reads, and gives a voucher of impressions. */
export async function onePlan(owner: pg.Pool, quota: number): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `with platform as (insert into workspace (kind, name) values ('platform', 'Bench') returning id)
     insert into reward_plan (workspace_id, request_key, request_hash, state, name, summary, opens_at, closes_at, late_hours, claim_days,
            quota, eligibility, tasks, rewards, created_at, changed_at)
     select id, gen_random_uuid(), '', 'open', '{"zh": "压测", "en": "Bench"}', '{"zh": "压测", "en": "Bench"}',
            date_trunc('hour', now()) - interval '3 days', date_trunc('hour', now()) + interval '5 days', 48, 7, $1,
            '{"followersMin": null, "followersMax": null, "categories": [], "notesInDays": null, "noViolationDays": null, "growthLevelMin": null, "accountTied": false}',
            '[{"kind": "publish", "notes": 1}, {"kind": "reads", "total": 1000}]',
            '[{"kind": "voucher-impressions", "impressions": 2000, "validDays": 30}]', now(), now()
       from platform returning id`,
    [quota],
  );
  return rows[0]?.id ?? '';
}

/** Desks that take part; `achieved` when they may claim at once. */
export async function manyDesks(
  owner: pg.Pool,
  planId: string,
  count: number,
  achieved: boolean,
): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `with desks as (insert into workspace (kind, name) select 'creator', 'Bench ' || n from generate_series(1, $2::int) n returning id)
     insert into reward_enrolment (plan_id, workspace_id, enrolled_at, achieved_at, measure_at)
     select $1, id, now(), case when $3 then now() end, case when not $3 then now() end from desks returning workspace_id as id`,
    [planId, count, achieved],
  );
  await owner.query('analyze workspace, reward_enrolment');
  return rows.map(({ id }) => id);
}

/** Two notes a desk, published in the window, with readers in four hours of each. */
export async function notesOf(owner: pg.Pool, desks: readonly string[]): Promise<void> {
  await owner.query(
    `with writer as (
       insert into creator (name, red_id, followers, gender, city_tier, categories)
       values ('Bench', gen_random_uuid(), 1200, 'female', 'tier1', '{food}') returning id
     ), notes as (
       insert into note (workspace_id, creator_id, request_key, type, title, body, topics, category, language, disclosure, cover_hue,
                         keywords, keyword_weights, audit_state, state, published_at)
       select desk, writer.id, gen_random_uuid(), 'image', 'Bench', '', '{}', 'food', 'zh', 'none', 120, '{}', '{}', 'passed', 'climbing',
              now() - interval '1 day'
         from writer, unnest($1::uuid[]) desk, generate_series(1, 2) returning id, workspace_id
     )
     insert into engagement_hour (note_id, hour, level, rail, workspace_id, impressions, clicks, likes)
     select id, date_trunc('hour', now()) - h * interval '1 hour', 0, 1, workspace_id, 100, 10, 1 from notes, generate_series(1, 4) h`,
    [desks],
  );
  await owner.query('analyze note, engagement_hour');
}

/** Readers who read one note of each of these desks once more. */
export async function readOnce(owner: pg.Pool, desks: readonly string[]): Promise<void> {
  await owner.query(
    `update engagement_hour h set clicks = h.clicks + 1 from (
       select distinct on (workspace_id) note_id, hour, level, rail from engagement_hour where workspace_id = any($1::uuid[])) one
      where (h.note_id, h.hour, h.level, h.rail) = (one.note_id, one.hour, one.level, one.rail)`,
    [desks],
  );
}
