import type pg from 'pg';

/** What is listed by its number, and the moment that the number has to agree with. */
const journals = { ledger_transaction: 'at', top_up: 'asked_at' } as const;

/**
 * The demo is told by its stories, one after the other, and not in the order of time. Numbers money anew as it would have been
 * written, so that the latest is on top, and says of each transaction what cash it left behind.
 */
export async function orderJournals(client: pg.Client): Promise<void> {
  for (const [journal, at] of Object.entries(journals))
    await client.query(
      `do $$ declare written record; begin
         for written in select id from ${journal} order by ${at}, sequence loop
           update ${journal} set sequence = default where id = written.id;
         end loop;
       end $$`,
    );
  await client.query(
    `update ledger_transaction t set cash_after_cents = noted.cash
       from (select t.id, sum(coalesce(e.cents, 0)) over (partition by t.workspace_id order by t.sequence) as cash
               from ledger_transaction t left join ledger_entry e on e.transaction_id = t.id and e.account = 'cash') noted
      where noted.id = t.id and t.cash_after_cents <> noted.cash`,
  );
}
