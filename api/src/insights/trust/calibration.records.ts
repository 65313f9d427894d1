import {
  type EngagementCounts,
  type LiftEstimate,
  type PeerStats,
  type PoolEvidence,
  rails,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';

const paid = rails.indexOf('paid');

/** How many of the newest of each kind are looked at: enough for a share to within a point, and a bounded read. */
export const limits = { verdicts: 5_000, boosts: 500, chances: 2_000 } as const;

/** The newest rows of all workspaces within reach; `sql` reads one workspace `w` along its own index. */
const newest = (sql: string, at: string): string =>
  `select found.* from workspace w cross join lateral (${sql} order by ${at} desc limit $2) found order by ${at} desc limit $2`;

// A return by search is a second verdict of the same level, on the search impressions since the first alone.
const verdicts = newest(
  `select note_id, level, outcome, decided_at, policy_id, evidence, verdict from pool_decision
    where workspace_id = w.id and decided_at >= $1 and reason <> 'FOUND_BY_SEARCH'`,
  'decided_at',
);

/** A verdict that let a note pass, and what the next one saw of it. */
export interface PassedRecord {
  level: number;
  policy_id: string;
  peers: PeerStats;
  estimate: LiftEstimate;
  hook: LiftEstimate;
  /** Impressions in units of an average place. */
  next_exposure: number;
  next_value: number;
  next_clicks: number;
  next_peers: PeerStats;
  next_policy_id: string;
}

/** Forecasts of verdicts whose outcome came in the period: the next pool's verdict on the same note. */
export function passedVerdicts(tx: EntityManager, from: Date): Promise<PassedRecord[]> {
  return tx.query(
    `select before.level, before.policy_id, before.evidence -> 'peers' as peers, before.verdict -> 'estimate' as estimate, before.verdict -> 'hook' as hook,
       coalesce(after.evidence -> 'exposure', after.verdict -> 'sample')::float8 as next_exposure,
       (after.verdict -> 'estimate' ->> 'observed')::float8 as next_value,
       (after.verdict -> 'hook' ->> 'observed')::float8 as next_clicks,
       after.evidence -> 'peers' as next_peers, after.policy_id as next_policy_id
     from (${verdicts}) after
     join pool_decision before on before.note_id = after.note_id and before.level = after.level - 1 and before.outcome = 'pass'`,
    [from, limits.verdicts],
  );
}

type HalfCounts = Pick<
  EngagementCounts,
  'impressions' | 'clicks' | 'likes' | 'collects' | 'comments' | 'shares' | 'follows' | 'hides'
>;

/** A verdict, and the counts of its run at the end of the hour in which half of the sample was in. */
export interface HalfwayRecord {
  policy_id: string;
  evidence: PoolEvidence;
  passed: boolean;
  /** The end of that hour. */
  seen_at: Date;
  half: HalfCounts;
}

/** Verdicts of the period whose run had a half: those that came within their first hours are not forecast. */
export function halfwayRuns(tx: EntityManager, from: Date): Promise<HalfwayRecord[]> {
  return tx.query(
    `select verdict.policy_id, verdict.evidence, verdict.outcome = 'pass' as passed, half.hour + interval '1 hour' as seen_at, to_jsonb(half) - 'hour' as half
     from (${verdicts}) verdict
     join pool_run run on run.note_id = verdict.note_id and run.level = verdict.level
     cross join lateral (
       select * from (
         select hour, ${[
           'impressions',
           'clicks',
           'likes',
           'collects',
           'comments',
           'shares',
           'follows',
           'hides',
         ]
           .map((column) => `sum(${column}) over so_far as ${column}`)
           .join(', ')}
         from engagement_hour
         where note_id = verdict.note_id and level = verdict.level and rail <> ${paid}
           and hour >= date_trunc('hour', run.entered_at) and hour < date_trunc('hour', verdict.decided_at)
         window so_far as (order by hour)
       ) hour_by_hour where impressions >= run.target / 2.0 order by hour limit 1
     ) half`,
    [from, limits.chances],
  );
}

/** A boost that has ended, what was known of its note at launch, and what its impressions brought. */
export interface EndedBoostRecord {
  goal: 'reads' | 'likes-collects' | 'follows';
  category: string;
  hours: number;
  delivered: number;
  hook_lift: number | null;
  reads: number;
  likes_collects: number;
  follows: number;
  earlier_impressions: number;
  earlier_clicks: number;
  earlier_likes: number;
  earlier_collects: number;
  earlier_follows: number;
}

/**
 * Boosts that were launched in the period and have ended. The earlier hours are those of other boosts of the note up to
 * the launch, on the hour; comments and shares are not among them and no figure that is checked reads them.
 */
export function endedBoosts(tx: EntityManager, from: Date): Promise<EndedBoostRecord[]> {
  return tx.query(
    `select boost.goal, note.category, extract(epoch from boost.ends_at - boost.starts_at)::float8 / 3600 as hours,
       boost.delivered_impressions as delivered, known.hook_lift, result.*, earlier.*
     from (${newest(
       `select id, workspace_id, note_id, goal, launched_at, starts_at, ends_at, delivered_impressions from boost
         where workspace_id = w.id and launched_at >= $1 and state in ('completed', 'stopped') and delivered_impressions > 0`,
       'launched_at',
     )}) boost
     join note on note.id = boost.note_id
     left join lateral (
       select (verdict -> 'hook' ->> 'lift')::float8 as hook_lift from pool_decision
        where note_id = boost.note_id and decided_at <= boost.launched_at order by decided_at desc limit 1
     ) known on true
     cross join lateral (
       select coalesce(sum(clicks), 0)::float8 as reads, coalesce(sum(likes + collects), 0)::float8 as likes_collects,
              coalesce(sum(follows), 0)::float8 as follows from boost_hour where boost_id = boost.id
     ) result
     cross join lateral (
       select coalesce(sum(h.impressions), 0)::float8 as earlier_impressions, coalesce(sum(h.clicks), 0)::float8 as earlier_clicks,
              coalesce(sum(h.likes), 0)::float8 as earlier_likes, coalesce(sum(h.collects), 0)::float8 as earlier_collects,
              coalesce(sum(h.follows), 0)::float8 as earlier_follows
         from boost other join boost_hour h on h.boost_id = other.id
        where other.note_id = boost.note_id and h.hour < date_trunc('hour', boost.launched_at)
     ) earlier`,
    [from, limits.boosts],
  );
}
