import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A proposal that nobody works on any more is put away and not deleted: what the client answered stays true. */
export class ArchivedProposals1763856000029 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table proposal add column archived_at timestamptz;
      -- What is at hand is read in proposal_by_change: what was put away is mostly older, and stands behind it.
      create index proposal_put_away on proposal (workspace_id, changed_at desc, id desc) where archived_at is not null;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop index proposal_put_away;
      alter table proposal drop column archived_at;
    `);
  }
}
