import {
  commentShareInteractionsLeast,
  creatorsTiedMost,
  engagedShareLeast,
  likeCollectCountsLeast,
  normConsistency,
  type TierScheme,
  tierSchemes,
} from '@poolrise/domain';

/** Runs one statement and gives its rows: a transaction of the application, or the client that fills a new database. */
export type Rows = <Row>(sql: string, parameters?: unknown[]) => Promise<Row[]>;

/**
 * The tiers in which creators are peers to the tests. Always the same scheme, whatever a workspace speaks by: the mistakes of
 * the tests were measured with it, and a creator must not become unusual by a choice of words.
 */
export const credibilityScheme = tierSchemes[0] as TierScheme;

/** Days of notes that the tests look at. */
export const noteDays = 90;

/** Counts anew what is usual among peers. Deleted creators are nobody's peers. The logarithms are those of the domain. */
export async function countNorms(rows: Rows, now: Date): Promise<void> {
  const tiers = credibilityScheme.tiers.map(({ key, from }, at) => ({
    key,
    low: from,
    high: credibilityScheme.tiers[at + 1]?.from ?? null,
  }));
  await rows('delete from credibility_norm');
  await rows(normsSql, [
    JSON.stringify(tiers),
    engagedShareLeast,
    likeCollectCountsLeast,
    commentShareInteractionsLeast,
    normConsistency,
    now,
    noteDays,
  ]);
}

const normsSql = `
  with peer as (
    select creator.id, tier.key as tier, categories[1] as category, engaged_share, coalesce(as_of, ($6::timestamptz at time zone 'Asia/Shanghai')::date) as as_of
    from creator left join creator_figures figures on figures.creator_id = creator.id
    join jsonb_to_recordset($1::jsonb) as tier (key text, low integer, high integer)
      on followers >= tier.low and (tier.high is null or followers < tier.high)
    where deleted_at is null and cardinality(categories) > 0
  ), note as (
    select category, likes, collects, comments, likes + collects + comments + shares as interactions
    from peer join creator_note on creator_id = peer.id
    where published_at >= (as_of - $7::integer)::timestamp at time zone 'Asia/Shanghai'
  ), value as (
    select 'engaged' as measure, tier, category, ln(greatest($2, engaged_share::float8)) as value
      from peer where engaged_share is not null
    union all
    select 'engaged', tier, '', ln(greatest($2, engaged_share::float8)) from peer where engaged_share is not null
    union all
    select 'like-collect', '', category, ln((likes + .5::float8) / (collects + .5::float8))
      from note where likes + collects >= $3
    union all
    select 'comment-share', '', category, ln((comments + .5::float8) / (interactions + 1))
      from note where interactions >= $4
  ), middle as (
    select measure, tier, category, percentile_cont(.5) within group (order by value) as median
    from value group by measure, tier, category
  )
  insert into credibility_norm (measure, tier, category, median, spread, peers, counted_at, counted_through)
  select measure, tier, category, median, $5 * percentile_cont(.5) within group (order by abs(value - median)), count(*), $6::timestamptz,
    (select greatest((select max(changed_in) from creator), (select max(changed_in) from creator_figures), 0))
  from value join middle using (measure, tier, category)
  group by measure, tier, category, median`;

/** Finds anew the accounts that comment under several creators; see the table. */
export async function tieCommenters(rows: Rows, now: Date): Promise<void> {
  await rows('delete from commenter_tie');
  await rows(tiesSql, [creatorsTiedMost, now, noteDays]);
}

const tiesSql = `
  insert into commenter_tie (creator_id, account)
  select unnest(creators), account from (
    select account, array_agg(distinct note.creator_id) as creators
    from creator_note note left join creator_figures figures on figures.creator_id = note.creator_id
    cross join lateral unnest(commenters) as account
    where published_at >= (coalesce(as_of, ($2::timestamptz at time zone 'Asia/Shanghai')::date) - $3::integer)::timestamp at time zone 'Asia/Shanghai'
    group by account having count(distinct note.creator_id) between 2 and $1
  ) seen`;
