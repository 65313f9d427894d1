import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Plans that were kept before boosts stood in them say that none were allowed; terms with a creator hold for a time; and the
 * middle number of comments stands beside the other medians of a month, from the same notes.
 */
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

      update creator_figures figures
      set medians = jsonb_set(medians, '{daily.all,comments}', to_jsonb(month.comments))
      from (
        select figures.creator_id, percentile_cont(.5) within group (order by note.comments) as comments
        from creator_figures figures
        join creator_note note on note.creator_id = figures.creator_id and not cooperation
          and published_at >= (as_of - 30)::timestamp at time zone 'Asia/Shanghai'
          and published_at < as_of::timestamp at time zone 'Asia/Shanghai'
        group by figures.creator_id
      ) month
      where month.creator_id = figures.creator_id and figures.medians ? 'daily.all';
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table creator_contact drop column valid_from, drop column valid_to;
      update creator_figures set medians = medians #- '{daily.all,comments}' where medians #> '{daily.all,comments}' is not null;
    `);
  }
}
