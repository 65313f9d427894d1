import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A creator's latest notes, by which the differentiated guarantee knows an author. */
export class NoteOfCreator1763856000009 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`create index note_of_creator on note (creator_id, published_at desc)`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`drop index note_of_creator`);
  }
}
