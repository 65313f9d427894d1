import type { BoostAudience } from '@poolrise/contracts';
import {
  onlyCash,
  planBoost,
  refundBoost,
  settleDelivery,
  trafficShare,
  type BoostPlan,
  type EngagementCounts,
  type HoldoutAsk,
  type PoolPolicy,
  type VoucherPart,
  type WalletFunds,
} from '@poolrise/domain';
import { workspaceOf, type Cast } from '../cast/cast';
import type { RandomStream } from '../random';
import { LedgerBook } from './ledger-book';
import type { BoostScript, MoneyScript } from './money-script';
import { moneyScripts } from './money-scripts';
import { hourMs } from './publish';
import { VoucherBook } from './voucher-book';
import type { WorldNote } from './world-note';

/** A boost of the history, in the shape of its row. */
export interface WorldBoost {
  id: string;
  requestKey: string;
  workspaceId: string;
  /** Index of the note in the world. */
  note: number;
  plan: BoostPlan;
  audience: BoostAudience;
  holdout: HoldoutAsk | null;
  state: 'scheduled' | 'running' | 'completed' | 'stopped';
  launchedBy: string;
  launchedAt: number;
  endedAt: number | null;
  deliveredImpressions: number;
  spentCents: number;
  voucherSpentCents: number;
  /** What is spent of each bucket of the wallet. */
  walletSpent: WalletFunds;
  refundedCents: number;
  lapsedCents: number;
  /** Hour to what paid readers did. */
  hours: Map<number, EngagementCounts>;
  /** Share of the plan that readers will have been found for at the end. */
  delivery: number;
  stopsAt: number | null;
}

const givenAs = {
  rebate: 'rebate-granted',
  compensation: 'compensation-paid',
  credit: 'credit-granted',
} as const;

/** Charged so often in the history; the running product does it every few seconds. */
const chargeEveryHours = 6;

/** The money of the history: top-ups, vouchers, boosts and what they cost, by the domain's own functions. */
export class Boosting {
  readonly ledger: LedgerBook;
  readonly vouchers: VoucherBook;
  readonly boosts: WorldBoost[] = [];

  constructor(
    private readonly random: RandomStream,
    private readonly cast: Cast,
    private readonly policy: PoolPolicy,
    private readonly notes: readonly WorldNote[],
    private readonly end: number,
    /** Milliseconds from the last full hour to now. */
    private readonly lead: number,
  ) {
    this.ledger = new LedgerBook(random);
    this.vouchers = new VoucherBook(random, this.ledger);
  }

  /** What people did in this hour: pay in, receive vouchers, launch; and what ran out in it. */
  begin(hour: number): void {
    this.vouchers.lapse(hour);
    for (const script of moneyScripts) {
      const workspaceId = workspaceOf(this.cast, script.workspace).id;
      for (const { hoursAgo, cents, reference } of script.topUps)
        if (this.falls(hoursAgo, hour))
          this.ledger.post(
            {
              workspaceId,
              kind: 'top-up',
              subject: reference,
              at: hour + 60_000,
              personId: this.personId(script.payer),
            },
            [
              { account: 'topup', cents: -cents },
              { account: 'cash', cents },
            ],
          );
      for (const { hoursAgo, bucket, cents, subject } of script.given ?? [])
        if (this.falls(hoursAgo, hour))
          this.ledger.post({ workspaceId, kind: givenAs[bucket], subject, at: hour + 90_000 }, [
            { account: bucket === 'credit' ? 'limit' : 'issued', cents: -cents },
            { account: bucket, cents },
          ]);
      for (const voucher of script.vouchers)
        if (this.falls(voucher.grantedHoursAgo, hour))
          this.vouchers.grant(workspaceId, voucher, hour + 120_000, this.end);
      for (const boost of script.boosts)
        if (this.falls(boost.hoursAgo, hour)) this.launch(script, boost, hour + 15 * 60_000);
    }
  }

  /** Impressions that each running boost gets in this hour, along the traffic clock. */
  dueIn(hour: number): { boost: WorldBoost; impressions: number }[] {
    const due: { boost: WorldBoost; impressions: number }[] = [];
    for (const boost of this.boosts) {
      if (boost.endedAt !== null || boost.plan.startsAt >= hour + hourMs) continue;
      boost.state = 'running';
      const { startsAt, endsAt, plannedImpressions } = boost.plan;
      // A little ahead, or the present hour would begin with every boost behind its plan.
      const until = hour + hourMs + this.lead;
      const share = trafficShare(this.policy.trafficClock, { startsAt, endsAt, now: until });
      const planned = Math.round(plannedImpressions * share * boost.delivery * this.random.around1(0.015));
      const impressions = Math.min(plannedImpressions, planned) - boost.deliveredImpressions;
      if (impressions > 0) due.push({ boost, impressions });
    }
    return due;
  }

  delivered(boost: WorldBoost, hour: number, counts: EngagementCounts): void {
    boost.deliveredImpressions += counts.impressions;
    boost.hours.set(hour, counts);
  }

  /** Charges, ends and refunds what is due at the end of this hour. */
  settle(hour: number): void {
    const now = hour + hourMs;
    for (const boost of this.boosts) {
      if (boost.endedAt !== null || boost.state === 'scheduled') continue;
      const { endsAt, plannedImpressions } = boost.plan;
      const stopped = boost.stopsAt !== null && boost.stopsAt <= now;
      const over = endsAt <= now || boost.deliveredImpressions >= plannedImpressions;
      if (stopped || over)
        this.close(
          boost,
          stopped ? 'stopped' : 'completed',
          Math.min(now, stopped ? (boost.stopsAt ?? now) : endsAt),
        );
      else if (now >= this.end || (now / hourMs) % chargeEveryHours === 0) this.charge(boost, now);
    }
  }

  private falls(hoursAgo: number, hour: number): boolean {
    return Math.floor((this.end - hoursAgo * hourMs) / hourMs) * hourMs === hour;
  }

  private launch(script: MoneyScript, ask: BoostScript, at: number): void {
    const workspaceId = workspaceOf(this.cast, script.workspace).id;
    const note = this.choose(workspaceId, at);
    if (note === undefined) return;
    const { id: noteId, category, auditState, title } = this.notes[note] as WorldNote;
    const plan = planBoost({
      note: { noteId, category, auditState, visible: true },
      goal: ask.goal,
      budgetCents: ask.budgetCents,
      startsAt: at + (ask.startsAfter ?? 0) * hourMs,
      durationHours: ask.durationHours,
      now: at,
      funds: this.ledger.fundsOf(workspaceId),
      vouchers: this.vouchers.chosen(workspaceId, ask.vouchers ?? []),
    });
    if (typeof plan === 'string')
      throw new Error(`The boost of ${script.workspace} ${ask.hoursAgo} hours ago was refused: ${plan}`);
    const personId = this.personId(script.marketer);
    const id = this.random.uuid();
    this.boosts.push({
      id,
      requestKey: this.random.uuid(),
      workspaceId,
      note,
      plan,
      audience: ask.audience ?? {},
      holdout: ask.holdout ?? null,
      state: 'scheduled',
      launchedBy: personId,
      launchedAt: at,
      endedAt: null,
      deliveredImpressions: 0,
      spentCents: 0,
      voucherSpentCents: 0,
      walletSpent: onlyCash(0),
      refundedCents: 0,
      lapsedCents: 0,
      hours: new Map(),
      delivery: ask.delivery ?? 1.01,
      stopsAt: ask.stoppedAfter === undefined ? null : at + ask.stoppedAfter * hourMs,
    });
    this.vouchers.reserve(id, plan, at);
    this.ledger.post(
      { workspaceId, kind: 'boost-reserved', subject: title, at, boostId: id, personId },
      plan.legs,
    );
  }

  /** People boost what is young and seems to go well: the best of the workspace's last three days, never one twice. */
  private choose(workspaceId: string, at: number): number | undefined {
    const boosted = new Set(this.boosts.map((boost) => boost.note));
    let best: number | undefined;
    let bestWorth = 0;
    this.notes.forEach((note, index) => {
      const ageHours = (at - note.publishedAt) / hourMs;
      if (
        note.workspaceId !== workspaceId ||
        note.auditState !== 'passed' ||
        ageHours < 2 ||
        ageHours > 110 ||
        boosted.has(index)
      )
        return;
      const worth = note.quality.hook * note.quality.content * (1 + note.level);
      if (worth > bestWorth) {
        best = index;
        bestWorth = worth;
      }
    });
    return best;
  }

  private charge(boost: WorldBoost, at: number): void {
    const settled = settleDelivery({
      ...moneyOf(boost, this.vouchers.partsOf(boost.id)),
      plannedImpressions: boost.plan.plannedImpressions,
      deliveredImpressions: boost.deliveredImpressions,
      alreadySpentCents: boost.spentCents,
    });
    this.post(boost, 'boost-spent', settled.legs, at);
    this.vouchers.spend(boost.id, settled.bySource.parts);
    boost.spentCents = settled.spentCents;
    boost.voucherSpentCents = settled.bySource.voucherCents;
    boost.walletSpent = settled.bySource.wallet;
  }

  private close(boost: WorldBoost, state: 'completed' | 'stopped', at: number): void {
    this.charge(boost, at);
    const refund = refundBoost({
      ...moneyOf(boost, this.vouchers.partsOf(boost.id)),
      spentCents: boost.spentCents,
      now: at,
    });
    this.post(boost, 'boost-refunded', refund.legs, at, state === 'stopped' ? boost.launchedBy : null);
    this.vouchers.release(boost.id, refund);
    boost.state = state;
    boost.endedAt = at;
    boost.refundedCents = refund.refundCents - refund.lapsedCents;
    boost.lapsedCents = refund.lapsedCents;
  }

  private post(
    boost: WorldBoost,
    kind: 'boost-spent' | 'boost-refunded',
    legs: BoostPlan['legs'],
    at: number,
    personId: string | null = null,
  ): void {
    const { title } = this.notes[boost.note] as WorldNote;
    this.ledger.post(
      { workspaceId: boost.workspaceId, kind, subject: title, at, boostId: boost.id, personId },
      legs,
    );
  }

  private personId(email: string): string {
    const person = this.cast.people.find((one) => one.email === email);
    if (!person) throw new Error(`${email} is not in the cast`);
    return person.id;
  }
}

function moneyOf({ plan }: WorldBoost, voucherParts: VoucherPart[]) {
  return { budgetCents: plan.budgetCents, wallet: plan.wallet, voucherParts };
}
