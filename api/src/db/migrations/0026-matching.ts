import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Briefs, and the portfolios that were planned for them. */
export class Matching1763856000026 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table brief (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint brief_workspace_fk references workspace on delete cascade,
        request_key uuid not null,
        version integer not null default 1,
        product text not null,
        category text not null,
        -- all that is wanted, as the contract has it
        wishes jsonb not null,
        created_by uuid not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null,
        constraint one_brief_per_request unique (workspace_id, request_key),
        -- a portfolio points at a brief of its own workspace, which no policy would check
        constraint brief_in_workspace unique (workspace_id, id)
      );
      create index brief_by_change on brief (workspace_id, updated_at desc, id desc);

      create table portfolio (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null,
        brief_id uuid not null,
        request_key uuid not null,
        wishes jsonb not null,
        -- who counts as reached, as the brief had it then
        target jsonb not null,
        -- who was considered, at which price: a plan that is kept does not change with the directory
        candidates jsonb not null,
        requested_by uuid not null,
        requested_at timestamptz not null,
        state text not null constraint portfolio_state_known check (state in ('waiting', 'running', 'done', 'failed')),
        heard_at timestamptz,
        attempts smallint not null default 0,
        without_audience integer not null default 0,
        plan jsonb,
        refusal jsonb,
        frontier jsonb,
        finished_at timestamptz,
        constraint one_portfolio_per_request unique (workspace_id, request_key),
        constraint portfolio_brief_fk foreign key (workspace_id, brief_id) references brief (workspace_id, id) on delete cascade
      );
      create index portfolio_due on portfolio (requested_at) where state in ('waiting', 'running');
      create index portfolio_of_brief on portfolio (brief_id, requested_at desc);
    `);
    for (const table of ['brief', 'portfolio'])
      await run.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy own_workspace on ${table} to poolrise_app
          using (workspace_id = (select app_workspace())) with check (workspace_id = (select app_workspace()));
        create policy engine on ${table} to poolrise_engine using (true) with check (true);
        create policy owner on ${table} to current_user using (true) with check (true);
        grant select, insert, update, delete on ${table} to poolrise_app, poolrise_engine;
      `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table portfolio; drop table brief;');
  }
}
