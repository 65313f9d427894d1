import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A file is taken over as a whole: its place in the order of files, and how far it got, stand with the file. A mark in each row
 * rewrote every wide row twice. Beside it how far a step is, and until when a file is kept.
 */
export class KeptImports1764028800035 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table import_file
        -- its place among the files that were taken over; what it says is in force from behind taken_from up to taken_to
        add column taken_order bigint,
        add column taken_from integer not null default 0,
        add column taken_to integer not null default 0,
        -- how much of the step at hand is done, and where the worker that is at it began
        add column share real not null default 0,
        add column began_at timestamptz,
        add column began_share real not null default 0,
        add column began_rows integer not null default 0,
        -- the last day on which it is kept; who chose it, null for the rule of the workspace
        add column kept_until date,
        add column kept_months smallint,
        add column kept_by uuid,
        add column expired_at timestamptz;
      update import_file set kept_until = greatest(
        (uploaded_at at time zone 'Asia/Shanghai')::date + interval '24 months', current_date + interval '60 days')::date;
      alter table import_file alter column kept_until set not null;
      update import_file file set taken_order = said.first, taken_from = said.place - 1, taken_to = said.last
      from (
        select import_id, min(taken) as first, min(place) as place, max(place) as last
        from import_row where taken is not null group by import_id
      ) said where said.import_id = file.id;

      alter table import_row drop column taken;
      create index import_row_said on import_row (workspace_id, subject, key)
        where outcome in ('new', 'changed', 'unchanged');
      alter sequence import_row_taken_order rename to import_file_taken_order;

      alter table import_file drop constraint import_file_state_known;
      alter table import_file add constraint import_file_state_known check (state in
        ('waiting', 'asks', 'ready', 'committing', 'done', 'undoing', 'undone', 'refused', 'failed', 'expired'));
      drop index one_standing_import_per_file;
      create unique index one_standing_import_per_file on import_file (workspace_id, sha256)
        where state not in ('undone', 'refused', 'failed', 'expired');
      create index import_file_expiring on import_file (kept_until) where state <> 'expired';

      -- how long files of a workspace are kept where nobody says otherwise; without a row it is 24 months
      create table import_retention (
        workspace_id uuid constraint import_retention_pk primary key
          constraint import_retention_workspace_fk references workspace on delete cascade,
        months smallint not null,
        set_by uuid not null,
        set_at timestamptz not null
      );
      alter table import_retention enable row level security;
      alter table import_retention force row level security;
      create policy own_workspace on import_retention to poolrise_app
        using (workspace_id = (select app_workspace())) with check (workspace_id = (select app_workspace()));
      create policy engine on import_retention to poolrise_engine using (true) with check (true);
      create policy owner on import_retention to current_user using (true) with check (true);
      grant select, insert, update, delete on import_retention to poolrise_app, poolrise_engine;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop table import_retention;
      drop index import_file_expiring;
      delete from import_file where state = 'expired';
      alter table import_file drop constraint import_file_state_known;
      alter table import_file add constraint import_file_state_known check (state in
        ('waiting', 'asks', 'ready', 'committing', 'done', 'undoing', 'undone', 'refused', 'failed'));
      drop index one_standing_import_per_file;
      create unique index one_standing_import_per_file on import_file (workspace_id, sha256)
        where state not in ('undone', 'refused', 'failed');
      alter sequence import_file_taken_order rename to import_row_taken_order;
      drop index import_row_said;
      alter table import_row add column taken bigint;
      update import_row set taken = numbered.taken from (
        select import_id, place, row_number() over (order by taken_order, place) as taken
        from import_row said join import_file file on file.id = said.import_id
        where place > taken_from and place <= taken_to and outcome in ('new', 'changed', 'unchanged')
      ) numbered where import_row.import_id = numbered.import_id and import_row.place = numbered.place;
      select setval('import_row_taken_order', coalesce((select max(taken) from import_row), 1));
      create index import_row_taken on import_row (workspace_id, subject, key, taken desc) where taken is not null;
      alter table import_file drop column taken_order, drop column taken_from, drop column taken_to, drop column share,
        drop column began_at, drop column began_share, drop column began_rows, drop column kept_until,
        drop column kept_months, drop column kept_by, drop column expired_at;
    `);
  }
}
