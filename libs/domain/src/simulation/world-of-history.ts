import { mostOfAnHour } from '../feed/allocate-impressions';
import type { ResponseRates } from '../metrics/benchmarks';
import { addCounts, type EngagementCounts, noCounts } from '../metrics/engagement';
import { gammaQuantile } from '../probability/gamma-quantile';
import { contentValue } from '../pools/engagement-score';
import type { PoolPolicy } from '../pools/pool-policy';
import { rateNote, type RatingPrior } from '../pools/rate-note';
import { OwnStream } from './own-stream';
import { RatingPriors } from './rating-priors';
import { type PlaceFactors, type World, type WorldNote } from './world';

/** A note as its counters remember it: organic evidence of all its runs. */
export interface HistoryNote {
  id: string;
  /** Hour of publication, counted from the beginning of the history. */
  bornHour: number;
  category: string;
  followers: number;
  /** The highest level at which it was shown. */
  level: number;
  counts: EngagementCounts;
  /** The impressions in units of an average place (`PoolEvidence.exposure`). */
  exposure: number;
}

/** What is remembered of a feed for some time. Time is in whole hours from 0. */
export interface History {
  /** Impressions that these notes got in each hour: the capacity that they shared. */
  capacity: readonly number[];
  notes: readonly HistoryNote[];
  /** Readers there are. */
  readers: number;
  /** Pools, weights and ages of the rule set in force then. */
  policy: PoolPolicy;
}

/** Response falls to 1/e in three days of a note's age (pools.md section 2a); nobody has published a figure [P]. */
const freshnessHours = 72;
/** Opens at the overall rate with which a category, and the whole feed, begins: few notes prove little of it. */
const openCredit = 100;
/** Worth of what is shown when no note is found, in average impressions; of the benchmark, since no history tells it [P]. */
export const fillerValue = 0.63;

/**
 * A world like the one that a history comes from, to try something in.
 *
 * Known and taken over: when each note was published, its category, the hourly capacity, how often readers of the feed and
 * of each category open and respond, how many readers a level of the policy may reach. Not known: the true hook and content
 * of each note. They are drawn from what is believed of them, the posterior of `rateNote` with a prior learnt from all the
 * notes, keyed by the seed and the note's id: many seeds make many worlds that the history allows, and a note that few saw
 * differs more between them. Not modelled for want of evidence: readers who prefer one category to another, slots, and
 * followers; the platform believes of places what is true.
 * Throws for a history without notes.
 */
export function worldOfHistory(history: History, seed: number): World {
  const { capacity, notes, policy } = history;
  if (!notes.length) throw new RangeError('A history without notes makes no world');
  const categories = [...new Set(notes.map(({ category }) => category))].sort();
  const rates = ratesOfNotes(notes, policy);
  const factors = placeFactors(history, categories, rates.click);
  const rings = policy.levels.map(({ audienceShare }, at) => ({
    name: `level ${at}`,
    share: audienceShare - (policy.levels[at - 1]?.audienceShare ?? 0),
  }));
  const world: World = {
    hours: capacity.length,
    capacity,
    segments: rings,
    truth: factors,
    believed: factors,
    segmentOrder: categories.map(() => rings.map((_, ring) => ring)),
    reaches: rings.map((_, ring) => ring + 1),
    followerParts: [0],
    rates,
    weights: policy.weights,
    notes: [],
    scoredFromHour: 0,
    fillerValue,
    agedOutHours: policy.agedOutHours,
    mostOfAnHour,
  };
  return { ...world, notes: drawNotes(history, world, categories, seed) };
}

function drawNotes(history: History, world: World, categories: string[], seed: number): WorldNote[] {
  const responses = history.notes.map(({ counts, exposure, category }) => ({
    clicks: counts.clicks,
    expectedClicks: exposure * world.rates.click * (world.truth.topics[categories.indexOf(category)] ?? 1),
    content: contentValue(counts, world.weights),
  }));
  const prior = priorOf(world, responses);
  return history.notes.map((note, at): WorldNote => {
    const rating = rateNote(responses[at] as (typeof responses)[number], prior);
    const chance = new OwnStream(seed, `truth of ${note.id}`);
    const topic = categories.indexOf(note.category);
    return {
      id: note.id,
      bornHour: note.bornHour,
      topic,
      keywordTopic: topic,
      hook: drawLift(rating.hook, rating.hookShape, chance),
      content: drawLift(rating.content, rating.contentShape, chance),
      segmentDeviations: world.segments.map(() => 1),
      followers: note.followers,
      followerShare: 0,
      slotMix: [1],
    };
  });
}

/** A gamma variable of this mean and shape, by its quantile at a normal deviate. */
function drawLift(mean: number, shape: number, chance: OwnStream): number {
  return (mean * gammaQuantile(shape, chance.normal())) / shape;
}

function priorOf(
  world: World,
  responses: readonly { clicks: number; expectedClicks: number; content: number }[],
): RatingPrior {
  const priors = new RatingPriors(world);
  for (const response of responses) priors.count(response);
  priors.relearn(0);
  return priors.prior;
}

/** Opens per impression and events per open of all the notes, begun with what the policy says of an average note. */
function ratesOfNotes(notes: readonly HistoryNote[], { prior }: PoolPolicy): ResponseRates {
  const usual = prior.categoryRates.default;
  const all = notes.reduce((sum, { counts }) => addCounts(sum, counts), noCounts());
  const exposure = notes.reduce((sum, note) => sum + note.exposure, 0);
  const opens = all.clicks + openCredit;
  const perOpen = (events: number, rate: number): number => (events + openCredit * rate) / opens;
  return {
    click: opens / (exposure + openCredit / usual.click),
    like: perOpen(all.likes, usual.like),
    collect: perOpen(all.collects, usual.collect),
    comment: perOpen(all.comments, usual.comment),
    share: perOpen(all.shares, usual.share),
    follow: perOpen(all.follows, usual.follow),
  };
}

function placeFactors(
  { notes, readers, policy }: History,
  categories: string[],
  click: number,
): PlaceFactors {
  return {
    topics: categories.map((category) => {
      const of = notes.filter((note) => note.category === category);
      const clicks = of.reduce((sum, { counts }) => sum + counts.clicks, 0);
      const expected = click * of.reduce((sum, { exposure }) => sum + exposure, 0);
      return (clicks + openCredit) / (expected + openCredit);
    }),
    affinity: categories.map(() => policy.levels.map(() => 1)),
    slots: [1],
    freshnessHours,
    readers: Math.max(readers, readersNeeded(notes, policy)),
    followerLift: 1,
  };
}

/**
 * Readers that there must have been, whatever was counted: a level reaches a part of them, and a note that was shown n times
 * there met about as many.
 */
function readersNeeded(notes: readonly HistoryNote[], { levels }: PoolPolicy): number {
  return notes.reduce((most, { counts, level }) => {
    const part = levels[Math.min(level, levels.length - 1)]?.audienceShare ?? 1;
    return Math.max(most, counts.impressions / part);
  }, 0);
}
