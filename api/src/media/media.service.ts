import { Inject, Injectable } from '@nestjs/common';
import type { MediaFileQuery, MediaView } from '@poolrise/contracts';
import { mediaLimits } from '@poolrise/domain';
import type { Readable } from 'node:stream';
import { Db } from '../db/db';
import { type ReceivedFile, receiveFile, type Reception } from '../files/receive-file';
import { Refused } from '../http/refused';
import { mediaJson, mediaLinksOf, type MediaRecord } from './media-links';
import { byteRange } from './byte-range';
import { type ByteRange, MEDIA_STORE, type MediaStore, Missing } from './media-store';
import { type ReadMedia, readMedia, tooLarge } from './read-media';

const reception: Reception = {
  bytesMost: Math.max(...Object.values(mediaLimits.bytes)),
  tooLarge: () => tooLarge('video'),
  empty: () => new Refused('media-empty'),
};

/** A file as it is answered. */
export interface ServedFile {
  contentType: string;
  /** known of originals alone; a small picture is sent whole */
  bytes: number | null;
  range: ByteRange | null;
  body: Readable;
}

/** Uploads: taken in, kept once, and handed out by signed addresses. */
@Injectable()
export class MediaService {
  constructor(
    private readonly db: Db,
    @Inject(MEDIA_STORE) private readonly store: MediaStore | null,
  ) {}

  /**
   * Takes a file in. The same bytes again, also at the same moment, are answered with the upload that they are.
   * @throws Refused media-empty, media-too-large, media-type-refused, media-unreadable, media-too-many-pixels, media-too-small,
   *   video-too-long, media-not-kept
   */
  async upload(
    workspaceId: string,
    personId: string | null,
    name: string,
    body: Readable,
    now = new Date(),
  ): Promise<MediaView> {
    const store = this.needStore();
    const record = await receiveFile(body, reception, async (file) => {
      const standing = await this.renew(workspaceId, file, now);
      if (standing) return standing;
      const media = await readMedia(file, name);
      const { place, record } = await this.promise(workspaceId, personId, file, media, now);
      await store.put(`${place}/original`, media.files.original, media.contentType);
      if (media.files.thumb) await store.put(`${place}/thumb`, media.files.thumb, 'image/webp');
      await this.db.inWorkspace(workspaceId, (tx) =>
        tx.query('update media set stored_at = coalesce(stored_at, $2) where id = $1', [record.id, now]),
      );
      return record;
    });
    return (await mediaLinksOf(this.db)).view(record);
  }

  /** @throws Refused not-found */
  async one(workspaceId: string, mediaId: string): Promise<MediaView> {
    const [row] = await this.db.read<{ media: MediaRecord }>(
      workspaceId,
      `select ${mediaJson('media')} as media from media where id = $1 and stored_at is not null`,
      [mediaId],
    );
    if (!row) throw new Refused('not-found', { field: 'path.mediaId' });
    return (await mediaLinksOf(this.db)).view(row.media);
  }

  /** The file behind a signed address. @throws Refused not-found, media-not-kept; `'unsatisfiable'` for a range beyond it */
  async file(
    mediaId: string,
    query: MediaFileQuery,
    rangeHeader: string | undefined,
  ): Promise<ServedFile | { unsatisfiable: number }> {
    const store = this.needStore();
    if (!(await mediaLinksOf(this.db)).holds(mediaId, query))
      throw new Refused('not-found', { field: 'path.mediaId' });
    const [row] = await this.db.asEngine((tx) =>
      tx.query<{ place: string; content_type: string; bytes: string }[]>(
        'select place, content_type, bytes from media where id = $1 and stored_at is not null',
        [mediaId],
      ),
    );
    if (!row) throw new Refused('not-found', { field: 'path.mediaId' });
    const original = query.variant === 'original';
    const range = original ? byteRange(rangeHeader, Number(row.bytes)) : null;
    if (range === 'unsatisfiable') return { unsatisfiable: Number(row.bytes) };
    return {
      contentType: original ? row.content_type : 'image/webp',
      bytes: original ? Number(row.bytes) : null,
      range,
      body: await store.read(`${row.place}/${query.variant}`, range ?? undefined).catch(notThere),
    };
  }

  /** The upload that stands, for another day; null when there is none that has arrived. */
  private async renew(workspaceId: string, file: ReceivedFile, now: Date): Promise<MediaRecord | null> {
    const [rows] = await this.db.inWorkspace(workspaceId, (tx) =>
      tx.query<[{ media: MediaRecord }[], number]>(
        `update media set uploaded_at = $2 where sha256 = $1 and stored_at is not null returning ${mediaJson('media')} as media`,
        [file.sha256, now],
      ),
    );
    return rows[0]?.media ?? null;
  }

  /** Writes down that this file is going to be there. */
  private async promise(
    workspaceId: string,
    personId: string | null,
    file: ReceivedFile,
    media: ReadMedia,
    now: Date,
  ): Promise<{ place: string; record: MediaRecord }> {
    const [row] = await this.db.inWorkspace(workspaceId, (tx) =>
      tx.query<{ place: string; media: MediaRecord }[]>(
        `insert into media (workspace_id, kind, sha256, place, content_type, bytes, width, height, duration_ms, color, uploaded_by, uploaded_at, ai_marked)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         on conflict on constraint one_media_per_content do update
           set (content_type, bytes, width, height, duration_ms, color, uploaded_at, ai_marked) = (excluded.content_type, excluded.bytes,
             excluded.width, excluded.height, excluded.duration_ms, excluded.color, excluded.uploaded_at, excluded.ai_marked)
         returning place, ${mediaJson('media')} as media`,
        [
          workspaceId,
          media.kind,
          file.sha256,
          `${workspaceId}/${file.sha256.toString('hex')}`,
          media.contentType,
          media.bytes,
          media.width,
          media.height,
          media.durationMs,
          media.color,
          personId,
          now,
          media.aiMarked,
        ],
      ),
    );
    if (!row) throw new Error('a row of media was neither written nor found');
    return { place: row.place, record: row.media };
  }

  private needStore(): MediaStore {
    if (!this.store) throw new Refused('media-not-kept');
    return this.store;
  }
}

/** A row without its file: swept meanwhile, or lost by whoever keeps the store. */
function notThere(error: unknown): never {
  throw error instanceof Missing ? new Refused('not-found', { field: 'path.mediaId' }) : error;
}
