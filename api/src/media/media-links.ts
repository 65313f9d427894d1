import type { MediaVariant, MediaView } from '@poolrise/contracts';
import type { MediaKind } from '@poolrise/domain';
import type { Db } from '../db/db';
import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a view needs to know of a row. */
export interface MediaRecord {
  id: string;
  kind: MediaKind;
  contentType: string;
  bytes: number;
  width: number;
  height: number;
  durationMs: number | null;
  color: string;
  /** left out in what was written without it */
  aiMarked?: boolean;
}

/** Columns of `media` as a `MediaRecord`, for `json_agg` and the like. */
export const mediaJson = (media: string): string =>
  `json_build_object('id', ${media}.id, 'kind', ${media}.kind, 'contentType', ${media}.content_type, 'bytes', ${media}.bytes,
     'width', ${media}.width, 'height', ${media}.height, 'durationMs', ${media}.duration_ms, 'color', ${media}.color,
     'aiMarked', ${media}.ai_marked)`;

/** The medium that covers a note, as a `MediaRecord` or null. */
export const coverJson = (noteId: string): string =>
  `(select ${mediaJson('m')} from note_media nm join media m on m.id = nm.media_id where nm.note_id = ${noteId} and nm.cover)`;

const periodSeconds = 2 * 3_600;

/**
 * Signs and checks the addresses of files. An address holds two to four hours and is the same for all who ask within two, so
 * that a page which is loaded again finds its pictures in the browser.
 */
export class MediaLinks {
  private readonly key: Buffer;

  /** @param secret of the installation; the key of these signatures is made from it and is no other's */
  constructor(secret: Buffer) {
    this.key = createHmac('sha256', secret).update('addresses of media').digest();
  }

  view(media: MediaRecord, now = Date.now()): MediaView {
    return {
      ...media,
      bytes: Number(media.bytes),
      url: this.url(media.id, 'original', now),
      thumbUrl: media.kind === 'image' ? this.url(media.id, 'thumb', now) : null,
    };
  }

  /** The small picture of a cover; null where a note has none. */
  thumb(cover: MediaRecord | null): string | null {
    return cover && this.view(cover).thumbUrl;
  }

  url(id: string, variant: MediaVariant, now = Date.now()): string {
    const until = (Math.floor(now / 1_000 / periodSeconds) + 2) * periodSeconds;
    return `/api/v1/media/${id}/file?variant=${variant}&until=${until}&signature=${this.sign(id, variant, until)}`;
  }

  /** Whether an address was written here and still holds. */
  holds(
    id: string,
    { variant, until, signature }: { variant: MediaVariant; until: number; signature: string },
    now = Date.now(),
  ): boolean {
    const expected = Buffer.from(this.sign(id, variant, until));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given) && until * 1_000 > now;
  }

  private sign(id: string, variant: MediaVariant, until: number): string {
    return createHmac('sha256', this.key)
      .update(`${id.toLowerCase()}\n${variant}\n${until}`)
      .digest('base64url');
  }
}

const linksBy = new WeakMap<Db, Promise<MediaLinks>>();

/** The links of this installation, looked up once. */
export function mediaLinksOf(db: Db): Promise<MediaLinks> {
  const known = linksBy.get(db) ?? db.asEngine((tx) => mediaLinks(tx));
  linksBy.set(db, known);
  // A failed look must not be remembered.
  known.catch(() => linksBy.delete(db));
  return known;
}

interface Asks {
  query<Row>(sql: string): Promise<Row>;
}

/** The links of this installation. The caller wears the engine's hat. */
export async function mediaLinks(tx: Asks): Promise<MediaLinks> {
  const [row] = await tx.query<{ token_secret: Buffer }[]>('select token_secret from installation');
  if (!row) throw new Error('the database has not been migrated: no installation row');
  return new MediaLinks(row.token_secret);
}
