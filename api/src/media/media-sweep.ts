import { Inject, Injectable } from '@nestjs/common';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import { MEDIA_STORE, type MediaStore } from './media-store';

const keptMs = 24 * 3_600_000;
const batch = 50;

/** Forgets uploads that nothing was made of within a day. */
@Injectable()
export class MediaSweep {
  constructor(
    private readonly db: Db,
    @Inject(MEDIA_STORE) private readonly store: MediaStore | null,
  ) {}

  /** Returns how many were forgotten. */
  @HandlesJob('media-sweep')
  async sweep(now = new Date()): Promise<number> {
    const { store } = this;
    if (!store) return 0;
    const before = new Date(now.getTime() - keptMs);
    for (let total = 0; ;) {
      // First said and kept: whoever dies after this leaves rows whose files count for nothing, and an upload brings them anew.
      await this.db.asEngine((tx) =>
        tx.query(
          'update media set stored_at = null where attached_at is null and uploaded_at < $1 and stored_at is not null',
          [before],
        ),
      );
      const swept = await this.db.asEngine(async (tx) => {
        // Whoever uploads the same meanwhile waits for the row, and then writes it and the files anew.
        const due = await tx.query<{ id: string; place: string }[]>(
          `select id, place from media where attached_at is null and stored_at is null and uploaded_at < $1
            order by uploaded_at limit ${batch} for update skip locked`,
          [before],
        );
        for (const { place } of due)
          for (const variant of ['original', 'thumb']) await store.drop(`${place}/${variant}`);
        await tx.query('delete from media where id = any($1)', [due.map(({ id }) => id)]);
        return due.length;
      });
      total += swept;
      if (swept < batch) return total;
    }
  }
}
