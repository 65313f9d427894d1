import type { HourOfLife, NoteInPlay, NoteState, RulingInLife } from './note-in-play';
import type { SignalCounts } from './note-responses';

/** One note's life in a finished run. Impressions are expected quantities and need not be whole. */
export interface NoteLife {
  id: string;
  state: NoteState;
  level: number;
  guaranteed: number;
  organic: number;
  paid: number;
  /** Organic opens and what followed; the paid ones beside them. */
  clicks: number;
  signals: SignalCounts;
  paidClicks: number;
  paidSignals: SignalCounts;
  expectedClicks: number;
  content: number;
  /** True value to the audience, in average impressions. */
  trueValue: number;
  /** Hours from publication to the milestone of organic impressions; null when it was not reached. */
  hoursToMilestone: number | null;
  rulings: readonly RulingInLife[];
  /** Only of notes that were asked for. */
  hourly: readonly HourOfLife[] | null;
}

/** Every impression of a run: guaranteed + organic + paid + unfilled = capacity. */
export interface RunTotals {
  capacity: number;
  guaranteed: number;
  organic: number;
  paid: number;
  unfilled: number;
  /** Value and impressions of the scored hours, organic and guaranteed, with the fillers in both. */
  scoredValue: number;
  scoredImpressions: number;
  scoredUnfilled: number;
  rulingsMade: number;
}

export interface SimulationRun {
  rule: string;
  seed: number;
  lives: readonly NoteLife[];
  totals: RunTotals;
  /** Figures of the rule itself at the end. */
  ruleSummary: Readonly<Record<string, number>>;
  /** Equal for two runs in which every note was shown and answered alike. */
  hash: string;
}

export const noTotals = (): RunTotals => ({
  capacity: 0,
  guaranteed: 0,
  organic: 0,
  paid: 0,
  unfilled: 0,
  scoredValue: 0,
  scoredImpressions: 0,
  scoredUnfilled: 0,
  rulingsMade: 0,
});

export function lifeOf(play: NoteInPlay): NoteLife {
  const { note, milestoneHour } = play;
  return {
    id: note.id,
    state: play.state,
    level: play.level,
    guaranteed: play.guaranteed,
    organic: play.organic,
    paid: play.paid,
    clicks: play.clicks - play.scoredPaidClicks,
    signals: { ...play.signals },
    paidClicks: play.paidClicks,
    paidSignals: { ...play.paidSignals },
    expectedClicks: play.expectedClicks,
    content: play.content,
    trueValue: play.trueValue,
    hoursToMilestone: milestoneHour === null ? null : milestoneHour - note.bornHour,
    rulings: play.rulings,
    hourly: play.hourly,
  };
}

/** A 64-bit FNV-1a of everything that the notes were shown and answered, as 16 hexadecimal digits. */
export function hashOfLives(lives: readonly NoteLife[]): string {
  let low = 0x84222325;
  let high = 0xcbf29ce4;
  const bits = new DataView(new ArrayBuffer(8));
  const eat = (word: number): void => {
    low = Math.imul(low ^ word, 0x01000193);
    high = Math.imul(high ^ word ^ (low >>> 13), 0x01000193);
  };
  const eatNumber = (value: number): void => {
    bits.setFloat64(0, value);
    eat(bits.getInt32(0));
    eat(bits.getInt32(4));
  };
  for (const life of lives) {
    for (const value of figuresOf(life)) eatNumber(value);
    for (const { hour, level, ruling } of life.rulings) eat(hour * 64 + level * 4 + rulingCodes[ruling]);
  }
  return [high, low].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

const rulingCodes = { pass: 1, stop: 2, finish: 3 } as const;

function figuresOf(life: NoteLife): number[] {
  const { like, collect, comment, share, follow } = life.signals;
  return [
    life.level,
    life.guaranteed,
    life.organic,
    life.paid,
    life.clicks,
    life.paidClicks,
    like,
    collect,
    comment,
    share,
    follow,
    life.trueValue,
  ];
}
