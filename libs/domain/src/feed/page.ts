import type { FeedAsk, FeedCandidate, RankedSlot, ReaderContext } from './feed-candidate';

/** In any five neighbouring slots of discovery at most two may be of one category [P]. */
const categoryWindow = 5;
const mostOfOneCategory = 2;

/** A page being filled: it knows what has been chosen and what may stand beside it. */
export class Page {
  private readonly chosen: number[] = [];
  private readonly explored = new Set<number>();
  private readonly creators = new Set<string>();

  constructor(
    private readonly candidates: readonly FeedCandidate[],
    private readonly reader: ReaderContext,
    private readonly ask: FeedAsk,
  ) {}

  isFull(): boolean {
    return this.chosen.length >= this.ask.size;
  }

  /** Whether this note may take the next slot with every rule kept. */
  accepts(index: number, scores: Float64Array): boolean {
    return (scores[index] as number) > 0 && this.isNew(index) && this.keepsMixed(index);
  }

  add(index: number, explored: boolean): void {
    this.chosen.push(index);
    this.creators.add(this.note(index).creatorId);
    if (explored) this.explored.add(index);
  }

  /**
   * Adds the best note that keeps the page mixed, or the best one at all when none does: a reader of one interest
   * would rather have more of it than an empty slot. False when there is none left.
   */
  addBest(best: Int32Array): boolean {
    let fallback = -1;
    for (const index of best) {
      if (!this.isNew(index)) continue;
      if (this.keepsMixed(index)) {
        this.add(index, false);
        return true;
      }
      if (fallback < 0) fallback = index;
    }
    if (fallback < 0) return false;
    this.add(fallback, false);
    return true;
  }

  slots(scores: Float64Array, matches: Float64Array): RankedSlot[] {
    return this.chosen.map((index, place) => {
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
        explored: this.explored.has(index),
      };
    });
  }

  private isNew(index: number): boolean {
    const { noteId, creatorId } = this.note(index);
    return !this.creators.has(creatorId) && !this.reader.seen.has(noteId);
  }

  private keepsMixed(index: number): boolean {
    if (this.ask.placement === 'search') return true;
    const { category } = this.note(index);
    const neighbours = this.chosen.slice(1 - categoryWindow);
    return neighbours.filter((other) => this.note(other).category === category).length < mostOfOneCategory;
  }

  private note(index: number): FeedCandidate {
    return this.candidates[index] as FeedCandidate;
  }
}
