import { Injectable } from '@nestjs/common';
import type { BoostView, LaunchBoost } from '@poolrise/contracts';
import { boostTerms, planBoost } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { joinCampaign } from '../campaign-ties/join-campaign';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { byWorkspace } from '../jobs/by-workspace';
import { HandlesJob } from '../jobs/handles-job';
import { JobsService } from '../jobs/jobs.service';
import { LedgerService } from '../ledger/ledger.service';
import { requestFingerprint } from '../ledger/request-fingerprint';
import { announce } from '../live/announce';
import { NotesService } from '../notes/notes.service';
import { withinUsageRights } from './usage-rights';
import { VouchersService } from '../vouchers/vouchers.service';
import { Boost } from './boost.entity';
import { askOf, refusalOf } from './boost-ask';
import { wordsFor } from './boost-words';
import { BoostSettlement } from './boost-settlement';
import { BoostsQueries } from './boosts.queries';
import { HoldoutsService } from './holdouts.service';

/** Boosts of one round; where there are more, the next round begins at once. */
const settleBatch = 500;
/** Workspaces whose boosts are settled side by side: fewer than the connections that all jobs share. */
const settleAtOnce = 4;

/** Launching, stopping and settling boosts. The order of locks stands in ledger.service.ts. */
@Injectable()
export class BoostsService {
  constructor(
    private readonly db: Db,
    private readonly jobs: JobsService,
    private readonly ledger: LedgerService,
    private readonly vouchers: VouchersService,
    private readonly notes: NotesService,
    private readonly settlement: BoostSettlement,
    private readonly queries: BoostsQueries,
    private readonly holdouts: HoldoutsService,
  ) {}

  /**
   * Launches a boost, or returns the one already launched under the same request key. `within` is the transaction of a
   * caller that launches several together or none.
   */
  async launch(
    workspaceId: string,
    personId: string | null,
    ask: LaunchBoost,
    now = new Date(),
    within?: EntityManager,
  ): Promise<BoostView> {
    const { requestKey, ...input } = ask;
    const requestHash = requestFingerprint(input);
    const trial = ask.holdout && {
      ask: ask.holdout,
      audience: await this.holdouts.audience(ask.durationHours, now),
    };
    const view = await this.transaction(workspaceId, within, async (tx) => {
      await this.ledger.lockWallet(tx, workspaceId);

      const earlier = await tx.findOneBy(Boost, { workspaceId, requestKey });
      if (earlier && earlier.requestHash !== requestHash) {
        throw new Refused('request-key-reused', { field: '/requestKey' });
      }
      if (earlier) return this.queries.view(tx, earlier.id, now);

      const note = await this.notes.find(tx, ask.noteId);
      const vouchers = await this.vouchers.take(tx, ask.voucherIds);
      const funds = await this.ledger.funds(tx, workspaceId);
      const plan = planBoost({ ...askOf(ask, note, now), funds, vouchers, terms: boostTerms });
      if (typeof plan === 'string') throw refusalOf(plan);
      const campaignId = await joinCampaign(tx, workspaceId, ask.campaignId, now);
      const joins = { workspaceId, noteId: note.id, plan, campaignId, trial: trial !== undefined };
      await this.holdouts.admit(tx, joins, now);
      const about = { noteId: note.id, plan, now };
      const holdout = trial
        ? await this.holdouts.register(tx, trial.ask, { ...about, audience: trial.audience })
        : null;
      const words = await wordsFor(tx, campaignId, ask);
      const startsAt = new Date(plan.startsAt);
      const endsAt = new Date(plan.endsAt);
      await withinUsageRights(tx, workspaceId, note.id, endsAt);
      const running = startsAt <= now;
      const boost = await tx.save(
        tx.create(Boost, {
          workspaceId,
          noteId: note.id,
          campaignId,
          requestKey,
          requestHash,
          goal: plan.goal,
          budgetCents: plan.budgetCents,
          voucherCents: plan.voucherCents,
          walletCents: plan.walletCents,
          compensationCents: plan.wallet.compensation,
          rebateCents: plan.wallet.rebate,
          creditCents: plan.wallet.credit,
          centsPerThousand: plan.centsPerThousand,
          plannedImpressions: plan.plannedImpressions,
          ...words,
          audience: ask.audience,
          holdout,
          state: running ? 'running' : 'scheduled',
          startsAt,
          endsAt,
          launchedBy: personId,
          launchedAt: now,
          nextSettleAt: running ? endsAt : startsAt,
        }),
      );
      await this.vouchers.reserve(tx, boost, plan.vouchers, now);
      await this.ledger.post(
        tx,
        { workspaceId, kind: 'boost-reserved', subject: note.title, boostId: boost.id, personId, at: now },
        plan.legs,
      );
      const detail = { budgetCents: plan.budgetCents, noteId: note.id };
      await audit(tx, { workspaceId, personId, action: 'boost.launched', subjectId: boost.id, detail });
      await announce(tx, workspaceId, 'boosts', 'wallet', 'notes');
      if (campaignId) await announce(tx, workspaceId, 'campaigns');
      return this.queries.view(tx, boost.id, now);
    });
    this.jobs.nudge('boost-settlement');
    return view;
  }

  /** Counts the readers that a holdout is planned on, before a transaction is begun in which a boost is launched. */
  async countAudience({ holdout, durationHours }: LaunchBoost, now: Date): Promise<void> {
    if (holdout) await this.holdouts.audience(durationHours, now);
  }

  /**
   * Stops a boost and gives back what was not delivered. Stopping twice returns the boost as the first stop left it.
   * @throws Refused boost-already-ended when it came to its own end before.
   */
  stop(
    workspaceId: string,
    personId: string | null,
    boostId: string,
    now = new Date(),
    within?: EntityManager,
  ): Promise<BoostView> {
    return this.transaction(workspaceId, within, async (tx) => {
      await this.ledger.lockWallet(tx, workspaceId);
      const boost = await this.locked(tx, boostId);
      if (!boost) throw new Refused('not-found', { field: 'path.boostId' });
      if (boost.state === 'completed') throw new Refused('boost-already-ended');
      if (boost.state !== 'stopped') {
        await this.settlement.end(tx, boost, 'stopped', now, personId);
        await audit(tx, { workspaceId, personId, action: 'boost.stopped', subjectId: boostId });
      }
      return this.queries.view(tx, boostId, now);
    });
  }

  /**
   * Starts, charges and ends what is due, one boost a transaction, the boosts of one wallet one after the other. Returns how many
   * it looked at.
   * @throws AggregateError after the others were settled, when some could not be.
   */
  @HandlesJob('boost-settlement')
  async settleDue(now = new Date()): Promise<number> {
    const due = await this.db.asEngine((tx) =>
      tx.query<{ id: string; workspaceId: string }[]>(
        'select id, workspace_id as "workspaceId" from boost where next_settle_at <= $1 order by next_settle_at limit $2',
        [now, settleBatch],
      ),
    );
    const failures = await byWorkspace(due, settleAtOnce, ({ workspaceId, id }) =>
      this.settle(workspaceId, id, now),
    );
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} boosts could not be settled`);
    if (due.length === settleBatch) this.jobs.nudge('boost-settlement');
    return due.length;
  }

  private settle(workspaceId: string, boostId: string, now: Date): Promise<void> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      await this.ledger.lockWallet(tx, workspaceId);
      const boost = await this.locked(tx, boostId);
      // Another worker may have been here between the look and the lock.
      if (boost?.nextSettleAt && boost.nextSettleAt <= now) await this.settlement.advance(tx, boost, now);
    });
  }

  private transaction<T>(
    workspaceId: string,
    within: EntityManager | undefined,
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T> {
    return within ? work(within) : this.db.inWorkspace(workspaceId, work);
  }

  private locked(tx: EntityManager, id: string): Promise<Boost | null> {
    return tx.findOne(Boost, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}
