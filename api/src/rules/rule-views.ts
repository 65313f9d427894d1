import type { RuleEvidence, RuleHitView, RuleReplayView, RuleRow, RuleView } from '@poolrise/contracts';
import {
  dayInShanghai,
  type RuleCondition,
  type RuleCounts,
  type RuleJudgement,
  type RuleReplay,
  ruleTermsOn,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Refused } from '../http/refused';
import { boostsMost, type NamedBoost, type Span } from './ruled-boosts';

export interface RuleRecord extends Omit<RuleRow, 'changedAt' | 'liveAt' | 'nextLookAt' | 'lastHitAt'> {
  changedAt: Date;
  changedKey: string;
  liveAt: Date | null;
  nextLookAt: Date | null;
  lastHitAt: Date | null;
}

export const ruleSql = `
  select rule.id, rule.name, case when campaign.id is not null then json_build_object('id', campaign.id, 'name', campaign.name) end as campaign,
    rule.condition, rule.action, rule.state, rule.version, writer.name as "writtenBy", rule.changed_at as "changedAt",
    to_char(rule.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "changedKey",
    liver.name as "liveBy", rule.live_at as "liveAt", rule.next_look_at as "nextLookAt",
    (select count(*)::integer from boost where boost.workspace_id = rule.workspace_id and boost.state = 'running'
        and (rule.campaign_id is null or boost.campaign_id = rule.campaign_id)) as watching,
    hits.done, hits.would, hits.last as "lastHitAt"
  from automation_rule rule
  left join campaign on campaign.id = rule.campaign_id
  left join person writer on writer.id = rule.created_by left join person liver on liver.id = rule.live_by
  cross join lateral (
    select count(*) filter (where outcome = 'done')::integer as done, count(*) filter (where outcome = 'would')::integer as would,
           max(hour) as last
      from automation_hit where rule_id = rule.id and at > now() - interval '30 days') hits
  where rule.workspace_id = $1`;

export const ruleRow = ({ changedKey: _, ...rule }: RuleRecord): RuleRow => ({
  ...rule,
  changedAt: rule.changedAt.toISOString(),
  liveAt: rule.liveAt?.toISOString() ?? null,
  nextLookAt: rule.nextLookAt?.toISOString() ?? null,
  lastHitAt: rule.lastHitAt?.toISOString() ?? null,
});

/** One rule, inside the transaction that wrote or found it. @throws Refused not-found */
export async function ruleView(
  tx: EntityManager,
  workspaceId: string,
  id: string,
  now: Date,
): Promise<RuleView> {
  const [rule] = await tx.query<RuleRecord[]>(`${ruleSql} and rule.id = $2`, [workspaceId, id]);
  if (!rule) throw new Refused('not-found', { field: 'path.ruleId' });
  const { changesPerDay } = ruleTermsOn(dayInShanghai(now));
  return { ...ruleRow(rule), asOf: now.toISOString(), changesPerDay };
}

/** What a rule judged by, as it is kept and shown. */
export const evidenceOf = (
  { value: threshold }: RuleCondition,
  { value, low, high }: RuleJudgement,
  counts: RuleCounts,
): RuleEvidence => ({ value, low, high, threshold, ...counts });

const shownMost = 50;

export function replayView(
  condition: RuleCondition,
  { hits, looks, unsure }: RuleReplay,
  boosts: readonly NamedBoost[],
  span: Span,
  now: Date,
): RuleReplayView {
  const titles = new Map(boosts.map(({ boostId, title }) => [boostId, title]));
  // Hits come with the latest first, so the last of a boost is its first.
  const firstOf = new Map(hits.map((hit) => [hit.boostId, hit]));
  return {
    asOf: now.toISOString(),
    from: new Date(span.from).toISOString(),
    to: new Date(span.to).toISOString(),
    boosts: boosts.length,
    capped: boosts.length >= boostsMost,
    looks,
    unsure,
    hitCount: hits.length,
    boostsHit: firstOf.size,
    laterCents: [...firstOf.values()].reduce((sum, { laterCents }) => sum + laterCents, 0),
    hits: hits.slice(0, shownMost).map(({ boostId, hour, judgement, counts, laterCents }) => ({
      boostId,
      title: titles.get(boostId) ?? '',
      hour: new Date(hour).toISOString(),
      evidence: evidenceOf(condition, judgement, counts),
      laterCents,
    })),
  };
}

export interface HitRecord extends Omit<RuleHitView, 'hour' | 'at'> {
  hour: Date;
  at: Date;
  sequence: string;
}

export const hitView = ({ sequence: _, ...hit }: HitRecord): RuleHitView => ({
  ...hit,
  hour: hit.hour.toISOString(),
  at: hit.at.toISOString(),
});
