import { type RuleCondition, type RuledBoost } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';

const hourMs = 3_600_000;
/** Boosts of a workspace looked at together; with more at once the latest are, and the screen says so. */
export const boostsMost = 1_000;

export interface NamedBoost extends RuledBoost {
  title: string;
}

/** Whole hours in epoch milliseconds: the windows looked at end after `from` and not after `to`. */
export interface Span {
  from: number;
  to: number;
}

/**
 * Boosts that ran in a span with the hours that the windows of a rule reach back to, the latest launch first. By the indexes of a
 * workspace's boosts and of a boost's hours.
 */
export async function ruledBoosts(
  tx: Pick<EntityManager, 'query'>,
  workspaceId: string,
  campaignId: string | null,
  { windowHours }: Pick<RuleCondition, 'windowHours'>,
  { from, to }: Span,
  only: 'running' | 'any' = 'any',
): Promise<NamedBoost[]> {
  const first = new Date(from - windowHours * hourMs);
  const rows = await tx.query<(Omit<NamedBoost, 'hours'> & { hours: [number, number, number, number][] })[]>(
    `select boost.id as "boostId", note.title, extract(epoch from boost.starts_at)::float8 * 1000 as "startsAt",
       extract(epoch from coalesce(boost.ended_at, boost.ends_at))::float8 * 1000 as until,
       boost.budget_cents::float8 as "budgetCents", boost.planned_impressions as "plannedImpressions",
       coalesce((select sum(impressions) from boost_hour where boost_id = boost.id and hour < $4), 0)::integer as before,
       coalesce((select json_agg(json_build_array(extract(epoch from hour) * 1000, impressions, clicks, follows) order by hour)
                   from boost_hour where boost_id = boost.id and hour >= $4 and hour < $5), '[]') as hours
     from boost join note on note.id = boost.note_id
    where boost.workspace_id = $1 and ($2::uuid is null or boost.campaign_id = $2)
      and boost.starts_at < $5 and coalesce(boost.ended_at, boost.ends_at) > $3 ${only === 'running' ? `and boost.state = 'running'` : ''}
    order by boost.launched_at desc, boost.id limit $6`,
    [workspaceId, campaignId, new Date(from), first, new Date(to), boostsMost],
  );
  return rows.map(({ hours, ...boost }) => ({
    ...boost,
    hours: hours.map(([hour, impressions, reads, follows]) => ({ hour, impressions, reads, follows })),
  }));
}

/** The latest hour that is over. */
export const lastFullHour = (now: Date): number => Math.floor(now.getTime() / hourMs) * hourMs;
