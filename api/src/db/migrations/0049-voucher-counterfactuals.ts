import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A simulation may ask what one more voucher on a note would do. */
export class VoucherCounterfactuals1764028800049 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table simulation_run drop constraint simulation_kind_known;
      alter table simulation_run add constraint simulation_kind_known
        check (kind in ('replay', 'policy-preview', 'one-more-voucher'));
      alter table simulation_run drop constraint simulation_of_note;
      alter table simulation_run add constraint simulation_of_note
        check ((kind = 'policy-preview') = (note_id is null));
      alter table simulation_run add column voucher_id uuid
        constraint simulation_run_voucher_fk references voucher on delete cascade;
      alter table simulation_run add constraint simulation_of_voucher
        check ((kind = 'one-more-voucher') = (voucher_id is not null));
      create index simulation_run_of_voucher on simulation_run (workspace_id, requested_at desc)
        where kind = 'one-more-voucher';
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      delete from simulation_run where kind = 'one-more-voucher';
      alter table simulation_run drop column voucher_id;
      alter table simulation_run drop constraint simulation_of_note;
      alter table simulation_run add constraint simulation_of_note check ((kind = 'replay') = (note_id is not null));
      alter table simulation_run drop constraint simulation_kind_known;
      alter table simulation_run add constraint simulation_kind_known check (kind in ('replay', 'policy-preview'));
    `);
  }
}
