import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A proposal that nobody works on any more is put away and not deleted: what the client answered stays true. */
export class ArchivedProposals1763856000029 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table proposal add column archived_at timestamptz;
      -- The list shows either what is at hand or what was put away.
      drop index proposal_by_change;
      create index proposal_by_change on proposal (workspace_id, (archived_at is null), changed_at desc, id desc);
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop index proposal_by_change;
      create index proposal_by_change on proposal (workspace_id, changed_at desc, id desc);
      alter table proposal drop column archived_at;
    `);
  }
}
