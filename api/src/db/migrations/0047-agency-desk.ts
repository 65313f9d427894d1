import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  'agency_fee',
  'agency_hours',
  'agency_assignment',
  'agency_rebate',
  'agency_adjustment',
  'agency_statement',
  'agency_statement_line',
];
/** Written once: a correction is another row, in a later month. */
const lasting = ['agency_rebate', 'agency_adjustment', 'agency_statement_line'];

/**
 * What an agency keeps of its work for clients: who looks after what, within how many hours it answers, what it asks of each
 * client, and the months it has settled.
 *
 * All of it is the agency's own and stands in its workspace, so that from a client's room none of it can be read. What was sent
 * is shown to the client under the engine's hat.
 */
export class AgencyDesk1764028800047 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table agency_fee (
        workspace_id uuid not null constraint agency_fee_workspace_fk references workspace,
        client_id uuid not null constraint agency_fee_client_fk references workspace,
        from_month text not null,
        percent_basis_points integer not null constraint fee_percent_possible check (percent_basis_points between 0 and 10000),
        retainer_cents bigint not null constraint fee_retainer_not_negative check (retainer_cents >= 0),
        rebate_share_basis_points integer not null
          constraint fee_rebate_share_possible check (rebate_share_basis_points between 0 and 10000),
        written_by uuid,
        written_at timestamptz not null,
        constraint one_fee_per_month primary key (workspace_id, client_id, from_month)
      );

      create table agency_hours (
        workspace_id uuid not null constraint agency_hours_workspace_fk references workspace,
        kind text not null,
        from_day date not null,
        hours integer not null constraint agency_hours_possible check (hours between 1 and 720),
        written_by uuid,
        written_at timestamptz not null,
        constraint one_time_per_day primary key (workspace_id, kind, from_day)
      );

      create table agency_assignment (
        workspace_id uuid not null constraint agency_assignment_workspace_fk references workspace,
        subject text not null
          constraint assignment_subject_known check (subject in ('campaign', 'order', 'recruitment', 'top-up')),
        subject_id uuid not null,
        client_id uuid not null constraint agency_assignment_client_fk references workspace,
        person_id uuid not null,
        assigned_by uuid,
        assigned_at timestamptz not null,
        constraint one_owner_per_subject primary key (workspace_id, subject, subject_id)
      );

      create table agency_rebate (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint agency_rebate_workspace_fk references workspace,
        client_id uuid not null constraint agency_rebate_client_fk references workspace,
        order_id uuid not null constraint agency_rebate_order_fk references cooperation_order,
        cents bigint not null constraint rebate_positive check (cents > 0),
        received_on date not null,
        month text not null,
        request_key uuid not null,
        request_hash text not null,
        written_by uuid,
        written_at timestamptz not null,
        constraint one_rebate_per_request unique (workspace_id, request_key)
      );
      create index agency_rebate_of_month on agency_rebate (client_id, month);
      create index agency_rebate_of_order on agency_rebate (order_id);

      create table agency_adjustment (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint agency_adjustment_workspace_fk references workspace,
        client_id uuid not null constraint agency_adjustment_client_fk references workspace,
        cents bigint not null constraint adjustment_is_something check (cents <> 0),
        reason text not null,
        -- what it corrects, and where it is booked: the same month, or the first that was open
        about_month text not null,
        month text not null,
        request_key uuid not null,
        request_hash text not null,
        written_by uuid,
        written_at timestamptz not null,
        constraint one_adjustment_per_request unique (workspace_id, request_key)
      );
      create index agency_adjustment_of_month on agency_adjustment (client_id, month);

      create table agency_statement (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint agency_statement_workspace_fk references workspace,
        client_id uuid not null constraint agency_statement_client_fk references workspace,
        month text not null,
        percent_basis_points integer not null,
        retainer_cents bigint not null,
        rebate_share_basis_points integer not null,
        lines integer not null,
        total_cents bigint not null,
        closed_by uuid,
        closed_at timestamptz not null,
        sent_by uuid,
        sent_at timestamptz,
        constraint one_statement_per_month unique (workspace_id, client_id, month)
      );
      create index agency_statement_sent on agency_statement (client_id, month desc) where sent_at is not null;

      create table agency_statement_line (
        statement_id uuid not null constraint agency_statement_line_fk references agency_statement,
        number integer not null,
        workspace_id uuid not null,
        kind text not null constraint statement_line_known
          check (kind in ('order', 'boost', 'late', 'fee-percent', 'fee-retainer', 'rebate', 'adjustment')),
        subject_id uuid,
        name text not null,
        campaign_id uuid,
        campaign_name text,
        spent_cents bigint not null,
        charged_cents bigint not null,
        creator_cents bigint not null,
        rebate_expected_cents bigint not null,
        rebate_received_cents bigint not null,
        constraint one_line_per_number primary key (statement_id, number)
      );

      -- What waits for the agency is looked for across all rooms at once.
      create index order_that_waits_for_brand on cooperation_order (workspace_id) where waits_for = 'brand';
      create index top_up_that_waits on top_up (workspace_id) where state = 'waiting';

      -- The lines of a statement are its total: asked once more when it is written, by the database itself.
      create function statement_adds_up() returns trigger language plpgsql security definer set search_path = public as $$
      declare stands record;
      begin
        select count(*) as lines, coalesce(sum(charged_cents), 0) as cents into stands
          from agency_statement_line where statement_id = new.id;
        if stands.lines <> new.lines or stands.cents <> new.total_cents then
          raise exception 'statement % has % lines of % cents', new.id, stands.lines, stands.cents
            using errcode = 'check_violation', constraint = 'statement_adds_up';
        end if;
        return null;
      end $$;
      create constraint trigger statement_adds_up after insert or update on agency_statement
        deferrable initially deferred for each row execute function statement_adds_up();
    `);
    for (const table of tables)
      await run.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy own_workspace on ${table} for select to poolrise_app
          using (workspace_id = (select app_workspace()));
        create policy engine on ${table} to poolrise_engine using (true) with check (true);
        create policy owner on ${table} to current_user using (true) with check (true);
        grant select on ${table} to poolrise_app;
        grant select, insert${lasting.includes(table) ? '' : ', update'} on ${table} to poolrise_engine;
      `);
    await run.query('grant delete on agency_assignment to poolrise_engine');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop table agency_statement_line, agency_statement, agency_adjustment, agency_rebate, agency_assignment, agency_hours, agency_fee;
      drop function statement_adds_up();
      drop index order_that_waits_for_brand, top_up_that_waits;
    `);
  }
}
