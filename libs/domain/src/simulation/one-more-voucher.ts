import type { PoolPolicy } from '../pools/pool-policy';
import { averageOf } from '../probability/means';
import { type HourOfComparison, hoursOfLife, meanHours, simulationOf } from './compare-treatments';
import {
  lifeFigures,
  type LifeFigure,
  type LifeFigures,
  figuresOf,
  lifeIn,
  livesOf,
  meanFigures,
} from './life-figures';
import {
  type BoostEffect,
  boostEffect,
  type Effect,
  effectOver,
  type ImpressionSources,
  meanEffect,
  type OwnNote,
} from './one-more-effect';
import { simulateInARow } from './simulate';
import type { SimulationRun } from './simulation-run';
import type { ImposedRuling, SimulatedBoost } from './treatment';
import type { World } from './world';

/** Worlds that an answer needs at least, and the most that may be asked for. */
export const leastWorlds = 200;
export const mostWorlds = 1_000;
/** Other notes on which the same voucher is tried, and the worlds in which they are compared before one is chosen. */
export const mostCandidates = 5;
export const screeningWorlds = 50;
/** Pairs between two looks at whether the answer is sharp enough. */
const lookEvery = 20;
/** Sharp enough: the mean of the brand's reads is known to a read, or to 3 % of itself, with 80 % certainty. */
const sharpReads = 1;
const sharpShare = 0.03;
/** Seeds of the worlds that judge the best of the candidates lie so far from those that chose it. */
const freshFrom = 1_000_000;

export interface OneMoreAsk {
  /** The world of a seed; all arms of a seed are played in the same one. */
  worldOf: (seed: number) => World;
  policy: PoolPolicy;
  /** What was decided already, and stays decided with and without the voucher. */
  rulings: readonly ImposedRuling[];
  seed: number;
  /** The most worlds to play, from `leastWorlds`; fewer suffice when the answer is sharp earlier. */
  worlds: number;
  noteId: string;
  /** All notes of the brand in the world, the asked one among them. */
  own: readonly OwnNote[];
  /** Notes that could have the voucher instead, the most promising first. */
  candidates: readonly string[];
  /** Hour of the world from which the boost runs. */
  fromHour: number;
  /** Impressions due in each hour of the boost; none at all is the factual world. What is late is made up for while it lasts. */
  impressions: readonly number[];
}

/** What the voucher would bring on another note. */
export interface Alternative {
  noteId: string;
  /** reads of all the brand's notes together, in the worlds in which the candidates were compared */
  reads: Effect;
  impressions: Effect;
}

/** The best of the candidates in worlds that had no say in choosing it, beside the asked note in the same ones. */
export interface FreshTrial {
  noteId: string;
  worlds: number;
  /** reads of the brand's notes with the voucher there, and how many more than with it here: the interval of the mean */
  reads: Effect;
  gain: Effect;
}

export interface OneMoreResult {
  worlds: number;
  /** worlds in which both runs were equal to the last impression */
  equal: number;
  /** true when fewer worlds than asked for made the answer sharp enough */
  sharp: boolean;
  note: { before: LifeFigures; after: LifeFigures; difference: Record<LifeFigure, Effect> };
  /** share of the worlds in which the note comes beyond its level */
  nextLevel: { before: number; after: number; difference: Effect };
  others: {
    difference: Record<LifeFigure, Effect>;
    /** mean difference in impressions of each, the largest loss first */
    notes: { id: string; impressions: number }[];
  };
  /** reads of all the brand's notes together: what the voucher is worth */
  net: Effect;
  from: ImpressionSources;
  alternatives: Alternative[];
  fresh: FreshTrial | null;
  hours: { before: HourOfComparison[]; after: HourOfComparison[] };
  hashes: { before: string; after: string }[];
}

/** What is kept of one world: everything that the answer needs and no more. */
interface Played extends BoostEffect {
  before: LifeFigures;
  after: LifeFigures;
  hours: { before: HourOfComparison[]; after: HourOfComparison[] };
  hashes: { before: string; after: string };
}

/**
 * What one more voucher on a note would do: every world is played without it and with it, on the same chance, and then the
 * best other note for it is looked for. Stops after every hour of a world with the part that is done, 0 to 1.
 *
 * The candidates are compared in the first of the same worlds. The best of several estimates is an estimate that was lucky
 * (winner's curse), so the one that comes first is judged anew in worlds that had no part in choosing it.
 * Source: domain notes 2.4; common random numbers as in `OwnStream`.
 *
 * @throws RangeError for fewer than `leastWorlds` or more than `mostWorlds`, and for a note that is not the brand's
 */
export function* oneMoreVoucher(ask: OneMoreAsk): Generator<number, OneMoreResult> {
  if (!(ask.worlds >= leastWorlds && ask.worlds <= mostWorlds))
    throw new RangeError(`From ${leastWorlds} to ${mostWorlds} worlds can be played, not ${ask.worlds}`);
  const games = new Games(ask);
  const played: Played[] = [];
  const tried = ask.candidates
    .slice(0, mostCandidates)
    .map((noteId) => ({ noteId, effects: [] as BoostEffect[] }));
  do {
    const seed = ask.seed + played.length;
    const screened = played.length < screeningWorlds ? tried : [];
    const { before, ...one } = yield* games.pair(seed, ask.noteId);
    for (const { noteId, effects } of screened)
      effects.push(boostEffect(games.world, { before, after: yield* games.run(noteId) }, noteId, ask.own));
    played.push(one.kept);
  } while (played.length < ask.worlds && !isSharp(played));
  const alternatives = tried.map(alternativeOf).sort((a, b) => b.reads.mean - a.reads.mean);
  const fresh = alternatives[0] ? yield* freshTrial(games, ask, alternatives[0].noteId) : null;
  return { ...resultOf(ask, played), alternatives, fresh };
}

/** The runs of an answer, one after the other, with how far it is. */
class Games {
  world!: World;
  private seed = 0;
  private done = 0;
  private readonly all: number;

  constructor(private readonly ask: OneMoreAsk) {
    const candidates = Math.min(mostCandidates, ask.candidates.length);
    const fresh = candidates > 0 ? 3 * leastWorlds : 0;
    this.all = 2 * ask.worlds + candidates * Math.min(screeningWorlds, ask.worlds) + fresh;
  }

  /** A new world, without the boost and with it. */
  *pair(seed: number, noteId: string): Generator<number, { before: SimulationRun; kept: Played }> {
    this.seed = seed;
    this.world = this.ask.worldOf(seed);
    const before = yield* this.run(null);
    const after = yield* this.run(noteId);
    return { before, kept: this.keep(before, after, noteId) };
  }

  /** The present world with the boost on a note, or on none. */
  run(noteId: string | null): Generator<number, SimulationRun> {
    const { policy, rulings, fromHour, impressions } = this.ask;
    const boosts =
      noteId === null
        ? []
        : impressions.flatMap((due, at): SimulatedBoost[] =>
            due > 0
              ? [{ noteId, hour: fromHour + at, impressions: due, until: fromHour + impressions.length }]
              : [],
          );
    const arm = { policy, treatment: { rulings, boosts } };
    return simulateInARow(
      simulationOf({ noteId: this.ask.noteId }, arm, this.world, this.seed),
      this.done++,
      this.all,
    );
  }

  private keep(before: SimulationRun, after: SimulationRun, noteId: string): Played {
    const { own, fromHour } = this.ask;
    const [here, there] = [lifeIn(livesOf(before), noteId), lifeIn(livesOf(after), noteId)];
    return {
      ...boostEffect(this.world, { before, after }, noteId, own),
      before: figuresOf(here),
      after: figuresOf(there),
      hours: {
        before: hoursOfLife(here, fromHour, this.world.hours),
        after: hoursOfLife(there, fromHour, this.world.hours),
      },
      hashes: { before: before.hash, after: after.hash },
    };
  }
}

const netReads = ({ note, others }: BoostEffect): number => note.reads + others.reads;

function isSharp(played: readonly Played[]): boolean {
  if (played.length < leastWorlds || played.length % lookEvery !== 0) return false;
  const { mean, half } = effectOver(played.map(netReads));
  return half <= Math.max(sharpReads, sharpShare * Math.abs(mean));
}

function alternativeOf({ noteId, effects }: { noteId: string; effects: BoostEffect[] }): Alternative {
  return {
    noteId,
    reads: effectOver(effects.map(netReads)),
    impressions: effectOver(effects.map(({ note, others }) => note.impressions + others.impressions)),
  };
}

function* freshTrial(games: Games, ask: OneMoreAsk, noteId: string): Generator<number, FreshTrial> {
  const there: number[] = [];
  const gain: number[] = [];
  for (let at = 0; at < leastWorlds; at++) {
    const { before, kept } = yield* games.pair(ask.seed + freshFrom + at, ask.noteId);
    const other = boostEffect(games.world, { before, after: yield* games.run(noteId) }, noteId, ask.own);
    there.push(netReads(other));
    gain.push(netReads(other) - netReads(kept));
  }
  return { noteId, worlds: leastWorlds, reads: effectOver(there), gain: meanEffect(gain) };
}

function resultOf(ask: OneMoreAsk, played: readonly Played[]): Omit<OneMoreResult, 'alternatives' | 'fresh'> {
  const mean = (of: (one: Played) => number): number => averageOf(played.map(of));
  const reachedBefore = mean((one) => Number(one.reachedBefore));
  return {
    worlds: played.length,
    equal: played.filter(({ hashes }) => hashes.before === hashes.after).length,
    sharp: played.length < ask.worlds || isSharp(played),
    note: {
      before: meanFigures(played.map(({ before }) => before)),
      after: meanFigures(played.map(({ after }) => after)),
      difference: effectsOf(played.map(({ note }) => note)),
    },
    nextLevel: {
      before: reachedBefore,
      after: reachedBefore + mean(({ nextLevel }) => nextLevel),
      difference: meanEffect(played.map(({ nextLevel }) => nextLevel)),
    },
    others: {
      difference: effectsOf(played.map(({ others }) => others)),
      notes: ask.own
        .map(({ id }, at) => ({ id, impressions: mean(({ each }) => each[at] as number) }))
        .filter(({ id }) => id !== ask.noteId)
        .sort((a, b) => a.impressions - b.impressions),
    },
    net: effectOver(played.map(netReads)),
    from: {
      paid: mean(({ from }) => from.paid),
      ownNatural: mean(({ from }) => from.ownNatural),
      brand: mean(({ from }) => from.brand),
      strangers: mean(({ from }) => from.strangers),
      fillers: mean(({ from }) => from.fillers),
    },
    hours: {
      before: meanHours(played.map(({ hours }) => hours.before)),
      after: meanHours(played.map(({ hours }) => hours.after)),
    },
    hashes: played.map(({ hashes }) => hashes),
  };
}

function effectsOf(all: readonly LifeFigures[]): Record<LifeFigure, Effect> {
  return Object.fromEntries(
    lifeFigures.map((name) => [name, effectOver(all.map((one) => one[name]))]),
  ) as Record<LifeFigure, Effect>;
}
