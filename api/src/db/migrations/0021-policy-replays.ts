import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A simulation may be about the whole feed under a rule set, and then about no note. */
export class PolicyReplays1763856000021 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table simulation_run alter column note_id drop not null;
      alter table simulation_run add column kind text not null default 'replay'
        constraint simulation_kind_known check (kind in ('replay', 'policy-preview'));
      alter table simulation_run add constraint simulation_of_note check ((kind = 'replay') = (note_id is not null));
      create index simulation_run_of_policy on simulation_run (workspace_id, requested_at desc) where kind = 'policy-preview';
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop index simulation_run_of_policy;
      delete from simulation_run where kind = 'policy-preview';
      alter table simulation_run drop constraint simulation_of_note;
      alter table simulation_run drop column kind;
      alter table simulation_run alter column note_id set not null;
    `);
  }
}
