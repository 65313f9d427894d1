import { allocateBestFirst } from '../feed/allocate-impressions';
import type { EngagementWeights } from '../pools/pool-policy';
import { FeedInPlay } from './feed-in-play';
import type { NoteInPlay } from './note-in-play';
import type { ServingRule } from './serving-rule';
import { hashOfLives, lifeOf, type SimulationRun } from './simulation-run';
import type { Treatment } from './treatment';
import type { World } from './world';

export interface SimulationAsk {
  world: World;
  rule: ServingRule;
  /** Keys all chance: the readers' answers and what a rule draws. */
  seed: number;
  treatment?: Treatment;
  /** Notes whose life is kept hour by hour. */
  record?: ReadonlySet<string>;
  /** Organic impressions whose time is noted in `hoursToMilestone`; 5,000 unless said otherwise. */
  milestone?: number;
  /** Weights in which true value is counted; those of the world unless said otherwise. Rules that weigh differently are measured by one. */
  valuedBy?: EngagementWeights;
}

/** Hours over which a first pool is given when there is room. */
const firstPoolHours = 3;

/**
 * Runs a feed with traffic pools hour by hour, and stops after every hour with the part that is done, 0 to 1: whoever
 * drives it may show the progress, let others work, or walk away (`return()` ends it). `runSimulation` drives it to its end
 * at once.
 *
 * In each hour: notes are born; paid impressions are delivered; notes in their first pool get a third of it, whatever
 * their evidence; the rule judges the others; what is left of the capacity goes to the notes that the rule wants
 * shown, best first or all alike; what nobody wants is filled from outside.
 *
 * Readers' answers belong to the note (`NoteResponses`): the same note shown the same way answers alike in every run
 * of one seed, so that two runs differ by what was done and by nothing else.
 */
export function* simulate(ask: SimulationAsk): Generator<number, SimulationRun> {
  const { world, rule, seed } = ask;
  const feed = new FeedInPlay(ask);
  for (let hour = 0; hour < world.hours; hour++) {
    playHour(feed, hour);
    yield (hour + 1) / world.hours;
  }
  const lives = feed.notes.map(lifeOf);
  return {
    rule: rule.name,
    seed,
    lives,
    totals: feed.totals,
    ruleSummary: feed.rule.summary?.() ?? {},
    hash: hashOfLives(lives),
  };
}

/** Runs to the end in one go. */
export function runSimulation(ask: SimulationAsk): SimulationRun {
  const hours = simulate(ask);
  for (;;) {
    const step = hours.next();
    if (step.done) return step.value;
  }
}

/** A simulation as one of `all` that are played in a row: what is done of it is counted after those before it. */
export function* simulateInARow(
  ask: SimulationAsk,
  before: number,
  all: number,
): Generator<number, SimulationRun> {
  const hours = simulate(ask);
  for (;;) {
    const step = hours.next();
    if (step.done) return step.value;
    yield (before + step.value) / all;
  }
}

function playHour(feed: FeedInPlay, hour: number): void {
  feed.beginHour(hour);
  feed.rule.beginHour?.(hour);
  feed.admit();
  feed.deliverBoosts();
  const promised = keepPromises(feed);
  judgeAll(feed);
  shareTheRest(feed, promised);
  feed.fill();
}

/** First pools, whole for everybody; all get the same part of their hour's share when the hour is too full. */
function keepPromises(feed: FeedInPlay): number {
  const { firstPool } = feed.ask.rule;
  const notes = feed.active.filter(({ state }) => state === 'promised');
  const share = (note: NoteInPlay): number =>
    Math.min(firstPool - note.guaranteed, firstPool / firstPoolHours);
  const need = notes.reduce((sum, note) => sum + share(note), 0);
  const part = Math.min(1, feed.left / Math.max(1, need));
  for (const note of notes) feed.show(note, share(note) * part, 0, 'guaranteed');
  for (const note of notes) {
    if (note.guaranteed < firstPool - 1e-6) continue;
    note.state = 'live';
    feed.rule.firstPoolDone?.(note);
  }
  return need * part;
}

function judgeAll(feed: FeedInPlay): void {
  for (const note of feed.active) {
    if (note.state !== 'live') continue;
    if (feed.hour - note.note.bornHour > feed.ask.world.agedOutHours) note.state = 'aged-out';
    else feed.judge(note);
  }
  feed.forgetEnded();
}

/** The widened pools get what the promises left. */
function shareTheRest(feed: FeedInPlay, promised: number): void {
  const { rule, hour } = feed;
  const asks: { note: NoteInPlay; wanted: number; forecast: number }[] = [];
  let demand = 0;
  for (const note of feed.active) {
    if (note.state !== 'live') continue;
    const wanted = Math.min(rule.wanted(note, hour), feed.mostPerNote);
    if (!(wanted > 0)) continue;
    demand += wanted;
    asks.push({ note, wanted, forecast: rule.priority?.(note, hour) ?? 0 });
  }
  const given = rule.priority
    ? allocateBestFirst(asks, feed.left)
    : asks.map(({ wanted }) => wanted * Math.min(1, feed.left / Math.max(1, demand)));
  for (const [index, { note }] of asks.entries()) {
    const impressions = given[index] as number;
    if (impressions > 0) feed.show(note, impressions, rule.reach(note, hour), 'organic');
  }
  rule.endHour?.(demand, feed.capacity - promised);
}
