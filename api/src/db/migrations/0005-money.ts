import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger, vouchers and boosts. Cents are integers; the database itself refuses a journal that does not balance. */
export class Money1763856000005 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table ledger_account (
        workspace_id uuid not null constraint ledger_account_workspace_fk references workspace,
        name text not null constraint ledger_account_known
          check (name in ('cash', 'voucher', 'reserved', 'spent', 'topup', 'issued', 'expired')),
        balance_cents bigint not null default 0,
        constraint one_account_per_name primary key (workspace_id, name),
        -- topup and issued are where value comes from: they mirror the outside world and run below zero.
        constraint balance_never_negative check (balance_cents >= 0 or name in ('topup', 'issued'))
      );

      create table ledger_transaction (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint ledger_transaction_workspace_fk references workspace,
        kind text not null,
        request_key uuid,
        request_hash text,
        boost_id uuid,
        voucher_id uuid,
        subject text not null default '',
        person_id uuid,
        at timestamptz not null,
        sequence bigint generated always as identity,
        cash_after_cents bigint not null default 0,
        constraint one_transaction_per_request unique (workspace_id, request_key)
      );
      create index ledger_transaction_of_workspace on ledger_transaction (workspace_id, sequence desc);
      create index ledger_transaction_of_boost on ledger_transaction (boost_id) where boost_id is not null;
      create index ledger_transaction_of_voucher on ledger_transaction (voucher_id) where voucher_id is not null;

      create table ledger_entry (
        transaction_id uuid not null constraint ledger_entry_transaction_fk references ledger_transaction,
        workspace_id uuid not null,
        account text not null,
        cents bigint not null constraint entry_not_zero check (cents <> 0),
        constraint one_entry_per_account primary key (transaction_id, account),
        constraint ledger_entry_account_fk foreign key (workspace_id, account) references ledger_account (workspace_id, name)
      );
      create index ledger_entry_of_account on ledger_entry (workspace_id, account);

      -- Entries move the balance; nobody else may.
      create function ledger_entry_moves_balance() returns trigger language plpgsql
        security definer set search_path = public as $$
      begin
        update ledger_account set balance_cents = balance_cents + new.cents
          where workspace_id = new.workspace_id and name = new.account;
        return new;
      end $$;
      create trigger moves_balance after insert on ledger_entry for each row execute function ledger_entry_moves_balance();

      create function ledger_is_append_only() returns trigger language plpgsql as $$
      begin raise exception 'the journal is append only' using errcode = 'restrict_violation'; end $$;
      create trigger append_only before update or delete on ledger_entry for each row execute function ledger_is_append_only();

      -- The same question the domain asked before posting, asked again by the database at commit.
      create function ledger_transaction_balances() returns trigger language plpgsql as $$
      declare total bigint; legs integer;
      begin
        select coalesce(sum(cents), 0), count(*) into total, legs from ledger_entry where transaction_id = new.transaction_id;
        if total <> 0 or legs < 2 then
          raise exception 'ledger transaction % has % legs that sum to % cents', new.transaction_id, legs, total
            using errcode = 'check_violation', constraint = 'journal_balances';
        end if;
        return null;
      end $$;
      create constraint trigger journal_balances after insert on ledger_entry
        deferrable initially deferred for each row execute function ledger_transaction_balances();

      create table voucher (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint voucher_workspace_fk references workspace,
        name text not null,
        kind text not null constraint voucher_kind_known check (kind in ('fixed', 'ratio', 'traffic')),
        face_cents bigint not null default 0 constraint face_not_negative check (face_cents >= 0),
        remaining_cents bigint not null default 0,
        ratio_basis_points integer not null default 0 constraint ratio_in_range check (ratio_basis_points between 0 and 10000),
        impressions integer not null default 0 constraint voucher_impressions_not_negative check (impressions >= 0),
        minimum_budget_cents bigint not null default 0,
        stackable boolean not null default false,
        categories text[] not null default '{}',
        valid_from timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        revoked_at timestamptz,
        lapsed_at timestamptz,
        granted_by text not null,
        constraint voucher_remaining_in_range check (remaining_cents between 0 and face_cents)
      );
      create index voucher_of_workspace on voucher (workspace_id, expires_at, id);
      create index voucher_to_lapse on voucher (expires_at) where lapsed_at is null;

      create table boost (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint boost_workspace_fk references workspace,
        note_id uuid not null constraint boost_note_fk references note,
        request_key uuid not null,
        request_hash text not null,
        goal text not null,
        budget_cents bigint not null constraint budget_positive check (budget_cents > 0),
        voucher_cents bigint not null,
        wallet_cents bigint not null,
        cents_per_thousand integer not null,
        planned_impressions integer not null,
        audience jsonb not null,
        state text not null constraint boost_state_known check (state in ('scheduled', 'running', 'completed', 'stopped')),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        launched_by uuid,
        launched_at timestamptz not null,
        ended_at timestamptz,
        delivered_impressions integer not null default 0,
        spent_cents bigint not null default 0,
        voucher_spent_cents bigint not null default 0,
        refunded_cents bigint not null default 0,
        lapsed_cents bigint not null default 0,
        next_settle_at timestamptz,
        constraint one_boost_per_request unique (workspace_id, request_key),
        constraint budget_is_split check (voucher_cents >= 0 and wallet_cents >= 0 and voucher_cents + wallet_cents = budget_cents),
        constraint never_more_than_reserved check (spent_cents + refunded_cents + lapsed_cents <= budget_cents)
      ) with (fillfactor = 80);
      create index boost_of_workspace on boost (workspace_id, launched_at desc, id);
      create index boost_of_note on boost (note_id);
      create index boost_to_settle on boost (next_settle_at) where next_settle_at is not null;

      create table boost_voucher (
        boost_id uuid not null constraint boost_voucher_boost_fk references boost,
        voucher_id uuid not null constraint boost_voucher_voucher_fk references voucher,
        workspace_id uuid not null,
        position smallint not null,
        reserved_cents bigint not null,
        spent_cents bigint not null default 0,
        returned_cents bigint not null default 0,
        lapsed_cents bigint not null default 0,
        impressions integer not null default 0,
        constraint one_use_per_boost primary key (boost_id, voucher_id),
        constraint voucher_use_adds_up check (spent_cents + returned_cents + lapsed_cents <= reserved_cents)
      );
      create index boost_voucher_of_voucher on boost_voucher (voucher_id);

      create table boost_hour (
        boost_id uuid not null,
        workspace_id uuid not null,
        hour timestamptz not null,
        impressions integer not null default 0,
        clicks integer not null default 0,
        likes integer not null default 0,
        collects integer not null default 0,
        follows integer not null default 0,
        constraint boost_hour_pkey primary key (boost_id, hour)
      );
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop table boost_hour, boost_voucher, boost, voucher, ledger_entry, ledger_transaction, ledger_account;
      drop function ledger_entry_moves_balance(); drop function ledger_is_append_only(); drop function ledger_transaction_balances();
    `);
  }
}
