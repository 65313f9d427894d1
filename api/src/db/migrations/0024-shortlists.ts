import type { MigrationInterface, QueryRunner } from 'typeorm';

const tenantTables = ['creator_list', 'creator_list_entry', 'creator_mark', 'saved_creator_search'];

/** What a workspace keeps about creators: lists, marks and searches. The directory itself stays everybody's. */
export class Shortlists1763856000024 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table creator_list (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint creator_list_workspace_fk references workspace on delete cascade,
        name text not null,
        purpose text not null default '',
        created_by uuid not null,
        created_at timestamptz not null default now(),
        constraint one_list_per_name unique (workspace_id, name),
        -- an entry points at a list of its own workspace, which no policy would check
        constraint list_in_workspace unique (workspace_id, id)
      );
      create index creator_list_by_time on creator_list (workspace_id, created_at desc, id desc);

      create table creator_list_entry (
        list_id uuid not null,
        creator_id uuid not null constraint list_entry_creator_fk references creator,
        workspace_id uuid not null,
        note text not null default '' constraint list_entry_note_length check (char_length(note) <= 500),
        tags text[] not null default '{}' constraint list_entry_tags_few check (cardinality(tags) <= 10),
        added_by uuid not null,
        added_at timestamptz not null default now(),
        primary key (list_id, creator_id),
        constraint list_entry_list_fk foreign key (workspace_id, list_id) references creator_list (workspace_id, id) on delete cascade
      );
      create index list_entry_by_time on creator_list_entry (list_id, added_at desc, creator_id desc);
      create index list_entry_of_creator on creator_list_entry (workspace_id, creator_id);

      create table creator_mark (
        workspace_id uuid not null constraint creator_mark_workspace_fk references workspace on delete cascade,
        creator_id uuid not null constraint creator_mark_creator_fk references creator,
        favourite boolean not null default false,
        -- null: not on the blacklist
        blacklisted_reason text constraint blacklist_reason_given check (char_length(blacklisted_reason) between 1 and 200),
        note text not null default '' constraint creator_mark_note_length check (char_length(note) <= 500),
        tags text[] not null default '{}' constraint creator_mark_tags_few check (cardinality(tags) <= 10),
        changed_by uuid not null,
        changed_at timestamptz not null,
        primary key (workspace_id, creator_id)
      );
      create index creator_mark_by_time on creator_mark (workspace_id, changed_at desc, creator_id desc);
      create index creator_mark_blacklisted on creator_mark (workspace_id, creator_id) where blacklisted_reason is not null;

      create table saved_creator_search (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint saved_search_workspace_fk references workspace on delete cascade,
        person_id uuid not null constraint saved_search_person_fk references person on delete cascade,
        name text not null,
        -- as it stands in the address
        query text not null,
        shared boolean not null default false,
        -- who fitted when the owner last looked; null: nobody has looked yet, or more fitted than are remembered
        seen_ids uuid[],
        last_seen_at timestamptz not null default now(),
        created_at timestamptz not null default now(),
        constraint one_saved_search_per_name unique (workspace_id, person_id, name)
      );
      create index saved_search_by_time on saved_creator_search (workspace_id, created_at desc, id desc);

      -- Look-alikes walk from a creator up and down by followers within the main category.
      create index creator_by_main_category on creator ((categories[1]), followers) where deleted_at is null;
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
    await run.query('drop index creator_by_main_category;');
    for (const table of [...tenantTables].reverse()) await run.query(`drop table ${table};`);
  }
}
