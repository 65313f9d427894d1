import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the budgets of campaigns are best spent, as it was asked and found. */
export class BudgetPlans1764028800048 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table budget_plan (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null,
        campaign_id uuid not null,
        -- a hash of what is asked, of what it rests on and of the day: the same question is worked out once a day
        inputs_key text not null,
        asked jsonb not null,
        -- prices and curves as they stood then; with the seed, the result can be had again
        inputs jsonb not null,
        requested_by uuid not null,
        requested_at timestamptz not null,
        state text not null constraint budget_plan_state_known check (state in ('waiting', 'running', 'done', 'failed')),
        heard_at timestamptz,
        attempts smallint not null default 0,
        -- the plan, or why there is none
        report jsonb,
        finished_at timestamptz,
        applied_at timestamptz,
        constraint one_budget_plan_per_inputs unique (campaign_id, inputs_key),
        constraint budget_plan_campaign_fk foreign key (workspace_id, campaign_id)
          references campaign (workspace_id, id) on delete cascade
      );
      create index budget_plan_due on budget_plan (requested_at) where state in ('waiting', 'running');
      create index budget_plan_of_campaign on budget_plan (campaign_id, requested_at desc);

      alter table budget_plan enable row level security;
      alter table budget_plan force row level security;
      create policy own_workspace on budget_plan to poolrise_app
        using (workspace_id = (select app_workspace())) with check (workspace_id = (select app_workspace()));
      create policy engine on budget_plan to poolrise_engine using (true) with check (true);
      create policy owner on budget_plan to current_user using (true) with check (true);
      grant select, insert, update, delete on budget_plan to poolrise_app, poolrise_engine;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table budget_plan');
  }
}
