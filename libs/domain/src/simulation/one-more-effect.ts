import { decileDeviate } from '../probability/gamma-quantile';
import { estimateMean, sumOf } from '../probability/means';
import {
  type Difference,
  differenceOf,
  figuresOf,
  lifeIn,
  type LifeFigures,
  livesOf,
  minus,
  noFigures,
  plus,
} from './life-figures';
import { followFeedViews, searchBackShare, type SpillMechanism } from './paid-rail';
import type { NoteLife, SimulationRun } from './simulation-run';
import type { World } from './world';

/** A note of the brand: who made it matters to followers, and its level to what would be the next one. */
export interface OwnNote {
  id: string;
  creatorId: string;
  /** the highest level at which readers have seen it */
  level: number;
}

/** What one boost did in one world: with it less without it, on the same chance. */
export interface BoostEffect {
  /** of the boosted note, and of the brand's other notes together */
  note: LifeFigures;
  others: LifeFigures;
  /** impressions of each of the brand's notes, in their order */
  each: number[];
  /** 1 when the note came beyond its level only with the boost, -1 when only without it */
  nextLevel: number;
  reachedBefore: boolean;
  from: ImpressionSources;
}

/**
 * Where paid impressions came from, in impressions: together they are as many, since a feed shows no more for being paid.
 * What the brand's other notes, those of others and fillers from outside the pools were not shown; a minus is a gain.
 */
export interface ImpressionSources {
  paid: number;
  ownNatural: number;
  brand: number;
  strangers: number;
  fillers: number;
}

/** A difference over many worlds, with its mean and how surely that is known: half the width of the mean's 80 % interval. */
export interface Effect extends Difference {
  mean: number;
  half: number;
}

/** Compares two runs of one world, the second with a boost for `noteId`. */
export function boostEffect(
  world: World,
  runs: { before: SimulationRun; after: SimulationRun },
  noteId: string,
  own: readonly OwnNote[],
): BoostEffect {
  const [one, two] = [livesOf(runs.before), livesOf(runs.after)];
  const [before, after] = [lifeIn(one, noteId), lifeIn(two, noteId)];
  const boosted = own.find(({ id }) => id === noteId);
  if (!boosted) throw new RangeError(`${noteId} is none of the brand's notes`);
  const brought = broughtAlong(world, before, after);
  const changes = own.map(({ id, creatorId }) => {
    const change = minus(figuresOf(lifeIn(two, id)), figuresOf(lifeIn(one, id)));
    if (id === noteId) return plus(change, brought.note);
    return creatorId === boosted.creatorId ? plus(change, brought.otherNote(id)) : change;
  });
  return {
    note: changes[own.indexOf(boosted)] as LifeFigures,
    others: changes.reduce((sum, change, at) => (own[at] === boosted ? sum : plus(sum, change)), noFigures()),
    each: changes.map(({ impressions }) => impressions),
    nextLevel: Number(after.level > boosted.level) - Number(before.level > boosted.level),
    reachedBefore: before.level > boosted.level,
    from: sourcesOf(runs, [one, two], noteId, own),
  };
}

/** What is assumed to come from outside the feed: readers back through search, and new followers in their own feed. */
function broughtAlong(world: World, before: NoteLife, after: NoteLife) {
  const assumed = (mechanism: SpillMechanism): boolean => world.paid?.assumed.includes(mechanism) ?? false;
  const back = assumed('search-back') ? searchBackShare * (after.paidClicks - before.paidClicks) : 0;
  const follows = assumed('follow-feed') ? after.paidSignals.follow - before.paidSignals.follow : 0;
  const views = follows * followFeedViews;
  const seen = (impressions: number, reads: number): LifeFigures => ({
    ...noFigures(),
    impressions,
    organic: impressions,
    reads,
  });
  return {
    note: seen(back, back),
    otherNote: (id: string): LifeFigures => {
      const hook = world.notes.find((note) => note.id === id)?.hook ?? 1;
      return seen(views, views * Math.min(1, world.rates.click * hook));
    },
  };
}

function sourcesOf(
  { before, after }: { before: SimulationRun; after: SimulationRun },
  [one, two]: [Map<string, NoteLife>, Map<string, NoteLife>],
  noteId: string,
  own: readonly OwnNote[],
): ImpressionSources {
  const naturalLost = (id: string): number => naturalOf(lifeIn(one, id)) - naturalOf(lifeIn(two, id));
  const all = sumOf(before.lives.map(naturalOf)) - sumOf(after.lives.map(naturalOf));
  const ownNatural = naturalLost(noteId);
  const brand = sumOf(own.filter(({ id }) => id !== noteId).map(({ id }) => naturalLost(id)));
  return {
    paid: after.totals.paid - before.totals.paid,
    ownNatural,
    brand,
    strangers: all - ownNatural - brand,
    fillers: before.totals.unfilled - after.totals.unfilled,
  };
}

const naturalOf = ({ guaranteed, organic }: NoteLife): number => guaranteed + organic;

/** The mean, the median and the middle 80 % of what happened in each world. */
export function effectOver(values: readonly number[]): Effect {
  const { value, standardError } = estimateMean(values);
  return { ...differenceOf(values), mean: value, half: decileDeviate * standardError };
}

/** A mean with its 80 % interval, for what is a share of the worlds and has no middle in one of them. */
export function meanEffect(values: readonly number[]): Effect {
  const { value, standardError } = estimateMean(values);
  const half = decileDeviate * standardError;
  const [low, high] = [value - half, value + half];
  return { mean: value, median: value, low, high, half, visible: low > 0 || high < 0 };
}
