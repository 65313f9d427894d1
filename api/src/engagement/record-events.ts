import { counterColumns } from '../db/counter-columns';
import type { ReadEvent } from './read-batch';
import { nilKey } from './read-batch';
import { addSearchDays } from './search-deltas';

/**
 * How long a delivered impression may wait to be charged: the journal of a running boost has a line every few minutes and
 * not every few seconds. Charging at the end and at a stop does not wait, and what is reserved is never exceeded meanwhile.
 */
export const settleEveryMinutes = 10;

/**
 * Records a group of events and adds them to every counter, in one statement and so in one transaction.
 *
 * Repeats are recognised by the primary key, so whatever arrives twice counts once. A later event of an impression is
 * placed only when the impression itself is known: it is in this group (`proven`) or recorded already.
 * Every writer touches rows in one order (events by key, runs by note and level, hours by key, boosts by id, totals by note): without it,
 * shuffled redeliveries of one batch deadlock.
 *
 * Answers one row: `known` ordinals of repeats, `orphans` ordinals without their impression, `workspaces` that moved,
 * `due` whether a run reached its next check.
 */
export const recordEvents = `
with incoming as materialized (
  select e.*, (e.proven or exists (
      select from engagement_event seen
      where seen.page_id = e.page_id and seen.position = e.position and seen.kind = 0 and seen.event_key = '${nilKey}')) as placed
  from unnest($1::bigint[], $2::smallint[], $3::smallint[], $4::uuid[], $5::uuid[], $6::smallint[], $7::smallint[], $8::integer[], $9::uuid[], $10::boolean[], $12::timestamptz[], $13::float8[], $14::bigint[], $15::smallint[], $16::boolean[])
    with ordinality as e(page_id, position, kind, event_key, note_id, level, rail, value, boost_id, proven, at, exposure, query_key, keyword, leads, ordinal)
), fresh as (
  insert into engagement_event (page_id, position, kind, event_key, note_id, level, rail, value, boost_id, at)
  select page_id, position, kind, event_key, note_id, level, rail, value, boost_id, at
  from incoming where placed order by page_id, position, kind, event_key
  on conflict on constraint one_event do nothing
  returning page_id, position, kind, event_key, note_id, level, rail, value, boost_id, at
), by_rail as materialized (
  select note_id, date_trunc('hour', at) as hour, level, rail,
    count(*) filter (where kind = 0)::integer as impressions, count(*) filter (where kind = 1)::integer as clicks,
    count(*) filter (where kind = 2)::integer as likes, count(*) filter (where kind = 3)::integer as collects,
    count(*) filter (where kind = 4)::integer as comments, count(*) filter (where kind = 5)::integer as shares,
    count(*) filter (where kind = 6)::integer as follows, coalesce(sum(value) filter (where kind = 7), 0)::bigint as dwell_seconds,
    count(*) filter (where kind = 8)::integer as hides, count(*) filter (where kind = 9)::integer as purchases
  from fresh group by note_id, date_trunc('hour', at), level, rail
), exposed as (
  select fresh.note_id, fresh.level, sum(incoming.exposure) as exposure
  from fresh join incoming on incoming.page_id = fresh.page_id and incoming.position = fresh.position and incoming.kind = 0
  where fresh.kind = 0 and fresh.rail < 3 group by fresh.note_id, fresh.level
), by_run as (
  select note_id, level,
    ${counters((name, cast) => `coalesce(sum(${name}) filter (where rail < 3), 0)::${cast} as ${name}, coalesce(sum(${name}) filter (where rail = 3), 0)::${cast} as paid_${name}`)},
    coalesce(sum(impressions) filter (where rail = 0), 0)::integer as guaranteed_impressions,
    coalesce(sum(impressions) filter (where rail = 2), 0)::integer as search_impressions
  from by_rail group by note_id, level
), held as materialized (
  select run.note_id, run.level, run.workspace_id from pool_run run
  where (run.note_id, run.level) in (select note_id, level from by_run)
  order by run.note_id, run.level for update
), runs as (
  update pool_run run set
    ${counters((name) => `${name} = run.${name} + d.${name}, paid_${name} = run.paid_${name} + d.paid_${name}`)},
    guaranteed_impressions = run.guaranteed_impressions + d.guaranteed_impressions,
    search_impressions = run.search_impressions + d.search_impressions,
    exposure = run.exposure + coalesce((select exposure from exposed where exposed.note_id = d.note_id and exposed.level = d.level), 0),
    next_review_at = case when run.closed_at is null and d.impressions > 0 and run.impressions + d.impressions >= run.next_check_at
      then least(run.next_review_at, $11::timestamptz) else run.next_review_at end
  from by_run d join held on held.note_id = d.note_id and held.level = d.level
  where run.note_id = d.note_id and run.level = d.level
  returning run.next_review_at <= $11::timestamptz and run.closed_at is null as due
), hours as (
  insert into engagement_hour (note_id, hour, level, rail, workspace_id, ${counters((name) => name)})
  select k.note_id, k.hour, k.level, k.rail, held.workspace_id, ${counters((name) => `k.${name}`)}
  from by_rail k join held on held.note_id = k.note_id and held.level = k.level
  order by k.note_id, k.hour, k.level, k.rail
  on conflict on constraint engagement_hour_pkey do update set ${counters((name) => `${name} = engagement_hour.${name} + excluded.${name}`)}
), by_boost_hour as materialized (
  select boost_id, date_trunc('hour', at) as hour, count(*) filter (where kind = 0)::integer as impressions, count(*) filter (where kind = 1)::integer as clicks,
    count(*) filter (where kind = 2)::integer as likes, count(*) filter (where kind = 3)::integer as collects, count(*) filter (where kind = 6)::integer as follows
  from fresh where boost_id is not null group by boost_id, date_trunc('hour', at)
), by_boost as materialized (
  select boost_id, sum(impressions)::integer as impressions from by_boost_hour group by boost_id
), held_boosts as materialized (
  select id, workspace_id from boost where id in (select boost_id from by_boost) order by id for update
), boosts as (
  update boost set delivered_impressions = boost.delivered_impressions + d.impressions,
    next_settle_at = case when boost.state = 'running' and d.impressions > 0 then least(boost.next_settle_at, $11::timestamptz + case when boost.delivered_impressions + d.impressions >= boost.planned_impressions then interval '0' else interval '${settleEveryMinutes} minutes' end) else boost.next_settle_at end
  from by_boost d join held_boosts on held_boosts.id = d.boost_id where boost.id = d.boost_id and d.impressions > 0
), boost_hours as (
  insert into boost_hour (boost_id, workspace_id, hour, impressions, clicks, likes, collects, follows)
  select d.boost_id, held_boosts.workspace_id, d.hour, d.impressions, d.clicks, d.likes, d.collects, d.follows
  from by_boost_hour d join held_boosts on held_boosts.id = d.boost_id order by d.boost_id, d.hour
  on conflict on constraint boost_hour_pkey do update set impressions = boost_hour.impressions + excluded.impressions, clicks = boost_hour.clicks + excluded.clicks,
    likes = boost_hour.likes + excluded.likes, collects = boost_hour.collects + excluded.collects, follows = boost_hour.follows + excluded.follows
), by_search as materialized (
  select fresh.note_id, (fresh.at at time zone 'Asia/Shanghai')::date as day, incoming.query_key, coalesce(fresh.boost_id, '${nilKey}') as boost_id, incoming.keyword,
    count(*) filter (where fresh.kind = 0)::integer as impressions, count(*) filter (where fresh.kind = 1)::integer as reads,
    coalesce(sum(fresh.position) filter (where fresh.kind = 0), 0)::integer as position_sum,
    count(*) filter (where fresh.kind = 0 and fresh.position = 1)::integer as first_places,
    count(*) filter (where fresh.kind = 0 and fresh.position <= 3)::integer as top_threes,
    count(*) filter (where fresh.kind = 0 and incoming.leads)::integer as pages
  from fresh join incoming on incoming.page_id = fresh.page_id and incoming.position = fresh.position and incoming.kind = fresh.kind and incoming.event_key = fresh.event_key
  where fresh.kind < 2 and incoming.query_key is not null group by 1, 2, 3, 4, 5
), searches as (
  ${addSearchDays('by_search s join (select distinct note_id, workspace_id from held) owner on owner.note_id = s.note_id', 'owner.workspace_id')}
), late as materialized (
  select note_id from note_totals where note_id in (select note_id from by_rail where hour < date_trunc('hour', $11::timestamptz)) order by note_id for update
), again as (
  update note_totals t set summed_at = null from late where t.note_id = late.note_id
)
select
  array(select i.ordinal::integer from incoming i where i.placed and not exists (
    select from fresh f where f.page_id = i.page_id and f.position = i.position and f.kind = i.kind and f.event_key = i.event_key)) as known,
  array(select ordinal::integer from incoming where not placed) as orphans,
  array(select distinct workspace_id from held) as workspaces,
  coalesce((select bool_or(due) from runs), false) as due`;

/** Whether some event's impression is not in the group, so that the database has to be asked whether it is known. */
export function withoutImpressionHere(events: readonly ReadEvent[]): boolean {
  const impressions = impressionsIn(events);
  return events.some((event) => event.kind !== 0 && !impressions.has(event.slot));
}

const impressionsIn = (events: readonly ReadEvent[]): Set<number> => {
  const slots = new Set<number>();
  for (const event of events) if (event.kind === 0) slots.add(event.slot);
  return slots;
};

function counters(write: (name: string, cast: string) => string): string {
  return counterColumns
    .map((name) => write(name, name === 'dwell_seconds' ? 'bigint' : 'integer'))
    .join(', ');
}

/** The statement's parameters: one array a column, written in PostgreSQL's own array text, which pg passes on as it is. */
export function eventColumns(events: readonly ReadEvent[], now: Date): string[] {
  const impressions = impressionsIn(events);
  const columns: string[][] = Array.from({ length: 15 }, () => []);
  const [
    page,
    position,
    kind,
    key,
    note,
    level,
    rail,
    value,
    boost,
    proven,
    happened,
    exposure,
    query,
    keyword,
    leads,
  ] = columns as [
    string[],
    string[],
    string[],
    string[],
    string[],
    string[],
    string[],
    string[],
    string[],
    string[],
    string[],
    string[],
    string[],
    string[],
    string[],
  ];
  for (const event of events) {
    const { impression } = event;
    page.push(String(impression.pageId));
    position.push(String(impression.position));
    kind.push(String(event.kind));
    key.push(event.key);
    note.push(impression.noteId);
    level.push(String(impression.level));
    rail.push(String(impression.rail));
    value.push(String(event.value));
    boost.push(impression.boostId ?? 'NULL');
    proven.push(event.kind === 0 || impressions.has(event.slot) ? 't' : 'f');
    happened.push(`"${new Date(event.at).toISOString()}"`);
    exposure.push(String(impression.exposure));
    query.push(impression.search?.queryKey ?? 'NULL');
    keyword.push(String(impression.search?.keyword ?? 0));
    leads.push(impression.search?.leads ? 't' : 'f');
  }
  const arrays = columns.map((column) => `{${column.join(',')}}`);
  return [...arrays.slice(0, 10), now.toISOString(), ...arrays.slice(10)];
}
