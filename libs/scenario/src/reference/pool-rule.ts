import {
  chooseReach,
  type NoteInPlay,
  type NoteRuling,
  type Platform,
  type RuleInPlay,
  type Ruling,
  type ServingRule,
  waiting,
} from '@poolrise/domain';

/** What the notes that left a pool had: the last 300 of them. */
export class PoolHistory {
  private readonly figures: number[] = [];
  private sum = 0;

  add(figure: number): void {
    this.figures.push(figure);
    this.sum += figure;
    if (this.figures.length > 300) this.sum -= this.figures.shift() ?? 0;
  }

  /** Null while fewer than eight notes have left. */
  get mean(): number | null {
    return this.figures.length < 8 ? null : this.sum / this.figures.length;
  }

  /** Whether the figure is among the best part of the pool; everybody is while there are fewer than twenty. */
  isAmongBest(figure: number, part: number): boolean {
    if (this.figures.length < 20) return true;
    return this.figures.filter((one) => one >= figure).length <= part * this.figures.length;
  }
}

/** A ladder of pools that judges a note once, when the pool is used up. */
export interface PoolRule {
  /** Impressions of each pool; the last is the end of the way. */
  pools: readonly number[];
  /** A pool is given in as many hours at the quickest. */
  hours: number;
  /** The figure that the pool's history keeps. */
  figure(note: NoteInPlay): number;
  /** Whether the note goes on to the next pool. */
  passes(note: NoteInPlay, history: PoolHistory): boolean;
  /** Who is served first; without it everybody gets the same part. */
  priority?(note: NoteInPlay): number;
  /** Whether the note stays with narrower audiences while these respond better. */
  adaptive?: boolean;
  beginHour?(hour: number): void;
  firstPoolDone?(note: NoteInPlay): void;
}

export function poolRule(
  name: string,
  firstPool: number,
  make: (platform: Platform) => PoolRule,
): ServingRule {
  return { name, firstPool, start: (platform) => new PoolsInPlay(platform, make(platform)) };
}

class PoolsInPlay implements RuleInPlay {
  readonly priority?: (note: NoteInPlay) => number;
  private readonly histories: PoolHistory[];
  private readonly places: Float64Array;

  constructor(
    private readonly platform: Platform,
    private readonly rule: PoolRule,
  ) {
    this.histories = rule.pools.map(() => new PoolHistory());
    this.places = new Float64Array(platform.world.reaches.length);
    const { priority } = rule;
    if (priority) this.priority = (note) => priority(note);
  }

  beginHour(hour: number): void {
    this.rule.beginHour?.(hour);
  }

  firstPoolDone(note: NoteInPlay): void {
    this.rule.firstPoolDone?.(note);
  }

  judge(note: NoteInPlay): Ruling {
    const { pools } = this.rule;
    if (note.poolImpressions < (pools[note.level] as number) - 1e-6) return waiting;
    if (!this.rule.passes(note, this.historyOf(note)))
      return { ruling: 'stop', reason: 'BELOW_PEERS', chance: null };
    const last = note.level === pools.length - 1;
    return { ruling: last ? 'finish' : 'pass', reason: last ? 'TOP_LEVEL' : 'ABOVE_PEERS', chance: null };
  }

  ruled(note: NoteInPlay, _ruling: NoteRuling): void {
    this.historyOf(note).add(this.rule.figure(note));
  }

  wanted(note: NoteInPlay): number {
    const size = this.rule.pools[note.level] as number;
    return Math.min(size - note.poolImpressions, size / this.rule.hours);
  }

  reach(note: NoteInPlay, hour: number): number {
    const widest = Math.min(note.level, this.places.length - 1);
    if (!this.rule.adaptive) return widest;
    return chooseReach(this.platform.places.byReach(note, hour, this.places), widest);
  }

  private historyOf(note: NoteInPlay): PoolHistory {
    return this.histories[note.level] as PoolHistory;
  }
}
