import type { MigrationInterface, QueryRunner } from 'typeorm';

const walled = ['order_draft_media', 'note_media'];

/**
 * Uploaded pictures and videos, what drafts and notes hold of them, and which of them covers a note.
 *
 * A row is the promise that a file is there: it is written before the file, says with `stored_at` that the file has arrived,
 * and is taken away after the file. Whatever dies in between leaves a row that is swept a day later.
 */
export class Media1764028800050 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table media (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint media_workspace_fk references workspace,
        kind text not null constraint media_kind_known check (kind in ('image', 'video')),
        -- of the file as it was sent: what makes two uploads one
        sha256 bytea not null,
        -- where it lies in the store; a copy in another workspace lies in the same place
        place text not null,
        content_type text not null,
        bytes bigint not null,
        width integer not null,
        height integer not null,
        duration_ms integer,
        color text not null,
        uploaded_by uuid,
        uploaded_at timestamptz not null,
        stored_at timestamptz,
        attached_at timestamptz,
        constraint one_media_per_content unique (workspace_id, sha256),
        constraint media_duration_of_video check ((kind = 'video') = (duration_ms is not null)),
        constraint attached_media_is_stored check (attached_at is null or stored_at is not null)
      );
      create index media_unattached on media (uploaded_at) where attached_at is null;
      alter table media enable row level security;
      alter table media force row level security;
      create policy own_workspace on media to poolrise_app
        using (workspace_id = (select app_workspace())) with check (workspace_id = (select app_workspace()));
      create policy engine on media to poolrise_engine using (true) with check (true);
      create policy owner on media to current_user using (true) with check (true);
      grant select, insert, update on media to poolrise_app;
      grant select, insert, update, delete on media to poolrise_engine;

      alter table order_draft add column cover_id uuid constraint order_draft_cover_fk references media;
      create table order_draft_media (
        order_id uuid not null,
        version integer not null,
        place smallint not null,
        workspace_id uuid not null,
        desk_id uuid not null,
        media_id uuid not null constraint order_draft_media_fk references media,
        constraint order_draft_media_draft_fk foreign key (order_id, version) references order_draft,
        constraint one_media_per_place_of_draft primary key (order_id, version, place)
      );
      create table note_media (
        note_id uuid not null constraint note_media_note_fk references note,
        place smallint not null,
        workspace_id uuid not null,
        media_id uuid not null constraint note_media_media_fk references media,
        -- the one that stands for the note; the picture before a video has no place in the note and stands at -1
        cover boolean not null,
        constraint one_media_per_place_of_note primary key (note_id, place)
      );
      create unique index one_cover_per_note on note_media (note_id) where cover;
    `);
    for (const table of walled)
      await run.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy readers on ${table} for select to poolrise_app
          using ((select app_workspace()) in (workspace_id${table === 'note_media' ? '' : ', desk_id'}));
        create policy engine on ${table} to poolrise_engine using (true) with check (true);
        create policy owner on ${table} to current_user using (true) with check (true);
        grant select on ${table} to poolrise_app;
        grant select, insert on ${table} to poolrise_engine;
      `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop table note_media, order_draft_media;
      alter table order_draft drop column cover_id;
      drop table media;
    `);
  }
}
