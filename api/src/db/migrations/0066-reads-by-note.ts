import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who opened a note, asked for by note: whether its reads come from many people or from a few who open it again and again. */
export class ReadsByNote1764028800066 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      -- Natural reads alone (kind 1, no paid rail): a few in a hundred impressions, so that ingest pays little for it.
      create index engagement_event_reads on engagement_event (note_id, page_id) where kind = 1 and rail < 3;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop index engagement_event_reads');
  }
}
