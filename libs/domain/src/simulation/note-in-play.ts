import type { ReasonCode } from '../pools/pool-evidence';
import type { NoteRuling, LiftClaim } from './serving-rule';
import { noSignals, type SignalCounts } from './note-responses';
import type { WorldNote } from './world';

/** `promised` until the first pool is whole, then `live` until it is stopped, at its end, or too old. */
export type NoteState = 'unborn' | 'promised' | 'live' | 'stopped' | 'finished' | 'aged-out';

/** A ruling that changed something, as it stood then. */
export interface RulingInLife {
  hour: number;
  level: number;
  ruling: Exclude<NoteRuling, 'wait'>;
  reason: ReasonCode;
  /** Probability to be above the bar, where the rule states one. */
  chance: number | null;
  /** Impressions of the pool when it was ruled. */
  impressions: number;
  /** What the rule said of the note, and how it really is answered in the places it was shown; null where nothing was said. */
  stated: LiftClaim | null;
  trueLift: number | null;
  /** True when a treatment decided instead of the rule. */
  imposed: boolean;
}

/** One hour in which a note was shown. Impressions by rail; they are expected quantities and need not be whole. */
export interface HourOfLife {
  hour: number;
  level: number;
  guaranteed: number;
  organic: number;
  paid: number;
  /** Organic opens and what followed them; `paidClicks` beside them. */
  clicks: number;
  engagements: number;
  paidClicks: number;
}

export const emptyHour = (hour: number): HourOfLife => ({
  hour,
  level: 0,
  guaranteed: 0,
  organic: 0,
  paid: 0,
  clicks: 0,
  engagements: 0,
  paidClicks: 0,
});

/** A note while a run lasts: what its counters say. Rules read it and never write it. */
export class NoteInPlay {
  state: NoteState = 'unborn';
  level = 0;
  /** Organic evidence: guaranteed and organic impressions, their opens and what followed. */
  impressions = 0;
  clicks = 0;
  /** Opens of an average note in the same places, by what the rule believed of them. */
  expectedClicks = 0;
  /** Weighted value after the opens. */
  content = 0;
  readonly signals: SignalCounts = noSignals();
  /** Of the present pool alone. `value` is the weighted value with opens. */
  poolImpressions = 0;
  poolValue = 0;
  guaranteed = 0;
  organic = 0;
  paid = 0;
  paidClicks = 0;
  /** Paid opens that `clicks` holds, where it is assumed that they count for the score. */
  scoredPaidClicks = 0;
  readonly paidSignals: SignalCounts = noSignals();
  /** True value to the audience, of an average note's at an average place; hidden from rules. */
  trueValue = 0;
  /** Opens that were really to be expected so far; hidden from rules. */
  trueExpectedClicks = 0;
  milestoneHour: number | null = null;
  readonly rulings: RulingInLife[] = [];
  hourly: HourOfLife[] | null = null;
  /** Impressions by segment, all rails: who is used to the note. */
  readonly shown: Float64Array;

  constructor(
    readonly note: WorldNote,
    /** Place in the world's list. */
    readonly index: number,
    segments: number,
  ) {
    this.shown = new Float64Array(segments);
  }

  startPool(level: number): void {
    this.level = level;
    this.poolImpressions = 0;
    this.poolValue = 0;
  }
}
