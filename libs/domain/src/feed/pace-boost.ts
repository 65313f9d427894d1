import { trafficShare } from '../pools/traffic-clock';

export interface PaceAsk {
  plannedImpressions: number;
  delivered: number;
  /** Epoch milliseconds, [startsAt, endsAt). */
  startsAt: number;
  endsAt: number;
  now: number;
  /** Share of a day's traffic by hour in Shanghai, as in the policy. */
  clock: readonly number[];
}

export interface Pace {
  /** Impressions that may be delivered now; never more than the plan still has. */
  dueNow: number;
  /** Elapsed share of the boost's traffic, 0 to 1. */
  share: number;
  state: 'ahead' | 'on-plan' | 'behind';
  /** With what probability a fitting paid slot should be taken, 0 to 1. */
  passRate: number;
}

/** The plan is run slightly fast, so that the last impressions do not fall off the end. */
const finishEarly = 0.03;
/** The share of the plan by which delivery may stray and still be on plan; also the band of the controller. */
const tolerance = 0.05;

/** The share of the plan that should be out when this share of the window's traffic has passed, 0 to 1. */
export const plannedShare = (share: number): number => Math.min(1, share * (1 + finishEarly));

/** How urgent delivery is when it lags by this share of the plan (below 0: it leads): a half on plan, 0 well ahead, no upper end. */
export const urgencyAt = (lag: number): number => Math.max(0, 0.5 + lag / tolerance);

/**
 * How fast a boost should be delivered now: evenly over the readers that come and not over the hours.
 *
 * The pass rate is a proportional control around one half: fully open when half the tolerance behind the plan, closed
 * when half of it ahead. Nothing is due before the start or after the end.
 * Source: smooth delivery is a promise of Shutiao (REDtech 2022 [A]); pacing by pass-through rate after LinkedIn
 * (KDD 2014), traffic clock from the recommender course.
 */
export function paceBoost(ask: PaceAsk): Pace {
  const { plannedImpressions: planned, delivered, startsAt, endsAt, now } = ask;
  const share = trafficShare(ask.clock, { startsAt, endsAt, now });
  const plannedNow = planned * plannedShare(share);
  const lag = planned > 0 ? (plannedNow - delivered) / planned : 0;
  const state = lag > tolerance / 2 ? 'behind' : lag < -tolerance / 2 ? 'ahead' : 'on-plan';
  const open = now >= startsAt && now < endsAt && delivered < planned;
  if (!open) return { dueNow: 0, share, state, passRate: 0 };
  return {
    dueNow: Math.max(0, Math.min(planned - delivered, Math.ceil(plannedNow - delivered))),
    share,
    state,
    passRate: Math.min(1, urgencyAt(lag)),
  };
}
