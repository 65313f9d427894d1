import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Campaigns that are not shown to a share of the readers, as boosts can be. Trials of both keep their readers and their counts in
 * the same two tables: the id of a trial is that of its boost or of its campaign.
 */
export class CampaignHoldouts1764028800055 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table campaign_holdout (
        campaign_id uuid not null,
        workspace_id uuid not null,
        -- What was written down: see CampaignLiftRegistration in libs/domain/src/lift/holdout.ts.
        registration jsonb not null,
        registered_at timestamptz not null,
        registered_by uuid,
        -- The flights as they were then; a campaign under holdout keeps its first and its last instant.
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        -- When readers were no longer taken in: the end of the campaign, by the clock or by somebody.
        ended_at timestamptz,
        constraint campaign_holdout_pkey primary key (campaign_id),
        constraint campaign_holdout_campaign_fk foreign key (workspace_id, campaign_id)
          references campaign (workspace_id, id) on delete cascade,
        constraint campaign_holdout_lasts check (starts_at < ends_at and ended_at <= ends_at)
      );
      create index campaign_holdout_by_end on campaign_holdout (ends_at);
      create function campaign_holdout_stays() returns trigger language plpgsql as $$ begin
        raise exception 'the holdout of a campaign is written down before it begins and stays as it is' using errcode = 'check_violation';
      end $$;
      create trigger campaign_holdout_stays before update on campaign_holdout for each row
        when ((old.campaign_id, old.registration, old.registered_at, old.starts_at, old.ends_at)
                is distinct from (new.campaign_id, new.registration, new.registered_at, new.starts_at, new.ends_at)
              or old.ended_at is not null)
        execute function campaign_holdout_stays();
      alter table campaign_holdout enable row level security;
      alter table campaign_holdout force row level security;
      create policy own_workspace on campaign_holdout to poolrise_app
        using (workspace_id = (select app_workspace())) with check (workspace_id = (select app_workspace()));
      create policy engine on campaign_holdout to poolrise_engine using (true) with check (true);
      create policy owner on campaign_holdout to current_user using (true) with check (true);
      grant select, insert, update, delete on campaign_holdout to poolrise_app, poolrise_engine;

      alter table boost_opportunity rename to trial_opportunity;
      alter table trial_opportunity rename column boost_id to trial_id;
      alter table trial_opportunity rename constraint boost_opportunity_pkey to trial_opportunity_pkey;
      alter index boost_opportunity_waiting rename to trial_opportunity_waiting;

      -- Of boosts or campaigns, so no foreign key: neither is deleted once it has been shown to readers.
      alter table boost_lift_hour rename to trial_lift_hour;
      alter table trial_lift_hour drop constraint boost_lift_hour_boost_fk;
      alter table trial_lift_hour rename column boost_id to trial_id;
      alter table trial_lift_hour rename constraint boost_lift_hour_pkey to trial_lift_hour_pkey;
      alter table trial_lift_hour
        add column followers_acting integer not null default 0,
        add column searchers_acting integer not null default 0;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      delete from trial_lift_hour where not exists (select from boost where id = trial_id);
      delete from trial_opportunity where not exists (select from boost where id = trial_id);
      alter table trial_lift_hour drop column followers_acting, drop column searchers_acting;
      alter table trial_lift_hour rename constraint trial_lift_hour_pkey to boost_lift_hour_pkey;
      alter table trial_lift_hour rename column trial_id to boost_id;
      alter table trial_lift_hour add constraint boost_lift_hour_boost_fk foreign key (boost_id) references boost;
      alter table trial_lift_hour rename to boost_lift_hour;
      alter index trial_opportunity_waiting rename to boost_opportunity_waiting;
      alter table trial_opportunity rename constraint trial_opportunity_pkey to boost_opportunity_pkey;
      alter table trial_opportunity rename column trial_id to boost_id;
      alter table trial_opportunity rename to boost_opportunity;
      drop table campaign_holdout;
      drop function campaign_holdout_stays;
    `);
  }
}
