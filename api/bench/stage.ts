import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { mintKey } from '../src/accounts/key-token';
import { applicationTag, ImpressionTokens, unknownPlace } from '../src/engagement/impression-token';

/** The product that the benchmark was started beside, and a world of its own in it. */
export interface Stage {
  api: string;
  owner: pg.Pool;
  key: string;
  noteIds: string[];
  workspaceId: string;
  /** a signed token of a slot nobody was served: page ids of the benchmark are its own */
  token: (noteId: string) => string;
}

const activeNotes = 5_000;
const categories = [
  'beauty',
  'fashion',
  'food',
  'travel',
  'home',
  'mother-baby',
  'pets',
  'fitness',
  'tech',
  'knowledge',
  'outdoor',
  'lifestyle',
];

/** One note in four links to what it is about: many more than do, so that pages are measured with them. */
const twoLinks = [1, 2].map((n) => ({
  title: `Something to buy, ${n}`,
  url: `https://shop.example.com/benchmark/${n}`,
  priceCents: 4_900,
  commissionPermyriad: 800,
}));

/** Adds 5,000 notes in motion, forty of them boosted, and a reader application. */
export async function setStage(): Promise<Stage> {
  const api = required('API_URL');
  const owner = new pg.Pool({ connectionString: required('DATABASE_URL'), max: 4 });
  const { rows } = await owner.query<{ id: string }>(
    `insert into workspace (kind, name) values ('platform', 'Benchmark') returning id`,
  );
  const workspaceId = rows[0]?.id ?? '';
  const key = mintKey();
  await owner.query(
    `insert into api_key (id, workspace_id, name, prefix, secret_hash, scopes) values ($1, $2, 'benchmark', $3, $4, '{feed:read,engagements:write,notes:write}')`,
    [key.id, workspaceId, key.prefix, key.hash],
  );
  const noteIds = Array.from({ length: activeNotes }, () => randomUUID());
  await owner.query(
    `with writer as (
       insert into creator (name, red_id, followers, gender, city_tier, categories)
       select 'Writer ' || n, 'bench-' || $3 || n, 100, 'female', 'tier1', '{}' from generate_series(1, 2000) n returning id
     ), numbered as (select id, row_number() over () as n from writer)
     insert into note (id, workspace_id, creator_id, request_key, type, title, body, topics, category, language, disclosure, cover_hue, keywords, keyword_weights, products, audit_state, state, level, published_at)
     select wanted.id, $2, numbered.id, gen_random_uuid(), 'image', 'Note ' || wanted.n, '', '{}', ($4::text[])[1 + wanted.n % 12], 'zh', 'none', wanted.n % 360,
       array['word' || wanted.n % 500, 'word' || wanted.n % 77, 'word' || wanted.n % 13], '{1,0.7,0.4}',
       case wanted.n % 4 when 0 then $5::jsonb else '[]' end, 'passed', 'climbing', 1, now() - (wanted.n % 72) * interval '1 hour'
     from unnest($1::uuid[]) with ordinality as wanted(id, n) join numbered on numbered.n = 1 + wanted.n % 2000`,
    [noteIds, workspaceId, workspaceId.slice(0, 8), categories, JSON.stringify(twoLinks)],
  );
  await owner.query(
    `insert into pool_run (note_id, level, workspace_id, policy_id, peer_group, target, entered_at, window_ends_at, next_check_at, next_review_at)
     select note.id, 1, note.workspace_id, policy.id, note.category, 1000000000, now(), now() + interval '10 days', 1000000000, now() + interval '10 days'
     from note, pool_policy policy where note.workspace_id = $1 and policy.in_force`,
    [workspaceId],
  );
  await owner.query(
    `insert into note_search (note_id, workspace_id, words) select id, workspace_id, to_tsvector('simple', array_to_string(keywords, ' ')) from note where workspace_id = $1`,
    [workspaceId],
  );
  // Advertisers as well: forty boosts run, so that every page has its paid slot to fill.
  await owner.query(
    `insert into boost (workspace_id, note_id, request_key, request_hash, goal, budget_cents, voucher_cents, wallet_cents, cents_per_thousand, planned_impressions, audience, state, starts_at, ends_at, launched_at, next_settle_at)
     select $1, id, gen_random_uuid(), '', (array['reads', 'likes-collects', 'follows'])[1 + n % 3], 1500000, 0, 1500000, 1500, 1000000,
       case n % 2 when 0 then '{}'::jsonb else '{"genders": ["female"]}'::jsonb end, 'running', now() - interval '1 hour', now() + interval '1 day', now(), now() + interval '1 day'
     from unnest($2::uuid[]) with ordinality as boosted(id, n)`,
    [workspaceId, noteIds.slice(0, 40)],
  );
  await owner.query('analyze');
  const secret = (await owner.query<{ token_secret: Buffer }>('select token_secret from installation'))
    .rows[0]?.token_secret as Buffer;
  const tokens = new ImpressionTokens(secret);
  const expiresAt = Math.floor(Date.now() / 1000) + 3_000;
  let slot = 0;
  const firstPage = 2 ** 40;
  return {
    api,
    owner,
    key: key.token,
    noteIds,
    workspaceId,
    token: (noteId) => {
      const at = slot++;
      return tokens.sign(
        {
          pageId: firstPage + Math.floor(at / 20),
          position: 1 + (at % 20),
          rail: 1,
          level: 1,
          placement: 0,
          expiresAt,
          reader: 1 + (Math.floor(at / 20) % 1_000_000),
          ...unknownPlace,
          noteId,
          boostId: null,
          search: null,
        },
        applicationTag(key.id),
      );
    },
  };
}

export function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start the benchmark with "npm run bench"`);
  return value;
}
