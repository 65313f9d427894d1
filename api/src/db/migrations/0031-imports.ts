import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that people bring in, what their rows say, and what all files together say of a note, an order or a creator. */
export class Imports1764028800031 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table import_file (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint import_file_workspace_fk references workspace on delete cascade,
        name text not null,
        bytes bigint not null,
        sha256 bytea not null,
        uploaded_by uuid not null,
        uploaded_at timestamptz not null,
        -- waiting to be read, asking a person, ready to be committed, or further on; what a worker does stands in heard_at
        state text not null constraint import_file_state_known check (state in
          ('waiting', 'asks', 'ready', 'committing', 'done', 'undoing', 'undone', 'refused', 'failed')),
        -- the kind of file it is read as, which is the source of what it says
        kind text,
        -- what the bytes are and how they were recognised
        found jsonb,
        -- which column is which, as recognised or as a person said
        mapping jsonb,
        mapped_by uuid,
        counts jsonb,
        checks jsonb,
        refusal jsonb,
        rows_done integer not null default 0,
        rows_total integer,
        heard_at timestamptz,
        attempts smallint not null default 0,
        committed_by uuid,
        committed_at timestamptz,
        undone_by uuid,
        undone_at timestamptz,
        -- a row or a chunk points at a file of its own workspace, which no policy would check
        constraint import_file_in_workspace unique (workspace_id, id)
      );
      -- the same file twice does nothing, unless it was undone
      create unique index one_standing_import_per_file on import_file (workspace_id, sha256)
        where state not in ('undone', 'refused', 'failed');
      create index import_file_by_time on import_file (workspace_id, uploaded_at desc, id desc);
      create index import_file_due on import_file (uploaded_at) where state in ('waiting', 'committing', 'undoing');

      create table import_chunk (
        workspace_id uuid not null,
        import_id uuid not null,
        number integer not null,
        bytes bytea not null,
        constraint import_chunk_pk primary key (import_id, number),
        constraint import_chunk_file_fk foreign key (workspace_id, import_id)
          references import_file (workspace_id, id) on delete cascade
      );
      -- an xlsx is compressed already
      alter table import_chunk alter column bytes set storage external;

      create table import_row (
        workspace_id uuid not null,
        import_id uuid not null,
        -- its place among all rows of the file, from 1
        place integer not null,
        sheet text not null,
        -- its place in the sheet, as a spreadsheet counts
        line integer not null,
        outcome text not null constraint import_row_outcome_known check (outcome in
          ('new', 'changed', 'unchanged', 'repeated', 'rejected')),
        -- what it speaks of and under which key; null for what was rejected
        subject text,
        key text,
        record jsonb,
        -- the note that it speaks of, as the file names it: platformId, nameKey, title, publishedAt
        note jsonb,
        -- the columns that were wrong and why
        faults jsonb,
        -- the cells of a rejected row, without private columns, so that it can be given back
        cells jsonb,
        -- when it was taken over, in the order of all rows of the workspace; null before that and after an undo
        taken bigint,
        constraint import_row_pk primary key (import_id, place),
        constraint import_row_file_fk foreign key (workspace_id, import_id)
          references import_file (workspace_id, id) on delete cascade
      );
      create index import_row_by_outcome on import_row (import_id, outcome, place);
      -- what every file in force said under a key, the latest word first
      create index import_row_taken on import_row (workspace_id, subject, key, taken desc) where taken is not null;
      create sequence import_row_taken_order;

      create table observed_note (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint observed_note_workspace_fk references workspace on delete cascade,
        -- of the platform, 24 hex digits; null while only title, time and account are known
        platform_id text,
        -- folded title and day of publishing, by which a file without ids speaks of a note; the title alone beside it
        name_key text,
        title_key text,
        title text not null,
        published_at timestamptz,
        -- the figures of the most trusted of its latest snapshots, kept in step by whoever writes observations
        day date,
        latest jsonb,
        impressions bigint,
        reads bigint,
        interactions bigint,
        constraint observed_note_in_workspace unique (workspace_id, id),
        constraint one_observed_note_per_platform_id unique (workspace_id, platform_id)
      );
      create index observed_note_by_name on observed_note (workspace_id, name_key);
      create index observed_note_by_title on observed_note (workspace_id, title_key);
      create index observed_note_by_time on observed_note (workspace_id, coalesce(published_at, '-infinity') desc, id desc);
      create index observed_note_by_impressions on observed_note (workspace_id, coalesce(impressions, -1) desc, id desc);
      create index observed_note_by_reads on observed_note (workspace_id, coalesce(reads, -1) desc, id desc);
      create index observed_note_by_interactions on observed_note (workspace_id, coalesce(interactions, -1) desc, id desc);

      -- which note a name means, where a person said so; it outlives the files
      create table note_choice (
        workspace_id uuid not null,
        name_key text not null,
        note_id uuid not null,
        chosen_by uuid not null,
        chosen_at timestamptz not null,
        constraint note_choice_pk primary key (workspace_id, name_key),
        constraint note_choice_note_fk foreign key (workspace_id, note_id)
          references observed_note (workspace_id, id) on delete cascade
      );

      create table observation (
        workspace_id uuid not null constraint observation_workspace_fk references workspace on delete cascade,
        -- what a row speaks of: a note on a day, an order, an ad on a day, a creator on a day …
        subject text not null,
        key text not null,
        -- the kind of file that says so; two sources that disagree stand side by side
        source text not null,
        import_id uuid not null,
        -- the day of the data in Shanghai
        day date,
        -- the note as the file names it, and as it was found; null while that is not certain
        note jsonb,
        note_id uuid,
        record jsonb not null,
        constraint observation_pk primary key (workspace_id, subject, key),
        constraint observation_file_fk foreign key (workspace_id, import_id) references import_file (workspace_id, id),
        constraint observation_note_fk foreign key (workspace_id, note_id) references observed_note (workspace_id, id)
      );
      create index observation_of_note on observation (workspace_id, note_id, subject, day);
      create index observation_unnamed on observation (workspace_id, (note ->> 'nameKey'))
        where note is not null and note_id is null;
      create index observation_of_file on observation (import_id);

      create table import_template (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint import_template_workspace_fk references workspace on delete cascade,
        name text not null,
        -- each with the fingerprint of its headers, by which the next file of the same make finds it
        sheets jsonb not null,
        written_by uuid not null,
        written_at timestamptz not null,
        constraint one_import_template_per_name unique (workspace_id, name)
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
        grant select, insert, update, delete on ${table} to poolrise_app, poolrise_engine;
      `);
    await run.query('grant usage on sequence import_row_taken_order to poolrise_app, poolrise_engine');
  }

  async down(run: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await run.query(`drop table ${table}`);
    await run.query('drop sequence import_row_taken_order');
  }
}

const tables = [
  'import_file',
  'import_chunk',
  'import_row',
  'observed_note',
  'note_choice',
  'observation',
  'import_template',
];
