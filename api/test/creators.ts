import type { Category } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import type { Db } from '../src/db/db';

interface AboutCreator {
  name?: string;
  redId?: string;
  followers?: number;
  categories?: Category[];
  imageCents?: number | null;
  deletedAt?: Date | null;
}

/** Somebody in the directory, of whom nothing has been measured. */
export async function aCreator(db: Db, about: AboutCreator = {}): Promise<string> {
  const {
    name = '小满',
    redId = randomUUID().slice(0, 20),
    followers = 8_600,
    categories = ['food'],
  } = about;
  return db.asEngine(async (tx) => {
    const [row] = await tx.query<{ id: string }[]>(
      `insert into creator (name, red_id, followers, gender, city_tier, categories, image_cents, deleted_at)
       values ($1, $2, $3, 'female', 'tier1', $4, $5, $6) returning id`,
      [name, redId, followers, categories, about.imageCents ?? null, about.deletedAt ?? null],
    );
    if (!row) throw new Error('the creator was not written');
    return row.id;
  });
}

interface AboutNote {
  publishedAt: string;
  kind?: 'image' | 'video';
  cooperation?: boolean;
  impressions?: [natural: number, all: number];
  reads?: [natural: number, all: number];
  interactions?: [natural: number, all: number];
  /** of the interactions; the others are likes */
  comments?: number;
  words?: string[];
}

/** A note of theirs as the platform shows it; interactions that are no comments are likes. */
export async function anObservedNote(db: Db, creatorId: string, about: AboutNote): Promise<void> {
  const impressions = about.impressions ?? [1_000, 1_000];
  const reads = about.reads ?? [100, 100];
  const interactions = about.interactions ?? [10, 10];
  await db.asEngine((tx) =>
    tx.query(
      `insert into creator_note (id, creator_id, published_at, kind, cooperation, title, impressions_natural, impressions_all,
         reads_natural, reads_all, likes, collects, comments, shares, interactions_natural, reads_by_source, interactions_by_hour, words)
       values ($1, $2, $3, $4, $5, '冷泡茶', $6, $7, $8, $9, $10, 0, $14, 0, $11, $12, array_fill(0, array[24]), $13)`,
      [
        randomUUID(),
        creatorId,
        about.publishedAt,
        about.kind ?? 'image',
        about.cooperation ?? false,
        ...impressions,
        ...reads,
        interactions[1] - (about.comments ?? 0),
        interactions[0],
        [reads[0], 0, 0, 0, 0],
        about.words ?? [],
        about.comments ?? 0,
      ],
    ),
  );
}
