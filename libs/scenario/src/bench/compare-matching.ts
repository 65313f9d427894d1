import {
  actWorth,
  LookAlikes,
  rankSlots,
  type ReaderAct,
  type ReaderContext,
  readerProfile,
} from '@poolrise/domain';
import { RandomStream } from '../random';
import { type TasteNote, type TasteReader, TasteWorld, type TasteWorldParameters } from './taste-world';

/** What the feed may know; each knows what the one before it knows. */
export const matchers = ['random', 'category', 'keywords', 'co-engagement'] as const;
export type Matcher = (typeof matchers)[number];

export interface MatchingRun {
  rounds: number;
  /** Slots of a page; every reader asks for one a round. */
  size: number;
  /** Notes published before each round, and rounds they stay in the feed. */
  published: number;
  stays: number;
}

export const usualRun: MatchingRun = { rounds: 12, size: 20, published: 240, stays: 3 };

/** Newest acts of a reader that are listened to. */
const actsMax = 200;

/** Share of the shown notes that were opened, round by round. The same seed gives every matcher the same readers and notes. */
export function clickRates(
  matcher: Matcher,
  seed: string,
  parameters: TasteWorldParameters,
  run: MatchingRun = usualRun,
): number[] {
  const world = new TasteWorld(seed, parameters);
  const random = new RandomStream(seed, 'taste-clicks');
  const readers = world.readers.map((reader) => new FollowedReader(reader));
  const lookAlikes = new LookAlikes();
  let notes: TasteNote[] = [];
  return Array.from({ length: run.rounds }, () => {
    for (let made = 0; made < run.published; made++) notes.push(world.publish());
    notes = notes.slice(-run.published * run.stays);
    if (matcher === 'co-engagement')
      notes = notes.map((note) => ({ ...note, lookAlike: lookAlikes.of(note.noteId, note.category) }));
    lookAlikes.keepOnly(new Set(notes.map(({ noteId }) => noteId)));
    const byId = new Map(notes.map((note) => [note.noteId, note]));
    let shown = 0;
    let opened = 0;
    for (const reader of readers) {
      const page = rankSlots(notes, reader.context(matcher, lookAlikes), {
        placement: 'discovery',
        size: run.size,
        now: 0,
        random: () => random.next(),
        ...(matcher === 'random' ? { exploreShare: 1 } : {}),
      });
      for (const { noteId } of page) {
        const note = byId.get(noteId) as TasteNote;
        shown += 1;
        if (!random.chance(world.clickOdds(reader.is, note))) {
          reader.seen.add(noteId);
          continue;
        }
        opened += 1;
        const taste = reader.open(note, lookAlikes);
        lookAlikes.learn(note, taste, actWorth('click'));
      }
    }
    return opened / shown;
  });
}

/** A reader as a feed comes to know them. */
class FollowedReader {
  readonly seen = new Set<string>();
  private readonly acts: ReaderAct[] = [];

  constructor(readonly is: TasteReader) {}

  open(note: TasteNote, lookAlikes: LookAlikes): ReaderContext['taste'] {
    const { taste } = readerProfile(this.acts, lookAlikes.usual);
    this.seen.add(note.noteId);
    this.acts.unshift({
      kind: 'click',
      category: note.category,
      keywords: note.keywords,
      subject: note.subject,
    });
    this.acts.length = Math.min(this.acts.length, actsMax);
    return taste;
  }

  context(matcher: Matcher, lookAlikes: LookAlikes): ReaderContext {
    const nothing: ReaderContext = { interests: new Map(), keywords: new Map(), seen: this.seen };
    if (matcher === 'random') return nothing;
    const { interests, keywords, taste } = readerProfile(this.acts, lookAlikes.usual);
    if (matcher === 'category') return { ...nothing, interests };
    if (matcher === 'keywords') return { ...nothing, interests, keywords, taste };
    return { ...nothing, interests, keywords, taste };
  }
}
