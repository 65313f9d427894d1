import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people committed alone, so that many small acts count as one; and a second person for loosening the limit itself. */
export class ApprovalReach1764028800052 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table commitment (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint commitment_workspace_fk references workspace on delete cascade,
        -- the person; where there is none, the workspace
        committed_by uuid not null,
        kind text not null,
        ground text not null constraint commitment_ground_known check (ground in ('boosts', 'creators', 'plans')),
        -- the request key, or the fingerprint where a command has none
        request text not null,
        request_hash text not null,
        -- what it added to what was committed before
        cents bigint not null constraint commitment_not_negative check (cents >= 0),
        at timestamptz not null,
        constraint one_commitment_per_request unique (workspace_id, kind, request)
      );
      create index commitment_of_person on commitment (workspace_id, committed_by, ground, at) include (cents);
      alter table commitment enable row level security;
      alter table commitment force row level security;
      create policy own_workspace on commitment to poolrise_app
        using (workspace_id = (select app_workspace())) with check (workspace_id = (select app_workspace()));
      create policy engine on commitment to poolrise_engine using (true) with check (true);
      create policy owner on commitment to current_user using (true) with check (true);
      -- What was committed stays committed, whatever becomes of it.
      grant select, insert on commitment to poolrise_app, poolrise_engine;

      alter table approval_request
        alter commits_cents drop not null,
        alter limit_cents drop not null,
        add column alone_cents bigint not null default 0
          constraint approval_alone_not_negative check (alone_cents >= 0),
        drop constraint approval_commits,
        add constraint approval_commits check (commits_cents + alone_cents > limit_cents),
        add constraint approval_of_money
          check ((kind = 'loosen-limit') = (commits_cents is null) and (commits_cents is null) = (limit_cents is null));
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      delete from approval_request where commits_cents is null or commits_cents <= limit_cents;
      alter table approval_request
        drop constraint approval_of_money,
        drop constraint approval_commits,
        drop column alone_cents,
        alter commits_cents set not null,
        alter limit_cents set not null,
        add constraint approval_commits check (commits_cents > limit_cents);
      drop table commitment;
    `);
  }
}
