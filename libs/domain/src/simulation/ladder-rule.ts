import {
  ageLive,
  type CapacityRule,
  defaultCapacityRule,
  followDemand,
  type LiveAverage,
  liveAverage,
  nothingLive,
  serveLive,
} from '../pools/capacity-bar';
import { judgeRun, type RunThresholds } from '../pools/judge-run';
import type { PoolPolicy } from '../pools/pool-policy';
import { chanceAbove, liftInterval, ratingShape } from '../pools/rate-note';
import { chooseReach } from '../pools/reach';
import { NoteForecasts } from './note-forecasts';
import type { NoteInPlay } from './note-in-play';
import { NoteReadings, type ReadingRule } from './note-readings';
import { defaultPriorRule, type PriorRule, RatingPriors } from './rating-priors';
import {
  type NoteRuling,
  type Platform,
  type RuleInPlay,
  type Ruling,
  type Served,
  type ServingRule,
  waiting,
} from './serving-rule';

/** Every constant of the ladder. */
export interface LadderConstants {
  /** Impressions of each pool; the first is the one promised to all. */
  pools: readonly number[];
  thresholds: RunThresholds;
  /** Another `passAt` at some levels; null where there is none. */
  passAtByLevel: readonly (number | null)[];
  /** How the bar follows the capacity; null leaves it at the live average. */
  capacity: CapacityRule | null;
  /** A pool of n impressions may be given in as many hours; no pool is hurried more. */
  poolHours: number;
  /** Whether a note stays with narrower audiences while these respond better. */
  adaptive: boolean;
  /** Notes are served by the mean of their forecast, or by a draw from it, which explores and leaves propensities. */
  order: 'best-first' | 'thompson';
  /** Standard deviations of its rating that a note gets on top when it is served best-first. */
  benefitOfDoubt: number;
  /** How fast the live averages fade: 1 keeps 85 % of an hour for the next. */
  liveFading: number;
  prior: PriorRule;
  /** How notes and places are read by answers; null believes keywords and first beliefs to the end. */
  reading: ReadingRule | null;
}

export const defaultLadder: LadderConstants = {
  pools: [200, 1_000, 5_000, 25_000, 60_000],
  thresholds: { passAt: 0.3, clearPassAt: 1, clearStopAt: 0.05, minSampleShare: 0 },
  passAtByLevel: [],
  capacity: defaultCapacityRule,
  poolHours: 1,
  adaptive: true,
  order: 'best-first',
  benefitOfDoubt: 0.8,
  liveFading: 1,
  prior: defaultPriorRule,
  reading: { keywordAccuracy: 0.9, ownTaste: 0.04, lessons: { firstOpens: 50, kept: 0.99 } },
};

/**
 * The ladder: every note is rated as hook x content against average places, and held against the live average of its
 * pool times the capacity factor; widened pools are served best-first, and a note spreads wider only when the wider
 * audience responds better. Source: pools.md section 2d.
 */
export function ladderRule(constants: Partial<LadderConstants> = {}, name = 'ladder'): ServingRule {
  const all = { ...defaultLadder, ...constants };
  return {
    name,
    firstPool: all.pools[0] as number,
    start: (platform) => new LadderInPlay(platform, all),
  };
}

/**
 * The ladder of a policy, as the engine serves by it: categories are taken as given and places as believed, which is
 * also all that a world made from history knows of them. What policies do not speak of stays as it is.
 */
export function ladderOf(policy: PoolPolicy): LadderConstants {
  const { levels, verdict, capacity } = policy;
  return {
    ...defaultLadder,
    pools: levels.map(({ target }) => target),
    thresholds: verdict,
    passAtByLevel: levels.map(({ passAt }) => passAt ?? null),
    capacity: capacity ?? null,
    reading: null,
  };
}

class LadderInPlay implements RuleInPlay {
  private readonly priors: RatingPriors;
  private readonly forecasts: NoteForecasts;
  private readonly live: LiveAverage[];
  private factor = 1;
  private readonly readings: NoteReadings | null;

  constructor(
    private readonly platform: Platform,
    private readonly constants: LadderConstants,
  ) {
    const { reading } = constants;
    this.priors = new RatingPriors(platform.world, constants.prior);
    this.readings = reading ? new NoteReadings(platform, this.priors, reading) : null;
    this.forecasts = new NoteForecasts(platform, this.priors, this.readings);
    this.live = constants.pools.map(nothingLive);
  }

  beginHour(hour: number): void {
    for (const average of this.live) ageLive(average, this.constants.liveFading);
    this.priors.relearn(hour);
    this.readings?.beginHour();
  }

  firstPoolDone(note: NoteInPlay): void {
    this.priors.count(note);
  }

  judge(note: NoteInPlay, hour: number): Ruling {
    const { pools, thresholds, passAtByLevel } = this.constants;
    const { level } = note;
    const average = liveAverage(this.live[Math.max(1, level)] as LiveAverage);
    const target = pools[level] as number;
    const complete = note.poolImpressions >= target - 1e-6;
    const last = level === pools.length - 1;
    if (average === null)
      return complete ? { ruling: last ? 'finish' : 'pass', reason: 'TOO_FEW_DATA', chance: null } : waiting;
    // The last level is over when it is used up: there is nothing to pass to, and nothing was wrong.
    if (complete && last) return { ruling: 'finish', reason: 'TOP_LEVEL', chance: null };
    const forecast = this.forecasts.of(note, hour);
    const place = forecast.places[this.reachOf(Math.max(1, level))] as number;
    const chance = chanceAbove(forecast.rating, (average * this.factor) / place);
    const ruling = judgeRun(
      {
        chance,
        impressions: complete ? target : note.poolImpressions,
        target,
        promised: level === 0 && !complete,
        last,
      },
      { ...thresholds, passAt: passAtByLevel[level] ?? thresholds.passAt },
    );
    if (ruling === 'wait') return waiting;
    const { rating, expectedClicks } = forecast;
    return {
      ruling,
      reason: ruling === 'pass' ? 'ABOVE_PEERS' : 'BELOW_PEERS',
      chance,
      estimate: { lift: rating.lift, ...liftInterval(rating), expectedClicks },
    };
  }

  wanted(note: NoteInPlay): number {
    const target = this.constants.pools[note.level] as number;
    return Math.min(target - note.poolImpressions, target / this.constants.poolHours);
  }

  priority(note: NoteInPlay, hour: number): number {
    const { order, benefitOfDoubt } = this.constants;
    const { rating, places } = this.forecasts.of(note, hour);
    const place = places[this.reach(note, hour)] as number;
    if (order === 'thompson') return this.forecasts.draw(note, hour) * place;
    return rating.lift * place * (1 + benefitOfDoubt / Math.sqrt(ratingShape(rating)));
  }

  reach(note: NoteInPlay, hour: number): number {
    const widest = this.reachOf(note.level);
    return this.constants.adaptive ? chooseReach(this.forecasts.of(note, hour).places, widest) : widest;
  }

  segments(note: NoteInPlay, reach: number, hour: number): readonly number[] | null {
    // The first pool is who the keywords promise; from then on it is who answers.
    if (!this.readings || note.level === 0) return null;
    return this.forecasts.of(note, hour).order.slice(0, this.platform.world.reaches[reach]);
  }

  ruled(note: NoteInPlay, ruling: NoteRuling): void {
    if (ruling !== 'pass') this.readings?.checkKeywords(note);
  }

  served(note: NoteInPlay, served: Served, hour: number): void {
    const { impressions } = served;
    this.readings?.served(note, served, hour);
    if (note.level > 0) {
      const { rating, places } = this.forecasts.of(note, hour);
      const place = places[this.reachOf(note.level)] as number;
      serveLive(this.live[note.level] as LiveAverage, impressions, rating.lift * place);
    }
    this.forecasts.forget(note);
  }

  rated(note: NoteInPlay): void {
    this.forecasts.forget(note);
  }

  endHour(demand: number, capacity: number): void {
    const rule = this.constants.capacity;
    if (rule) this.factor = followDemand(this.factor, { demand, capacity }, rule);
  }

  summary(): Record<string, number> {
    const { freshnessHours, readers, followerLift } = this.platform.places.factors;
    return {
      capacityFactor: this.factor,
      ...this.priors.summary(),
      ...(this.readings ? { keywordAccuracy: this.readings.keywordAccuracy } : {}),
      freshnessHours,
      readers,
      followerLift,
    };
  }

  private reachOf(level: number): number {
    return Math.min(level, this.platform.world.reaches.length - 1);
  }
}
