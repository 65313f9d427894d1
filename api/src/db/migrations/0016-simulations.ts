import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people asked to have simulated, how far it is, and what came out, which is kept. */
export class Simulations1763856000016 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table simulation_run (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null,
        note_id uuid not null constraint simulation_run_note_fk references note on delete cascade,
        requested_by uuid not null,
        request_key uuid not null,
        change jsonb not null,
        requested_at timestamptz not null,
        state text not null constraint simulation_state_known check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
        -- The part that is done, 0 to 1, and when whoever runs it last said so: a silent one was killed, and is begun again.
        progress float8 not null default 0,
        heard_at timestamptz,
        attempts smallint not null default 0,
        cancel_asked boolean not null default false,
        finished_at timestamptz,
        result jsonb,
        constraint one_simulation_per_request unique (workspace_id, request_key)
      );
      create index simulation_run_due on simulation_run (requested_at) where state in ('waiting', 'running');
      create index simulation_run_of_note on simulation_run (note_id, requested_at desc);
      -- Histories are taken by time, across workspaces.
      create index note_by_time on note (published_at, id);

      alter table simulation_run enable row level security;
      alter table simulation_run force row level security;
      create policy own_workspace on simulation_run to poolrise_app
        using (workspace_id = (select app_workspace())) with check (workspace_id = (select app_workspace()));
      create policy engine on simulation_run to poolrise_engine using (true) with check (true);
      create policy owner on simulation_run to current_user using (true) with check (true);
      grant select, insert, update on simulation_run to poolrise_app, poolrise_engine;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop index note_by_time; drop table simulation_run;');
  }
}
