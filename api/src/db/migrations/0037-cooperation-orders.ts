import type { MigrationInterface, QueryRunner } from 'typeorm';

const walled = ['cooperation_order', 'order_step', 'order_draft', 'order_comment'];

/**
 * Cooperation orders between a brand and a creator's desk.
 *
 * An order has two sides, and each of its rows names both: `workspace_id` is the brand that ordered, `desk_id` the creator's
 * desk. Both may read. Nobody writes behind the walls, since a move of one side moves the money of the other: that is done
 * under the engine's hat, after asking who is calling.
 */
export class CooperationOrders1764028800037 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      -- whose desk it is: who is asked here when a brand invites this creator
      alter table workspace
        add column creator_id uuid constraint workspace_creator_fk references creator,
        add constraint desk_of_creator check (creator_id is null or kind = 'creator'),
        add constraint one_desk_per_creator unique (creator_id);

      alter table ledger_account
        drop constraint ledger_account_known,
        add constraint ledger_account_known check (
          name in ('cash', 'voucher', 'reserved', 'spent', 'topup', 'issued', 'expired', 'earned', 'fees')),
        drop constraint balance_never_negative,
        -- earned mirrors what cooperation orders paid: it comes from outside the workspace and runs below zero.
        add constraint balance_never_negative check (balance_cents >= 0 or name in ('topup', 'issued', 'earned'));
      alter table ledger_transaction add column order_id uuid;
      create index ledger_transaction_of_order on ledger_transaction (order_id) where order_id is not null;

      create table cooperation_order (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint cooperation_order_workspace_fk references workspace,
        desk_id uuid not null constraint cooperation_order_desk_fk references workspace,
        creator_id uuid not null constraint cooperation_order_creator_fk references creator,
        request_key uuid not null,
        request_hash text not null,
        mode text not null constraint order_mode_known check (mode in ('custom', 'recruitment', 'co-creation')),
        name text not null,
        brand_name text not null,
        brief text not null,
        category text not null,
        language text not null,
        state text not null,
        since timestamptz not null,
        terms jsonb not null,
        rules jsonb not null,
        offer jsonb not null,
        quote_cents bigint not null constraint order_quote_positive check (quote_cents > 0),
        brand_fee_cents bigint not null,
        effect_fee_cents bigint not null,
        creator_fee_cents bigint not null,
        held_cents bigint not null constraint order_hold_not_negative check (held_cents >= 0),
        rejections integer not null default 0,
        drafted_once boolean not null default false,
        published_at timestamptz,
        request jsonb,
        may_remove boolean not null default false,
        disputed jsonb,
        waits_for text,
        due_at timestamptz,
        note_id uuid constraint cooperation_order_note_fk references note,
        payment jsonb,
        version integer not null,
        created_by uuid,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        constraint one_order_per_request unique (workspace_id, request_key),
        constraint order_fees_not_negative check (brand_fee_cents >= 0 and effect_fee_cents >= 0 and creator_fee_cents between 0 and quote_cents),
        constraint ended_order_holds_nothing check (
          held_cents = 0 or state not in ('settled', 'declined', 'withdrawn', 'expired', 'cancelled', 'resolved'))
      );
      create index order_of_brand on cooperation_order (workspace_id, changed_at desc, id desc);
      create index order_of_desk on cooperation_order (desk_id, changed_at desc, id desc);
      create index order_due on cooperation_order (due_at) where due_at is not null;
      create index order_for_platform on cooperation_order (since, id) where waits_for = 'platform';

      -- What happened to an order. Written once.
      create table order_step (
        order_id uuid not null constraint order_step_order_fk references cooperation_order,
        number integer not null,
        workspace_id uuid not null,
        desk_id uuid not null,
        at timestamptz not null,
        actor text not null constraint order_actor_known check (actor in ('brand', 'creator', 'platform', 'clock')),
        person_id uuid,
        kind text not null,
        words text not null,
        detail jsonb not null,
        state text not null,
        request_key uuid,
        request_hash text,
        constraint one_step_per_number primary key (order_id, number),
        constraint one_step_per_request unique (order_id, request_key)
      );

      create table order_draft (
        order_id uuid not null constraint order_draft_order_fk references cooperation_order,
        version integer not null,
        workspace_id uuid not null,
        desk_id uuid not null,
        kind text not null constraint draft_kind_known check (kind in ('outline', 'draft')),
        title text not null,
        body text not null,
        topics text[] not null,
        person_id uuid,
        at timestamptz not null,
        answer text constraint draft_answer_known check (answer in ('approved', 'sent-back', 'audit-failed', 'silent-approval')),
        constraint one_draft_per_version primary key (order_id, version)
      );

      create table order_comment (
        id uuid primary key default gen_random_uuid(),
        order_id uuid not null,
        draft_version integer not null,
        workspace_id uuid not null,
        desk_id uuid not null,
        side text not null constraint comment_side_known check (side in ('brand', 'creator', 'platform')),
        person_id uuid,
        anchor jsonb,
        quoted text,
        words text not null,
        at timestamptz not null,
        request_key uuid not null,
        constraint order_comment_draft_fk foreign key (order_id, draft_version) references order_draft,
        constraint one_comment_per_request unique (order_id, request_key)
      );
      create index order_comment_of_draft on order_comment (order_id, draft_version, at);
    `);
    for (const table of walled)
      await run.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy either_side on ${table} for select to poolrise_app
          using ((select app_workspace()) in (workspace_id, desk_id));
        create policy engine on ${table} to poolrise_engine using (true) with check (true);
        create policy owner on ${table} to current_user using (true) with check (true);
        grant select on ${table} to poolrise_app;
        grant select, insert, update on ${table} to poolrise_engine;
      `);
    await run.query(`revoke update, delete on order_step, order_comment from poolrise_engine`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop table order_comment, order_draft, order_step, cooperation_order;
      alter table ledger_transaction drop column order_id;
      alter table ledger_account
        drop constraint ledger_account_known,
        add constraint ledger_account_known check (name in ('cash', 'voucher', 'reserved', 'spent', 'topup', 'issued', 'expired')),
        drop constraint balance_never_negative,
        add constraint balance_never_negative check (balance_cents >= 0 or name in ('topup', 'issued'));
      alter table workspace drop column creator_id;
    `);
  }
}
