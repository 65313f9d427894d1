import type { MigrationInterface, QueryRunner } from 'typeorm';

const walled = ['approval_request', 'automation_rule', 'automation_hit'];

/** Acts that wait for a second person above a limit of the workspace, and rules that look after boosts with what they found. */
export class AutomationRules1764028800046 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      -- above it a boost, race, campaign or order waits for a second person; null means that none does
      alter table wallet_settings
        add column commit_above_cents bigint constraint commit_above_not_negative check (commit_above_cents >= 0);

      create table approval_request (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint approval_workspace_fk references workspace on delete cascade,
        kind text not null,
        request_key uuid,
        request_hash text not null,
        command jsonb not null,
        title text not null,
        subject_id uuid,
        figures jsonb not null,
        commits_cents bigint not null,
        limit_cents bigint not null,
        state text not null constraint approval_state_known
          check (state in ('waiting', 'approved', 'rejected', 'withdrawn', 'expired')),
        asked_by uuid,
        asked_at timestamptz not null,
        words text not null default '',
        expires_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        reason text not null default '',
        result_id uuid,
        refusal jsonb,
        sequence bigint generated always as identity,
        constraint approval_commits check (commits_cents > limit_cents),
        constraint approval_decided_once check ((state = 'waiting') = (decided_at is null)),
        constraint approval_has_result check ((state = 'approved') = (result_id is not null)),
        constraint approval_by_a_second_person check (decided_by <> asked_by)
      );
      create index approval_of_workspace on approval_request (workspace_id, sequence desc);
      create index approval_due on approval_request (expires_at) where state = 'waiting';
      create unique index one_approval_per_request on approval_request (workspace_id, kind, request_key)
        where request_key is not null;
      create unique index one_waiting_approval on approval_request (workspace_id, kind, request_hash)
        where state = 'waiting' and request_key is null;

      create table automation_rule (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint automation_rule_workspace_fk references workspace on delete cascade,
        request_key uuid not null,
        request_hash text not null,
        name text not null,
        -- null looks after every boost of the workspace
        campaign_id uuid,
        condition jsonb not null,
        action text not null constraint automation_action_known check (action in ('stop-boost', 'notify')),
        state text not null constraint automation_rule_state_known check (state in ('dry-run', 'live', 'off')),
        version integer not null default 1,
        created_by uuid,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        live_by uuid,
        live_at timestamptz,
        next_look_at timestamptz,
        constraint one_rule_per_request unique (workspace_id, request_key),
        constraint automation_rule_in_workspace unique (workspace_id, id),
        constraint automation_rule_campaign_fk foreign key (workspace_id, campaign_id)
          references campaign (workspace_id, id) on delete cascade,
        constraint automation_rule_looks check ((state = 'off') = (next_look_at is null)),
        constraint automation_rule_live_since check (state <> 'live' or live_at is not null)
      );
      create index automation_rule_of_workspace on automation_rule (workspace_id, changed_at desc, id desc);
      create index automation_rule_due on automation_rule (next_look_at) where next_look_at is not null;

      create table automation_hit (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null,
        rule_id uuid not null,
        boost_id uuid not null constraint automation_hit_boost_fk references boost on delete cascade,
        -- the full hour that the counts end with
        hour timestamptz not null,
        at timestamptz not null,
        -- done; would have been done by a rule on trial; held back by the limit of changes a day
        outcome text not null constraint automation_outcome_known check (outcome in ('done', 'would', 'limited')),
        evidence jsonb not null,
        sequence bigint generated always as identity,
        constraint one_hit_per_hour unique (rule_id, boost_id, hour),
        constraint automation_hit_rule_fk foreign key (workspace_id, rule_id)
          references automation_rule (workspace_id, id) on delete cascade
      );
      create index automation_hit_of_rule on automation_hit (rule_id, sequence desc);
      create index automation_hit_of_boost on automation_hit (boost_id, at desc);
      create index automation_hit_of_workspace on automation_hit (workspace_id, at desc);
    `);
    for (const table of walled)
      await run.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy own_workspace on ${table} to poolrise_app
          using (workspace_id = (select app_workspace())) with check (workspace_id = (select app_workspace()));
        create policy engine on ${table} to poolrise_engine using (true) with check (true);
        create policy owner on ${table} to current_user using (true) with check (true);
        grant select, insert on ${table} to poolrise_app, poolrise_engine;
      `);
    await run.query(`
      -- What was asked for stays; only what became of it is written later.
      grant update (state, words, decided_by, decided_at, reason, result_id, refusal)
        on approval_request to poolrise_app, poolrise_engine;
      grant update, delete on automation_rule to poolrise_app, poolrise_engine;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop table automation_hit, automation_rule, approval_request;
      alter table wallet_settings drop column commit_above_cents;
    `);
  }
}
