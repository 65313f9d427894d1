import { balanced, type CooperationOrder, type Leg } from '@poolrise/domain';
import type pg from 'pg';
import { columnsOf } from '../collaborations/order-columns';

const untilAgreedMs = 8 * 60_000;

/** The columns of an order as the domain left it. */
export function rowOf(life: CooperationOrder): Record<string, unknown> {
  const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const json = new Set([
    'terms',
    'rules',
    'offer',
    'request',
    'disputed',
    'extension',
    'extensions',
    'sample',
    'sampleAlarms',
  ]);
  return Object.fromEntries(
    Object.entries(columnsOf(life)).map(([name, value]) => [
      snake(name),
      json.has(name) && value !== null ? JSON.stringify(value) : value,
    ]),
  );
}

export async function insert(
  client: pg.Client,
  table: string,
  row: Record<string, unknown>,
): Promise<string> {
  const columns = Object.keys(row);
  const { rows } = await client.query<{ id?: string; order_id?: string }>(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, n) => `$${n + 1}`).join(', ')}) returning *`,
    Object.values(row),
  );
  return rows[0]?.id ?? rows[0]?.order_id ?? '';
}

/** Money for cooperations, as it came in: finance asked, and above the workspace's limit the owner agreed. */
export async function topUp(
  client: pg.Client,
  workspaceId: string,
  cents: number,
  at: number,
): Promise<void> {
  const subject = '合作款 Cooperation budget';
  const { rows } = await client.query<{ asked: string | null; agreed: string | null }>(
    `select (select person_id from member where workspace_id = $1 and role = 'finance' limit 1) as asked,
            (select m.person_id from member m join wallet_settings s on s.workspace_id = m.workspace_id
              where m.workspace_id = $1 and m.role = 'owner' and s.approval_above_cents < $2 limit 1) as agreed`,
    [workspaceId, cents],
  );
  const { asked = null, agreed = null } = rows[0] ?? {};
  const transactionId = await post(
    client,
    { workspace_id: workspaceId, subject, personId: asked, kind: 'top-up' },
    [
      { account: 'topup', cents: -cents },
      { account: 'cash', cents },
    ],
    new Date(at),
  );
  await insert(client, 'top_up', {
    workspace_id: workspaceId,
    request_key: transactionId,
    request_hash: 'demo',
    cents,
    reference: subject,
    state: 'recorded',
    asked_by: asked,
    asked_at: new Date(agreed ? at - untilAgreedMs : at),
    decided_by: agreed,
    decided_at: agreed && new Date(at),
    transaction_id: transactionId,
  });
}

/** One transaction of the brand's journal. */
export async function post(
  client: pg.Client,
  about: { order_id?: string; workspace_id: string; subject: string; personId: string | null; kind?: string },
  legs: readonly Leg[],
  at: Date,
): Promise<string | null> {
  const entries = balanced(legs);
  if (entries.length === 0) return null;
  const cents = entries.find(({ account }) => account === 'cash')?.cents ?? 0;
  const transactionId = await insert(client, 'ledger_transaction', {
    workspace_id: about.workspace_id,
    kind: about.kind ?? (cents < 0 ? 'order-held' : 'order-released'),
    subject: about.subject,
    at,
    order_id: about.order_id ?? null,
    person_id: about.personId,
    cash_after_cents: 0,
  });
  // The legs of a transaction come in one statement, after which they sum to zero.
  await client.query(
    `insert into ledger_entry (transaction_id, workspace_id, account, cents)
     select $1, $2, leg.account, leg.cents from unnest($3::text[], $4::bigint[]) as leg (account, cents)`,
    [transactionId, about.workspace_id, entries.map((leg) => leg.account), entries.map((leg) => leg.cents)],
  );
  await client.query(
    `update ledger_transaction set cash_after_cents = (select balance_cents from ledger_account where workspace_id = $1 and name = 'cash')
      where id = $2`,
    [about.workspace_id, transactionId],
  );
  return transactionId;
}
