import type { SnapshotReading } from '../reading';
import {
  type CreatorFact,
  creatorFacts,
  type CreatorFigure,
  creatorFigures,
  meaningOf,
} from './creator-figures';
import { boundsOf, readingsAgree } from './readings-agree';

/** What one file says of a creator on one day. What is missing is unknown and not 0. */
export interface CreatorSnapshot {
  /** `YYYY-MM-DD` in Shanghai. */
  readonly day: string;
  /** The kind of file that it comes from. */
  readonly source: string;
  /** The higher, the sooner believed. */
  readonly trust: number;
  readonly readings: Readonly<Partial<Record<CreatorFigure, SnapshotReading>>>;
  readonly facts: Readonly<Partial<Record<CreatorFact, string>>>;
  /** Prices that the file says are to be agreed. */
  readonly onRequest: readonly CreatorFigure[];
}

export interface SaidFigure {
  readonly day: string;
  readonly source: string;
  readonly trust: number;
  readonly reading: SnapshotReading;
}

/**
 * How a figure of another source stands to the one that is shown: both may be true; both cannot be; it is more than a month older; it
 * is measured in the vendor's own way.
 */
export const otherVerdicts = ['agrees', 'disagrees', 'older', 'own-scale'] as const;
export type OtherVerdict = (typeof otherVerdicts)[number];

export interface StandingFigure extends SaidFigure {
  readonly figure: CreatorFigure;
  /** The latest word of every other source, the most trusted first. */
  readonly others: readonly (SaidFigure & { readonly verdict: OtherVerdict })[];
  readonly disagrees: boolean;
}

/** A fact in words, with what other sources call it. */
export interface StandingFact {
  readonly fact: CreatorFact;
  readonly text: string;
  readonly day: string;
  readonly source: string;
  readonly others: readonly { readonly text: string; readonly day: string; readonly source: string }[];
}

/** A figure on one day: the most trusted source, and the others beside it. */
export type CreatorPoint = SaidFigure & { readonly others: readonly SaidFigure[] };

/** All that files say of one creator. */
export interface JoinedCreator {
  /** the latest day of all */
  readonly day: string | null;
  readonly figures: readonly StandingFigure[];
  readonly facts: readonly StandingFact[];
  /** rising by day; only figures that are followed over the days */
  readonly series: Readonly<Partial<Record<CreatorFigure, readonly CreatorPoint[]>>>;
  /** prices that the latest file which speaks of them says are to be agreed */
  readonly onRequest: readonly CreatorFigure[];
  /** figures of which two sources cannot both be right */
  readonly disagreements: number;
}

/** A word that is older than the latest one by more days than these no longer stands against it; the number is ours. */
export const standingDays = 30;
const dayMs = 86_400_000;

/**
 * One creator from several files. Of every source its latest word counts. Among those of the latest month the most trusted source
 * stands, of equals the later and then the more exact one; the others are kept with how they stand to it.
 *
 * @throws RangeError for a day that is none
 */
export function joinCreator(snapshots: readonly CreatorSnapshot[]): JoinedCreator {
  const figures = creatorFigures.flatMap((figure) => standingOf(figure, saidOf(snapshots, figure)) ?? []);
  const days = snapshots.map(({ day }) => day).sort();
  return {
    day: days.at(-1) ?? null,
    figures,
    facts: creatorFacts.flatMap((fact) => factOf(snapshots, fact) ?? []),
    series: Object.fromEntries(
      creatorFigures
        .filter((figure) => meaningOf(figure).series)
        .map((figure) => [figure, pointsOf(saidOf(snapshots, figure))] as const)
        .filter(([, points]) => points.length > 0),
    ),
    onRequest: creatorFigures.filter((figure) => isOnRequest(snapshots, figure)),
    disagreements: figures.filter(({ disagrees }) => disagrees).length,
  };
}

const saidOf = (snapshots: readonly CreatorSnapshot[], figure: CreatorFigure): SaidFigure[] =>
  snapshots.flatMap(({ day, source, trust, readings }) => {
    const reading = readings[figure];
    return reading ? [{ day, source, trust, reading }] : [];
  });

function standingOf(figure: CreatorFigure, said: readonly SaidFigure[]): StandingFigure | null {
  const latest = latestBySource(said);
  const newest = Math.max(...latest.map(({ day }) => noonOf(day)));
  const isFresh = ({ day }: SaidFigure) => newest - noonOf(day) <= standingDays * dayMs;
  const [best, ...fresh] = latest.filter(isFresh).sort(byBelief);
  if (!best) return null;
  const older = latest.filter((one) => !isFresh(one)).sort(byBelief);
  const others = [
    ...fresh.map((other) => ({ ...other, verdict: verdictOn(figure, best, other) })),
    ...older.map((other) => ({ ...other, verdict: 'older' as const })),
  ];
  return { figure, ...best, others, disagrees: others.some(({ verdict }) => verdict === 'disagrees') };
}

function verdictOn(figure: CreatorFigure, best: SaidFigure, other: SaidFigure): OtherVerdict {
  if (meaningOf(figure).ownScale) return 'own-scale';
  return readingsAgree(figure, best, other) ? 'agrees' : 'disagrees';
}

/** A file that names a creator in two ways has two rows of one day; the more exact one is taken. */
function latestBySource(said: readonly SaidFigure[]): SaidFigure[] {
  const latest = new Map<string, SaidFigure>();
  for (const one of said) {
    const known = latest.get(one.source);
    if (!known || one.day > known.day || (one.day === known.day && byBelief(one, known) < 0))
      latest.set(one.source, one);
  }
  return [...latest.values()];
}

const widthOf = ({ reading }: SaidFigure): number => {
  const { low, high } = boundsOf(reading);
  return high - low;
};

/** Trust first, then the later day, then the more exact figure; the rest is only for a steady order. */
function byBelief(a: SaidFigure, b: SaidFigure): number {
  if (a.trust !== b.trust) return b.trust - a.trust;
  if (a.day !== b.day) return a.day < b.day ? 1 : -1;
  const [wide, narrow] = [widthOf(a), widthOf(b)];
  if (wide !== narrow) return wide < narrow ? -1 : 1;
  return a.source < b.source ? -1 : a.source > b.source ? 1 : b.reading.value - a.reading.value;
}

function pointsOf(said: readonly SaidFigure[]): CreatorPoint[] {
  const days = [...new Set(said.map(({ day }) => day))].sort();
  return days.map((day) => {
    const [best, ...others] = latestBySource(said.filter((one) => one.day === day)).sort(byBelief);
    return { ...(best as SaidFigure), others };
  });
}

function factOf(snapshots: readonly CreatorSnapshot[], fact: CreatorFact): StandingFact | null {
  const said = snapshots
    .flatMap(({ day, source, facts }) => {
      const text = facts[fact];
      return text === undefined ? [] : [{ text, day, source }];
    })
    .sort((a, b) => (a.day === b.day ? (a.source < b.source ? -1 : 1) : a.day < b.day ? 1 : -1));
  const bySource = said.filter(({ source }, at) => said.findIndex((one) => one.source === source) === at);
  const [first, ...rest] = bySource;
  return first ? { fact, ...first, others: rest.filter(({ text }) => text !== first.text) } : null;
}

/** On the latest day on which anybody speaks of a price, somebody says that it is to be agreed, and nobody names one. */
function isOnRequest(snapshots: readonly CreatorSnapshot[], figure: CreatorFigure): boolean {
  const asked = snapshots.filter(({ onRequest }) => onRequest.includes(figure)).map(({ day }) => day);
  const named = saidOf(snapshots, figure).map(({ day }) => day);
  const last = asked.sort().at(-1);
  return last !== undefined && named.every((day) => day < last);
}

/** Epoch milliseconds within a day. */
function noonOf(day: string): number {
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T12:00:00Z`) : NaN;
  if (Number.isNaN(at)) throw new RangeError(`${day} is no day`);
  return at;
}
