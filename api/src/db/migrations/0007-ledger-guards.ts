import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two doors that the ledger had left open: a transaction without any leg has no entry whose trigger could ask whether it
 * balances, and an account could be opened with money on it.
 */
export class LedgerGuards1763856000007 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create function ledger_transaction_has_legs() returns trigger language plpgsql as $$
      begin
        if not exists (select from ledger_entry where transaction_id = new.id) then
          raise exception 'ledger transaction % has no legs', new.id using errcode = 'check_violation', constraint = 'journal_has_legs';
        end if;
        return null;
      end $$;
      create constraint trigger journal_has_legs after insert on ledger_transaction
        deferrable initially deferred for each row execute function ledger_transaction_has_legs();

      revoke insert on ledger_account from poolrise_app, poolrise_engine;
      grant insert (workspace_id, name) on ledger_account to poolrise_app, poolrise_engine;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      revoke insert (workspace_id, name) on ledger_account from poolrise_app, poolrise_engine;
      grant insert on ledger_account to poolrise_app, poolrise_engine;
      drop trigger journal_has_legs on ledger_transaction;
      drop function ledger_transaction_has_legs();
    `);
  }
}
