import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invitations, who founded a workspace, and the addresses from which a person is known to sign in. */
export class WhoBelongs1763856000008 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      -- By e-mail and not by person: whether there is such a person is none of the workspace's business yet.
      create table invitation (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint invitation_workspace_fk references workspace,
        email text not null constraint invitation_email_lower_case check (email = lower(email)),
        name text not null,
        role text not null constraint invitation_role_known
          check (role in ('owner', 'marketer', 'analyst', 'finance', 'client_viewer', 'creator', 'operator')),
        password_hash text not null,
        invited_by uuid not null constraint invitation_person_fk references person,
        invited_at timestamptz not null default now(),
        constraint one_invitation_per_email unique (workspace_id, email)
      );
      create index invitation_of_email on invitation (email);
      alter table invitation enable row level security;
      alter table invitation force row level security;
      create policy own_workspace on invitation to poolrise_app
        using (workspace_id = (select app_workspace())) with check (workspace_id = (select app_workspace()));
      create policy engine on invitation to poolrise_engine using (true) with check (true);
      create policy owner on invitation to current_user using (true) with check (true);
      grant select (id, workspace_id, email, name, role, invited_by, invited_at), insert, delete on invitation to poolrise_app;
      grant select, insert, delete on invitation to poolrise_engine;

      -- Null: the demo, or a workspace from before anybody could found one.
      alter table workspace add founded_by uuid constraint workspace_founder_fk references person;
      create index workspace_of_founder on workspace (founded_by);

      create table familiar_address (
        person_id uuid not null constraint familiar_address_person_fk references person on delete cascade,
        address text not null,
        signed_in_at timestamptz not null,
        constraint familiar_address_pkey primary key (person_id, address)
      );
      grant select, insert, update, delete on familiar_address to poolrise_engine;

      -- A desk of a creator had nobody who could let others in: whoever came first owns it.
      update member set role = 'owner' from (
        select distinct on (workspace_id) workspace_id, person_id
        from member join workspace on workspace.id = workspace_id and workspace.kind = 'creator'
        where not exists (select from member as owner where owner.workspace_id = workspace.id and owner.role = 'owner')
        order by workspace_id, joined_at, person_id
      ) as first
      where member.workspace_id = first.workspace_id and member.person_id = first.person_id;
    `);
  }

  /** Owners stay owners: who was one before is not remembered. */
  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop table familiar_address, invitation;
      alter table workspace drop column founded_by;
    `);
  }
}
