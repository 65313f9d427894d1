import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was expected of a reward plan on the day it was opened. It is written once and stays: later figures are held against
 * it, and the next plan learns from both.
 */
export class RewardForecasts1764028800057 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table reward_plan_forecast (
        plan_id uuid primary key constraint reward_forecast_plan_fk references reward_plan,
        -- the platform's
        workspace_id uuid not null constraint reward_forecast_workspace_fk references workspace,
        forecast jsonb not null,
        forecast_at timestamptz not null
      );
      create index reward_claim_decided on reward_claim (claimed_at desc, id desc) where decided_at is not null;
      create index reward_enrolment_of_plan on reward_enrolment (plan_id, enrolled_at desc);
      alter table reward_plan_forecast enable row level security;
      alter table reward_plan_forecast force row level security;
      create policy own_workspace on reward_plan_forecast for select to poolrise_app
        using (workspace_id = (select app_workspace()));
      create policy engine on reward_plan_forecast to poolrise_engine using (true) with check (true);
      create policy owner on reward_plan_forecast to current_user using (true) with check (true);
      grant select on reward_plan_forecast to poolrise_app;
      grant select, insert on reward_plan_forecast to poolrise_engine;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(
      'drop index reward_claim_decided, reward_enrolment_of_plan; drop table reward_plan_forecast',
    );
  }
}
