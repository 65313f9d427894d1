import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an application told of its reader when it asked for a page, beside the interests: for the portraits of a desk's readers,
 * which are only ever shown as groups.
 */
export class SaidReaders1764028800068 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      -- Places in the lists of the contract; null where nothing was told, which takes no room.
      alter table feed_page add column said_gender smallint, add column said_age smallint, add column said_city_tier smallint;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(
      'alter table feed_page drop column said_gender, drop column said_age, drop column said_city_tier',
    );
  }
}
