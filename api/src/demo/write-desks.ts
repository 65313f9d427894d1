import { accounts } from '@poolrise/domain';
import { type Cast, workspaceOf } from '@poolrise/scenario';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { unusualTestsOf } from '../creators/credibility/judge-creator';
import { insert } from './write-rows';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A creator of the directory with a desk of their own. */
export interface Desk {
  id: string;
  creatorId: string;
  personId: string;
  unusual: string[];
}

/** So many desks of creators who write about food, as the directory has them, and one that is not tied yet. */
export async function writeDesks(client: pg.Client, cast: Cast, tied: number, now: number): Promise<Desk[]> {
  const { rows } = await client.query<{ id: string; name: string }>(
    `select id, name from creator
      where categories[1] = 'food' and accepts_image and image_cents is not null and health <> 'abnormal'
        and followers between 2000 and 90000 and id <> $1
        and not exists (select from workspace where creator_id = creator.id)
      order by id limit $2`,
    [cast.xiaoman.id, tied + 1],
  );
  await writeClaim(client, {
    deskId: workspaceOf(cast, 'xiaoman').id,
    creatorId: cast.xiaoman.id,
    personId:
      cast.people.find(({ memberships }) => memberships.some(({ workspace }) => workspace === 'xiaoman'))
        ?.id ?? null,
    at: now - 30 * dayMs,
    approved: true,
  });
  const desks: Desk[] = [];
  for (const [index, creator] of rows.entries()) {
    const approved = index < tied;
    const desk = await writeDesk(client, creator, { index, approved, at: now - (12 - index) * dayMs });
    const unusual = await unusualTestsOf(
      async <Row>(sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows as Row[],
      creator.id,
      new Date(now),
    );
    if (approved) desks.push({ ...desk, unusual });
  }
  return desks;
}

export async function writeDesk(
  client: pg.Client,
  { id: creatorId, name }: { id: string; name: string },
  { index, approved, at }: { index: number; approved: boolean; at: number },
): Promise<Omit<Desk, 'unusual'>> {
  const founded = new Date(at);
  const id = await insert(client, 'workspace', {
    kind: 'creator',
    name: `${name}的工作台`,
    creator_id: approved ? creatorId : null,
    created_at: founded,
  });
  for (const account of accounts)
    await client.query('insert into ledger_account (workspace_id, name) values ($1, $2)', [id, account]);
  const {
    rows: [person],
  } = await client.query<{ id: string }>(
    `insert into person (email, name, password_hash, created_at)
     select $1, $2, password_hash, $3 from person order by created_at limit 1 returning id`,
    [`desk${index + 1}@poolrise.demo`, name, founded],
  );
  if (!person) throw new Error('nobody sits at the desk');
  await client.query(
    'insert into member (workspace_id, person_id, role, joined_at) values ($1, $2, $3, $4)',
    [id, person.id, 'owner', founded],
  );
  // The one that waits came this morning.
  await writeClaim(client, {
    deskId: id,
    creatorId,
    personId: person.id,
    at: approved ? at : at + 7 * dayMs,
    approved,
  });
  return { id, creatorId, personId: person.id };
}

function writeClaim(
  client: pg.Client,
  claim: { deskId: string; creatorId: string; personId: string | null; at: number; approved: boolean },
): Promise<string> {
  return insert(client, 'desk_claim', {
    workspace_id: claim.deskId,
    creator_id: claim.creatorId,
    request_key: randomUUID(),
    words:
      '主页简介里写了 PR-8342，核对后会删掉。The bio of my home page says PR-8342 until you have seen it.',
    state: claim.approved ? 'approved' : 'waiting',
    reason: claim.approved ? '主页简介与申请一致 The bio says so' : null,
    asked_by: claim.personId,
    asked_at: new Date(claim.at),
    answered_at: claim.approved ? new Date(claim.at + hourMs) : null,
  });
}
