import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Boosts that are not shown to a share of the readers, so that what they bring can be told from what would have come anyway. */
export class BoostHoldouts1764028800040 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      -- What was written down of a trial before it began: see LiftRegistration in libs/domain/src/lift/holdout.ts.
      alter table boost add column holdout jsonb;
      create index boost_with_holdout on boost (ends_at) where holdout is not null;

      create function holdout_stays() returns trigger language plpgsql as $$ begin
        raise exception 'the holdout of a boost is written down at its launch and stays as it is' using errcode = 'check_violation';
      end $$;
      create trigger holdout_stays before update of holdout on boost
        for each row when (old.holdout is distinct from new.holdout) execute function holdout_stays();

      -- A reader for whom a boost under trial was chosen, before anybody looked at which arm they are in. Readers belong to no
      -- workspace, so neither does the row, and the console cannot read it. No foreign key: it would make every page of the feed
      -- wait for whoever holds the boost.
      create table boost_opportunity (
        boost_id uuid not null,
        reader_key bigint not null,
        arm smallint not null constraint arm_known check (arm in (0, 1)),
        first_at timestamptz not null,
        counted_at timestamptz,
        constraint boost_opportunity_pkey primary key (boost_id, reader_key)
      );
      create index boost_opportunity_waiting on boost_opportunity (boost_id, first_at) where counted_at is null;
      revoke all on boost_opportunity from poolrise_app;
      grant select, insert, update, delete on boost_opportunity to poolrise_engine;

      -- Readers whose time was over in this hour, counted once and never again, and those of them who did something in it.
      create table boost_lift_hour (
        boost_id uuid not null constraint boost_lift_hour_boost_fk references boost,
        hour timestamptz not null,
        arm smallint not null,
        workspace_id uuid not null,
        readers integer not null,
        readers_acting integer not null,
        engagers_acting integer not null,
        other_shown integer not null,
        other_advertised integer not null,
        other_read integer not null,
        constraint boost_lift_hour_pkey primary key (boost_id, hour, arm)
      );
      alter table boost_lift_hour enable row level security;
      alter table boost_lift_hour force row level security;
      create policy own_workspace on boost_lift_hour for select to poolrise_app
        using (workspace_id = (select app_workspace()));
      create policy engine on boost_lift_hour to poolrise_engine using (true) with check (true);
      create policy owner on boost_lift_hour to current_user using (true) with check (true);
      grant select on boost_lift_hour to poolrise_app;
      grant select, insert, update on boost_lift_hour to poolrise_engine;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop table boost_lift_hour, boost_opportunity;
      drop trigger holdout_stays on boost;
      drop function holdout_stays;
      alter table boost drop column holdout;
    `);
  }
}
