import type { AskFeed } from '@poolrise/contracts';
import {
  type BoostPacer,
  fitBoost,
  type PaidCandidate,
  PaidChooser,
  type ReaderContext,
  readerMatcher,
  type ReaderProfile,
} from '@poolrise/domain';
import type { IndexedBoost } from './running-boosts';

/** The reader who asks: what the application says of them, what they have seen, and what they seem to like. */
export interface PaidReader {
  said: AskFeed['reader'];
  context: ReaderContext;
  habits: ReaderProfile;
}

/** Boosts that are held against one reader: a page has two paid places, and most that are asked have been seen or do not fit. */
const askedMost = 48;

/** Chooses the boosts that may have a paid slot on a page: for this reader, on pace, best suited and hungriest first. */
export class PaidCandidates {
  private readonly chooser = new PaidChooser();

  constructor(private readonly pacer: BoostPacer<IndexedBoost>) {}

  choose({ said, context, habits }: PaidReader, random: () => number): PaidCandidate[] {
    this.chooser.keepOnly(this.pacer);
    const match = readerMatcher(context);
    const due = this.pacer
      .due(said, askedMost, random)
      .filter(({ boost }) => !context.seen.has(boost.noteId));
    return this.chooser
      .choose(due, (boost) => fitBoost(boost.goal, match(boost), habits), random)
      .map(({ boostId, noteId, creatorId, category, level }) => ({
        boostId,
        noteId,
        creatorId,
        category,
        level,
      }));
  }
}
