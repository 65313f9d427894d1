import { Injectable } from '@nestjs/common';
import { Db } from '../db/db';

/** How many readers come by in so many days moves slowly, and counting a large audience takes a while. */
const lifeMs = 60_000;

/** How many readers of the whole platform come by. */
@Injectable()
export class Audiences {
  private readonly known = new Map<number, { readers: number; until: number }>();

  constructor(private readonly db: Db) {}

  /**
   * Readers who came by within so many days. Counted as the engine and on a connection of its own: to be asked for before a
   * transaction is begun.
   */
  async within(days: number, now: Date): Promise<number> {
    const known = this.known.get(days);
    if (known && known.until > now.getTime()) return known.readers;
    const [row] = await this.db.asEngine((tx) =>
      tx.query<{ readers: number }[]>(
        `select count(*)::int as readers from feed_reader
          where seen_on >= ($1::timestamptz at time zone 'Asia/Shanghai')::date - $2::integer`,
        [now, days],
      ),
    );
    const readers = row?.readers ?? 0;
    this.known.set(days, { readers, until: now.getTime() + lifeMs });
    return readers;
  }
}
