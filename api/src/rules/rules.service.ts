import { Injectable } from '@nestjs/common';
import type { ChangeRule, RuleView, SwitchRule, WriteRule } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { audit, type AuditAction } from '../accounts/audit';
import { Db } from '../db/db';
import type { Actor } from '../http/caller';
import { Refused } from '../http/refused';
import { JobsService } from '../jobs/jobs.service';
import { requestFingerprint } from '../ledger/request-fingerprint';
import { announce } from '../live/announce';
import { AutomationRule } from './automation-rule.entity';
import { ruleView } from './rule-views';
import { campaignInSight, replayWithin } from './rules.queries';

/** A workspace with more has stopped deleting them [P]; each is looked at every hour. */
const rulesMost = 100;

/** Writing, changing and switching rules. What a rule does itself stands in rule-watch.ts. */
@Injectable()
export class RulesService {
  constructor(
    private readonly db: Db,
    private readonly jobs: JobsService,
  ) {}

  /**
   * Writes a rule, on trial, or returns the one already written under the same request key.
   * @throws Refused not-found, request-key-reused, too-many-rules
   */
  async write(actor: Actor, ask: WriteRule, now = new Date()): Promise<RuleView> {
    const { requestKey, ...fields } = ask;
    const { workspaceId } = actor;
    const requestHash = requestFingerprint(fields);
    const view = await this.db.inWorkspace(workspaceId, async (tx) => {
      // The workspace is the one lock, so that two presses of the button are counted one after the other.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 47))', [workspaceId]);
      const earlier = await tx.findOneBy(AutomationRule, { workspaceId, requestKey });
      if (earlier && earlier.requestHash !== requestHash)
        throw new Refused('request-key-reused', { field: '/requestKey' });
      if (earlier) return ruleView(tx, workspaceId, earlier.id, now);
      if ((await tx.countBy(AutomationRule, { workspaceId })) >= rulesMost)
        throw new Refused('too-many-rules', { figures: { most: rulesMost } });
      await campaignInSight(tx, workspaceId, fields.campaignId);
      const { id } = await tx.save(
        tx.create(AutomationRule, {
          ...fields,
          workspaceId,
          requestKey,
          requestHash,
          state: 'dry-run',
          version: 1,
          createdBy: actor.person?.id ?? null,
          createdAt: now,
          changedAt: now,
          nextLookAt: now,
        }),
      );
      await told(tx, actor, id, 'rule.written', { name: fields.name });
      return ruleView(tx, workspaceId, id, now);
    });
    this.jobs.nudge('automation-rules');
    return view;
  }

  /** Changes a rule, which puts it on trial again. @throws Refused not-found, rule-moved-on */
  async change(actor: Actor, ruleId: string, ask: ChangeRule, now = new Date()): Promise<RuleView> {
    const { version, ...fields } = ask;
    const view = await this.changing(actor, ruleId, version, now, async (tx) => {
      await campaignInSight(tx, actor.workspaceId, fields.campaignId);
      await tx.update(
        AutomationRule,
        { id: ruleId },
        { ...fields, state: 'dry-run', liveBy: null, liveAt: null, nextLookAt: now },
      );
      return { action: 'rule.changed', detail: { name: fields.name } };
    });
    this.jobs.nudge('automation-rules');
    return view;
  }

  /**
   * Makes a rule live, puts it on trial or switches it off. Live only with the count that its replay shows now, so that nobody
   * lets loose what they have not looked at.
   * @throws Refused not-found, rule-moved-on, rule-not-looked-at
   */
  async switch(
    actor: Actor,
    ruleId: string,
    { state, version, seen }: SwitchRule,
    now = new Date(),
  ): Promise<RuleView> {
    const view = await this.changing(actor, ruleId, version, now, async (tx, rule) => {
      if (state === 'live') {
        const days = seen?.days ?? 7;
        const { hitCount } = await replayWithin(tx, actor.workspaceId, { ...rule, days }, now);
        if (seen?.hits !== hitCount)
          throw new Refused('rule-not-looked-at', { field: '/seen/hits', figures: { hits: hitCount, days } });
      }
      const live = state === 'live' ? { liveBy: actor.person?.id ?? null, liveAt: now } : {};
      await tx.update(
        AutomationRule,
        { id: ruleId },
        { state, ...live, nextLookAt: state === 'off' ? null : now },
      );
      const detail = { name: rule.name, state };
      return { action: state === 'live' ? 'rule.made-live' : 'rule.changed', detail };
    });
    this.jobs.nudge('automation-rules');
    return view;
  }

  /** Deletes a rule with its log; what it did stays done. @throws Refused not-found */
  drop(actor: Actor, ruleId: string): Promise<void> {
    return this.db.inWorkspace(actor.workspaceId, async (tx) => {
      const { name } = await held(tx, actor.workspaceId, ruleId);
      await tx.delete(AutomationRule, { id: ruleId });
      await told(tx, actor, ruleId, 'rule.deleted', { name });
    });
  }

  /** One change by a person who has read the rule as it stands. */
  private changing(
    actor: Actor,
    ruleId: string,
    version: number,
    now: Date,
    work: (
      tx: EntityManager,
      rule: AutomationRule,
    ) => Promise<{ action: AuditAction; detail: Record<string, unknown> }>,
  ): Promise<RuleView> {
    const { workspaceId } = actor;
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const rule = await held(tx, workspaceId, ruleId);
      if (rule.version !== version)
        throw new Refused('rule-moved-on', { field: '/version', figures: { version: rule.version } });
      const { action, detail } = await work(tx, rule);
      await tx.update(AutomationRule, { id: ruleId }, { version: version + 1, changedAt: now });
      await told(tx, actor, ruleId, action, detail);
      return ruleView(tx, workspaceId, ruleId, now);
    });
  }
}

/** The rule, held until the transaction ends. @throws Refused not-found */
async function held(tx: EntityManager, workspaceId: string, id: string): Promise<AutomationRule> {
  const rule = await tx.findOne(AutomationRule, {
    where: { id, workspaceId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!rule) throw new Refused('not-found', { field: 'path.ruleId' });
  return rule;
}

async function told(
  tx: EntityManager,
  { workspaceId, person }: Actor,
  subjectId: string,
  action: AuditAction,
  detail: Record<string, unknown>,
): Promise<void> {
  await audit(tx, { workspaceId, personId: person?.id ?? null, action, subjectId, detail });
  await announce(tx, workspaceId, 'rules');
}
