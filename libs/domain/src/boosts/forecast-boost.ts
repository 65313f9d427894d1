import { naturalRates, type PaidClickRate, paidClickRates, ratesOf } from '../metrics/benchmarks';
import type { EngagementCounts } from '../metrics/engagement';
import { interactions } from '../metrics/compute';
import type { Mark } from '../metrics/mark';
import { decileDeviate } from '../probability/gamma-quantile';
import type { BoostGoal } from './boost-goal';
import { type BoostTerms, boostTerms, impressionsFor } from './boost-terms';

/** What is already known of the note that is to be boosted. */
export interface NoteEvidence {
  /** Its paid rail so far, all boosts together. */
  paidCounts: EngagementCounts;
  /** Its organic hook against its peers, when a pool has measured it. */
  hookLift: number | null;
}

export interface BoostForecastAsk {
  goal: BoostGoal;
  budgetCents: number;
  voucherImpressions: number;
  category: string;
  durationHours: number;
  noteEvidence: NoteEvidence | null;
  /** clicks on paid impressions as they were counted; the published rate of the category when it is left out */
  measured?: PaidClickRate & { spread: number };
  terms?: BoostTerms;
}

/** A figure that may turn out otherwise: 80 % interval, where it comes from and how certain that is. */
export interface ForecastFigure {
  expected: number;
  low: number;
  high: number;
  mark: Mark;
  source: string;
}

export interface BoostForecast {
  /** Guaranteed: what is not delivered is paid back. */
  impressions: number;
  impressionsPerHour: number;
  reads: ForecastFigure;
  /** Likes and collects, and all interactions (LCCSF). */
  likesCollects: ForecastFigure;
  engagements: ForecastFigure;
  follows: ForecastFigure;
  /** The figure that the goal is about. */
  goalFigure: ForecastFigure;
  /** Cents for one of what the goal is about; null when none is expected. */
  centsPerGoal: number | null;
}

/** Paid readers react less after the click than natural ones; nobody published by how much. Ours [P]. */
export const paidContentFactor = 0.5;
/**
 * Spread of paid click and reaction rates between notes of a category, as a standard deviation of the log [P]: as in the
 * scenario's world, where a spec counts how often the intervals hold. A measured hook explains most of the first.
 */
const clickSpread = 0.25;
const clickSpreadKnowingHook = 0.08;
const reactionSpread = 0.55;
/** How many paid impressions (reads) of a note it takes to trust them as much as the category. */
const clickStrength = 1_000;
const reactionStrength = 100;
/** Half of an organic hook is believed to carry over to paid readers. Ours [P]. */
const hookCarriedOver = 0.5;

/**
 * What a boost is likely to bring, before anybody pays.
 *
 * Impressions are promised. The rest comes from paid click rates of the category, moved by the note's own paid record
 * and by its organic hook, and from its rates after the click. The intervals are log-normal: the spread between notes,
 * less what the note's own record tells, and the luck of the draw (1 / expected). Units: counts, cents.
 * The goal does not move the figures: that the platform serves readers by predicted goal rate is known [A], by how
 * much it helps is not.
 */
export function forecastBoost(ask: BoostForecastAsk): BoostForecast {
  const terms = ask.terms ?? boostTerms;
  const impressions = impressionsFor(ask.budgetCents, terms.centsPerThousand) + ask.voucherImpressions;
  const paid = ask.noteEvidence?.paidCounts;

  const clicked = ask.measured ?? ratesOf(paidClickRates, ask.category);
  const hookLift = ask.noteEvidence?.hookLift ?? null;
  const hook = (hookLift ?? 1) ** hookCarriedOver;
  const usual = hookLift === null ? clickSpread : clickSpreadKnowingHook;
  // Where the spread was counted, it holds a hook's part too: taking it whole errs to the wide side.
  const spread = ask.measured?.spread ?? usual;
  const trials = paid?.impressions ?? 0;
  const clickRate = blend(clicked.rate * hook, clickStrength, paid?.clicks ?? 0, trials);
  const unheard = clickStrength / (clickStrength + trials);
  const reads = figure(impressions * clickRate, spread ** 2 * unheard, {
    mark: clicked.mark,
    source: clicked.source,
  });

  const natural = ratesOf(naturalRates, ask.category);
  const readsSeen = paid?.clicks ?? 0;
  const left = reactionStrength / (reactionStrength + readsSeen);
  // A loud cover often promises more than the text keeps, so knowing the hook does not narrow what comes after it.
  const variance = clickSpread ** 2 * unheard + reactionSpread ** 2 * left;
  const after = (perRead: number, seen: number): ForecastFigure =>
    figure(
      reads.expected * blend(perRead * paidContentFactor, reactionStrength, seen, readsSeen),
      variance,
      afterClickSource,
    ).shown;

  const likesCollects = after(natural.like + natural.collect, (paid?.likes ?? 0) + (paid?.collects ?? 0));
  const perRead = natural.like + natural.collect + natural.comment + natural.share + natural.follow;
  const engagements = after(perRead, paid ? interactions(paid, 'LCCSF') : 0);
  const follows = after(natural.follow, paid?.follows ?? 0);
  const goalFigure = { reads: reads.shown, 'likes-collects': likesCollects, follows }[ask.goal];
  return {
    impressions,
    impressionsPerHour: impressions / ask.durationHours,
    reads: reads.shown,
    likesCollects,
    engagements,
    follows,
    goalFigure,
    centsPerGoal: goalFigure.expected > 0 ? ask.budgetCents / goalFigure.expected : null,
  };
}

const afterClickSource: Pick<ForecastFigure, 'mark' | 'source'> = {
  mark: 'P',
  source:
    'natural rates of the category after the click [C/D], halved for paid readers [P], and the note’s own paid record',
};

function blend(rate: number, strength: number, seen: number, trials: number): number {
  return (rate * strength + seen) / (strength + trials);
}

function figure(expected: number, spread: number, from: Pick<ForecastFigure, 'mark' | 'source'>) {
  const variance = spread + (expected > 0 ? 1 / expected : 0);
  const sigma = Math.sqrt(Math.log1p(variance));
  // Around the median of a log-normal whose mean is `expected`.
  const median = expected / Math.sqrt(1 + variance);
  const shown: ForecastFigure = {
    expected,
    low: median * Math.exp(-decileDeviate * sigma),
    high: median * Math.exp(decileDeviate * sigma),
    ...from,
  };
  return { expected, shown };
}
