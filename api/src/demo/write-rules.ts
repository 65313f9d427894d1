import {
  dayInShanghai,
  replayRule,
  type RuleAction,
  type RuleCondition,
  type RuleState,
  ruleTermsOn,
} from '@poolrise/domain';
import { type Cast, marketerOf, workspaceOf } from '@poolrise/scenario';
import type pg from 'pg';
import { requestFingerprint } from '../ledger/request-fingerprint';
import { evidenceOf } from '../rules/rule-views';
import { lastFullHour, ruledBoosts } from '../rules/ruled-boosts';
import { insert } from './write-rows';

const hourMs = 3_600_000;

interface Told {
  name: string;
  condition: RuleCondition;
  action: RuleAction;
  state: RuleState;
  writtenHoursAgo: number;
}

/** One that tells, live for five days, and one on trial that would stop boosts. */
const told: readonly Told[] = [
  {
    name: '预算快花完 Budget nearly gone',
    condition: {
      metric: 'spendShare',
      comparison: 'above',
      value: 0.8,
      leastImpressions: 500,
      windowHours: 24,
    },
    action: 'notify',
    state: 'live',
    writtenHoursAgo: 120,
  },
  {
    name: '点击率太低就停 Few clicks',
    condition: {
      metric: 'ctrPaid',
      comparison: 'below',
      value: 0.02,
      leastImpressions: 1_000,
      windowHours: 24,
    },
    action: 'stop-boost',
    state: 'dry-run',
    writtenHoursAgo: 72,
  },
];

/** Rules of the tea brand with the log that they would have by now: replayed over the boosts of the history. */
export async function writeRules(client: pg.Client, cast: Cast, now: number): Promise<void> {
  const { id: workspaceId } = workspaceOf(cast, 'lin');
  const { id: personId } = marketerOf(cast, 'lin');
  for (const rule of told) {
    const since = new Date(now - rule.writtenHoursAgo * hourMs);
    const live = rule.state === 'live';
    const { name, condition, action, state } = rule;
    const ruleId = await insert(client, 'automation_rule', {
      workspace_id: workspaceId,
      request_key: crypto.randomUUID(),
      request_hash: requestFingerprint({ name, condition, action }),
      name,
      condition: JSON.stringify(condition),
      action,
      state,
      version: live ? 2 : 1,
      created_by: personId,
      created_at: since,
      changed_at: since,
      live_by: live ? personId : null,
      live_at: live ? since : null,
      // The worker looks as soon as it is up.
      next_look_at: new Date(now),
    });
    await writeHits(client, workspaceId, ruleId, rule, {
      from: lastFullHour(since),
      to: lastFullHour(new Date(now)),
    });
  }
}

async function writeHits(
  client: pg.Client,
  workspaceId: string,
  ruleId: string,
  { condition, action, state }: Told,
  span: { from: number; to: number },
): Promise<void> {
  const tx = {
    query: async <T>(sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows as T,
  };
  const boosts = await ruledBoosts(tx, workspaceId, null, condition, span);
  const { changesPerDay } = ruleTermsOn(dayInShanghai(new Date(span.to)));
  const { hits } = replayRule(condition, action, boosts, span, changesPerDay);
  // As they were found: the earliest first.
  for (const { boostId, hour, judgement, counts } of hits.reverse())
    await insert(client, 'automation_hit', {
      workspace_id: workspaceId,
      rule_id: ruleId,
      boost_id: boostId,
      hour: new Date(hour),
      at: new Date(hour + 2 * 60_000),
      outcome: state === 'live' ? 'done' : 'would',
      evidence: JSON.stringify(evidenceOf(condition, judgement, counts)),
    });
}
