import { type BoostBenchmark, type BoostProspect, peersMin } from '@poolrise/domain';
import type { Asks } from './match-candidates';

/** Boosts that began longer ago say little about readers of today [P]; of those, so many of each workspace and altogether. */
const benchmarkDays = 180;
const boostsOfWorkspace = 500;
const boostsMax = 5_000;

/**
 * What ended boosts brought, by category and altogether. They come from every workspace, as peers do: counts of a dozen notes or
 * more tell nobody what one of them brought. By the index of a workspace's boosts and the key of their hours.
 */
export function boostBenchmarks(tx: Asks): Promise<BoostBenchmark[]> {
  return tx.query<BoostBenchmark[]>(benchmarksSql, [boostsOfWorkspace, boostsMax]);
}

const benchmarksSql = `
  with ended as (
    select boost.* from workspace w cross join lateral (
      select id, note_id, delivered_impressions, launched_at, coalesce(ended_at, ends_at) as ended_at from boost
      where workspace_id = w.id and launched_at >= now() - interval '${benchmarkDays} days'
        and state in ('completed', 'stopped') and delivered_impressions > 0
      order by launched_at desc limit $1) boost
    order by launched_at desc limit $2
  ), by_note as (
    select note.category, sum(delivered_impressions)::float8 as impressions, sum(hours.clicks)::float8 as reads,
      max(ended_at) as ended_at
    from ended join note on note.id = note_id
    cross join lateral (select coalesce(sum(clicks), 0) as clicks from boost_hour where boost_id = ended.id) hours
    group by note_id, note.category
  )
  select category, count(*)::integer as notes, sum(impressions) as impressions, sum(reads) as reads,
    stddev_samp(ln(reads / impressions)) filter (where reads > 0) as spread,
    to_char(max(ended_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as through
  from by_note group by rollup (category)
  having stddev_samp(ln(reads / impressions)) filter (where reads > 0) is not null`;

/** Somebody who may be picked, with who follows her at all. */
export interface Prospective {
  creatorId: string;
  category: string;
  targetShare: number;
}

/**
 * How much oftener an impression of each is opened than at the candidates of her category, by the medians of a month's natural
 * traffic; null where she has none, or fewer than a dozen of them have.
 */
export async function boostProspects(
  tx: Asks,
  candidates: readonly Prospective[],
): Promise<Map<string, BoostProspect>> {
  const rows = await tx.query<{ id: string; lift: number }[]>(hooksSql, [
    candidates.map(({ creatorId }) => creatorId),
    candidates.map(({ category }) => category),
    peersMin,
  ]);
  const lifts = new Map(rows.map(({ id, lift }) => [id, lift]));
  return new Map(
    candidates.map(({ creatorId, targetShare }) => [
      creatorId,
      { targetShare, hookLift: lifts.get(creatorId) ?? null },
    ]),
  );
}

const hooksSql = `
  with opened as (
    select creator_id, category, reads_median::float8 / impressions_median as rate
    from unnest($1::uuid[], $2::text[]) as candidate (id, category)
    join creator_figures on creator_id = candidate.id
    where impressions_median > 0 and reads_median > 0
  ), usual as (
    select category, percentile_cont(.5) within group (order by rate) as rate from opened
    group by category having count(*) >= $3
  )
  select creator_id as id, opened.rate / usual.rate as lift from opened join usual using (category)`;
