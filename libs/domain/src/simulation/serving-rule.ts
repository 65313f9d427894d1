import type { RunRuling } from '../pools/judge-run';
import type { ReasonCode } from '../pools/pool-evidence';
import type { NoteInPlay } from './note-in-play';
import type { OwnStream } from './own-stream';
import type { Places } from './places';
import type { World } from './world';

/** What becomes of a note: a run's ruling, or the end of the last level. */
export type NoteRuling = RunRuling | 'finish';

export interface Ruling {
  ruling: NoteRuling;
  reason: ReasonCode;
  chance: number | null;
  estimate?: LiftClaim;
}

/** What a rule says of a note when it rules. */
export interface LiftClaim {
  lift: number;
  /** The 80 % interval. */
  low: number;
  high: number;
  /** Opens of an average note in the same places, as the rule counts them. */
  expectedClicks: number;
}

/** What a rule has to work with. */
export interface Platform {
  world: World;
  /** What the platform believes of places. Observed opens are compared with these; a rule may correct its factors. */
  places: Places;
  /** What is really so. Only the oracle may look. */
  truth: Places;
  /** Chance for rules that explore; keyed by the run's seed. */
  chance: OwnStream;
}

/** What one serving brought, segment by segment. */
export interface Served {
  impressions: number;
  reach: number;
  /** By segment; 0 where the note was not shown. The arrays are used again: copy what is to be kept. */
  impressionsBySegment: Float64Array;
  clicksBySegment: Float64Array;
  expectedBySegment: Float64Array;
}

export const nothingServed = (segments: number): Served => ({
  impressions: 0,
  reach: 0,
  impressionsBySegment: new Float64Array(segments),
  clicksBySegment: new Float64Array(segments),
  expectedBySegment: new Float64Array(segments),
});

/**
 * A way of serving a feed with traffic pools. Plain and without state: `start` makes the memory of one run.
 *
 * Under every rule a new note gets its first pool whole, within three hours when the capacity allows.
 */
export interface ServingRule {
  name: string;
  /** Impressions promised to every note. */
  firstPool: number;
  start(platform: Platform): RuleInPlay;
}

/** A rule at work. Called in this order in every hour; what is left out is not asked. */
export interface RuleInPlay {
  beginHour?(hour: number): void;
  /** A note's first pool has become whole. */
  firstPoolDone?(note: NoteInPlay): void;
  /** What becomes of a note whose first pool is whole. `pass` opens the next level. */
  judge(note: NoteInPlay, hour: number): Ruling;
  /** Called for every ruling other than `wait`, before it takes effect. */
  ruled?(note: NoteInPlay, ruling: NoteRuling): void;
  /** Impressions that the note could use in this hour; 0 leaves it out. Nobody gets more than the world's cap. */
  wanted(note: NoteInPlay, hour: number): number;
  /** Who is served first; without it everybody gets the same part of what is wanted. */
  priority?(note: NoteInPlay, hour: number): number;
  /** The reach at which the note is shown next. */
  reach(note: NoteInPlay, hour: number): number;
  /** The segments of that reach; those of the keywords when absent. */
  segments?(note: NoteInPlay, reach: number, hour: number): readonly number[] | null;
  served?(note: NoteInPlay, served: Served, hour: number): void;
  /** Evidence was added to a note that the rule did not serve. */
  rated?(note: NoteInPlay): void;
  /** Demand and capacity of the widened pools in this hour, in impressions. */
  endHour?(demand: number, capacity: number): void;
  /** Figures of the rule for whoever looks at a finished run. */
  summary?(): Readonly<Record<string, number>>;
}

export const waiting: Ruling = { ruling: 'wait', reason: 'QUOTA_RUNNING', chance: null };
