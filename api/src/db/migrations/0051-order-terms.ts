import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Longer rights to use a note: a wish for them that waits for an answer, and those that were paid. */
export class OrderTerms1764028800051 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table cooperation_order
        add column extension jsonb,
        add column extensions jsonb not null default '[]',
        add constraint extension_hold_not_negative check ((extension ->> 'heldCents')::bigint >= 0);
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table cooperation_order drop column extension, drop column extensions;
    `);
  }
}
