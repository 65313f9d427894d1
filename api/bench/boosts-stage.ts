import { accounts } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { mintKey } from '../src/accounts/key-token';
import { aSignedInPerson } from './person';

/** A brand with money, and notes of its own that passed the audit. */
export interface BoostingBrand {
  workspaceId: string;
  headers: Record<string, string>;
  noteIds: string[];
}

/** Brands that together have `notes` notes, each brand with enough cash for a boost of `budgetCents` on every one. */
export async function boostingBrands(
  owner: pg.Pool,
  { brands, notes, budgetCents }: { brands: number; notes: number; budgetCents: number },
): Promise<BoostingBrand[]> {
  const each = Math.ceil(notes / brands);
  const founded: BoostingBrand[] = [];
  for (let at = 0; at < brands; at++) {
    const { rows } = await owner.query<{ id: string }>(
      `insert into workspace (kind, name) values ('brand', $1) returning id`,
      [`Bench ${at}`],
    );
    const workspaceId = rows[0]?.id ?? '';
    await owner.query(`insert into ledger_account (workspace_id, name) select $1, unnest($2::text[])`, [
      workspaceId,
      accounts,
    ]);
    await owner.query(
      `with posted as (
         select post_to_journal($1, 'top-up', 'bench', now(), null, null, null, null, null, null,
           array['topup', 'cash'], array[-$2::bigint, $2]) as id
       )
       insert into top_up (workspace_id, request_key, request_hash, cents, reference, state, asked_at, transaction_id)
       select $1, gen_random_uuid(), '', $2, 'bench', 'recorded', now(), id from posted`,
      [workspaceId, each * budgetCents],
    );
    const headers = {
      ...(await aSignedInPerson(owner, workspaceId)),
      'x-requested-with': 'poolrise',
    };
    founded.push({ workspaceId, headers, noteIds: await auditedNotes(owner, workspaceId, each) });
  }
  return founded;
}

async function auditedNotes(owner: pg.Pool, workspaceId: string, count: number): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `with writer as (
       insert into creator (name, red_id, followers, gender, city_tier, categories)
       values ('Writer', 'bench-' || $1::text, 100, 'female', 'tier1', '{}') returning id
     )
     insert into note (workspace_id, creator_id, request_key, type, title, body, topics, category, language, disclosure, cover_hue, keywords, keyword_weights, audit_state, state, level, published_at)
     select $1::uuid, writer.id, gen_random_uuid(), 'image', 'Note ' || n, '', '{}', 'food', 'zh', 'none', n % 360, '{}', '{}', 'passed', 'climbing', 1, now()
       from writer, generate_series(1, $2::int) n returning id`,
    [workspaceId, count],
  );
  const noteIds = rows.map(({ id }) => id);
  await owner.query(
    `insert into pool_run (note_id, level, workspace_id, policy_id, peer_group, target, entered_at, window_ends_at, next_check_at, next_review_at)
     select note.id, 1, note.workspace_id, policy.id, note.category, 1000000000, now(), now() + interval '10 days', 1000000000, now() + interval '10 days'
       from note, pool_policy policy where note.workspace_id = $1 and policy.in_force`,
    [workspaceId],
  );
  return noteIds;
}

/** A reader application of the platform's, and the secret that the tokens of slots are signed with. */
export async function readerApplication(
  owner: pg.Pool,
): Promise<{ id: string; token: string; secret: Buffer }> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into workspace (kind, name) values ('platform', 'Benchmark') returning id`,
  );
  const key = mintKey();
  await owner.query(
    `insert into api_key (id, workspace_id, name, prefix, secret_hash, scopes) values ($1, $2, 'benchmark', $3, $4, '{feed:read,engagements:write}')`,
    [key.id, rows[0]?.id, key.prefix, key.hash],
  );
  const kept = await owner.query<{ token_secret: Buffer }>('select token_secret from installation');
  return { id: key.id, token: key.token, secret: kept.rows[0]?.token_secret ?? Buffer.alloc(0) };
}

/** What a launch asks for, under a key of its own. */
export const aLaunch = (noteId: string, budgetCents: number): string =>
  JSON.stringify({
    noteId,
    goal: 'reads',
    budgetCents,
    durationHours: 24,
    audience: {},
    voucherIds: [],
    requestKey: randomUUID(),
  });
