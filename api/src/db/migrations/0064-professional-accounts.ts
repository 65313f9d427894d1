import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who a workspace is: the identity that a creator chose, and applications to be verified as a business.
 *
 * What stands on a licence is for the owners of the workspace and the platform. That a workspace is verified is for everybody,
 * which is all that `professional_verified` tells past the walls.
 */
export class ProfessionalAccounts1764028800064 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table professional_account (
        workspace_id uuid constraint professional_account_pkey primary key
          constraint professional_account_workspace_fk references workspace,
        identity text,
        changed_by uuid,
        changed_at timestamptz not null
      );
      create table professional_application (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint professional_application_workspace_fk references workspace,
        request_key uuid not null,
        legal_name text not null,
        credit_code text not null constraint credit_code_has_18_signs check (credit_code ~ '^[0-9A-Z]{18}$'),
        licence_id uuid constraint professional_licence_fk references media,
        contact_name text not null,
        contact_phone text not null,
        -- sent while an earlier one held
        renewal boolean not null,
        state text not null constraint professional_state_known
          check (state in ('submitted', 'verified', 'refused', 'withdrawn', 'suspended', 'replaced')),
        asked_by uuid,
        asked_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        reason text,
        remedy text,
        verified_at timestamptz,
        until timestamptz,
        constraint one_professional_application_per_request unique (workspace_id, request_key),
        constraint verification_has_an_end check ((state in ('verified', 'suspended', 'replaced')) = (until is not null)
          and (until is null) = (verified_at is null)),
        constraint professional_decision_says_why check ((state in ('submitted', 'withdrawn')) = (reason is null)),
        constraint professional_refusal_has_remedy check ((state = 'refused') = (remedy is not null)),
        constraint withdrawn_application_is_forgotten check ((state = 'withdrawn') = (licence_id is null))
      );
      create unique index one_waiting_professional_application on professional_application (workspace_id) where state = 'submitted';
      create unique index one_verification_per_workspace on professional_application (workspace_id)
        where state in ('verified', 'suspended');
      create index professional_application_of_workspace on professional_application (workspace_id, asked_at desc, id desc);
      create index professional_application_waiting on professional_application (asked_at, id) where state = 'submitted';
      create index professional_application_decided on professional_application (decided_at desc, id desc)
        where decided_at is not null;
      create index professional_application_by_code on professional_application (credit_code) where state = 'verified';
    `);
    for (const table of ['professional_account', 'professional_application'])
      await run.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy own_workspace on ${table} for select to poolrise_app using (workspace_id = (select app_workspace()));
        create policy engine on ${table} to poolrise_engine using (true) with check (true);
        create policy owner on ${table} to current_user using (true) with check (true);
        grant select on ${table} to poolrise_app;
        grant select, insert, update on ${table} to poolrise_engine;
      `);
    await run.query(`
      create function professional_verified(asked uuid) returns boolean language sql stable security definer set search_path = public as $$
        select exists (select from professional_application
                        where workspace_id = asked and state = 'verified' and until > now())
      $$;
      grant execute on function professional_verified to poolrise_app, poolrise_engine;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(
      'drop function professional_verified; drop table professional_application, professional_account',
    );
  }
}
