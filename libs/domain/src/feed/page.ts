import type { FeedAsk, FeedCandidate, RankedSlot, ReaderContext } from './feed-candidate';
import { leastNewness, nextForVariety, SubjectWindow } from './spread-subjects';

/** Candidates by what the next slot is for, best first, and the value of each by its index. */
export interface Order {
  best: Int32Array;
  values: Float64Array;
  /** What a wholly new subject is worth here, in the unit of the values; 0 takes the best. */
  bonus: number;
}

interface Choice extends Pick<RankedSlot, 'explored' | 'passedOver'> {
  /** among the candidates */
  index: number;
}

/** A page being filled: it knows what has been chosen and what may stand beside it. */
export class Page {
  private readonly chosen: Choice[] = [];
  private readonly creators = new Set<string>();
  private readonly inView = new SubjectWindow();

  constructor(
    private readonly candidates: readonly FeedCandidate[],
    private readonly reader: ReaderContext,
    private readonly ask: FeedAsk,
  ) {}

  isFull(): boolean {
    return this.chosen.length >= this.ask.size;
  }

  /** Whether a drawn note may take the next slot: one the reader has not seen, of a new creator, unlike what is in view. */
  accepts(index: number, scores: Float64Array): boolean {
    return (
      (scores[index] as number) > 0 &&
      this.isNew(index) &&
      (this.ask.placement === 'search' || this.inView.newness(this.note(index).subject) >= leastNewness)
    );
  }

  add(index: number, { explored = false, passedOver = 0 }: Partial<Choice> = {}): void {
    const { creatorId, subject } = this.note(index);
    this.chosen.push({ index, explored, passedOver });
    this.creators.add(creatorId);
    this.inView.add(subject);
  }

  /** Adds the note that is best with its variety counted in. False when there is none left. */
  addBest({ best, values, bonus }: Order): boolean {
    const mayFollow = (at: number): boolean => this.isNew(best[at] as number);
    const place = nextForVariety(
      {
        length: best.length,
        valueAt: (at) => values[best[at] as number] as number,
        subjectAt: (at) => this.note(best[at] as number).subject,
        mayFollow,
      },
      this.inView,
      bonus,
    );
    if (place < 0) return false;
    let passedOver = 0;
    for (let better = 0; better < place; better++) if (mayFollow(better)) passedOver += 1;
    this.add(best[place] as number, { passedOver });
    return true;
  }

  slots(scores: Float64Array, matches: Float64Array): RankedSlot[] {
    return this.chosen.map(({ index, explored, passedOver }, place) => {
      const { noteId, creatorId, category, level, rail } = this.note(index);
      return {
        position: place + 1,
        noteId,
        creatorId,
        category,
        level,
        rail: this.ask.placement === 'search' ? 'search' : rail,
        score: scores[index] as number,
        match: matches[index] as number,
        explored,
        passedOver,
      };
    });
  }

  private isNew(index: number): boolean {
    const { noteId, creatorId } = this.note(index);
    return !this.creators.has(creatorId) && !this.reader.seen.has(noteId);
  }

  private note(index: number): FeedCandidate {
    return this.candidates[index] as FeedCandidate;
  }
}
