import { Injectable } from '@nestjs/common';
import type {
  Page,
  ReplayRule,
  RuleHitsQuery,
  RuleHitView,
  RuleReplayView,
  RuleRow,
  RulesQuery,
  RuleView,
} from '@poolrise/contracts';
import { dayInShanghai, replayRule, ruleTermsOn } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Db } from '../db/db';
import { decodeCursor, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';
import {
  type HitRecord,
  hitView,
  replayView,
  type RuleRecord,
  ruleRow,
  ruleSql,
  ruleView,
} from './rule-views';
import { lastFullHour, ruledBoosts } from './ruled-boosts';

const dayMs = 86_400_000;

/** Rules, what they found, and what they would have. */
@Injectable()
export class RulesQueries {
  constructor(private readonly db: Db) {}

  async list(workspaceId: string, ask: z.output<typeof RulesQuery>): Promise<Page<RuleRow>> {
    const [at, id] = decodeCursor(ask.cursor, z.iso.datetime(), z.uuid(), z.literal('rules')) ?? [null, null];
    const rows = await this.db.read<RuleRecord>(
      workspaceId,
      `${ruleSql} and ($2::text is null or rule.state = $2) and ($3::uuid is null or rule.campaign_id = $3)
         and ($4::timestamptz is null or (rule.changed_at, rule.id) < ($4, $5::uuid))
       order by rule.changed_at desc, rule.id desc limit $6`,
      [workspaceId, ask.state ?? null, ask.campaignId ?? null, at, id, ask.limit + 1],
    );
    return pageFrom(rows, ask.limit, ruleRow, (row) => [row.changedKey, row.id, 'rules']);
  }

  /** @throws Refused not-found */
  rule(workspaceId: string, ruleId: string, now = new Date()): Promise<RuleView> {
    return this.db.inWorkspace(workspaceId, (tx) => ruleView(tx, workspaceId, ruleId, now));
  }

  /** @throws Refused not-found */
  async hits(
    workspaceId: string,
    ruleId: string,
    ask: z.output<typeof RuleHitsQuery>,
  ): Promise<Page<RuleHitView>> {
    const [before] = decodeCursor(ask.cursor, z.int().positive(), z.literal('rule-hits')) ?? [null];
    return this.db.inWorkspace(workspaceId, async (tx) => {
      await ruleView(tx, workspaceId, ruleId, new Date());
      const rows = await tx.query<HitRecord[]>(
        `select hit.id, hit.boost_id as "boostId", note.title, hit.hour, hit.at, hit.outcome, hit.evidence, hit.sequence
           from automation_hit hit join boost on boost.id = hit.boost_id join note on note.id = boost.note_id
          where hit.rule_id = $1 and ($2::bigint is null or hit.sequence < $2) and ($3::text is null or hit.outcome = $3)
          order by hit.sequence desc limit $4`,
        [ruleId, before, ask.outcome ?? null, ask.limit + 1],
      );
      return pageFrom(rows, ask.limit, hitView, (row) => [Number(row.sequence), 'rule-hits']);
    });
  }

  /** What a rule would have done. Changes nothing. @throws Refused not-found when the campaign is not there */
  replay(workspaceId: string, ask: ReplayRule, now = new Date()): Promise<RuleReplayView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      await campaignInSight(tx, workspaceId, ask.campaignId);
      return replayWithin(tx, workspaceId, ask, now);
    });
  }
}

/** @throws Refused not-found naming the field when a campaign was named that is not there */
export async function campaignInSight(
  tx: EntityManager,
  workspaceId: string,
  campaignId: string | null,
): Promise<void> {
  if (campaignId === null) return;
  const found = await tx.query<unknown[]>('select from campaign where id = $1 and workspace_id = $2', [
    campaignId,
    workspaceId,
  ]);
  if (!found.length) throw new Refused('not-found', { field: '/campaignId' });
}

/** The same inside a transaction, for whoever makes a rule live. */
export async function replayWithin(
  tx: EntityManager,
  workspaceId: string,
  { campaignId, condition, action, days }: ReplayRule,
  now: Date,
): Promise<RuleReplayView> {
  const to = lastFullHour(now);
  const span = { from: to - days * dayMs, to };
  const boosts = await ruledBoosts(tx, workspaceId, campaignId, condition, span);
  const { changesPerDay } = ruleTermsOn(dayInShanghai(now));
  return replayView(condition, replayRule(condition, action, boosts, span, changesPerDay), boosts, span, now);
}
