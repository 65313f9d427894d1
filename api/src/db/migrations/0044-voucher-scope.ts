import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a voucher may be used beside categories, its cash ratio, and the key that keeps one grant from being made twice. */
export class VoucherScope1764028800044 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table voucher
        add column placements text[] not null default '{}'
          constraint voucher_placements_known check (placements <@ array['feed', 'search']),
        add column goals text[] not null default '{}',
        add column note_ids uuid[] not null default '{}',
        -- of a budget that it helps to pay, vouchers together pay at most so much
        add column max_share_basis_points integer not null default 10000
          constraint voucher_share_in_range check (max_share_basis_points between 1 and 10000),
        add column request_key uuid,
        add column request_hash text,
        add constraint one_voucher_per_request unique (workspace_id, request_key);
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table voucher
        drop column placements, drop column goals, drop column note_ids, drop column max_share_basis_points,
        drop column request_key, drop column request_hash;
    `);
  }
}
