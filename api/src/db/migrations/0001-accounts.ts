import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Workspaces, people, sign-in; and the two database roles the application wears. */
export class Accounts1763856000001 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      -- The workspace the current transaction speaks for; null (so: no row at all) when nobody said.
      create function app_workspace() returns uuid language sql stable parallel safe as
        $$ select nullif(current_setting('app.workspace', true), '')::uuid $$;
      create function app_person() returns uuid language sql stable parallel safe as
        $$ select nullif(current_setting('app.person', true), '')::uuid $$;

      -- One row: the secret that signs impression tokens, and whether this installation is a demo.
      create table installation (
        only_one boolean constraint installation_pkey primary key default true constraint one_installation check (only_one),
        token_secret bytea not null,
        demo boolean not null default false,
        created_at timestamptz not null default now()
      );

      create table workspace (
        id uuid primary key default gen_random_uuid(),
        kind text not null constraint workspace_kind_known check (kind in ('brand', 'agency', 'creator', 'platform')),
        name text not null,
        created_at timestamptz not null default now()
      );

      create table person (
        id uuid primary key default gen_random_uuid(),
        email text not null constraint one_person_per_email unique
          constraint email_lower_case check (email = lower(email)),
        name text not null,
        password_hash text not null,
        created_at timestamptz not null default now()
      );

      create table member (
        workspace_id uuid not null constraint member_workspace_fk references workspace,
        person_id uuid not null constraint member_person_fk references person,
        role text not null constraint member_role_known
          check (role in ('owner', 'marketer', 'analyst', 'finance', 'client_viewer', 'creator', 'operator')),
        notices_seen_at timestamptz,
        joined_at timestamptz not null default now(),
        constraint one_membership_per_person primary key (workspace_id, person_id)
      );
      create index member_of_person on member (person_id);

      -- Opaque random ids in a cookie; only their hash is kept. Belongs to a person, not to a workspace.
      create table session (
        id_hash bytea constraint session_pkey primary key,
        person_id uuid not null constraint session_person_fk references person on delete cascade,
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        expires_at timestamptz not null,
        user_agent text not null default ''
      );
      create index session_of_person on session (person_id);

      create table sign_in_attempt (
        subject text constraint sign_in_attempt_pkey primary key,
        failures integer not null,
        window_started_at timestamptz not null
      );

      create table api_key (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint api_key_workspace_fk references workspace,
        name text not null,
        prefix text not null,
        secret_hash bytea not null,
        scopes text[] not null,
        created_at timestamptz not null default now(),
        last_used_at timestamptz,
        expires_at timestamptz,
        revoked_at timestamptz
      );
      create index api_key_of_workspace on api_key (workspace_id, created_at desc, id);

      create table audit_event (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint audit_event_workspace_fk references workspace,
        person_id uuid,
        action text not null,
        subject_id uuid,
        detail jsonb not null default '{}',
        at timestamptz not null default now()
      );
      create index audit_event_of_workspace on audit_event (workspace_id, at desc, id);
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop table audit_event, api_key, sign_in_attempt, session, member, person, workspace, installation;
      drop function app_workspace(); drop function app_person();
    `);
  }
}
