import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who reads a row in the console: plans that were opened are for every creator's desk, the rest for whom the row belongs to. */
const walls: Record<string, string> = {
  reward_plan: `workspace_id = (select app_workspace()) or (state <> 'draft'
    and exists (select from workspace desk where desk.id = (select app_workspace()) and desk.kind = 'creator'))`,
  reward_enrolment: 'workspace_id = (select app_workspace())',
  reward_claim: 'workspace_id = (select app_workspace())',
};

/**
 * Reward plans of the platform, who takes part in them, and what was claimed.
 *
 * As with recruitments nobody writes behind the walls: a claim takes a place of the platform's plan and fills a creator's
 * wallet, so it is done under the engine's hat after asking who is calling.
 */
export class RewardPlans1764028800056 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table reward_plan (
        id uuid primary key default gen_random_uuid(),
        -- the platform's
        workspace_id uuid not null constraint reward_plan_workspace_fk references workspace,
        request_key uuid not null,
        request_hash text not null,
        state text not null constraint reward_plan_state_known check (state in ('draft', 'open', 'paused', 'ended')),
        name jsonb not null,
        summary jsonb not null,
        opens_at timestamptz not null,
        closes_at timestamptz not null,
        late_hours integer not null constraint reward_late_hours_in_range check (late_hours between 0 and 192),
        claim_days integer not null constraint reward_claim_days_in_range check (claim_days between 1 and 90),
        quota integer not null constraint reward_quota_positive check (quota > 0),
        issued integer not null default 0,
        eligibility jsonb not null,
        tasks jsonb not null,
        rewards jsonb not null,
        version integer not null default 1,
        created_by uuid,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        constraint one_reward_plan_per_request unique (workspace_id, request_key),
        constraint never_more_than_quota check (issued between 0 and quota),
        constraint reward_window_in_order check (opens_at < closes_at),
        -- readers are counted by the hour
        constraint reward_window_on_full_hours check (
          extract(epoch from opens_at)::bigint % 3600 = 0 and extract(epoch from closes_at)::bigint % 3600 = 0)
      ) with (fillfactor = 50);
      create index reward_plan_by_close on reward_plan (closes_at, id) where state <> 'draft';
      create index reward_plan_of_platform on reward_plan (workspace_id, changed_at desc, id desc);

      create table reward_enrolment (
        id uuid primary key default gen_random_uuid(),
        plan_id uuid not null constraint reward_enrolment_plan_fk references reward_plan,
        -- the desk
        workspace_id uuid not null constraint reward_enrolment_desk_fk references workspace,
        creator_id uuid constraint reward_enrolment_creator_fk references creator,
        enrolled_by uuid,
        enrolled_at timestamptz not null,
        -- [{done, needed}] in the order of the plan's tasks
        progress jsonb not null default '[]',
        measured_at timestamptz,
        -- when to count again: at once where readers moved a note, else by and by; null once counting is over
        measure_at timestamptz,
        achieved_at timestamptz,
        -- why a claim of this would be held, as known when the tasks were done
        hold_reasons text[] not null default '{}',
        constraint one_enrolment_per_desk unique (plan_id, workspace_id),
        constraint one_enrolment_per_creator unique (plan_id, creator_id)
      ) with (fillfactor = 80);
      create index reward_enrolment_of_desk on reward_enrolment (workspace_id, enrolled_at desc, id desc);
      create index reward_enrolment_to_measure on reward_enrolment (measure_at, id) where measure_at is not null;

      create table reward_claim (
        id uuid primary key default gen_random_uuid(),
        enrolment_id uuid not null constraint reward_claim_enrolment_fk references reward_enrolment,
        -- that of the enrolment; no key of its own, which would put a lock on the one row that everybody wants
        plan_id uuid not null,
        workspace_id uuid not null constraint reward_claim_desk_fk references workspace,
        creator_id uuid constraint reward_claim_creator_fk references creator,
        request_key uuid not null,
        -- redeemed and expired follow from the vouchers and are not written
        state text not null constraint reward_claim_state_known check (state in ('held', 'issued', 'refused', 'revoked')),
        hold_reasons text[] not null default '{}',
        voucher_ids uuid[] not null default '{}',
        cash_cents bigint not null default 0,
        transaction_id uuid constraint reward_claim_transaction_fk references ledger_transaction,
        claimed_by uuid,
        claimed_at timestamptz not null,
        issued_at timestamptz,
        decided_by uuid,
        decided_at timestamptz,
        reason text,
        constraint one_claim_per_enrolment unique (enrolment_id),
        constraint reward_claim_issued_at check ((state in ('issued', 'revoked')) = (issued_at is not null)),
        constraint reward_claim_cash_in_journal check ((cash_cents > 0) = (transaction_id is not null))
      );
      create index reward_claim_of_desk on reward_claim (workspace_id, claimed_at desc, id desc);
      create index reward_claim_held on reward_claim (claimed_at, id) where state = 'held';
      create index quarantined_event_of_note on quarantined_event (note_id);
      create index reward_claim_of_plan on reward_claim (plan_id, claimed_at, id);
    `);
    for (const [table, sees] of Object.entries(walls))
      await run.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy own_side on ${table} for select to poolrise_app using (${sees});
        create policy engine on ${table} to poolrise_engine using (true) with check (true);
        create policy owner on ${table} to current_user using (true) with check (true);
        grant select on ${table} to poolrise_app;
        grant select, insert, update on ${table} to poolrise_engine;
      `);
    await run.query(`
      -- A new note, a verdict of the audit and a new pool move tasks as readers do; each comes with a change of its note.
      create function note_moves_rewards() returns trigger language plpgsql security definer set search_path = public as $$
      begin
        update reward_enrolment set measure_at = now()
         where id in (select id from reward_enrolment where workspace_id in (select workspace_id from moved)
                       and measure_at > now() order by id for update);
        return null;
      end $$;
      create trigger new_note_moves_rewards after insert on note
        referencing new table as moved for each statement execute function note_moves_rewards();
      create function note_steps_move_rewards() returns trigger language plpgsql security definer set search_path = public as $$
      begin
        update reward_enrolment set measure_at = now()
         where id in (select id from reward_enrolment where workspace_id = new.workspace_id and measure_at > now()
                       order by id for update);
        return null;
      end $$;
      create trigger note_steps_move_rewards after update of level, audit_state on note for each row
        when ((old.level, old.audit_state) is distinct from (new.level, new.audit_state))
        execute function note_steps_move_rewards();
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop trigger new_note_moves_rewards on note;
      drop trigger note_steps_move_rewards on note;
      drop function note_moves_rewards();
      drop function note_steps_move_rewards();
      drop index quarantined_event_of_note;
      drop table reward_claim, reward_enrolment, reward_plan;
    `);
  }
}
