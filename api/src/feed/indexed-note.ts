import type { NoteProduct, SlotProduct } from '@poolrise/contracts';
import {
  boostFactor,
  type ClosedLevel,
  type Category,
  type ColdStart,
  type EngagementCounts,
  type FeedCandidate,
  feedHalfLifeHours,
  freshness,
  guaranteeOwed,
  type Language,
  type LookAlike,
  noteSubject,
  type NoteType,
  type PeerStats,
  type PoolPolicy,
  rateRemembering,
  type SubjectVector,
  trafficShare,
} from '@poolrise/domain';
import { keyOf } from '../words/segment';
import { slotProducts } from './slot-products';

/** What one row of the index query says of a note in motion. */
export interface IndexRow {
  note_id: string;
  workspace_id: string;
  creator_id: string;
  creator_name: string;
  title: string;
  type: NoteType;
  category: Category;
  language: Language;
  keywords: string[];
  keyword_weights: number[];
  /** null where it links to nothing */
  products: NoteProduct[] | null;
  published_at: Date;
  policy_id: string;
  peer_group: string;
}

/** The part of a run that moves. */
export interface RunState {
  note_id: string;
  level: number;
  target: number;
  entered_at: Date;
  exposure: number;
  /** What the levels below showed, which are closed. */
  past: { level: number; clicks: number; exposure: number }[];
  impressions: number;
  clicks: number;
  likes: number;
  collects: number;
  comments: number;
  shares: number;
  follows: number;
}

const hourMs = 3_600_000;
/** A word of the body against the note's strongest keyword at 1 [P]. */
const foundWeight = 0.2;

/** A note in motion as the feed holds it in memory: what never changes, its run, and what follows from the two. */
export class IndexedNote implements FeedCandidate {
  readonly noteId: string;
  readonly workspaceId: string;
  readonly creatorId: string;
  readonly creatorName: string;
  readonly title: string;
  readonly category: Category;
  readonly noteType: NoteType;
  readonly language: Language;
  readonly keywords: ReadonlyMap<string, number>;
  readonly subject: SubjectVector;
  /** what its slots link to; as it was published, which it stays */
  readonly products: readonly SlotProduct[] | undefined;
  readonly policyId: string;
  readonly peerGroup: string;
  private readonly publishedAt: number;
  /** Opens per impression that readers of an average place are expected to give it. */
  opensExpected = 0;

  /** learnt by the index from the acts of readers */
  lookAlike: LookAlike | undefined;
  level = 0;
  rail: FeedCandidate['rail'] = 'organic';
  forecast = 1;
  freshness = 1;
  quotaLeft = 0;
  boostFactor = 1;
  owed = 0;
  reach = 0;
  private target = 0;
  /** impressions that the run may still have, whatever the hour */
  private runLeft = 0;
  /** slots given out within this hour, and the most that an hour may give to one note */
  private taken = 0;
  private takenIn = 0;
  private mostAnHour = Infinity;
  private enteredAt = 0;
  private counts: EngagementCounts | undefined;
  private exposure = 0;
  private coldStart: ColdStart | undefined;
  /** share of the guarantee's traffic that has passed, 0 to 1 */
  private elapsed = 0;

  /** `found`: words of a search that stand somewhere in the note; they count a little even when they are no keywords. */
  constructor(row: IndexRow, found: readonly string[] = []) {
    this.noteId = row.note_id;
    this.workspaceId = row.workspace_id;
    this.creatorId = row.creator_id;
    this.creatorName = row.creator_name;
    this.title = row.title;
    this.category = row.category;
    this.noteType = row.type;
    this.language = row.language;
    this.keywords = new Map([
      ...found.map((word): [string, number] => [word, foundWeight]),
      ...keywordKeys(row.keywords, row.keyword_weights),
    ]);
    this.subject = noteSubject(this.category, this.keywords);
    this.products = slotProducts(row.products);
    this.policyId = row.policy_id;
    this.peerGroup = row.peer_group;
    this.publishedAt = row.published_at.getTime();
  }

  ageHours(now: number): number {
    return (now - this.publishedAt) / hourMs;
  }

  /** Takes over the state of the run from the database; slots served and never seen become free again. */
  follow(run: RunState): void {
    this.level = run.level;
    this.target = run.target;
    this.enteredAt = run.entered_at.getTime();
    this.exposure = run.exposure > 0 ? run.exposure : run.impressions;
    this.counts = { ...run, dwellSeconds: 0, hides: 0, purchases: 0 };
    this.runLeft = Math.max(0, run.target - run.impressions);
    this.quotaLeft = this.withinHour();
  }

  /** The promised pool is given whole; a widened one leaves room for others in every hour (`mostOfAnHour`). */
  private withinHour(): number {
    const most = this.level === 0 ? Infinity : this.mostAnHour - this.taken;
    return Math.max(0, Math.min(this.runLeft, most));
  }

  /** Works out what depends on the time, on the peers, and on the impressions that an hour has for one note. */
  refresh(
    policy: PoolPolicy,
    peers: PeerStats,
    now: number,
    { closed = [], mostAnHour = Infinity }: { closed?: readonly ClosedLevel[]; mostAnHour?: number } = {},
  ): void {
    const hour = Math.floor(now / hourMs);
    if (hour !== this.takenIn) this.taken = 0;
    this.takenIn = hour;
    this.mostAnHour = mostAnHour;
    this.quotaLeft = this.withinHour();
    this.freshness = freshness((now - this.publishedAt) / hourMs, feedHalfLifeHours);
    this.reach = policy.levels[this.level]?.audienceShare ?? 0;
    if (this.counts) {
      const { exposure, level } = this;
      const rating = rateRemembering(this.counts, peers, policy.weights, { exposure, level, closed });
      this.forecast = rating.lift;
      this.opensExpected = peers.clickRate * rating.hook;
    }
    this.coldStart = this.level === 0 ? policy.coldStart : undefined;
    this.elapsed = trafficShare(policy.trafficClock, {
      startsAt: this.enteredAt,
      endsAt: this.enteredAt + policy.coldStart.hours * hourMs,
      now,
    });
    this.keepPromise();
  }

  /** A slot went out: it counts against the quota, and against the curve of the guarantee, at once. */
  take(): void {
    if (this.quotaLeft <= 0) return;
    this.taken++;
    this.runLeft--;
    this.quotaLeft--;
    this.keepPromise();
  }

  /** Where the note stands on the delivery curve of the guarantee; nothing but level 0 has one. */
  private keepPromise(): void {
    const { coldStart, elapsed } = this;
    const delivered = this.target > 0 ? 1 - this.quotaLeft / this.target : 1;
    this.owed = coldStart ? guaranteeOwed(coldStart, elapsed, delivered) : 0;
    this.rail = this.owed > 0 ? 'guaranteed' : 'organic';
    this.boostFactor = coldStart ? boostFactor(coldStart, elapsed, delivered) : 1;
  }
}

/** Keywords as they are stored, under the form in which words meet. */
export const keywordKeys = (words: readonly string[], weights: readonly number[]): Map<string, number> =>
  new Map(words.map((word, at) => [keyOf(word), weights[at] ?? 0]));
