import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Policies, runs (a note on a level), verdicts with their evidence, and what closed runs taught about their peers. */
export class Pools1763856000003 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table pool_policy (
        id uuid primary key default gen_random_uuid(),
        name text not null,
        version integer not null,
        source text not null,
        mark text not null,
        document jsonb not null,
        in_force boolean not null default false,
        created_at timestamptz not null default now(),
        constraint one_policy_per_version unique (name, version)
      );
      create unique index one_policy_in_force on pool_policy (in_force) where in_force;

      create table pool_run (
        note_id uuid not null constraint pool_run_note_fk references note,
        level smallint not null,
        workspace_id uuid not null,
        policy_id uuid not null constraint pool_run_policy_fk references pool_policy,
        -- Compared with the runs of this group on this level: the note's category, or an explicit group (an experiment).
        peer_group text not null,
        target integer not null,
        entered_at timestamptz not null,
        window_ends_at timestamptz not null,
        -- A promise to look again: reached by count (next_check_at) or by time (next_review_at).
        next_check_at integer not null,
        next_review_at timestamptz,
        closed_at timestamptz,
        outcome text constraint pool_run_outcome_known check (outcome in ('pass', 'stop')),

        impressions integer not null default 0,
        guaranteed_impressions integer not null default 0,
        search_impressions integer not null default 0,
        clicks integer not null default 0,
        likes integer not null default 0,
        collects integer not null default 0,
        comments integer not null default 0,
        shares integer not null default 0,
        follows integer not null default 0,
        dwell_seconds bigint not null default 0,
        hides integer not null default 0,
        purchases integer not null default 0,

        paid_impressions integer not null default 0,
        paid_clicks integer not null default 0,
        paid_likes integer not null default 0,
        paid_collects integer not null default 0,
        paid_comments integer not null default 0,
        paid_shares integer not null default 0,
        paid_follows integer not null default 0,
        paid_dwell_seconds bigint not null default 0,
        paid_hides integer not null default 0,
        paid_purchases integer not null default 0,

        constraint one_run_per_level primary key (note_id, level)
      ) with (fillfactor = 70);
      create index pool_run_open on pool_run (note_id) where closed_at is null;
      create index pool_run_due on pool_run (next_review_at) where closed_at is null;
      -- Experiments: few rows, and their runs are compared while still open.
      create index pool_run_of_group on pool_run (peer_group) where peer_group like 'group:%';
      create index pool_run_of_workspace on pool_run (workspace_id, note_id);

      create table pool_decision (
        id uuid primary key default gen_random_uuid(),
        note_id uuid not null constraint pool_decision_note_fk references note,
        workspace_id uuid not null,
        level smallint not null,
        to_level smallint not null,
        outcome text not null,
        reason text not null,
        decided_at timestamptz not null,
        policy_id uuid not null constraint pool_decision_policy_fk references pool_policy,
        evidence jsonb not null,
        verdict jsonb not null,
        constraint one_verdict_per_level unique (note_id, level)
      );
      create index pool_decision_of_workspace on pool_decision (workspace_id, decided_at desc, id);

      -- Daily sums over runs that closed, so that peers of the last days are a handful of rows and nothing scans history.
      create table peer_day (
        policy_id uuid not null,
        level smallint not null,
        peer_group text not null,
        day date not null,
        sums jsonb not null,
        constraint peer_day_pkey primary key (policy_id, level, peer_group, day)
      );
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`drop table peer_day, pool_decision, pool_run, pool_policy`);
  }
}
