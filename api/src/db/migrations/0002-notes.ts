import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Creators are a public directory; notes belong to the workspace that markets them. */
export class Notes1763856000002 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create extension if not exists pg_trgm;

      create table creator (
        id uuid primary key default gen_random_uuid(),
        name text not null,
        red_id text not null constraint one_creator_per_red_id unique,
        followers integer not null constraint followers_not_negative check (followers >= 0),
        gender text not null,
        city_tier text not null,
        categories text[] not null,
        created_at timestamptz not null default now()
      );
      create index creator_name_part on creator using gin (name gin_trgm_ops);

      create table note (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint note_workspace_fk references workspace,
        creator_id uuid not null constraint note_creator_fk references creator,
        request_key uuid not null,
        type text not null constraint note_type_known check (type in ('image', 'video', 'text')),
        title text not null,
        body text not null,
        topics text[] not null,
        category text not null,
        peer_group text,
        language text not null constraint note_language_known check (language in ('zh', 'en')),
        disclosure text not null,
        cover_hue smallint not null,
        keywords text[] not null,
        keyword_weights real[] not null,
        audit_state text not null constraint note_audit_known
          check (audit_state in ('pending', 'passed', 'limited', 'rejected', 'human_review')),
        audit_due_at timestamptz,
        state text not null constraint note_state_known
          check (state in ('pending', 'climbing', 'stopped', 'limited', 'rejected')),
        level smallint not null default 0,
        published_at timestamptz not null,
        constraint one_note_per_request unique (workspace_id, request_key),
        constraint keyword_has_weight check (cardinality(keywords) = cardinality(keyword_weights))
      );
      create index note_of_workspace on note (workspace_id, published_at desc, id);
      create index note_in_motion on note (state, published_at desc);
      create index note_audit_due on note (audit_due_at) where audit_due_at is not null;

      -- Words by the same segmentation as the queries'; apart from the note so that its row stays narrow.
      create table note_search (
        note_id uuid constraint note_search_pkey primary key constraint note_search_note_fk references note on delete cascade,
        workspace_id uuid not null,
        words tsvector not null
      );
      create index note_search_words on note_search using gin (words);
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`drop table note_search, note, creator`);
  }
}
