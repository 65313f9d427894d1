import { Injectable } from '@nestjs/common';
import type { BoostPreview, PreviewBoost } from '@poolrise/contracts';
import {
  type BoostPlan,
  eligibleReaders,
  type HoldoutAsk,
  type HoldoutPlan,
  interactions,
  type LiftMetric,
  type LiftRegistration,
  liftTerms,
  noCounts,
  planHoldout,
} from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import { Refused } from '../http/refused';

export type PlannedHoldout = NonNullable<BoostPreview['holdout']>;

const hourMs = 3_600_000;
/** How many readers come by in so many days moves slowly, and counting a large audience takes a while. */
const audienceLifeMs = 60_000;
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

/** Plans holdouts of boosts and writes them down. */
@Injectable()
export class HoldoutsService {
  private readonly audiences = new Map<number, { readers: number; until: number }>();

  constructor(private readonly db: Db) {}

  /** Counted by the engine and on a connection of its own: to be asked for before a transaction is begun. */
  async audience(durationHours: number, now: Date): Promise<Audience> {
    return {
      inTime: await this.readersWithin(Math.ceil(durationHours / 24), now),
      aDay: await this.readersWithin(1, now),
    };
  }

  /** What the holdout would find out, from the readers who came by lately and what they did with the note. */
  async plan(tx: EntityManager, ask: HoldoutAsk, about: HoldoutAbout): Promise<PlannedHoldout> {
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
   * @throws Refused holdout-cannot-tell, holdout-running
   */
  async register(tx: EntityManager, ask: HoldoutAsk, about: HoldoutAbout): Promise<LiftRegistration> {
    if (await this.second(tx, about)) throw new Refused('holdout-running', { field: '/holdout' });
    const plan = await this.plan(tx, ask, about);
    if (!plan.canTell)
      throw new Refused('holdout-cannot-tell', { field: '/holdout', figures: figuresOf(plan) });
    const { windowHours, graceHours, alpha, power } = liftTerms;
    const lastLookAt = about.plan.endsAt + (windowHours + graceHours) * hourMs;
    return {
      share: ask.share,
      metric: ask.metric,
      minimumEffect: ask.minimumEffect,
      alpha,
      power,
      windowHours,
      salt: randomUUID(),
      baseRate: plan.baseRate,
      readersExpected: plan.readersExpected,
      readersNeeded: plan.readersNeeded,
      registeredAt: about.now.toISOString(),
      lastLookAt: new Date(lastLookAt).toISOString(),
    };
  }

  /**
   * Whether the note has another trial in that time. One at a time: the held-out of the first would be shown the note by the
   * second.
   */
  async second(tx: EntityManager, { noteId, plan }: Pick<HoldoutAbout, 'noteId' | 'plan'>): Promise<boolean> {
    const found = await tx.query<unknown[]>(
      `select from boost where note_id = $1 and holdout is not null
         and starts_at < $3 and coalesce(ended_at, ends_at) + make_interval(hours => $4) > $2 limit 1`,
      [noteId, new Date(plan.startsAt), new Date(plan.endsAt), liftTerms.windowHours],
    );
    return found.length > 0;
  }

  /** Readers of the whole platform who came by within so many days, counted as the engine. */
  private async readersWithin(days: number, now: Date): Promise<number> {
    const known = this.audiences.get(days);
    if (known && known.until > now.getTime()) return known.readers;
    const [row] = await this.db.asEngine((tx) =>
      tx.query<{ readers: number }[]>(
        `select count(*)::int as readers from feed_reader
          where seen_on >= ($1::timestamptz at time zone 'Asia/Shanghai')::date - $2::integer`,
        [now, days],
      ),
    );
    const readers = row?.readers ?? 0;
    this.audiences.set(days, { readers, until: now.getTime() + audienceLifeMs });
    return readers;
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

function figuresOf({ readersExpected, readersNeeded, smallestEffect }: HoldoutPlan): Record<string, number> {
  return { readersExpected, readersNeeded, ...(smallestEffect === null ? {} : { smallestEffect }) };
}

/** The holdout of a boost as its page says it: what was asked for. */
export function holdoutOf(registration: LiftRegistration | null): PreviewBoost['holdout'] | null {
  if (!registration) return null;
  const { share, metric, minimumEffect } = registration;
  return { share, metric, minimumEffect };
}
