import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Notes that creators write at their own desks, and what such notes carry: a label for what a machine made, and links to buy.
 *
 * The row of a draft is the promise that it publishes itself: its state changes in the transaction that writes the note, so that
 * whatever dies in between leaves either a scheduled draft or a published note, and never both or neither.
 */
export class NoteDrafts1764028800058 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table media add column ai_marked boolean not null default false;
      alter table note
        add column ai_label text not null default 'none'
          constraint note_ai_label_known check (ai_label in ('none', 'assisted', 'generated')),
        add column products jsonb not null default '[]';

      create table note_draft (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint note_draft_workspace_fk references workspace,
        request_key uuid not null,
        type text not null constraint note_draft_type_known check (type in ('image', 'video', 'text')),
        title text not null,
        body text not null,
        topics text[] not null,
        category text not null,
        language text not null constraint note_draft_language_known check (language in ('zh', 'en')),
        disclosure text not null,
        ai_label text not null constraint note_draft_ai_label_known check (ai_label in ('none', 'assisted', 'generated')),
        products jsonb not null,
        -- uploads in their order; they are attached as soon as a draft names them, and so never swept
        media_ids uuid[] not null,
        cover_id uuid constraint note_draft_cover_fk references media,
        weekly_topic_id uuid,
        version integer not null default 1,
        state text not null default 'draft'
          constraint note_draft_state_known check (state in ('draft', 'scheduled', 'published')),
        scheduled_for timestamptz,
        failed_at timestamptz,
        failure_code text,
        failure_detail text,
        publish_key uuid,
        note_id uuid constraint note_draft_note_fk references note,
        published_at timestamptz,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        -- no foreign key: the draft outlives the person
        changed_by uuid,
        constraint one_note_draft_per_request unique (workspace_id, request_key),
        constraint scheduled_draft_has_time check ((state = 'scheduled') = (scheduled_for is not null)),
        constraint published_draft_has_note
          check ((state = 'published') = (note_id is not null) and (note_id is null) = (published_at is null)),
        constraint failed_draft_says_why
          check ((failed_at is null) = (failure_code is null) and (failed_at is null) = (failure_detail is null))
      );
      create unique index one_draft_per_note on note_draft (note_id) where note_id is not null;
      create index note_draft_by_change on note_draft (workspace_id, state, changed_at, id);
      create index note_draft_due on note_draft (scheduled_for) where state = 'scheduled';
      alter table note_draft enable row level security;
      alter table note_draft force row level security;
      create policy own_workspace on note_draft to poolrise_app
        using (workspace_id = (select app_workspace())) with check (workspace_id = (select app_workspace()));
      create policy engine on note_draft to poolrise_engine using (true) with check (true);
      create policy owner on note_draft to current_user using (true) with check (true);
      grant select, insert, update, delete on note_draft to poolrise_app, poolrise_engine;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop table note_draft;
      alter table note drop column ai_label, drop column products;
      alter table media drop column ai_marked;
    `);
  }
}
