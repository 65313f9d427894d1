import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A note that a pool stopped may come back by search: its level then has two verdicts, a stop and a later pass. */
export class ReturnBySearch1763856000019 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table pool_decision drop constraint one_verdict_per_level;
      alter table pool_decision add constraint one_verdict_per_outcome unique (note_id, level, outcome);
      -- From when a note that came back counts as new again; null while it goes by its publication.
      alter table pool_run add column fresh_from timestamptz;
      -- Who was searched for lately: the few notes that may come back are found without walking the hours of all others.
      create index engagement_hour_searched on engagement_hour (hour, note_id) where rail = 2;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop index engagement_hour_searched;
      alter table pool_run drop column fresh_from;
      alter table pool_decision drop constraint one_verdict_per_outcome;
      delete from pool_decision again using pool_decision first
        where first.note_id = again.note_id and first.level = again.level and first.decided_at < again.decided_at;
      alter table pool_decision add constraint one_verdict_per_level unique (note_id, level);
    `);
  }
}
