import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was shown a note first, and why: asked for by note, where everything else about events is asked by page. */
export class FirstReaders1763856000020 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      -- What the reader said of their interests when they asked: places in the list of categories. It weighs in full, so a page
      -- is not explained without it. Pages before this one have none.
      alter table feed_page add column said smallint[] not null default '{}';
      -- Natural impressions of the first pool alone (kind 0, rails guaranteed and organic): some hundred a note, so that
      -- ingest pays for no others.
      create index engagement_event_first_readers on engagement_event (note_id, page_id)
        where kind = 0 and level = 0 and rail < 2;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop index engagement_event_first_readers;
      alter table feed_page drop column said;
    `);
  }
}
