import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kept reports with their editions and links, a workspace's own benchmarks, and days of engagement that are over, summed. */
export class Reports1764028800032 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table report (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint report_workspace_fk references workspace on delete cascade,
        name text not null,
        remarks text not null,
        spec jsonb not null,
        version integer not null default 1,
        request_key uuid not null,
        request_hash text not null,
        created_by uuid not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        -- since when those who look on see it
        shared_at timestamptz,
        -- when it goes out by itself; the promise is next_run_at
        schedule jsonb,
        next_run_at timestamptz,
        attempts smallint not null default 0,
        trouble text,
        constraint report_in_workspace unique (workspace_id, id),
        constraint one_report_per_name unique (workspace_id, name),
        constraint one_report_per_request unique (workspace_id, request_key)
      );
      create index report_by_change on report (workspace_id, updated_at desc, id desc);
      create index report_due on report (next_run_at) where next_run_at is not null;

      create table report_edition (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null,
        report_id uuid not null,
        cause text not null constraint edition_cause_known check (cause in ('kept', 'schedule', 'link')),
        -- the run of the schedule that it is; null when a person asked
        due_at timestamptz,
        made_at timestamptz not null,
        as_of timestamptz not null,
        name text not null,
        remarks text not null,
        spec jsonb not null,
        result jsonb not null,
        format text not null,
        language text not null,
        constraint report_edition_report_fk foreign key (workspace_id, report_id)
          references report (workspace_id, id) on delete cascade,
        constraint one_edition_per_run unique (report_id, due_at)
      );
      create index report_edition_by_time on report_edition (report_id, made_at desc, id desc);

      create table report_link (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null,
        report_id uuid not null,
        token_hash bytea not null constraint one_report_link_per_token unique,
        password_hash text,
        language text not null,
        expires_at timestamptz not null,
        created_by uuid not null,
        created_at timestamptz not null,
        revoked_at timestamptz,
        views integer not null default 0,
        last_viewed_at timestamptz,
        constraint report_link_report_fk foreign key (workspace_id, report_id)
          references report (workspace_id, id) on delete cascade
      );
      create index report_link_of_report on report_link (report_id, created_at desc);

      create table benchmark_override (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint benchmark_override_workspace_fk references workspace on delete cascade,
        metric text not null,
        category text,
        scope text,
        medium text not null,
        kind text not null,
        value float8,
        low float8,
        high float8,
        reason text not null,
        set_by uuid not null,
        set_at timestamptz not null,
        constraint one_override_per_benchmark unique nulls not distinct (workspace_id, metric, category, scope, medium, kind)
      );

      -- Days in Shanghai that are over: a report of a year reads some hundred thousand rows instead of millions.
      create table engagement_day (
        workspace_id uuid not null,
        day date not null,
        note_id uuid not null,
        rail smallint not null,
        hours integer not null,
        impressions bigint not null,
        clicks bigint not null,
        likes bigint not null,
        collects bigint not null,
        comments bigint not null,
        shares bigint not null,
        follows bigint not null,
        dwell_seconds bigint not null,
        hides bigint not null,
        constraint engagement_day_pkey primary key (workspace_id, day, note_id, rail)
      );
      -- which days are summed, and which were counted again since
      create table engagement_day_kept (
        workspace_id uuid not null,
        day date not null,
        kept_at timestamptz not null,
        constraint engagement_day_kept_pkey primary key (workspace_id, day)
      );
      create table engagement_day_stale (
        workspace_id uuid not null,
        day date not null,
        at timestamptz not null,
        constraint engagement_day_stale_pkey primary key (workspace_id, day)
      );
      -- Whoever counts into an hour long past says so, and holds the mark until the count is committed: the summing that takes
      -- the mark away waits for it, and reads the hours afterwards. Hours of today, which is nearly all, cost one comparison.
      create function engagement_day_is_stale() returns trigger language plpgsql
        security definer set search_path = public as $$
      begin
        insert into engagement_day_stale (workspace_id, day, at)
          select distinct workspace_id, (hour at time zone 'Asia/Shanghai')::date, now() from changed
          where hour < now() - interval '1 day' order by 1, 2
          on conflict on constraint engagement_day_stale_pkey do update set at = excluded.at;
        return null;
      end $$;
      create trigger engagement_day_is_stale_by_insert after insert on engagement_hour
        referencing new table as changed for each statement execute function engagement_day_is_stale();
      create trigger engagement_day_is_stale_by_update after update on engagement_hour
        referencing new table as changed for each statement execute function engagement_day_is_stale();
    `);
    for (const table of [...kept, ...summed])
      await run.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy own_workspace on ${table} to poolrise_app
          using (workspace_id = (select app_workspace())) with check (workspace_id = (select app_workspace()));
        create policy engine on ${table} to poolrise_engine using (true) with check (true);
        create policy owner on ${table} to current_user using (true) with check (true);
      `);
    await run.query(`
      grant select, insert, update, delete on ${kept.join(', ')} to poolrise_app, poolrise_engine;
      grant select on ${summed.join(', ')} to poolrise_app;
      grant select, insert, update, delete on ${summed.join(', ')} to poolrise_engine;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop trigger engagement_day_is_stale_by_insert on engagement_hour;
      drop trigger engagement_day_is_stale_by_update on engagement_hour;
      drop function engagement_day_is_stale();
      drop table ${[...kept, ...summed].reverse().join(', ')};
    `);
  }
}

const kept = ['report', 'report_edition', 'report_link', 'benchmark_override'];
const summed = ['engagement_day', 'engagement_day_kept', 'engagement_day_stale'];
