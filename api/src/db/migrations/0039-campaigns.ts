import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Campaigns, the boosts and orders that belong to one, and what was noticed of them.
 *
 * A boost or an order points at a campaign of its own workspace: for an order that is the brand's. Alerts are written under
 * the engine's hat alone, each name once; people only mark them as read.
 */
export class Campaigns1764028800039 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table campaign (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint campaign_workspace_fk references workspace on delete cascade,
        request_key uuid not null,
        request_hash text not null,
        name text not null,
        goal text not null,
        state text not null constraint campaign_state_known check (state in ('draft', 'planned', 'live', 'paused', 'ended')),
        flights jsonb not null,
        rails jsonb not null,
        budget_cents bigint not null constraint campaign_budget_not_negative check (budget_cents >= 0),
        audience jsonb not null,
        keywords jsonb not null,
        negatives text[] not null,
        kpis jsonb not null,
        guards jsonb not null,
        starts_at timestamptz,
        ends_at timestamptz,
        next_look_at timestamptz,
        version integer not null default 1,
        created_by uuid,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        constraint one_campaign_per_request unique (workspace_id, request_key),
        constraint campaign_in_workspace unique (workspace_id, id),
        constraint campaign_lasts check ((starts_at is null) = (ends_at is null) and starts_at < ends_at)
      );
      create index campaign_by_change on campaign (workspace_id, changed_at desc, id desc);
      create index campaign_by_end on campaign (workspace_id, ends_at) where ends_at is not null;
      create index campaign_due on campaign (next_look_at) where next_look_at is not null;

      -- 'no action' and not 'cascade': a draft is deleted after its boosts and orders were untied.
      alter table boost add column campaign_id uuid,
        add constraint boost_campaign_fk foreign key (workspace_id, campaign_id) references campaign (workspace_id, id);
      create index boost_of_campaign on boost (campaign_id, launched_at desc, id desc) where campaign_id is not null;
      alter table cooperation_order add column campaign_id uuid,
        add constraint cooperation_order_campaign_fk foreign key (workspace_id, campaign_id) references campaign (workspace_id, id);
      create index order_of_campaign on cooperation_order (campaign_id, created_at desc, id desc) where campaign_id is not null;

      -- What was noticed. Kind, subject and mark together are raised once and never again.
      create table campaign_alert (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null,
        campaign_id uuid not null,
        kind text not null,
        subject text not null constraint alert_subject_known check (subject in ('campaign', 'note', 'order')),
        subject_id uuid not null,
        mark text not null,
        detail jsonb not null,
        at timestamptz not null,
        read_at timestamptz,
        read_by uuid,
        constraint one_alert_per_mark unique (campaign_id, kind, subject_id, mark),
        constraint campaign_alert_campaign_fk foreign key (workspace_id, campaign_id)
          references campaign (workspace_id, id) on delete cascade
      );
      create index campaign_alert_of_campaign on campaign_alert (campaign_id, at desc, id desc);
      create index campaign_alert_of_workspace on campaign_alert (workspace_id, at desc);
    `);
    for (const table of ['campaign', 'campaign_alert'])
      await run.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy own_workspace on ${table} to poolrise_app
          using (workspace_id = (select app_workspace())) with check (workspace_id = (select app_workspace()));
        create policy engine on ${table} to poolrise_engine using (true) with check (true);
        create policy owner on ${table} to current_user using (true) with check (true);
        grant select, insert, update, delete on ${table} to poolrise_app, poolrise_engine;
      `);
    await run.query(`
      revoke insert, update, delete on campaign_alert from poolrise_app;
      grant update (read_at, read_by) on campaign_alert to poolrise_app;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop table campaign_alert;
      alter table boost drop column campaign_id;
      alter table cooperation_order drop column campaign_id;
      drop table campaign;
    `);
  }
}
