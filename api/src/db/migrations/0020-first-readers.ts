import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was shown a note first is asked for by note; everything else about events is asked by page. */
export class FirstReaders1763856000020 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      -- Natural impressions of the first pool alone (kind 0, rails guaranteed and organic): some hundred a note, so that
      -- ingest pays for no others.
      create index engagement_event_first_readers on engagement_event (note_id, page_id)
        where kind = 0 and level = 0 and rail < 2;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop index engagement_event_first_readers');
  }
}
