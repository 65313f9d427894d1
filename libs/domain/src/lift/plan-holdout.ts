import { betaBelow } from '../probability/incomplete-beta';
import { logBetAgainst } from './anytime-interval';
import type { CampaignLiftMetric, HoldoutAsk } from './holdout';

export interface HoldoutPlanAsk extends HoldoutAsk<CampaignLiftMetric> {
  alpha: number;
  power: number;
  /** Share of readers expected to do it without the boost, above 0 and below 1. */
  baseRate: number;
  /** Readers, of both arms, for whom the boost will be chosen over its whole time. */
  readersExpected: number;
  /** Hours of the boost. */
  durationHours: number;
  windowHours: number;
}

/** What a holdout can find out, known before it starts. */
export interface HoldoutPlan {
  /** Whether the effect asked for would be found with the power asked for. */
  canTell: boolean;
  readersExpected: number;
  /** Of both arms together, and of each. */
  readersNeeded: number;
  exposedNeeded: number;
  heldOutNeeded: number;
  /** The chance of finding the effect asked for, with the readers expected. */
  powerExpected: number;
  /** The least effect that the readers expected would show with the power asked for; null when none would. */
  smallestEffect: number | null;
  /** Days until as many readers have been counted as are needed; null when the boost has not that many. */
  daysNeeded: number | null;
}

/** More readers than a boost can have. */
const readersMax = 1e9;

/**
 * What a holdout of this size can find out.
 *
 * Exact for the test that is used: the power is the binomial chance that the bets against "no effect" have reached 1/alpha when
 * the last reader is counted. Looking earlier can only add to it. Throws unless rates and shares lie between 0 and 1.
 */
export function planHoldout(ask: HoldoutPlanAsk): HoldoutPlan {
  for (const part of [ask.share, ask.baseRate, ask.alpha, ask.power, ask.minimumEffect])
    if (!(part > 0 && part < 1)) throw new RangeError(`A share lies between 0 and 1, and not at ${part}`);
  const readersNeeded = needed(ask, ask.minimumEffect);
  const canTell = readersNeeded <= ask.readersExpected;
  return {
    canTell,
    readersExpected: ask.readersExpected,
    readersNeeded,
    exposedNeeded: Math.ceil(readersNeeded * (1 - ask.share)),
    heldOutNeeded: Math.ceil(readersNeeded * ask.share),
    powerExpected: powerAt(ask, ask.minimumEffect, ask.readersExpected),
    smallestEffect: smallest(ask),
    daysNeeded: canTell
      ? ((readersNeeded / ask.readersExpected) * ask.durationHours + ask.windowHours) / 24
      : null,
  };
}

/**
 * Readers for whom a boost will be chosen, at the most: its impressions go to the exposed alone, once to each; and there are no more
 * readers than come by in its time.
 */
export function eligibleReaders(plannedImpressions: number, share: number, readersInTime: number): number {
  return Math.floor(Math.min(plannedImpressions / (1 - share), readersInTime));
}

/**
 * Readers whom a campaign reaches and holds out together. Its impressions fall on the exposed, and on some of them again and again:
 * of R exposed readers, N impressions that fall by chance reach R (1 - exp(-N / R)). An estimate on the low side, since a
 * reader who has seen a note is not advertised it again.
 */
export function readersReached(impressions: number, share: number, readersInTime: number): number {
  const exposed = readersInTime * (1 - share);
  if (!(exposed > 0)) return 0;
  return Math.floor((exposed * (1 - Math.exp(-impressions / exposed))) / (1 - share));
}

/**
 * The share of readers who do at least once what all of them together did `events` times, were each of those anybody's. Too high
 * where few do much; then the trial needs fewer readers than it is told. Between 0 and 1, and never either: half an event is added.
 */
export const shareDoing = (events: number, readers: number): number =>
  1 - Math.exp(-(events + 0.5) / (readers + 1));

/** Of those who do it, the share of the exposed when the boost has this effect; and how many of all readers do it. */
function under({ share, baseRate }: HoldoutPlanAsk, effect: number): { chance: number; rate: number } {
  const exposed = (1 - share) * Math.min(1, baseRate + effect);
  const rate = exposed + share * baseRate;
  return { chance: exposed / rate, rate };
}

function powerAt(ask: HoldoutPlanAsk, effect: number, readers: number): number {
  const { chance, rate } = under(ask, effect);
  return powerOf(Math.floor(readers * rate), chance, ask);
}

/** The chance that of `trials` who did it so many are exposed that no effect is out of the question. */
function powerOf(trials: number, chance: number, { share, alpha }: HoldoutPlanAsk): number {
  const limit = Math.log(1 / alpha);
  const tells = (exposed: number) => logBetAgainst(1 - share, exposed, trials) >= limit;
  if (trials < 1 || !tells(trials)) return 0;
  const least = firstThat(tells, Math.ceil(trials * (1 - share)), trials);
  return betaBelow(chance, least, trials - least + 1);
}

function needed(ask: HoldoutPlanAsk, effect: number): number {
  const enough = (readers: number) => powerAt(ask, effect, readers) >= ask.power;
  let most = 64;
  while (!enough(most) && most < readersMax) most *= 2;
  return firstThat(enough, most / 2, most);
}

function smallest(ask: HoldoutPlanAsk): number | null {
  const enough = (effect: number) => powerAt(ask, effect, ask.readersExpected) >= ask.power;
  const steps = 4_096;
  const most = 1 - ask.baseRate;
  if (!enough(most)) return null;
  return (firstThat((step) => enough((most * step) / steps), 1, steps) * most) / steps;
}

/** The first whole number in (from, to] for which it holds; it holds for `to`, and from somewhere on for all. */
function firstThat(holds: (n: number) => boolean, from: number, to: number): number {
  if (holds(from)) return from;
  let [no, yes] = [from, to];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
