import { Injectable } from '@nestjs/common';
import { countsAt, dayInShanghai, isLimited, judgeRule, ruleTermsOn } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { BoostsService } from '../boosts/boosts.service';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { HandlesJob } from '../jobs/handles-job';
import { LedgerService } from '../ledger/ledger.service';
import { announce } from '../live/announce';
import { AutomationRule } from './automation-rule.entity';
import { evidenceOf } from './rule-views';
import { lastFullHour, type NamedBoost, ruledBoosts } from './ruled-boosts';

/** Rules of one round; what is left is due at the next sweep. */
const batch = 200;
const hourMs = 3_600_000;
/** After a full hour, for what readers report a little late. */
const afterHourMs = 2 * 60_000;

/** Looks at rules once for every full hour: what they find is written down with its figures, once, whoever looks. */
@Injectable()
export class RuleWatch {
  constructor(
    private readonly db: Db,
    private readonly boosts: BoostsService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Looks at what is due, one rule a transaction. Returns how many there were.
   * @throws AggregateError after the others were looked at, when some could not be
   */
  @HandlesJob('automation-rules')
  async lookAtDue(now = new Date()): Promise<number> {
    const due = await this.db.asEngine((tx) =>
      tx.query<{ id: string; workspaceId: string }[]>(
        `select id, workspace_id as "workspaceId" from automation_rule where next_look_at <= $1 order by next_look_at limit $2`,
        [now, batch],
      ),
    );
    const failures: unknown[] = [];
    for (const { id, workspaceId } of due)
      await this.look(workspaceId, id, now).catch((error: unknown) => failures.push(error));
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} rules could not be looked at`);
    return due.length;
  }

  private look(workspaceId: string, ruleId: string, now: Date): Promise<void> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      // The wallet comes before the rule and the boosts, as wherever money moves; rules of one workspace come one by one.
      await this.ledger.lockWallet(tx, workspaceId);
      const [due] = await tx.query<{ id: string }[]>(
        'select id from automation_rule where id = $1 and next_look_at <= $2 for update skip locked',
        [ruleId, now],
      );
      // Another worker may have been here between the look and the lock.
      if (!due) return;
      const rule = await tx.findOneByOrFail(AutomationRule, { id: ruleId });
      const hour = lastFullHour(now);
      const span = { from: hour, to: hour };
      const boosts = await ruledBoosts(tx, workspaceId, rule.campaignId, rule.condition, span, 'running');
      let found = 0;
      for (const boost of boosts) found += await this.judge(tx, rule, boost, hour, now);
      await tx.update(AutomationRule, { id: ruleId }, { nextLookAt: new Date(hour + hourMs + afterHourMs) });
      if (found > 0) await announce(tx, workspaceId, 'rules', 'notices');
    });
  }

  /** Judges one boost, and does what there is to do. Returns how many hits were written down. */
  private async judge(
    tx: EntityManager,
    rule: AutomationRule,
    boost: NamedBoost,
    hour: number,
    now: Date,
  ): Promise<number> {
    const counts = countsAt(boost, rule.condition, hour);
    const judgement = judgeRule(rule.condition, counts);
    if (judgement.verdict !== 'hit') return 0;
    const outcome = await outcomeOf(tx, rule, boost.boostId, hour);
    if (outcome === null) return 0;
    const [hit] = await tx.query<{ id: string }[]>(
      `insert into automation_hit (workspace_id, rule_id, boost_id, hour, at, outcome, evidence) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict on constraint one_hit_per_hour do nothing returning id`,
      [
        rule.workspaceId,
        rule.id,
        boost.boostId,
        new Date(hour),
        now,
        outcome,
        evidenceOf(rule.condition, judgement, counts),
      ],
    );
    if (!hit) return 0;
    if (outcome === 'done' && rule.action === 'stop-boost') await this.stop(tx, rule, boost.boostId, now);
    return 1;
  }

  private async stop(tx: EntityManager, rule: AutomationRule, boostId: string, now: Date): Promise<void> {
    const { workspaceId, id: ruleId, name } = rule;
    try {
      await this.boosts.stop(workspaceId, null, boostId, now, tx);
    } catch (error) {
      // It came to its own end in this very moment: there is nothing left to stop.
      if (!(error instanceof Refused && error.code === 'boost-already-ended')) throw error;
    }
    await audit(tx, {
      workspaceId,
      personId: null,
      action: 'rule.acted',
      subjectId: boostId,
      detail: { ruleId, name },
    });
  }
}

/**
 * What becomes of a hit; null when it is nothing new: on trial a boost is stopped once, and what is held back is said once a day.
 */
async function outcomeOf(
  tx: EntityManager,
  { id, state, action, changedAt }: AutomationRule,
  boostId: string,
  hour: number,
): Promise<'done' | 'would' | 'limited' | null> {
  const hits = await tx.query<{ hour: Date; outcome: string; own: boolean; current: boolean }[]>(
    `select hour, outcome, rule_id = $2 as own, at >= $3 as current from automation_hit
      where boost_id = $1 and (at > $4::timestamptz - interval '25 hours' or (rule_id = $2 and outcome = 'would' and at >= $3))`,
    [boostId, id, changedAt, new Date(hour)],
  );
  const trial = state === 'dry-run';
  const counted = hits.filter(({ outcome, own }) =>
    trial ? own && outcome === 'would' : outcome === 'done',
  );
  if (trial && action === 'stop-boost' && counted.some(({ current }) => current)) return null;
  const { changesPerDay } = ruleTermsOn(dayInShanghai(new Date(hour)));
  if (
    !isLimited(
      counted.map((hit) => hit.hour.getTime()),
      hour,
      changesPerDay,
    )
  )
    return trial ? 'would' : 'done';
  const said = hits.some(
    (hit) => hit.own && hit.outcome === 'limited' && hit.hour.getTime() > hour - 24 * hourMs,
  );
  return said ? null : 'limited';
}
