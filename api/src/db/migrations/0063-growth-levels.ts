import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The growth level of each creator's desk, how it came to it, and reward plans that ask for one.
 *
 * Levels are judged by the engine once a day; a desk reads its own and writes none.
 */
export class GrowthLevels1764028800063 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table growth_standing (
        workspace_id uuid constraint growth_standing_pkey primary key
          constraint growth_standing_desk_fk references workspace,
        -- null until it is judged for the first time
        level smallint constraint growth_level_positive check (level > 0),
        reached_at timestamptz,
        -- since when the figures no longer reach it
        below_since timestamptz,
        -- the day in Shanghai it was judged for: a day is judged once
        judged_on date,
        judged_at timestamptz,
        constraint growth_judged_whole check (num_nulls(level, reached_at, judged_on, judged_at) in (0, 4)),
        constraint growth_below_a_level check (below_since is null or level is not null)
      ) with (fillfactor = 70);
      create index growth_standing_to_judge on growth_standing (judged_on nulls first, workspace_id);

      -- What happened to a level, at most one thing a day, in the order of the days.
      create table growth_step (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint growth_step_desk_fk references workspace,
        day date not null,
        step text not null constraint growth_step_known check (step in ('begun', 'rose', 'warned', 'recovered', 'fell')),
        from_level smallint,
        to_level smallint not null,
        -- the figures it was judged by
        facts jsonb not null,
        at timestamptz not null,
        constraint one_growth_step_per_day unique (workspace_id, day)
      );
      create index growth_step_of_desk on growth_step (workspace_id, at desc, id desc);
    `);
    for (const table of ['growth_standing', 'growth_step'])
      await run.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy own_workspace on ${table} for select to poolrise_app using (workspace_id = (select app_workspace()));
        create policy engine on ${table} to poolrise_engine using (true) with check (true);
        create policy owner on ${table} to current_user using (true) with check (true);
        grant select on ${table} to poolrise_app;
        grant select, insert, update on ${table} to poolrise_engine;
      `);
    // Plans that are older than the rule ask for no level, and say so.
    await run.query(`update reward_plan set eligibility = '{"growthLevelMin": null}'::jsonb || eligibility`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`update reward_plan set eligibility = eligibility - 'growthLevelMin'`);
    await run.query('drop table growth_step, growth_standing');
  }
}
