import type { MigrationInterface, QueryRunner } from 'typeorm';

const walled = ['race', 'race_arm', 'race_round', 'race_boost'];

/** Races between notes: which notes, which rounds, which boosts, and what was judged at the end of each round. */
export class Races1764028800043 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table race (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint race_workspace_fk references workspace,
        request_key uuid not null,
        request_hash text not null,
        name text not null,
        goal text not null,
        budget_cents bigint not null constraint race_budget_positive check (budget_cents > 0),
        rounds integer not null,
        round_hours integer not null,
        stop_chance double precision not null,
        stop_loss double precision not null,
        audience jsonb not null,
        state text not null constraint race_state_known check (state in ('running', 'waiting', 'ended')),
        ended_because text constraint race_end_known
          check (ended_because in ('clear', 'close-enough', 'rounds-over', 'stopped', 'one-left', 'none-left')),
        round integer not null default 0,
        next_round_at timestamptz,
        waiting_since timestamptz,
        missing_cents bigint,
        leader_note_id uuid constraint race_leader_fk references note,
        leader_chance double precision,
        kept_boost_id uuid constraint race_kept_boost_fk references boost,
        created_by uuid,
        created_at timestamptz not null,
        ended_at timestamptz,
        constraint one_race_per_request unique (workspace_id, request_key),
        constraint race_rounds_in_order check (round between 0 and rounds),
        -- Whatever is not over is looked at again, and what is over never is.
        constraint race_goes_on_or_ended check (
          (state = 'ended') = (ended_at is not null) and (state = 'ended') = (ended_because is not null)
          and (state = 'ended') = (next_round_at is null) and (state = 'waiting') = (waiting_since is not null))
      );
      create index race_of_workspace on race (workspace_id, created_at desc, id desc);
      create index race_due on race (next_round_at) where next_round_at is not null;

      create table race_arm (
        race_id uuid not null constraint race_arm_race_fk references race,
        note_id uuid not null constraint race_arm_note_fk references note,
        workspace_id uuid not null,
        position integer not null,
        prior_rate double precision not null,
        prior_weight double precision not null,
        constraint one_arm_per_note primary key (race_id, note_id)
      );

      create table race_round (
        race_id uuid not null constraint race_round_race_fk references race,
        number integer not null,
        workspace_id uuid not null,
        began_at timestamptz not null,
        ends_at timestamptz not null,
        budget_cents bigint not null,
        judged_at timestamptz,
        verdicts jsonb,
        constraint one_round_per_number primary key (race_id, number)
      );

      create table race_boost (
        race_id uuid not null,
        round integer not null,
        note_id uuid not null,
        workspace_id uuid not null,
        boost_id uuid not null constraint race_boost_boost_fk references boost,
        constraint one_boost_per_round_and_note primary key (race_id, round, note_id),
        constraint race_boost_round_fk foreign key (race_id, round) references race_round,
        constraint race_boost_arm_fk foreign key (race_id, note_id) references race_arm,
        constraint one_race_per_boost unique (boost_id)
      );
    `);
    for (const table of walled)
      await run.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy own_workspace on ${table} to poolrise_app
          using (workspace_id = (select app_workspace())) with check (workspace_id = (select app_workspace()));
        create policy engine on ${table} to poolrise_engine using (true) with check (true);
        create policy owner on ${table} to current_user using (true) with check (true);
        grant select, insert, update on ${table} to poolrise_app, poolrise_engine;
      `);
    await run.query(`revoke update on race_arm, race_boost from poolrise_app, poolrise_engine`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`drop table race_boost, race_round, race_arm, race`);
  }
}
