import { randomUUID } from 'node:crypto';
import type { Db } from '../src/db/db';
import { aCreator } from './creators';

export interface NoteCounts {
  publishedAt?: string;
  readsAll?: number;
  likes?: number;
  collects?: number;
  comments?: number;
  /** interactions of this two hours of the night; the others are spread from noon */
  atThree?: number;
  commenters?: readonly number[];
}

/** A usual note: 1,000 reads, 45 likes, 25 collects, 12 comments and 6 shares, from noon to ten. */
export async function aCountedNote(db: Db, creatorId: string, counts: NoteCounts = {}): Promise<string> {
  const id = randomUUID();
  const { likes = 45, collects = 25, comments = 12, readsAll = 1_000, atThree = 0 } = counts;
  const interactions = likes + collects + comments + 6;
  const byHour = Array.from({ length: 24 }, (_, hour) =>
    hour === 3 ? atThree : hour >= 12 && hour < 22 ? Math.round((interactions - atThree) / 10) : 0,
  );
  await db.asEngine((tx) =>
    tx.query(
      `insert into creator_note (id, creator_id, published_at, kind, cooperation, title, impressions_natural, impressions_all,
         reads_natural, reads_all, likes, collects, comments, shares, interactions_natural, reads_by_source,
         interactions_by_hour, commenters)
       values ($1, $2, $3, 'image', false, '冷泡茶', $4::integer * 10, $4::integer * 10, $4, $4, $5, $6, $7, 6, $8,
         array[$4::integer, 0, 0, 0, 0], $9, $10)`,
      [
        id,
        creatorId,
        counts.publishedAt ?? '2026-11-10T12:00+08',
        readsAll,
        likes,
        collects,
        comments,
        interactions,
        byHour,
        counts.commenters ?? [],
      ],
    ),
  );
  return id;
}

/** Followers of sixty days to 23 November, `gains` on some of them on top of two a day. */
export async function followersOf(
  db: Db,
  creatorId: string,
  gains: Record<string, number> = {},
): Promise<void> {
  const first = Date.parse('2026-09-25T00:00Z');
  let followers = 8_000;
  const days = Array.from({ length: 60 }, (_, at) => {
    const day = new Date(first + at * 86_400_000).toISOString().slice(0, 10);
    // Two a day, more or less.
    followers += 1 + (at % 3) + (gains[day] ?? 0);
    return { day, followers };
  });
  await db.asEngine((tx) =>
    tx.query(
      `insert into creator_day (creator_id, day, followers)
       select $1, day, followers from jsonb_to_recordset($2::jsonb) as line (day date, followers integer)`,
      [creatorId, JSON.stringify(days)],
    ),
  );
}

/** Somebody with figures of 24 November and these notes. */
export async function aCountedCreator(
  db: Db,
  about: { engagedShare?: number; notes?: NoteCounts[] } = {},
): Promise<{ id: string; notes: string[] }> {
  const id = await aCreator(db);
  await db.asEngine((tx) =>
    tx.query(`insert into creator_figures (creator_id, as_of, engaged_share) values ($1, '2026-11-24', $2)`, [
      id,
      about.engagedShare ?? 0.06,
    ]),
  );
  const notes: string[] = [];
  for (const counts of about.notes ?? []) notes.push(await aCountedNote(db, id, counts));
  return { id, notes };
}
