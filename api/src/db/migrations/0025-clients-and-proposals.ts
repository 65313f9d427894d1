import type { MigrationInterface, QueryRunner } from 'typeorm';

const walled = [
  'creator_contact',
  'creator_cooperation',
  'proposal',
  'proposal_version',
  'proposal_item',
  'proposal_link',
  'proposal_answer',
  'proposal_view',
];

/**
 * An agency's clients, its resource pool, and proposals.
 *
 * A client is a workspace of its own, so the walls between clients are the walls that stand between all workspaces. The
 * resource pool stands in the agency's workspace, behind the same walls: no room can reach it by a query of its own.
 */
export class ClientsAndProposals1763856000025 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table workspace
        drop constraint workspace_kind_known,
        add constraint workspace_kind_known check (kind in ('brand', 'agency', 'client', 'creator', 'platform')),
        -- of a client's room: whose client it is
        add column agency_id uuid constraint workspace_agency_fk references workspace,
        add column category text,
        add column brands text[] not null default '{}',
        add constraint client_has_agency check ((kind = 'client') = (agency_id is not null)),
        add constraint one_client_per_name unique (agency_id, name);

      -- Whoever leaves an agency leaves the rooms of its clients, whichever way the membership ended. The rooms are behind
      -- walls that the agency's own transaction cannot look over, so the owner of the tables does it.
      create function leave_client_rooms() returns trigger language plpgsql security definer set search_path = public as $$
      begin
        with gone as (
          delete from member using workspace
          where workspace.agency_id = old.workspace_id and member.workspace_id = workspace.id and member.person_id = old.person_id
          returning member.workspace_id, member.role)
        insert into audit_event (workspace_id, action, subject_id, detail)
        select workspace_id, 'member.removed', old.person_id, jsonb_build_object('role', role, 'why', 'left the agency') from gone;
        return null;
      end $$;
      create trigger member_leaves_client_rooms after delete on member for each row execute function leave_client_rooms();

      -- What a creator asks of an agency, and how far one has come with them.
      create table creator_contact (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint creator_contact_workspace_fk references workspace,
        creator_id uuid not null constraint creator_contact_creator_fk references creator,
        image_cents bigint constraint contact_image_price_not_negative check (image_cents >= 0),
        video_cents bigint constraint contact_video_price_not_negative check (video_cents >= 0),
        rebate_basis_points integer not null constraint contact_rebate_is_a_share check (rebate_basis_points between 0 and 10000),
        state text not null
          constraint contact_state_known check (state in ('none', 'contacted', 'negotiating', 'agreed', 'refused')),
        -- no foreign key: the entry outlives the membership
        owner_id uuid,
        note text not null,
        changed_at timestamptz not null,
        constraint one_contact_per_creator unique (workspace_id, creator_id)
      );
      create index creator_contact_by_change on creator_contact (workspace_id, changed_at desc, id desc);

      create table creator_cooperation (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint creator_cooperation_workspace_fk references workspace,
        contact_id uuid not null constraint creator_cooperation_contact_fk references creator_contact on delete cascade,
        day date not null,
        -- a client of the agency, or the name of somebody who is none
        client_id uuid constraint creator_cooperation_client_fk references workspace,
        client_name text,
        price_cents bigint constraint cooperation_price_not_negative check (price_cents >= 0),
        result text not null,
        written_by uuid not null,
        constraint cooperation_with_one_client check ((client_id is null) <> (client_name is null))
      );
      create index creator_cooperation_of_contact on creator_cooperation (contact_id, day desc, id);

      create table proposal (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint proposal_workspace_fk references workspace,
        name text not null,
        -- the latest that was written, and the latest that the client may see
        version integer not null,
        shared_version integer,
        request_key uuid not null,
        request_hash text not null,
        created_by uuid not null,
        changed_at timestamptz not null,
        constraint one_proposal_per_request unique (workspace_id, request_key),
        constraint shared_is_written check (shared_version <= version)
      );
      create index proposal_by_change on proposal (workspace_id, changed_at desc, id desc);

      -- Never changed after it was written, but for the moment at which it was shared.
      create table proposal_version (
        proposal_id uuid not null constraint proposal_version_proposal_fk references proposal,
        version integer not null,
        workspace_id uuid not null,
        message text not null,
        figures jsonb not null,
        written_by uuid not null,
        written_at timestamptz not null,
        shared_at timestamptz,
        constraint one_proposal_version primary key (proposal_id, version)
      );

      -- A creator as they stood when the version was written. No foreign key to them: what was proposed outlives them.
      create table proposal_item (
        id uuid primary key default gen_random_uuid(),
        proposal_id uuid not null,
        version integer not null,
        workspace_id uuid not null,
        position integer not null,
        creator_id uuid not null,
        kind text not null constraint proposal_item_kind_known check (kind in ('image', 'video')),
        notes integer not null constraint proposal_item_has_notes check (notes > 0),
        price_cents bigint not null constraint proposal_price_not_negative check (price_cents >= 0),
        note text not null,
        snapshot jsonb not null,
        forecast jsonb,
        constraint proposal_item_version_fk foreign key (proposal_id, version) references proposal_version,
        constraint one_item_per_place unique (proposal_id, version, position),
        constraint one_item_per_creator_and_kind unique (proposal_id, version, creator_id, kind)
      );
      create index proposal_item_of_creator on proposal_item (creator_id);

      create table proposal_link (
        id uuid primary key default gen_random_uuid(),
        proposal_id uuid not null constraint proposal_link_proposal_fk references proposal,
        workspace_id uuid not null,
        token_hash bytea not null constraint one_link_per_token unique,
        password_hash text,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        created_by uuid not null,
        created_at timestamptz not null
      );
      create index proposal_link_of_proposal on proposal_link (proposal_id, created_at desc);

      -- What clients said. The last verdict about an item is what counts; nothing is ever taken back, only answered again.
      create table proposal_answer (
        id uuid primary key default gen_random_uuid(),
        proposal_id uuid not null,
        version integer not null,
        workspace_id uuid not null,
        -- null: about the whole
        item_id uuid constraint proposal_answer_item_fk references proposal_item,
        link_id uuid not null constraint proposal_answer_link_fk references proposal_link,
        verdict text constraint proposal_verdict_known check (verdict in ('approve', 'reject', 'replace')),
        comment text not null,
        name text not null,
        at timestamptz not null,
        -- the answer to an earlier version that this one repeats, since nothing changed there
        carried_from uuid,
        constraint proposal_answer_version_fk foreign key (proposal_id, version) references proposal_version,
        constraint answer_says_something check (verdict is not null or comment <> ''),
        constraint verdict_is_about_an_item check (verdict is null or item_id is not null)
      );
      create index proposal_answer_of_version on proposal_answer (proposal_id, version, at);

      -- A visitor counts once an hour; who they are is a hash that differs from link to link.
      create table proposal_view (
        link_id uuid not null constraint proposal_view_link_fk references proposal_link,
        visitor bytea not null,
        hour timestamptz not null,
        workspace_id uuid not null,
        constraint one_view_per_visitor_and_hour primary key (link_id, visitor, hour)
      );

      grant select, insert, update, delete on ${walled.join(', ')} to poolrise_app, poolrise_engine;
      revoke delete on proposal, proposal_link from poolrise_app, poolrise_engine;
      revoke update, delete on proposal_version, proposal_item, proposal_answer, proposal_view from poolrise_app, poolrise_engine;
      grant update (shared_at) on proposal_version to poolrise_app, poolrise_engine;
    `);
    for (const table of walled)
      await run.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy own_workspace on ${table} to poolrise_app
          using (workspace_id = (select app_workspace())) with check (workspace_id = (select app_workspace()));
        create policy engine on ${table} to poolrise_engine using (true) with check (true);
        create policy owner on ${table} to current_user using (true) with check (true);
      `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop table ${[...walled].reverse().join(', ')};
      drop trigger member_leaves_client_rooms on member;
      drop function leave_client_rooms;
      alter table workspace
        drop constraint one_client_per_name, drop constraint client_has_agency, drop constraint workspace_kind_known,
        add constraint workspace_kind_known check (kind in ('brand', 'agency', 'creator', 'platform')),
        drop column agency_id, drop column category, drop column brands;
    `);
  }
}
