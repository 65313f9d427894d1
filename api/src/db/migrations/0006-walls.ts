import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of a workspace, by the column workspace_id; the walls spec walks the catalogue and finds none missing. */
const tenantTables = [
  'member',
  'api_key',
  'audit_event',
  'note',
  'note_search',
  'pool_run',
  'pool_decision',
  'engagement_hour',
  'ledger_account',
  'ledger_transaction',
  'ledger_entry',
  'voucher',
  'boost',
  'boost_voucher',
  'boost_hour',
];

/**
 * The walls. `poolrise_app` is what the processes sign in as: not the owner, no BYPASSRLS, and it sees a row only when the
 * transaction has named its workspace. `poolrise_engine` is a hat it may put on for one transaction (`set local role`):
 * feed, ingest, verdicts and sign-in work across workspaces by nature, and say so in one place.
 */
export class Walls1763856000006 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'poolrise_engine') then create role poolrise_engine nologin; end if;
        if not exists (select from pg_roles where rolname = 'poolrise_app') then create role poolrise_app login noinherit; end if;
      exception when duplicate_object or unique_violation then null;
      end $$;
      grant poolrise_engine to poolrise_app;
      grant usage on schema public to poolrise_app, poolrise_engine;
      grant select, insert, update, delete on all tables in schema public to poolrise_app, poolrise_engine;
      grant usage, select on all sequences in schema public to poolrise_app, poolrise_engine;
      -- What belongs to no workspace is the engine's: the console reads creators, policies and what peers do, and nothing else of it.
      revoke all on installation, feed_page, engagement_event, history_import, person, session, sign_in_attempt from poolrise_app;
      -- The record of migrations is the owner's.
      revoke all on migrations from poolrise_app, poolrise_engine;
      revoke insert, update, delete on creator, pool_policy, peer_day, engagement_hour, boost_hour from poolrise_app;
      grant select (id, name, email) on person to poolrise_app;
      -- Balances move by entries alone. The right to update one fixed column is what SELECT ... FOR UPDATE asks for.
      revoke update, delete on ledger_account from poolrise_app, poolrise_engine;
      grant update (name) on ledger_account to poolrise_app, poolrise_engine;
      revoke update, delete on ledger_transaction, ledger_entry, audit_event, pool_decision from poolrise_app, poolrise_engine;
    `);
    for (const table of tenantTables) {
      await run.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy own_workspace on ${table} to poolrise_app
          using (workspace_id = (select app_workspace())) with check (workspace_id = (select app_workspace()));
        create policy engine on ${table} to poolrise_engine using (true) with check (true);
        create policy owner on ${table} to current_user using (true) with check (true);
      `);
    }
    await run.query(`
      alter table workspace enable row level security;
      alter table workspace force row level security;
      create policy own_workspace on workspace to poolrise_app using (id = (select app_workspace()));
      create policy engine on workspace to poolrise_engine using (true) with check (true);
      create policy owner on workspace to current_user using (true) with check (true);

      -- People belong to no workspace; their names are seen by those who share one with them.
      alter table person enable row level security;
      alter table person force row level security;
      create policy own_workspace on person for select to poolrise_app using (
        exists (select from member where person_id = person.id and workspace_id = (select app_workspace()))
      );
      create policy engine on person to poolrise_engine using (true) with check (true);
      create policy owner on person to current_user using (true) with check (true);
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    for (const table of [...tenantTables, 'workspace', 'person'])
      await run.query(`
        drop policy own_workspace on ${table}; drop policy engine on ${table}; drop policy owner on ${table};
        alter table ${table} disable row level security; alter table ${table} no force row level security;
      `);
  }
}
