import { Injectable } from '@nestjs/common';
import type { HoldoutPlanView, PreviewBoost } from '@poolrise/contracts';
import {
  type BoostPlan,
  eligibleReaders,
  type HoldoutAsk,
  interactions,
  type LiftMetric,
  type LiftRegistration,
  liftTerms,
  noCounts,
  planHoldout,
  registrationOf,
} from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Refused } from '../http/refused';
import { Audiences } from '../lift/audiences';
import { holdoutFigures } from '../lift/holdout-figures';
import { hasOpenHoldout, lockTrials, notesUnderTrial } from '../lift/trials';

const hourMs = 3_600_000;
/** A rate is never planned as none at all: half a reader of those who came by. */
const rateMax = 0.9;

/** Readers of the platform who came by within the time of a boost, and within a day. */
export interface Audience {
  inTime: number;
  aDay: number;
}

/** The boost that a holdout is asked for with. */
export interface HoldoutAbout {
  noteId: string;
  plan: BoostPlan;
  audience: Audience;
  now: Date;
}

/** A boost that begins a trial of its own, or takes its note into that of a campaign. */
export interface TrialJoin {
  workspaceId: string;
  noteId: string;
  plan: BoostPlan;
  campaignId: string | null;
  trial: boolean;
}

/** Plans holdouts of boosts and writes them down. */
@Injectable()
export class HoldoutsService {
  constructor(private readonly audiences: Audiences) {}

  /** Counted by the engine and on a connection of its own: to be asked for before a transaction is begun. */
  async audience(durationHours: number, now: Date): Promise<Audience> {
    return {
      inTime: await this.audiences.within(Math.ceil(durationHours / 24), now),
      aDay: await this.audiences.within(1, now),
    };
  }

  /** What the holdout would find out, from the readers who came by lately and what they did with the note. */
  async plan(tx: EntityManager, ask: HoldoutAsk, about: HoldoutAbout): Promise<HoldoutPlanView> {
    const { noteId, plan, audience, now } = about;
    const acting = await this.actedLately(tx, ask.metric, noteId, now);
    const baseRate = Math.min(rateMax, (acting + 0.5) / (audience.aDay + 1));
    const { windowHours, alpha, power } = liftTerms;
    const found = planHoldout({
      ...ask,
      baseRate,
      readersExpected: eligibleReaders(plan.plannedImpressions, ask.share, audience.inTime),
      durationHours: (plan.endsAt - plan.startsAt) / hourMs,
      windowHours,
      alpha,
      power,
    });
    return { ...found, baseRate };
  }

  /**
   * What is written down of the trial at its launch.
   * @throws Refused holdout-cannot-tell
   */
  async register(tx: EntityManager, ask: HoldoutAsk, about: HoldoutAbout): Promise<LiftRegistration> {
    const plan = await this.plan(tx, ask, about);
    if (!plan.canTell)
      throw new Refused('holdout-cannot-tell', { field: '/holdout', figures: holdoutFigures(plan) });
    return registrationOf(ask, plan, {
      terms: liftTerms,
      salt: randomUUID(),
      now: about.now.getTime(),
      endsAt: about.plan.endsAt,
    });
  }

  /**
   * Lets a boost into a trial of its own or into that of its campaign: a note has one at a time, and readers of a campaign are told
   * apart by the campaign's alone.
   * @throws Refused holdout-within-holdout, holdout-running, note-under-holdout
   */
  async admit(tx: EntityManager, join: TrialJoin, now: Date): Promise<void> {
    const { workspaceId, campaignId, trial } = join;
    if (!trial && campaignId === null) return;
    await lockTrials(tx, workspaceId);
    const nested = campaignId !== null && (await hasOpenHoldout(tx, campaignId, now));
    if (trial && nested) throw new Refused('holdout-within-holdout', { field: '/holdout' });
    if (trial && (await this.second(tx, join))) throw new Refused('holdout-running', { field: '/holdout' });
    if (nested && (await this.second(tx, join, campaignId)))
      throw new Refused('note-under-holdout', { field: '/campaignId' });
  }

  /** Whether the note has another trial in that time; that of the campaign `except` is no other. */
  async second(
    tx: EntityManager,
    { noteId, plan }: Pick<HoldoutAbout, 'noteId' | 'plan'>,
    except: string | null = null,
  ): Promise<boolean> {
    const between = { from: new Date(plan.startsAt), to: new Date(plan.endsAt), except };
    return (await notesUnderTrial(tx, [noteId], between)).size > 0;
  }

  /** Reads, or interactions, of the note's last day that no boost paid for. Readers do most of them once. */
  private async actedLately(
    tx: EntityManager,
    metric: LiftMetric,
    noteId: string,
    now: Date,
  ): Promise<number> {
    const [sums] = await tx.query<
      Record<'clicks' | 'likes' | 'collects' | 'comments' | 'shares' | 'follows', number>[]
    >(
      `select coalesce(sum(clicks), 0)::int as clicks, coalesce(sum(likes), 0)::int as likes,
              coalesce(sum(collects), 0)::int as collects, coalesce(sum(comments), 0)::int as comments,
              coalesce(sum(shares), 0)::int as shares, coalesce(sum(follows), 0)::int as follows
         from engagement_hour where note_id = $1 and rail < 3 and hour > $2::timestamptz - interval '24 hours'`,
      [noteId, now],
    );
    if (!sums) return 0;
    return metric === 'readers' ? sums.clicks : interactions({ ...noCounts(), ...sums }, 'LCCSF');
  }
}

/** The holdout of a boost as its page says it: what was asked for. */
export function holdoutOf(registration: LiftRegistration | null): PreviewBoost['holdout'] | null {
  if (!registration) return null;
  const { share, metric, minimumEffect } = registration;
  return { share, metric, minimumEffect };
}
