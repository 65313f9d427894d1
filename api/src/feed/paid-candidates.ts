import type { AskFeed } from '@poolrise/contracts';
import {
  closenessWorth,
  type DueBoost,
  fitBoost,
  type PaidCandidate,
  PaidChooser,
  type ReaderContext,
  readerMatcher,
  type ReaderProfile,
} from '@poolrise/domain';
import type { IndexedBoost, RunningBoosts } from './running-boosts';

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
  private readonly feed = new PaidChooser();
  private readonly search = new PaidChooser();

  constructor(private readonly boosts: RunningBoosts) {}

  forFeed(reader: PaidReader, random: () => number): PaidCandidate[] {
    this.feed.keepOnly(this.boosts.feed);
    const match = readerMatcher(reader.context);
    const due = unseen(this.boosts.feed.due(reader.said, askedMost, random), reader);
    return this.feed
      .choose(due, (boost) => fitBoost(boost.goal, match(boost), reader.habits), random)
      .map((boost) => candidateOf(boost));
  }

  /** Who searches says what they want: a boost suits by how closely the search meets its words, and by the reader's habits. */
  forSearch(query: string, reader: PaidReader, random: () => number): PaidCandidate[] {
    this.search.keepOnly(this.boosts.search);
    const met = this.boosts.searched.find(query);
    const due = unseen(this.boosts.search.dueAmong(met.keys(), reader.said), reader);
    const worthOf = ({ boostId }: IndexedBoost) => closenessWorth[met.get(boostId)?.as ?? 'broad'];
    return this.search
      .choose(due, (boost) => fitBoost(boost.goal, worthOf(boost), reader.habits), random)
      .map((boost) => candidateOf(boost, met.get(boost.boostId)?.place));
  }
}

const unseen = (due: readonly DueBoost<IndexedBoost>[], { context }: PaidReader) =>
  due.filter(({ boost }) => !context.seen.has(boost.noteId));

const candidateOf = (
  { boostId, noteId, creatorId, category, level }: IndexedBoost,
  keyword?: number,
): PaidCandidate => ({
  boostId,
  noteId,
  creatorId,
  category,
  level,
  ...(keyword === undefined ? {} : { keyword }),
});
