import { Injectable } from '@nestjs/common';
import type { BoostPreview, HoldoutPlanView, PreviewBoost, ProblemCode } from '@poolrise/contracts';
import {
  boostTerms,
  type BoostForecast,
  type BoostPlan,
  type ForecastFigure,
  forecastBoost,
  type NoteEvidence,
  planBoost,
  refundBoost,
  settleDelivery,
  fundsTotal,
  onlyCash,
} from '@poolrise/domain';
import { Db } from '../db/db';
import { problemCatalogue } from '../http/problem-catalogue';
import { LedgerService } from '../ledger/ledger.service';
import { NotesService } from '../notes/notes.service';
import { VouchersService } from '../vouchers/vouchers.service';
import { askOf } from './boost-ask';
import { BoostsQueries } from './boosts.queries';
import { HoldoutsService } from './holdouts.service';

/** What a boost would cost and bring. Plans with the same function as the launch and changes nothing. */
@Injectable()
export class BoostPreviews {
  constructor(
    private readonly db: Db,
    private readonly ledger: LedgerService,
    private readonly vouchers: VouchersService,
    private readonly notes: NotesService,
    private readonly queries: BoostsQueries,
    private readonly holdouts: HoldoutsService,
  ) {}

  async preview(workspaceId: string, ask: PreviewBoost, now = new Date()): Promise<BoostPreview> {
    const audience = ask.holdout && (await this.holdouts.audience(ask.durationHours, now));
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const note = await this.notes.find(tx, ask.noteId);
      const funds = await this.ledger.funds(tx, workspaceId);
      const vouchers = await this.vouchers.look(tx, ask.voucherIds);
      const asked = { ...askOf(ask, note, now), vouchers, terms: boostTerms };

      const outcome = planBoost({ ...asked, funds });
      const code = typeof outcome === 'string' ? outcome : null;
      // An empty wallet refuses the launch and not the look: what would it cost, and what would it bring?
      const plan =
        code === 'wallet-too-low' ? planBoost({ ...asked, funds: onlyCash(ask.budgetCents) }) : outcome;
      const refusal = code && refusedAs(code);
      if (typeof plan === 'string') {
        return {
          asOf: now.toISOString(),
          refusal,
          voucherCents: 0,
          walletCents: 0,
          wallet: onlyCash(0),
          impressions: 0,
          forecast: null,
          refundIfStoppedHalfway: null,
          holdout: null,
        };
      }
      const trial = ask.holdout &&
        audience && { ask: ask.holdout, about: { noteId: note.id, plan, audience, now } };
      const holdout = trial ? await this.holdouts.plan(tx, trial.ask, trial.about) : null;
      const second = trial ? await this.holdouts.second(tx, trial.about) : false;
      const { evidence } = await this.queries.evidence(tx, note.id);
      return {
        asOf: now.toISOString(),
        refusal: refusal ?? (second ? refusedAs('holdout-running') : tooSmall(holdout)),
        voucherCents: plan.voucherCents,
        walletCents: plan.walletCents,
        wallet: plan.wallet,
        impressions: plan.plannedImpressions,
        forecast: forecastOf(ask, plan, note.category, evidence),
        refundIfStoppedHalfway: halfwayRefund(plan),
        holdout,
      };
    });
  }
}

const refusedAs = (code: ProblemCode) => ({ code, remedy: problemCatalogue[code].remedy });

/** A holdout that could never tell anything would only keep readers from the note. */
const tooSmall = (holdout: HoldoutPlanView | null) =>
  holdout && !holdout.canTell ? refusedAs('holdout-cannot-tell') : null;

function forecastOf(
  ask: PreviewBoost,
  plan: BoostPlan,
  category: string,
  noteEvidence: NoteEvidence,
): BoostPreview['forecast'] {
  const { goal, budgetCents, durationHours } = ask;
  const { voucherImpressions } = plan;
  const bring: BoostForecast = forecastBoost({
    goal,
    budgetCents,
    durationHours,
    voucherImpressions,
    category,
    noteEvidence,
  });
  const { reads, likesCollects, follows } = bring;
  return {
    reads: intervalOf(reads),
    likesCollects: intervalOf(likesCollects),
    follows: intervalOf(follows),
    coverage: 0.8,
    source: bring.goalFigure.source,
  };
}

function intervalOf({ low, expected, high }: ForecastFigure) {
  return { low, mid: expected, high };
}

/** Stopped after half of its time with half of its impressions delivered; a voucher that expires by then lapses. */
function halfwayRefund(plan: BoostPlan): BoostPreview['refundIfStoppedHalfway'] {
  const money = { budgetCents: plan.budgetCents, wallet: plan.wallet, voucherParts: plan.vouchers };
  const { spentCents } = settleDelivery({
    ...money,
    plannedImpressions: plan.plannedImpressions,
    deliveredImpressions: Math.floor(plan.plannedImpressions / 2),
    alreadySpentCents: 0,
  });
  const refund = refundBoost({ ...money, spentCents, now: (plan.startsAt + plan.endsAt) / 2 });
  return {
    walletCents: fundsTotal(refund.toWallet),
    voucherCents: refund.toVouchers.reduce((sum, part) => sum + part.cents, 0),
  };
}
