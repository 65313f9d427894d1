import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a verdict compares with, kept by addition: the live average and the capacity factor of each pool, the readers there
 * are, and the impressions of a run in units of an average place. Peers learn the spread of hooks and contents apart.
 */
export class LiveBar1763856000012 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(
      `
      create table pool_bar (
        policy_id uuid not null constraint pool_bar_policy_fk references pool_policy,
        level smallint not null,
        -- Forecast lift x impressions, and impressions, of what the pool shows; both fade by the hour.
        live_value float8 not null default 0,
        live_impressions float8 not null default 0,
        capacity_factor float8 not null default 1,
        -- Impressions an hour: what open runs ask for, and what the pool was able to show.
        demand float8 not null default 0,
        capacity float8 not null default 0,
        counted_at timestamptz not null,
        constraint pool_bar_pkey primary key (policy_id, level)
      );
      grant select on pool_bar to poolrise_app;
      grant select, insert, update on pool_bar to poolrise_engine;

      -- Readers by the day they were last seen: a pseudonym's hash and a date, so that an audience can be counted.
      create table feed_reader (
        reader_key bigint constraint feed_reader_pkey primary key,
        seen_on date not null
      );
      create index feed_reader_seen on feed_reader (seen_on);
      grant select, insert, update on feed_reader to poolrise_engine;
      alter table installation add column audience integer;
      alter table installation add column audience_since timestamptz;

      alter table pool_run add column exposure float8 not null default 0;
      -- Impressions that the live average has counted already.
      alter table pool_run add column counted_impressions integer not null default 0;
      update pool_run set exposure = impressions, counted_impressions = impressions;

      -- The new sums of the days there are, from the runs that made them.
      update peer_day set sums = jsonb_build_object(
          'runs', again.runs, 'impressions', again.impressions, 'exposure', again.impressions, 'clicks', again.clicks,
          'value', peer_day.sums->'value', 'squaredWeights', peer_day.sums->'squaredWeights',
          'clicksSquared', again.clicks_squared, 'clicksExposure', again.clicks_exposure, 'exposureSquared', again.exposure_squared,
          'contentSquared', again.content_squared, 'contentClicks', again.content_clicks)
      from (
        select policy_id, level, peer_group, (closed_at at time zone 'Asia/Shanghai')::date as day,
          count(*) as runs, sum(impressions)::float8 as impressions, sum(clicks)::float8 as clicks,
          sum(clicks::float8 * clicks) as clicks_squared, sum(clicks::float8 * impressions) as clicks_exposure,
          sum(impressions::float8 * impressions) as exposure_squared, sum(content * content) as content_squared, sum(content * clicks) as content_clicks
        from (
          select run.*, likes * weight('like') + collects * weight('collect') + comments * weight('comment')
            + shares * weight('share') + follows * weight('follow') as content
          from pool_run run join pool_policy policy on policy.id = run.policy_id
          where run.closed_at is not null and run.impressions > 0
        ) closed group by 1, 2, 3, 4
      ) again
      where again.policy_id = peer_day.policy_id and again.level = peer_day.level and again.peer_group = peer_day.peer_group and again.day = peer_day.day;
      -- A day whose runs are not there any more knows its means and no spread.
      delete from peer_day where not sums ? 'exposure';
    `.replaceAll(/weight\('(\w+)'\)/g, `(policy.document->'weights'->>'$1')::float8`),
    );
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      delete from peer_day;
      alter table pool_run drop column exposure, drop column counted_impressions;
      alter table installation drop column audience, drop column audience_since;
      drop table feed_reader, pool_bar;
    `);
  }
}
