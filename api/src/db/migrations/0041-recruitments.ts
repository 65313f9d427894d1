import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Read by the two sides that a row names, or by the one workspace it belongs to. */
const walls: Record<string, string> = {
  // Whoever applied goes on reading what they applied to.
  recruitment: `workspace_id = (select app_workspace())
    or id in (select recruitment_id from recruitment_application where desk_id = (select app_workspace()))`,
  recruitment_application: '(select app_workspace()) in (workspace_id, desk_id)',
  desk_claim: 'workspace_id = (select app_workspace())',
};

/**
 * Recruitments, to which creators apply and from which a brand selects, the claims by which a desk says which creator of the
 * directory it speaks for, and until when a brand may use a note.
 *
 * As with orders, nobody writes behind the walls: an application stands in the brand's list and on the creator's desk, and a
 * selection moves the brand's money. That is done under the engine's hat, after asking who is calling.
 */
export class Recruitments1764028800041 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      -- When the rights to use a published note end; follows from its terms by the domain.
      alter table cooperation_order add column rights_until timestamptz;
      create index order_rights_of_brand on cooperation_order (workspace_id, rights_until, id) where rights_until is not null;
      create index order_rights_of_desk on cooperation_order (desk_id, rights_until, id) where rights_until is not null;
      create index order_of_note on cooperation_order (note_id) where note_id is not null;

      create table desk_claim (
        id uuid primary key default gen_random_uuid(),
        -- the desk
        workspace_id uuid not null constraint desk_claim_workspace_fk references workspace,
        creator_id uuid not null constraint desk_claim_creator_fk references creator,
        request_key uuid not null,
        words text not null,
        state text not null constraint desk_claim_state_known
          check (state in ('waiting', 'approved', 'refused', 'superseded', 'withdrawn', 'undone')),
        reason text,
        asked_by uuid,
        asked_at timestamptz not null,
        answered_by uuid,
        answered_at timestamptz,
        constraint one_claim_per_request unique (workspace_id, request_key)
      );
      create unique index one_claim_that_waits on desk_claim (workspace_id) where state = 'waiting';
      create index desk_claim_of_desk on desk_claim (workspace_id, asked_at desc, id desc);
      create index desk_claim_that_waits on desk_claim (asked_at, id) where state = 'waiting';
      create index desk_claim_that_holds on desk_claim (answered_at desc, id desc) where state = 'approved';
      create index desk_claim_of_creator on desk_claim (creator_id) where state = 'waiting';

      create table recruitment (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint recruitment_workspace_fk references workspace,
        request_key uuid not null,
        request_hash text not null,
        name text not null,
        brand_name text not null,
        brief text not null,
        category text not null,
        language text not null,
        note_type text not null constraint recruitment_note_type_known check (note_type in ('image', 'video')),
        terms jsonb not null,
        rules jsonb not null,
        requirements jsonb not null,
        quote_least_cents bigint not null constraint recruitment_quote_positive check (quote_least_cents > 0),
        quote_most_cents bigint not null,
        wanted integer not null,
        selected integer not null default 0,
        state text not null constraint recruitment_state_known check (state in ('open', 'selecting', 'closed')),
        closed_because text constraint recruitment_end_known check (closed_because in ('filled', 'by-time', 'by-hand')),
        apply_until timestamptz not null,
        select_until timestamptz not null,
        due_at timestamptz,
        created_by uuid,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        constraint one_recruitment_per_request unique (workspace_id, request_key),
        constraint recruitment_quotes_in_order check (quote_least_cents <= quote_most_cents),
        constraint never_more_than_wanted check (selected between 0 and wanted),
        constraint recruitment_closed_with_reason check ((state = 'closed') = (closed_because is not null)),
        constraint recruitment_due_while_open check ((state = 'closed') = (due_at is null))
      );
      create index recruitment_of_brand on recruitment (workspace_id, changed_at desc, id desc);
      create index recruitment_on_board on recruitment (apply_until, id) where state = 'open';
      create index recruitment_due on recruitment (due_at) where due_at is not null;

      create table recruitment_application (
        id uuid primary key default gen_random_uuid(),
        recruitment_id uuid not null constraint application_recruitment_fk references recruitment,
        workspace_id uuid not null,
        desk_id uuid not null constraint application_desk_fk references workspace,
        creator_id uuid not null constraint application_creator_fk references creator,
        quote_cents bigint not null constraint application_quote_positive check (quote_cents > 0),
        words text not null,
        state text not null constraint application_state_known
          check (state in ('applied', 'shortlisted', 'selected', 'declined', 'withdrawn', 'unselected')),
        answer_words text,
        -- tests of credibility that found something unusual when it was handed in
        unusual text[] not null,
        order_id uuid constraint application_order_fk references cooperation_order,
        version integer not null,
        applied_by uuid,
        answered_by uuid,
        applied_at timestamptz not null,
        changed_at timestamptz not null,
        constraint one_application_per_desk unique (recruitment_id, desk_id),
        constraint selected_has_order check ((state = 'selected') = (order_id is not null))
      );
      create index application_of_recruitment on recruitment_application (recruitment_id, applied_at, id);
      create index application_of_desk on recruitment_application (desk_id, changed_at desc, id desc);
      create index application_of_brand on recruitment_application (workspace_id, applied_at desc);
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
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop table recruitment_application, recruitment, desk_claim;
      drop index order_of_note;
      alter table cooperation_order drop column rights_until;
    `);
  }
}
