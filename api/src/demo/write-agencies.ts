import type { ContactState, ProposalItemAsk, ProposalVerdict } from '@poolrise/contracts';
import { type Cast, type CastWorkspace, workspaceOf } from '@poolrise/scenario';
import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { freezeItems } from '../proposals/freeze-items';
import { proposalFigures } from '../proposals/proposal-figures';
import { insertVersion } from '../proposals/proposal-versions';

interface Candidate {
  creatorId: string;
  imageCents: number;
}

/** How far one has come with each creator of the pool, and what the agency gets off the price. */
const pool: readonly [state: ContactState, ofPrice: number, rebateBasisPoints: number, note: string][] = [
  ['agreed', 0.85, 2_000, '长期合作，提前一周给初稿。'],
  ['agreed', 0.9, 1_500, '只接图文。'],
  ['negotiating', 0.95, 1_000, '希望一次定两篇。'],
  ['contacted', 1, 0, '已发简报，等回复。'],
  ['agreed', 0.88, 1_800, '交付准时。'],
  ['refused', 1, 0, '档期已满，下季度再问。'],
  ['none', 1, 0, ''],
  ['agreed', 0.92, 1_200, ''],
];

/** The agency of the demo: its resource pool, and a proposal for each of its clients, one of them answered in part. */
export async function writeAgencies(client: pg.Client, cast: Cast, now: number): Promise<void> {
  // The functions that freeze a proposal ask for no more of a transaction than this; what they remember they keep by connection.
  const tx = {
    connection: client,
    query: async (sql: string, parameters?: unknown[]) =>
      (await client.query(sql, parameters)).rows as unknown,
  } as unknown as EntityManager;
  const owner = cast.people.find(({ email }) => email === 'zhou@poolrise.demo')?.id ?? '';
  const candidates = await candidatesOf(client);
  const agency = workspaceOf(cast, 'shanhai');
  await writePool(client, agency, owner, candidates, now);

  const [first, second] = [candidates.slice(0, 6), candidates.slice(5, 9)];
  const islet = { room: workspaceOf(cast, 'islet'), owner, now };
  const proposal = await writeProposal(
    tx,
    islet,
    '春季新品首轮',
    '六位美食博主，以图文为主，先做一轮看看哪种内容更受欢迎。',
    first,
    true,
  );
  await answer(client, islet.room, owner, proposal, now);
  const meadow = { room: workspaceOf(cast, 'meadow'), owner, now };
  await writeProposal(tx, meadow, '低糖酸奶试吃', '', second, false);
}

/** Creators who write about food and take orders, from the largest to the smallest in even steps. */
async function candidatesOf(client: pg.Client): Promise<Candidate[]> {
  const { rows } = await client.query<Candidate>(
    `select distinct on (part) id as "creatorId", image_cents as "imageCents" from (
       select record.*, ntile(9) over (order by followers desc, id) as part from creator_record record
       where 'food' = any(categories) and accepts_image and image_cents > 0 and deleted_at is null and reads_median is not null
         and followers between 2000 and 400000) record
     order by part, reads_median desc, id`,
  );
  return rows;
}

async function writePool(
  client: pg.Client,
  agency: CastWorkspace,
  owner: string,
  candidates: readonly Candidate[],
  now: number,
): Promise<void> {
  for (const [index, { creatorId, imageCents }] of candidates.slice(0, pool.length).entries()) {
    const [state, ofPrice, rebate, note] = pool[index] as (typeof pool)[number];
    const { rows } = await client.query<{ id: string }>(
      `insert into creator_contact (workspace_id, creator_id, image_cents, rebate_basis_points, state, owner_id, note, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::float8 / 1000)) returning id`,
      [
        agency.id,
        creatorId,
        Math.round((imageCents * ofPrice) / 100) * 100,
        rebate,
        state,
        owner,
        note,
        now - index * 7_200_000,
      ],
    );
    if (state === 'agreed')
      await client.query(
        `insert into creator_cooperation (workspace_id, contact_id, day, client_name, price_cents, result, written_by)
         values ($1, $2, (to_timestamp($3::float8 / 1000) - interval '40 days')::date, '往期客户', $4, '按时交付', $5)`,
        [agency.id, rows[0]?.id, now, imageCents, owner],
      );
  }
}

async function writeProposal(
  tx: EntityManager,
  { room, owner, now }: { room: CastWorkspace; owner: string; now: number },
  name: string,
  message: string,
  candidates: readonly Candidate[],
  share: boolean,
): Promise<string> {
  const asked = candidates.map(({ creatorId, imageCents }, index): ProposalItemAsk => {
    const notes = index % 3 === 1 ? 2 : 1;
    return { creatorId, kind: 'image', notes, priceCents: imageCents * notes, note: '' };
  });
  const items = await freezeItems(tx, room.id, asked);
  const proposalId = randomUUID();
  await tx.query(
    `insert into proposal (id, workspace_id, name, version, shared_version, request_key, request_hash, created_by, changed_at)
     values ($1, $2, $3, 1, $4, gen_random_uuid(), '', $5, to_timestamp($6::float8 / 1000))`,
    [proposalId, room.id, name, share ? 1 : null, owner, now],
  );
  const about = { workspaceId: room.id, proposalId, version: 1, message, writtenBy: owner, share };
  await insertVersion(tx, about, items, await proposalFigures(tx, items));
  await tx.query(
    `insert into audit_event (workspace_id, person_id, action, subject_id, detail)
     values ($1, $2, 'proposal.written', $3, $4)`,
    [room.id, owner, proposalId, { name, creators: items.length }],
  );
  return proposalId;
}

const said: readonly [place: number, verdict: ProposalVerdict, comment: string][] = [
  [0, 'approve', '风格很贴合，通过。'],
  [1, 'approve', ''],
  [3, 'replace', '想换一位常发成都探店的。'],
];

/** The client has looked, and answered half of it. What opens the link is nobody's: a visitor makes a link of their own. */
async function answer(
  client: pg.Client,
  room: CastWorkspace,
  owner: string,
  proposalId: string,
  now: number,
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `insert into proposal_link (proposal_id, workspace_id, token_hash, expires_at, created_by, created_at)
     values ($1, $2, sha256($3), to_timestamp($4::float8 / 1000) + interval '13 days', $5,
       to_timestamp($4::float8 / 1000) - interval '1 day') returning id`,
    [proposalId, room.id, randomBytes(32), now, owner],
  );
  const linkId = rows[0]?.id;
  for (const [place, verdict, comment] of said) {
    await client.query(
      `insert into proposal_answer (proposal_id, version, workspace_id, item_id, link_id, verdict, comment, name, at)
       select $1, 1, $2, id, $3, $4, $5, '苏青', to_timestamp($6::float8 / 1000)
       from proposal_item where proposal_id = $1 and version = 1 and position = $7`,
      [proposalId, room.id, linkId, verdict, comment, now - (10 - place) * 600_000, place],
    );
    await client.query(
      `insert into audit_event (workspace_id, action, subject_id, detail) values ($1, 'proposal.answered', $2, $3)`,
      [room.id, proposalId, { linkId, version: 1, verdict, name: '苏青' }],
    );
  }
  await client.query(
    `insert into proposal_view (link_id, visitor, hour, workspace_id)
     values ($1, sha256($2), date_trunc('hour', to_timestamp($3::float8 / 1000)), $4)`,
    [linkId, randomBytes(16), now, room.id],
  );
}
