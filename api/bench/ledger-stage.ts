import type pg from 'pg';

/** Ids of workspaces with open accounts. */
export type Wallets = readonly string[];

/** Workspaces with open accounts and nothing on them. */
export async function manyWallets(owner: pg.Pool, count: number): Promise<Wallets> {
  const { rows } = await owner.query<{ id: string }>(
    `with founded as (
       insert into workspace (kind, name) select 'brand', 'Bench ' || n from generate_series(1, $1::int) n returning id
     ), opened as (
       insert into ledger_account (workspace_id, name)
       select id, name from founded, unnest(array['cash', 'topup', 'reserved', 'spent']) as name
     )
     select id from founded`,
    [count],
  );
  return rows.map(({ id }) => id);
}

/** Two rows a wallet and nothing else: what any database does, without a journal. */
export async function bareTables(owner: pg.Pool, wallets: Wallets): Promise<void> {
  await owner.query('drop table if exists bench_balance');
  await owner.query(
    'create table bench_balance (workspace_id uuid, name text, cents bigint not null default 0, primary key (workspace_id, name))',
  );
  await owner.query(
    `insert into bench_balance (workspace_id, name) select id, name from unnest($1::uuid[]) id, unnest(array['cash', 'topup']) name`,
    [wallets],
  );
}

/**
 * Fills the journal up to so many legs with top-ups of one more workspace, in the shape that posting leaves. The triggers
 * are off meanwhile: they are measured above, and what they would have kept is written by hand and checked afterwards.
 */
export async function manyRows(owner: pg.Pool, legs: number): Promise<void> {
  const { rows } = await owner.query<{ n: string }>('select count(*) as n from ledger_entry');
  const missing = Math.ceil((legs - Number(rows[0]?.n)) / 2);
  if (missing <= 0) return;
  const [wallet] = await manyWallets(owner, 1);
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query('alter table ledger_entry disable trigger user');
    await client.query('alter table ledger_transaction disable trigger user');
    await client.query(
      `insert into ledger_transaction (workspace_id, kind, subject, at, cash_after_cents)
       select $1, 'top-up', 'bench', now() - ($2::int - n) * interval '10 seconds', n * 100 from generate_series(1, $2::int) n`,
      [wallet, missing],
    );
    await client.query(
      `insert into ledger_entry (transaction_id, workspace_id, account, cents)
       select t.id, $1, leg.account, leg.cents
         from ledger_transaction t, (values ('cash', 100), ('topup', -100)) as leg (account, cents) where t.workspace_id = $1`,
      [wallet],
    );
    await client.query(
      `update ledger_account set balance_cents = case name when 'cash' then 100 else -100 end * $2::bigint
        where workspace_id = $1 and name in ('cash', 'topup')`,
      [wallet, missing],
    );
    await client.query('alter table ledger_entry enable trigger user');
    await client.query('alter table ledger_transaction enable trigger user');
    await client.query('commit');
  } finally {
    client.release();
  }
  await owner.query(
    `insert into top_up (workspace_id, request_key, request_hash, cents, reference, state, asked_at, transaction_id)
     select t.workspace_id, gen_random_uuid(), '', 100, 'bench', 'recorded', t.at, t.id
       from ledger_transaction t where t.subject = 'bench' and not exists (select from top_up u where u.transaction_id = t.id)`,
  );
  await owner.query('analyze ledger_entry, ledger_transaction, ledger_account, top_up');
}
