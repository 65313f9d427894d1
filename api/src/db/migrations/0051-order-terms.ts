import type { MigrationInterface, QueryRunner } from 'typeorm';

const tenantTables = ['brief_template', 'brief_template_version'];

/** Longer rights to use a note, briefs that are kept to be used again, and why vouchers were granted and taken back. */
export class OrderTerms1764028800051 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table cooperation_order
        -- a wish for longer rights that waits for an answer, and those that were paid
        add column extension jsonb,
        add column extensions jsonb not null default '[]',
        add constraint extension_hold_not_negative check ((extension ->> 'heldCents')::bigint >= 0);

      alter table voucher
        add column granted_at timestamptz,
        add column grant_reason text,
        add column revoke_reason text,
        add column revoked_by uuid;
      -- the platform's desk reads the vouchers of everybody in this order
      create index voucher_by_expiry on voucher (expires_at desc, id desc);

      create table brief_template (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint brief_template_workspace_fk references workspace on delete cascade,
        name text not null,
        version integer not null,
        content jsonb not null,
        request_key uuid not null,
        request_hash text not null,
        changed_by uuid,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        constraint one_template_per_name unique (workspace_id, name),
        constraint one_template_per_request unique (workspace_id, request_key),
        -- a version points at a template of its own workspace, which no policy would check
        constraint template_in_workspace unique (workspace_id, id)
      );
      create index brief_template_by_time on brief_template (workspace_id, changed_at desc, id desc);

      create table brief_template_version (
        template_id uuid not null,
        version integer not null,
        workspace_id uuid not null,
        name text not null,
        content jsonb not null,
        person_id uuid,
        at timestamptz not null,
        constraint one_template_version primary key (template_id, version),
        constraint template_version_fk foreign key (workspace_id, template_id)
          references brief_template (workspace_id, id) on delete cascade
      );
    `);
    for (const table of tenantTables)
      await run.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy own_workspace on ${table} to poolrise_app
          using (workspace_id = (select app_workspace())) with check (workspace_id = (select app_workspace()));
        create policy engine on ${table} to poolrise_engine using (true) with check (true);
        create policy owner on ${table} to current_user using (true) with check (true);
        grant select, insert, update, delete on ${table} to poolrise_app, poolrise_engine;
      `);
  }

  async down(run: QueryRunner): Promise<void> {
    for (const table of [...tenantTables].reverse()) await run.query(`drop table ${table};`);
    await run.query(`
      drop index voucher_by_expiry;
      alter table voucher
        drop column granted_at, drop column grant_reason, drop column revoke_reason, drop column revoked_by;
      alter table cooperation_order drop column extension, drop column extensions;
    `);
  }
}
