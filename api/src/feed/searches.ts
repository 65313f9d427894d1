import { dayInShanghai, type FeedSlot, foldQuery } from '@poolrise/domain';
import { createHash } from 'node:crypto';

/** More than these are forgotten and written down once more, which changes nothing. */
const rememberedMax = 100_000;

/** What is searched for as 64 bits: texts that a search does not tell apart have one key. */
export const queryKey = (query: string): string =>
  createHash('sha256').update(foldQuery(query)).digest().readBigInt64BE(0).toString();

/** The first slot of each workspace among the organic slots of a page, and among the paid ones. */
export function leadingSlots(
  slots: readonly FeedSlot[],
  workspaceOf: (slot: FeedSlot) => string | undefined,
): Set<FeedSlot> {
  const first = new Map<string, FeedSlot>();
  for (const slot of slots) {
    const side = `${slot.rail === 'paid'} ${workspaceOf(slot)}`;
    if (!first.has(side)) first.set(side, slot);
  }
  return new Set(first.values());
}

/**
 * What readers search for: each text is written down once a day, so that it is known when it was last of use, and its pages are
 * counted by the day.
 */
export class Searches {
  private readonly written = new Set<string>();
  private day = '';

  /**
   * The statements that count a page of a search, in the transaction of the page. They come last in it: what many readers search
   * for at once is one row, and it must not be held for longer than the commit takes.
   */
  note(query: string, key: string, now = new Date()): string {
    const day = dayInShanghai(now);
    if (day !== this.day) this.written.clear();
    this.day = day;
    // A reader's text travels as the hexadecimal digits of its bytes, so that nothing in it can be taken for SQL.
    const text = Buffer.from(query.normalize('NFKC').trim()).toString('hex');
    const first = this.written.has(key)
      ? ''
      : `insert into search_query (key, text, first_at) values (${key}, convert_from(decode('${text}', 'hex'), 'UTF8'), now())
        on conflict on constraint search_query_pkey do update set noted_at = now(); `;
    return `${first}insert into search_query_day (day, query_key, searches) values ((now() at time zone 'Asia/Shanghai')::date, ${key}, 1)
      on conflict on constraint search_query_day_pkey do update set searches = search_query_day.searches + 1; `;
  }

  /** To be called once they are durable: what is remembered is not written again. */
  noted(key: string): void {
    if (this.written.size >= rememberedMax) this.written.clear();
    this.written.add(key);
  }
}
