import {
  type CommenterIndex,
  type CredibilityAsk,
  type CredibilityNorms,
  type Norm,
  type JudgedNote,
  peersLeast,
  tierOf,
} from '@poolrise/domain';
import { credibilityScheme, noteDays, type Rows } from './count-norms';

/** Days of followers and notes of one creator that are read at most. */
const daysMost = 121;
const notesMost = 400;

/** What the tests look at of one creator. */
export interface CredibilityRecord extends Pick<
  CredibilityAsk,
  'creatorId' | 'followersByDay' | 'engagedFollowerShare'
> {
  followers: number;
  category: string;
  /** `YYYY-MM-DD` in Shanghai */
  notesSince: string;
  notes: (JudgedNote & { title: string })[];
}

type Stored = Omit<CredibilityRecord, 'followersByDay' | 'notes'> & {
  /** days since 1970 and the followers of each, both by day */
  days: number[];
  followersOnDays: number[];
  notes: (Omit<CredibilityRecord['notes'][number], 'publishedAt'> & { publishedAt: string })[];
};

/** Records of these creators, by keys and the indexes of days and notes; who is not there is left out. */
export async function credibilityRecords(
  rows: Rows,
  creatorIds: readonly string[],
  now: Date,
): Promise<CredibilityRecord[]> {
  const stored = await rows<Stored>(recordsSql, [creatorIds, now, noteDays, daysMost, notesMost]);
  const dayOf = daysByNumber();
  return stored.map(({ days, followersOnDays, notes, ...record }) => ({
    ...record,
    followersByDay: days.map((day, at) => ({ day: dayOf(day), followers: followersOnDays[at] ?? 0 })),
    notes: notes.map((note) => ({ ...note, publishedAt: new Date(note.publishedAt) })),
  }));
}

const dayMs = 86_400_000;
/** Writes days as `YYYY-MM-DD`. The same 121 of them stand in every record, so each is written once. */
function daysByNumber(): (since1970: number) => string {
  const written = new Map<number, string>();
  return (since1970) => {
    const known = written.get(since1970) ?? new Date(since1970 * dayMs).toISOString().slice(0, 10);
    written.set(since1970, known);
    return known;
  };
}

const recordsSql = `
  select creator.id as "creatorId", creator.followers, coalesce(creator.categories[1], '') as category,
    figures.engaged_share as "engagedFollowerShare", since.day::text as "notesSince", coalesce(days.days, '[]') as days, coalesce(days.followers, '[]') as "followersOnDays",
    coalesce(notes.list, '[]') as notes
  from unnest($1::uuid[]) as asked (id) join creator using (id)
  left join creator_figures figures on figures.creator_id = creator.id
  cross join lateral (
    select coalesce(as_of, ($2::timestamptz at time zone 'Asia/Shanghai')::date) - $3::integer as day
  ) since
  cross join lateral (
    select json_agg(day - date '1970-01-01' order by day) as days, json_agg(followers order by day) as followers
    from (select day, followers from creator_day where creator_id = creator.id order by day desc limit $4) latest
  ) days
  cross join lateral (
    select json_agg(latest order by "publishedAt", id) as list
    from (
      select id, published_at as "publishedAt", title, reads_natural as "readsNatural", reads_all as "readsAll",
        likes, collects, comments, shares, interactions_by_hour as "interactionsByHour", commenters
      from creator_note where creator_id = creator.id and published_at >= since.day::timestamp at time zone 'Asia/Shanghai'
      order by published_at desc limit $5
    ) latest
  ) notes`;

/** Kept norms by measure, tier and category. */
export type NormsBook = ReadonlyMap<string, Norm>;
interface StoredNorm extends Norm {
  measure: string;
  tier: string;
  category: string;
}

/** Norms of some categories, or of all of them. */
export async function readNorms(rows: Rows, categories: readonly string[] | null): Promise<NormsBook> {
  const stored = await rows<StoredNorm>(
    `select measure, tier, category, median, spread, peers as count from credibility_norm
     where $1::text[] is null or category = any($1) or category = ''`,
    [categories],
  );
  return new Map(
    stored.map(({ measure, tier, category, ...norm }) => [keyOf(measure, tier, category), norm]),
  );
}

const keyOf = (measure: string, tier: string, category: string): string => `${measure} ${tier} ${category}`;

/** The norms of a creator's peers: of tier and main category where there are enough of them, else of the tier. */
export function normsFor(
  book: NormsBook,
  { followers, category }: Pick<CredibilityRecord, 'followers' | 'category'>,
): CredibilityNorms {
  const tier = tierOf(credibilityScheme, followers).key;
  const alike = book.get(keyOf('engaged', tier, category));
  return {
    engaged: (alike && alike.count >= peersLeast ? alike : book.get(keyOf('engaged', tier, ''))) ?? null,
    likeCollect: book.get(keyOf('like-collect', '', category)) ?? null,
    commentShare: book.get(keyOf('comment-share', '', category)) ?? null,
  };
}

/** An account under the notes of a creator. */
export interface CommenterTie {
  creatorId: string;
  account: number;
}

/** Ties by both ends, as the test of pods asks for them. Accounts without a tie are known of `notes` alone: they bind nobody. */
export class TiedCommenters {
  private readonly byAccount = new Map<number, string[]>();
  private readonly byCreator = new Map<string, number[]>();

  constructor(ties: readonly CommenterTie[]) {
    for (const { creatorId, account } of ties) {
      append(this.byAccount, account, creatorId);
      append(this.byCreator, creatorId, account);
    }
  }

  /** The index in which everybody is known by ties, and this creator by all of the notes. */
  around({ creatorId, notes }: Pick<CredibilityRecord, 'creatorId' | 'notes'>): CommenterIndex {
    const own = [...new Set(notes.flatMap(({ commenters }) => commenters))];
    return {
      creatorsOf: (account) => this.byAccount.get(account) ?? [],
      accountsOf: (asked) => (asked === creatorId ? own : (this.byCreator.get(asked) ?? [])),
    };
  }
}

function append<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
