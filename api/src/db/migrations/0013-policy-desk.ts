import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wrote a version of a rule set and why, when each was put in force, and the one that is tried on a share of notes. */
export class PolicyDesk1763856000013 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table pool_policy
        add column author_id uuid,
        add column why text,
        add column based_on_id uuid constraint pool_policy_based_on_fk references pool_policy,
        add column request_key uuid constraint one_policy_per_request unique;
      create index pool_policy_by_time on pool_policy (created_at desc, id desc);

      -- The log of what was in force. Append only: going back is one more line.
      create table policy_activation (
        id uuid primary key default gen_random_uuid(),
        from_id uuid not null constraint activation_from_fk references pool_policy,
        to_id uuid not null constraint activation_to_fk references pool_policy,
        kind text not null constraint activation_kind_known check (kind in ('activated', 'rolled-back', 'promoted')),
        person_id uuid not null,
        why text not null,
        request_key uuid not null constraint one_activation_per_request unique,
        activated_at timestamptz not null
      );
      create index policy_activation_by_time on policy_activation (activated_at desc, id desc);
      grant select, insert on policy_activation to poolrise_engine;

      create table policy_canary (
        id uuid primary key default gen_random_uuid(),
        policy_id uuid not null constraint canary_policy_fk references pool_policy,
        control_id uuid not null constraint canary_control_fk references pool_policy,
        share float8 not null constraint canary_share_bounded check (share between 0.01 and 0.5),
        person_id uuid not null,
        why text not null,
        request_key uuid not null constraint one_canary_per_request unique,
        started_at timestamptz not null,
        ended_at timestamptz,
        outcome text constraint canary_outcome_known check (outcome in ('promoted', 'ended')),
        constraint canary_ends_with_outcome check ((ended_at is null) = (outcome is null))
      );
      create unique index one_canary_at_a_time on policy_canary ((true)) where ended_at is null;
      grant select, insert, update on policy_canary to poolrise_engine;

      -- A preview reads the newest verdicts of every workspace; the guard of a canary, the notes that came in since it began.
      create index pool_decision_by_time on pool_decision (decided_at desc, id desc);
      create index pool_run_first on pool_run (policy_id, entered_at desc) where level = 0;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop index pool_run_first, pool_decision_by_time;
      drop table policy_canary, policy_activation;
      drop index pool_policy_by_time;
      alter table pool_policy drop column author_id, drop column why, drop column based_on_id, drop column request_key;
    `);
  }
}
