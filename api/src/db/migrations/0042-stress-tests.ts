import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What plans are worth when things go wrong, as it was asked and found. */
export class StressTests1764028800042 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      -- a stress test points at a portfolio of its own workspace, which no policy would check
      alter table portfolio add constraint portfolio_in_workspace unique (workspace_id, id);

      create table stress_test (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null,
        portfolio_id uuid not null,
        -- a hash of all that the result depends on: the same question is worked out once
        inputs_key text not null,
        asked jsonb not null,
        -- prices, chances and spreads as they stood then; with the seed, the result can be had again
        inputs jsonb not null,
        requested_by uuid not null,
        requested_at timestamptz not null,
        state text not null constraint stress_test_state_known check (state in ('waiting', 'running', 'done', 'failed')),
        heard_at timestamptz,
        attempts smallint not null default 0,
        report jsonb,
        finished_at timestamptz,
        constraint one_stress_test_per_inputs unique (portfolio_id, inputs_key),
        constraint stress_test_portfolio_fk foreign key (workspace_id, portfolio_id)
          references portfolio (workspace_id, id) on delete cascade
      );
      create index stress_test_due on stress_test (requested_at) where state in ('waiting', 'running');
      create index stress_test_of_portfolio on stress_test (portfolio_id, requested_at desc);

      alter table stress_test enable row level security;
      alter table stress_test force row level security;
      create policy own_workspace on stress_test to poolrise_app
        using (workspace_id = (select app_workspace())) with check (workspace_id = (select app_workspace()));
      create policy engine on stress_test to poolrise_engine using (true) with check (true);
      create policy owner on stress_test to current_user using (true) with check (true);
      grant select, insert, update, delete on stress_test to poolrise_app, poolrise_engine;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table stress_test; alter table portfolio drop constraint portfolio_in_workspace;');
  }
}
