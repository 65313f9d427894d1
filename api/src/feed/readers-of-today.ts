/** More than these are forgotten and written down once more, which changes nothing. */
const rememberedMax = 200_000;

/** Who has been written down today as a reader: the audience is counted from a table with one row a reader. */
export class ReadersOfToday {
  private readonly written = new Set<string>();
  private day = '';

  /** The statement that writes the reader down, or nothing when it was done today; `reader` is a number that we made ourselves. */
  note(reader: string, now = new Date()): string {
    const day = new Date(now.getTime() + shanghaiOffsetMs).toISOString().slice(0, 10);
    if (day !== this.day || this.written.size >= rememberedMax) this.written.clear();
    this.day = day;
    if (this.written.has(reader)) return '';
    this.written.add(reader);
    return `insert into feed_reader (reader_key, seen_on) values (${reader}::bigint, '${day}')
      on conflict on constraint feed_reader_pkey do update set seen_on = excluded.seen_on where feed_reader.seen_on < excluded.seen_on; `;
  }
}

const shanghaiOffsetMs = 8 * 3_600_000;
