import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plans that were kept before boosts stood in them say that none were allowed; terms with a creator hold for a time. */
export class BoostsInPortfolios1763856000030 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      update portfolio set
        wishes = wishes || '{"boosts": null}',
        plan = case when plan is not null then plan || jsonb_build_object(
          'boosts', null,
          'picks', (select coalesce(jsonb_agg(pick || '{"boost": null}' order by place), '[]')
            from jsonb_array_elements(plan -> 'picks') with ordinality as picked (pick, place)),
          'shadowPrice', case when plan -> 'shadowPrice' = 'null' then 'null'::jsonb
            else plan -> 'shadowPrice' || jsonb_build_object('move',
              case when plan -> 'shadowPrice' -> 'leavingId' = 'null' then 'add' else 'swap' end) end) end,
        frontier = case when jsonb_typeof(frontier) = 'array' then (
          select coalesce(jsonb_agg(point || '{"boostCents": 0, "withoutBoosts": null}' order by place), '[]')
          from jsonb_array_elements(frontier) with ordinality as drawn (point, place)) end;

      alter table creator_contact
        add column valid_from date,
        add column valid_to date,
        add constraint contact_valid_in_order check (valid_from <= valid_to);
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`alter table creator_contact drop column valid_from, drop column valid_to`);
  }
}
