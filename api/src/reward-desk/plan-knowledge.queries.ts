import { Injectable } from '@nestjs/common';
import {
  boostTerms,
  type Category,
  type CreatorCohort,
  type PastPlans,
  type PlanKnowledge,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';

/** Creators that the directory is read by at most; of a larger one a random part is read, and counted as the whole. */
const readMost = 100_000;
/** Of notes nobody has read yet nothing is known: a rule has to see few readers there, and not none. */
const readsUnknown = 50;
/** Used until enough notes were seen. */
const interactionsUnknown = 0.08;
const passUnknown = 0.3;

interface KnownRow {
  cohorts: (Omit<CreatorCohort, 'category'> & { category: Category })[] | null;
  interactions: number | null;
  passed: number | null;
  past: PastPlans;
}

/**
 * Everything in one statement: the directory by tier and main category, how far notes climb, and what ended plans came to.
 * `$1` is the part of the directory in hundred that is read.
 */
const knowledgeSql = `
  with account as (
    select c.followers, c.categories[1] as category, coalesce(f.notes_30d, 0) as notes,
      coalesce(f.image_reads_median, f.video_reads_median) as reads,
      coalesce(f.image_interactions_median, f.video_interactions_median) as interactions, desk.id is not null as tied,
      case when c.followers < 1000 then 1 when c.followers < 5000 then 2 when c.followers < 50000 then 3
           when c.followers < 500000 then 4 else 5 end as tier
    from creator c tablesample system (($1::float8)::real) left join creator_figures f on f.creator_id = c.id
    left join workspace desk on desk.creator_id = c.id and desk.kind = 'creator'
    where c.deleted_at is null and c.categories[1] is not null
  ), cohort as (
    select tier, category, (count(*) * 100 / $1::float8)::float8 as creators, min(followers) as least, max(followers) as most,
      avg(notes)::float8 as notes, percentile_cont(.5) within group (order by reads) as middle,
      percentile_cont(.9) within group (order by reads) as high, avg(tied::int)::float8 as tied
    from account group by tier, category
  )
  select (select json_agg(json_build_object('category', category, 'creators', round(creators), 'followersFrom', least,
       'followersTo', most, 'notesPer30Days', notes, 'readsMiddle', coalesce(middle, ${readsUnknown}),
       'readsHigh', coalesce(high, ${4 * readsUnknown}), 'tiedShare', tied, 'violationShare', broke.share)
       order by tier, category) from cohort) as cohorts,
    (select (sum(interactions) / nullif(sum(reads), 0))::float8 from account where reads > 0) as interactions,
    climb.passed, past.sums as past
  from (
    select avg((level > 0)::int)::float8 as passed from (
      select found.level from workspace w cross join lateral (
        select level from note where workspace_id = w.id order by published_at desc limit 200) found limit 5000) seen
  ) climb
  cross join (
    select coalesce(avg((audit_state in ('rejected', 'limited'))::int), 0)::float8 as share from (
      select found.audit_state from workspace w cross join lateral (
        select audit_state from note where workspace_id = w.id and published_at > now() - interval '30 days'
         order by published_at desc limit 200) found limit 5000) seen
  ) broke
  cross join (
    select json_build_object('plans', count(distinct p.id), 'eligible', coalesce(sum((f.forecast #>> '{eligible,middle}')::float8), 0),
      'enrolled', coalesce(sum(e.enrolled), 0), 'achieved', coalesce(sum(e.achieved), 0), 'claimed', coalesce(sum(e.claimed), 0),
      'vouchersEnded', coalesce(sum(e.ended), 0), 'vouchersUsed', coalesce(sum(e.used), 0)) as sums
    from (select id from reward_plan where state = 'ended' order by closes_at desc limit 40) p
    join reward_plan_forecast f on f.plan_id = p.id
    cross join lateral (
      select count(*)::float8 as enrolled, count(e.achieved_at)::float8 as achieved, count(c.id)::float8 as claimed,
        sum(spent.ended)::float8 as ended, sum(spent.used)::float8 as used
      from reward_enrolment e left join reward_claim c on c.enrolment_id = e.id
      left join lateral (select count(*) as ended, count(v.used_at) as used from voucher v
         where v.id = any(c.voucher_ids) and (v.used_at is not null or v.expires_at <= now())) spent on true
      where e.plan_id = p.id
    ) e
  ) past`;

/** What is known of the platform when a plan is drawn up. The caller wears the engine's hat. */
@Injectable()
export class PlanKnowledgeQueries {
  async now(tx: Pick<EntityManager, 'query'>): Promise<PlanKnowledge> {
    const [size] = await tx.query<{ rows: number }[]>(
      `select greatest(reltuples, 1)::float8 as rows from pg_class where oid = 'creator'::regclass`,
    );
    const part = Math.min(100, (100 * readMost) / (size?.rows ?? 1));
    const [found] = await tx.query<KnownRow[]>(knowledgeSql, [part]);
    if (!found) throw new Error('The directory answered nothing');
    return {
      cohorts: found.cohorts ?? [],
      past: found.past,
      centsPerThousand: boostTerms.centsPerThousand,
      interactionsPerRead: Math.min(1, found.interactions ?? interactionsUnknown),
      passShare: Math.min(0.95, Math.max(0.02, found.passed ?? passUnknown)),
    };
  }
}
