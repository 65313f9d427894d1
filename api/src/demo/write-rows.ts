import { balanced, type CooperationOrder, type Leg } from '@poolrise/domain';
import type pg from 'pg';
import { columnsOf } from '../collaborations/order-columns';

/** The columns of an order as the domain left it. */
export function rowOf(life: CooperationOrder): Record<string, unknown> {
  const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const json = new Set(['terms', 'rules', 'offer', 'request', 'disputed']);
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

/** Money for cooperations, as it came in. */
export function topUp(client: pg.Client, workspaceId: string, cents: number, at: number): Promise<void> {
  const about = {
    workspace_id: workspaceId,
    subject: '合作款 Cooperation budget',
    personId: null,
    kind: 'top-up',
  };
  return post(
    client,
    about,
    [
      { account: 'topup', cents: -cents },
      { account: 'cash', cents },
    ],
    new Date(at),
  );
}

/** One transaction of the brand's journal. */
export async function post(
  client: pg.Client,
  about: { order_id?: string; workspace_id: string; subject: string; personId: string | null; kind?: string },
  legs: readonly Leg[],
  at: Date,
): Promise<void> {
  const entries = balanced(legs);
  if (entries.length === 0) return;
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
  for (const { account, cents: amount } of entries)
    await insert(client, 'ledger_entry', {
      transaction_id: transactionId,
      workspace_id: about.workspace_id,
      account,
      cents: amount,
    });
  await client.query(
    `update ledger_transaction set cash_after_cents = (select balance_cents from ledger_account where workspace_id = $1 and name = 'cash')
      where id = $2`,
    [about.workspace_id, transactionId],
  );
}
