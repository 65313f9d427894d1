import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What creators write and choose of their media kits, the links that they send to brands, and how often those are opened.
 *
 * No figure stands here: a kit is counted anew whenever somebody looks, so that none of them can be prettied up.
 */
export class MediaKits1764028800065 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table media_kit (
        -- the desk; it speaks for one creator at most, and for whom is asked when the kit is read
        workspace_id uuid constraint media_kit_pkey primary key constraint media_kit_workspace_fk references workspace on delete cascade,
        version integer not null default 0,
        language text not null default 'both' constraint media_kit_language_known check (language in ('zh', 'en', 'both')),
        intro_zh text not null default '',
        intro_en text not null default '',
        included_zh text not null default '',
        included_en text not null default '',
        sections text[] not null default '{figures,audience,notes,rates,service}',
        -- no foreign keys: a note that is gone, or did not stay passed, is left out
        note_ids uuid[] not null default '{}',
        -- null: the usual ones of the day
        terms jsonb,
        visible boolean not null default false,
        saved_by uuid,
        -- null: only its row was made
        saved_at timestamptz,
        constraint saved_media_kit_has_time check ((version = 0) = (saved_at is null))
      );

      create table media_kit_link (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint media_kit_link_kit_fk references media_kit on delete cascade,
        token_hash bytea not null constraint one_media_kit_link_per_token unique,
        password_hash text,
        expires_at timestamptz not null,
        created_by uuid not null,
        created_at timestamptz not null,
        revoked_at timestamptz,
        last_viewed_at timestamptz
      );
      create index media_kit_link_of_kit on media_kit_link (workspace_id, created_at desc);

      -- Counts and nothing else: who came is not kept, not even as a hash.
      create table media_kit_visit (
        link_id uuid not null constraint media_kit_visit_link_fk references media_kit_link on delete cascade,
        -- in Shanghai
        day date not null,
        workspace_id uuid not null,
        visits integer not null constraint media_kit_visits_positive check (visits > 0),
        constraint media_kit_visit_pkey primary key (link_id, day)
      );
    `);
    for (const table of tables)
      await run.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy own_workspace on ${table} to poolrise_app
          using (workspace_id = (select app_workspace())) with check (workspace_id = (select app_workspace()));
        create policy engine on ${table} to poolrise_engine using (true) with check (true);
        create policy owner on ${table} to current_user using (true) with check (true);
        revoke all on ${table} from poolrise_app;
        grant select, insert, update on ${table} to poolrise_app;
        grant select on ${table} to poolrise_engine;
      `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table media_kit_visit, media_kit_link, media_kit');
  }
}

const tables = ['media_kit', 'media_kit_link', 'media_kit_visit'];
