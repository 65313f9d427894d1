import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often notes are opened by slot, reader and age, against what was to be expected: five dozen rows, kept by addition. */
export class PlaceResponse1763856000018 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table place_response (
        dimension text not null,
        bucket smallint not null,
        opens float8 not null default 0,
        expected float8 not null default 0,
        constraint place_response_pkey primary key (dimension, bucket)
      );
      grant select, insert, update on place_response to poolrise_engine;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table place_response');
  }
}
