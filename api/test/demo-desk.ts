import { engagementKinds, rails } from '@poolrise/domain';
import type { TestDatabase } from './database';

const paid = rails.indexOf('paid');

/** The demo's reward plans in the order of their windows, each as often as somebody enrolled, with how far that came. */
export async function rewardsOf(database: TestDatabase): Promise<string[]> {
  const rows = await database.owner<{ said: string }>(
    `select concat_ws(', ', p.state, coalesce(c.state, case when e.achieved_at is not null then 'achieved' end)) as said
       from reward_plan p left join reward_enrolment e on e.plan_id = p.id left join reward_claim c on c.enrolment_id = e.id
      order by p.opens_at, p.closes_at, c.claimed_at`,
  );
  return rows.map(({ said }) => said);
}

/** What the demo's weekly topics hold. */
export async function topicsOf(database: TestDatabase): Promise<unknown> {
  const [found] = await database.owner(`select not exists (
           select from note join workspace on workspace.id = note.workspace_id join weekly_topic topic on note.topics @> array[topic.tag] and topic.category = 'food'
            where workspace.name like '小满的茶桌%' and position(topic.tag in note.title || note.body) = 0) as about_it,
         count(distinct week)::int >= 3 as weeks, count(*) filter (where category = 'food' and state = 'published')::int >= 9 as of_food,
         count(*) filter (where (outcome ->> 'notes')::int > 0)::int > 0 as came_of
       from weekly_topic`);
  return found;
}

/** How many drafts of creators stand where, and how many notes came of them. */
export async function draftsOf(database: TestDatabase): Promise<string[]> {
  const rows = await database.owner<{ said: string }>(
    `select state || ': ' || count(*) || case when count(note_id) > 0 then ', notes: ' || count(note_id) else '' end as said
       from note_draft group by state order by state`,
  );
  return rows.map(({ said }) => said);
}

/** What of this is not there: what desks earned and will be paid, and what their product links brought. */
export async function missingOfEarnings(database: TestDatabase): Promise<string[]> {
  const [found = {}] = await database.owner<Record<string, boolean>>(
    `select (select count(distinct date_trunc('month', at))::int >= 5 from ledger_transaction where kind = 'order-earned') as months,
            (select string_agg(state, ' ' order by published_at) = 'completed published' from cooperation_order o join workspace w on w.id = o.workspace_id
              where w.name like '野径户外%' and state <> 'settled') as ahead,
            (select count(distinct workspace_id)::int >= 1 from product_sale) as desks,
            (select count(*)::int > 10 from product_sale where confirms_at > now()) as expected,
            (select count(*)::int > 0 from product_sale where confirms_at <= now()) as confirmed,
            (select count(*)::int > 0 from product_return) as returned,
            (select bool_and(opens <= 0.08 * reads and paid <= 0.08 * paid_reads) from (
               select note_id, count(*) as opens, count(*) filter (where rail = ${paid}) as paid from product_open group by 1) o
               join (select note_id, sum(clicks) as reads, coalesce(sum(clicks) filter (where rail = ${paid}), 0) as paid_reads
                       from engagement_hour group by 1) r using (note_id)) as within_reads,
            (select count(*) * 8 <= (select count(*) from product_open) from product_sale) as few_buy,
            (select sum(opens) from product_link_day) = (select count(*) from product_open where counted) as counted,
            (select bool_and(r.cents = s.returned_cents) from product_sale s
               join (select sale_id, sum(cents) as cents from product_return group by 1) r on r.sale_id = s.id) as adds_up`,
  );
  return Object.keys(found).filter((name) => !found[name]);
}

/** Wallets that list something earlier above something later. */
export async function outOfOrder(database: TestDatabase): Promise<unknown[]> {
  return database.owner(
    `select w.name, listed.what from (
         select workspace_id, 'journal' as what, at < lag(at) over (partition by workspace_id order by sequence) as late from ledger_transaction
         union all
         select workspace_id, 'top-ups', asked_at < lag(asked_at) over (partition by workspace_id order by sequence) from top_up
       ) listed join workspace w on w.id = listed.workspace_id where late`,
  );
}

/** The levels that the demo's desks hold, and whether each has a history that ends there. */
export async function levelsOf(database: TestDatabase): Promise<unknown> {
  const [found] = await database.owner(
    `select count(*) filter (where w.name like '小满的茶桌%' and s.level >= 2)::int as xiaoman, count(*) = count(s.level) as all_judged,
            bool_and(s.level = (select to_level from growth_step where workspace_id = w.id order by at desc limit 1)) as told
       from workspace w left join growth_standing s on s.workspace_id = w.id where w.kind = 'creator'`,
  );
  return found;
}

/** How many applications to be verified stand where. */
export async function licencesOf(database: TestDatabase): Promise<string[]> {
  const rows = await database.owner<{ said: string }>(
    `select state || ': ' || count(*) as said from professional_application where licence_id is not null group by state order by state`,
  );
  return rows.map(({ said }) => said);
}

/** Recruitments by state with how many are wanted and selected, and what waits or holds around them. */
export async function recruitingOf(database: TestDatabase): Promise<unknown> {
  const [found] = await database.owner(
    `select (select string_agg(state || ' ' || selected || '/' || wanted, ', ' order by state desc) from recruitment) as recruitments,
            (select count(*)::int from recruitment_application where state in ('applied', 'shortlisted')) as waiting,
            (select count(*)::int from desk_claim where state = 'waiting') as claims,
            (select count(*)::int from workspace where creator_id is not null) as desks,
            (select count(*)::int from cooperation_order o join workspace on workspace.id = o.workspace_id
              where rights_until > now() and workspace.name like '林家茶%') as rights`,
  );
  return found;
}

/** What of this is not there: reads of the desks' notes one by one, by readers of whom something was told, some gone at once. */
export async function missingOfReads(database: TestDatabase): Promise<string[]> {
  const [found = {}] = await database.owner<Record<string, boolean>>(
    `select count(*) > 500 as reads, bool_or(w.name like '小满的茶桌%') as xiaoman,
            count(distinct p.said_age) = 5 and count(distinct p.said_gender) = 2 and count(distinct p.said_city_tier) = 5 as told,
            avg((d.value < 2)::int) between 0.15 and 0.3 as left_at_once, max(p.id) < nextval('feed_page_id') as numbered
       from engagement_event e join feed_page p on p.id = e.page_id join note n on n.id = e.note_id join workspace w on w.id = n.workspace_id
       join engagement_event d on d.page_id = e.page_id and d.position = e.position and d.kind = ${engagementKinds.indexOf('dwell')}
      where e.kind = ${engagementKinds.indexOf('click')}`,
  );
  return Object.keys(found).filter((name) => !found[name]);
}
