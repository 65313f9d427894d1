import { creatorMetricIds, type TierScheme } from '@poolrise/domain';
import { figureColumns, matchFigureColumns } from './creator-rows';

/** Runs one statement: a transaction of the application, or the client that fills a new database. */
export type RunSql = (sql: string, parameters: unknown[]) => Promise<unknown>;

/**
 * Takes the medians, shares and words of all creators anew from their notes of the 30 days before `asOf`, and the followers of
 * the day 30 days before. A creator without notes in that time has nulls, which is not the same as zero.
 *
 * @param asOf `YYYY-MM-DD` in Shanghai; the day itself is not in it any more
 */
export const measureCreators = (run: RunSql, asOf: string): Promise<unknown> => run(measureSql, [asOf]);

const measureSql = `
  with note as (
    select *, likes + collects + comments + shares as interactions from creator_note
    where published_at >= ($1::date - 30)::timestamp at time zone 'Asia/Shanghai'
      and published_at < $1::date::timestamp at time zone 'Asia/Shanghai'
  ), scoped as (
    select creator_id, case when cooperation then 'cooperation' else 'daily' end || '.' || counted.traffic as scope,
      jsonb_strip_nulls(jsonb_build_object('comments', percentile_cont(.5) within group (order by counted.comments)))
        || jsonb_build_object('notes', count(*),
        'impressions', round(percentile_cont(.5) within group (order by counted.impressions)),
        'reads', round(percentile_cont(.5) within group (order by counted.reads)),
        'interactions', round(percentile_cont(.5) within group (order by counted.interactions))) as median
    from note cross join lateral (values
      ('natural', impressions_natural, reads_natural, interactions_natural, null::integer),
      ('all', impressions_all, reads_all, note.interactions, note.comments))
      counted (traffic, impressions, reads, interactions, comments)
    group by creator_id, scope
  ), medians as (
    select creator_id, jsonb_object_agg(scope, median) as medians from scoped group by creator_id
  ), shares as (
    select creator_id, count(*) as notes,
      percentile_cont(.5) within group (order by reads_natural) filter (where kind = 'image' and not cooperation) as image_reads,
      percentile_cont(.5) within group (order by interactions_natural) filter (where kind = 'image' and not cooperation) as image_interactions,
      percentile_cont(.5) within group (order by reads_natural) filter (where kind = 'video' and not cooperation) as video_reads,
      percentile_cont(.5) within group (order by interactions_natural) filter (where kind = 'video' and not cooperation) as video_interactions,
      avg((likes >= 100)::integer) filter (where not cooperation) as hundred,
      avg((likes >= 1000)::integer) filter (where not cooperation) as thousand
    from note group by creator_id
  ), sources as (
    select creator_id, array_agg(coalesce(round(10000.0 * reads / nullif(everything, 0)), 0)::smallint order by source) as shares
    from (select creator_id, source, sum(reads) as reads, sum(sum(reads)) over (partition by creator_id) as everything
          from note cross join lateral unnest(reads_by_source) with ordinality as by_source (reads, source)
          group by creator_id, source) summed
    group by creator_id
  ), words as (
    select creator_id, array_agg(distinct word) as words
    from note cross join lateral unnest(note.words) as word group by creator_id
  )
  insert into creator_figures as figures (creator_id, as_of, followers_30d_ago, notes_30d, medians, image_reads_median,
    image_interactions_median, video_reads_median, video_interactions_median, hundred_likes_share, thousand_likes_share,
    source_shares, content_words)
  select creator.id, $1::date,
    (select followers from creator_day where creator_id = creator.id and day = $1::date - 30),
    coalesce(shares.notes, 0), coalesce(medians.medians, '{}'), round(shares.image_reads), round(shares.image_interactions),
    round(shares.video_reads), round(shares.video_interactions), shares.hundred, shares.thousand,
    coalesce(sources.shares, '{}'), coalesce(words.words, '{}')
  from creator
  left join medians on medians.creator_id = creator.id
  left join shares on shares.creator_id = creator.id
  left join sources on sources.creator_id = creator.id
  left join words on words.creator_id = creator.id
  on conflict (creator_id) do update set as_of = excluded.as_of,
    followers_30d_ago = coalesce(excluded.followers_30d_ago, figures.followers_30d_ago), notes_30d = excluded.notes_30d,
    medians = excluded.medians, image_reads_median = excluded.image_reads_median,
    image_interactions_median = excluded.image_interactions_median, video_reads_median = excluded.video_reads_median,
    video_interactions_median = excluded.video_interactions_median, hundred_likes_share = excluded.hundred_likes_share,
    thousand_likes_share = excluded.thousand_likes_share, source_shares = excluded.source_shares,
    content_words = excluded.content_words`;

const values = [
  ...creatorMetricIds.map((metric) => [metric, figureColumns[metric]]),
  ...Object.entries(matchFigureColumns),
].map(([metric, column]) => `('${metric}', (${column})::float8)`);

/**
 * Counts where the peers of every tier and main category stand in every metric, and in those that only matches read: 101
 * quantiles each. Replaces what was
 * counted for this scheme. Deleted creators are nobody's peers.
 */
export async function countPeers(run: RunSql, scheme: TierScheme, now: Date): Promise<void> {
  await run('delete from peer_band where scheme = $1', [scheme.id]);
  await run(
    `insert into peer_band (scheme, tier, category, metric, peers, quantiles, counted_at, counted_through)
     select $1, tier.key, categories[1], metric.id, count(*),
       percentile_cont(array(select percent / 100.0 from generate_series(0, 100) percent)::float8[])
         within group (order by metric.value), $3,
       (select greatest((select max(changed_in) from creator), (select max(changed_in) from creator_figures)))
     from creator_record record
     join jsonb_to_recordset($2::jsonb) as tier (key text, low integer, high integer)
       on followers >= tier.low and (tier.high is null or followers < tier.high)
     cross join lateral (values ${values.join(', ')}) metric (id, value)
     where deleted_at is null and cardinality(categories) > 0 and metric.value is not null
     group by tier.key, categories[1], metric.id`,
    [
      scheme.id,
      JSON.stringify(
        scheme.tiers.map(({ key, from }, at) => ({
          key,
          low: from,
          high: scheme.tiers[at + 1]?.from ?? null,
        })),
      ),
      now,
    ],
  );
}
