import { engagementKinds, rails } from '@poolrise/domain';
import { counterColumns } from '../db/counter-columns';
import { comparing, type SumCheck } from './sum-question';

const impression = engagementKinds.indexOf('impression');
const dwell = engagementKinds.indexOf('dwell');
const [guaranteed, search, paid] = (['guaranteed', 'search', 'paid'] as const).map((rail) =>
  rails.indexOf(rail),
);
const nil = '00000000-0000-0000-0000-000000000000';

/** Counters up to here may have come without events (the demo world's past); from here on every count has its event. */
const historyEnd = `(select coalesce(max(before), '-infinity') from history_import)`;

/** Events added up as the counters add them: dwell by its seconds, everything else by its number. */
const eventSums = counterColumns
  .map((column, kind) =>
    kind === dwell
      ? `coalesce(sum(value) filter (where kind = ${kind}), 0) as ${column}`
      : `count(*) filter (where kind = ${kind}) as ${column}`,
  )
  .join(', ');
const equal = (left: string, right: string, names: readonly string[] = counterColumns) =>
  names.map((name) => `coalesce(${left}.${name}, 0) = coalesce(${right}.${name}, 0)`).join(' and ');

/**
 * What became of slots: reported, held in quarantine, expired unreported or still open, and the impressions recorded for their pages.
 * `pages` narrows it to some pages, as a WHERE clause on feed_page.
 */
export const slotSums = (pages = ''): string => `
  with page as (select * from feed_page ${pages}),
  served as (
    select p.expires_at > now() as open, e.page_id is not null as reported, e.page_id is null and q.page_id is not null as held
      from page p cross join lateral generate_subscripts(p.note_ids, 1) as slot
      left join engagement_event e on e.page_id = p.id and e.position = slot and e.kind = ${impression}
      left join quarantined_event q on q.page_id = p.id and q.position = slot and q.kind = ${impression}
  )
  select count(*) as slots, count(*) filter (where reported) as reported,
         count(*) filter (where held) as held, count(*) filter (where not reported and not held and not open) as expired,
         count(*) filter (where not reported and not held and open) as open,
         (select count(*) from engagement_event where kind = ${impression} ${pages ? 'and page_id in (select id from page)' : ''}) as impressions
    from served`;

/** Impressions against the slots of their pages; `events` is a further condition on engagement_event e. */
export const impressionsAgainstSlots = (events = ''): string => `
  select subject, same, 1 as left_sum, (same is true)::integer as right_sum from (
    select e.page_id || '.' || e.position as subject,
           p.note_ids[e.position] = e.note_id and p.levels[e.position] = e.level and p.rails[e.position] = e.rail
           and nullif(p.boost_ids[e.position], '${nil}') is not distinct from e.boost_id
           and (e.rail = ${paid}) = (e.boost_id is not null) as same
      from engagement_event e left join feed_page p on p.id = e.page_id
     where e.kind = ${impression} ${events}
  ) impression`;

/** Runs against the hours of their note and level; `notes` is a WHERE clause on the note_id of both. */
export const runsAgainstHours = (notes = ''): string => `
  select coalesce(r.note_id, h.note_id) || ' level ' || coalesce(r.level, h.level) as subject,
         coalesce(r.impressions, 0) + coalesce(r.paid_impressions, 0) as left_sum,
         coalesce(h.impressions, 0) + coalesce(h.paid_impressions, 0) as right_sum,
         ${equal('r', 'h')} and ${equal(
           'r',
           'h',
           counterColumns.map((column) => `paid_${column}`),
         )}
         and ${equal('r', 'h', ['guaranteed_impressions', 'search_impressions'])} as same
    from (select * from pool_run ${notes}) r full join (
      select note_id, level,
             ${counterColumns.map((column) => `sum(${column}) filter (where rail <> ${paid}) as ${column}, sum(${column}) filter (where rail = ${paid}) as paid_${column}`).join(', ')},
             sum(impressions) filter (where rail = ${guaranteed}) as guaranteed_impressions,
             sum(impressions) filter (where rail = ${search}) as search_impressions
        from engagement_hour ${notes} group by note_id, level
    ) h on h.note_id = r.note_id and h.level = r.level`;

/** Boosts against their hours; `notes` is a WHERE clause on boost. */
export const boostsAgainstTheirHours = (notes = ''): string => `
  select coalesce(b.id, h.boost_id) as subject, coalesce(b.delivered_impressions, 0) as left_sum, coalesce(h.impressions, 0) as right_sum,
         coalesce(b.delivered_impressions, 0) = coalesce(h.impressions, 0) as same
    from (select * from boost ${notes}) b full join (
      select boost_id, sum(impressions) as impressions from boost_hour
       ${notes ? `where boost_id in (select id from boost ${notes})` : ''} group by boost_id
    ) h on h.boost_id = b.id`;

/** Paid impressions of notes against what their boosts delivered; `notes` is a condition on the note_id of both. */
export const paidAgainstBoosts = (notes = 'true'): string => `
  select coalesce(n.note_id, b.note_id) as subject, coalesce(n.impressions, 0) as left_sum, coalesce(b.impressions, 0) as right_sum,
         coalesce(n.impressions, 0) = coalesce(b.impressions, 0) as same
    from (select note_id, sum(impressions) as impressions from engagement_hour where rail = ${paid} and ${notes} group by note_id) n
    full join (select note_id, sum(delivered_impressions) as impressions from boost where ${notes} group by note_id) b on b.note_id = n.note_id`;

/** Impressions and what followed them: every slot and every event exactly once, through all the counters. */
export const impressionChecks: SumCheck[] = [
  {
    name: 'every slot served is reported, expired unreported, or still open',
    sql: `
      select slots as compared,
             abs(slots - reported - held - expired - open) + abs(impressions - reported) as different,
             format('%s served, %s reported (%s impressions recorded), %s held, %s expired, %s open', slots, reported, impressions, held, expired, open) as example
        from (${slotSums()}) sums`,
  },
  comparing(
    'every impression is a slot of its page, with its note, level, rail and boost',
    impressionsAgainstSlots(),
  ),
  comparing(
    'every click, like and so on has its impression',
    `select e.page_id || '.' || e.position as subject,
            i.note_id = e.note_id and i.level = e.level and i.rail = e.rail and i.boost_id is not distinct from e.boost_id as same
       from engagement_event e
       left join engagement_event i on i.page_id = e.page_id and i.position = e.position and i.kind = ${impression}
      where e.kind <> ${impression}`,
  ),
  comparing(
    'events by note, level, rail and hour are the hourly counters',
    `select coalesce(h.note_id, e.note_id) || ' ' || coalesce(h.hour, e.hour) as subject, ${equal('h', 'e')} as same
       from (select * from engagement_hour where hour >= ${historyEnd}) h
       full join (
         select note_id, level, rail, date_trunc('hour', at) as hour, ${eventSums}
           from engagement_event where date_trunc('hour', at) >= ${historyEnd} group by 1, 2, 3, 4
       ) e on e.note_id = h.note_id and e.level = h.level and e.rail = h.rail and e.hour = h.hour`,
  ),
  comparing(
    'hourly counters of the imported past are the import',
    `select 'imported impressions' as subject,
            (select coalesce(sum(impressions), 0) from engagement_hour where hour < ${historyEnd})
            - (select count(*) from engagement_event where kind = ${impression} and date_trunc('hour', at) < ${historyEnd})
            = (select coalesce(sum(impressions), 0) from history_import) as same`,
  ),
  comparing(
    'pool runs are the hourly counters of their note and level, organic and paid apart',
    runsAgainstHours(),
  ),
  comparing('the impressions delivered by a boost are those of its hours', boostsAgainstTheirHours()),
  comparing(
    'the hours of a boost are its paid events',
    `select coalesce(h.boost_id, e.boost_id) || ' ' || coalesce(h.hour, e.hour) as subject,
            ${equal('h', 'e', ['impressions', 'clicks', 'likes', 'collects', 'follows'])} as same
       from (select * from boost_hour where hour >= ${historyEnd}) h
       full join (
         select boost_id, date_trunc('hour', at) as hour, ${eventSums}
           from engagement_event where boost_id is not null and date_trunc('hour', at) >= ${historyEnd} group by 1, 2
       ) e on e.boost_id = h.boost_id and e.hour = h.hour`,
  ),
  comparing('paid impressions of a note are those of its boosts', paidAgainstBoosts()),
];
