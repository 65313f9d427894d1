import type { MigrationInterface, QueryRunner } from 'typeorm';

const nil = '00000000-0000-0000-0000-000000000000';

/** What is needed to forget what readers searched for: when a text was searched for last, and whether many have. */
export class SearchRetention1764028800054 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table search_query
        -- written anew by every process on every day on which somebody searches for it
        add column noted_at timestamptz not null default now(),
        -- was searched for by several: no longer its typist's own
        add column shared boolean not null default false;
      create index search_query_to_forget on search_query (noted_at) where not shared;
      create index search_note_day_organic on search_note_day (day) where boost_id = '${nil}';
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop index search_note_day_organic;
      alter table search_query drop column noted_at, drop column shared;
    `);
  }
}
