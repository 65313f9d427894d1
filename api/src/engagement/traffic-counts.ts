import { addWait, engagementKinds, type EvenWaits, noWaits, pageLifeMs } from '@poolrise/domain';
import type { ReadEvent } from './read-batch';

const kindsMax = engagementKinds.length;
const impression = engagementKinds.indexOf('impression');
export const windowMs = 10 * 60_000;
/** Half hours since 1970 fit into 21 bits until 2089; with a reader's 32 bits they make one safe integer. */
const halfHours = 2 ** 21;

/** Events of one reader on pages that were served within one half hour. */
export interface ReaderCounts {
  reader: number;
  /** when the first of the pages was served, in ms since 1970 */
  since: number;
  all: number;
  kinds: number[];
  waits: EvenWaits;
}

/**
 * Counts of an application: by the ten minutes in which the pages were served, and by reader. The time of serving is our own and
 * stands in the token, so a late or repeated report falls into the window of its page, and no clock can spread a burst.
 */
export class TrafficCounts {
  readonly windows = new Map<number, number[]>();
  readonly readers = new Map<number, ReaderCounts>();

  add(events: readonly ReadEvent[]): this {
    let [lastPage, kinds, reader]: [number, number[], ReaderCounts | null] = [-1, [], null];
    for (const { kind, at, timed, impression: slot } of events) {
      // Events come page by page, mostly.
      if (slot.pageId !== lastPage) {
        const served = slot.expiresAt * 1000 - pageLifeMs;
        lastPage = slot.pageId;
        kinds = this.windowOf(Math.floor(served / windowMs));
        // 0: a token of an older version, which does not say.
        reader = slot.reader === 0 ? null : this.readerOf(slot.reader, served);
      }
      kinds[kind] = (kinds[kind] ?? 0) + 1;
      if (!reader) continue;
      reader.all++;
      reader.kinds[kind] = (reader.kinds[kind] ?? 0) + 1;
      if (timed && kind === impression) reader.waits = addWait(reader.waits, at);
    }
    return this;
  }

  windowOf(window: number): number[] {
    let kinds = this.windows.get(window);
    if (!kinds) this.windows.set(window, (kinds = Array<number>(kindsMax).fill(0)));
    return kinds;
  }

  private readerOf(tag: number, served: number): ReaderCounts {
    const key = tag * halfHours + (Math.floor(served / pageLifeMs) % halfHours);
    let reader = this.readers.get(key);
    if (!reader) {
      reader = {
        reader: tag,
        since: served,
        all: 0,
        kinds: Array<number>(kindsMax).fill(0),
        waits: noWaits(),
      };
      this.readers.set(key, reader);
    }
    if (served < reader.since) reader.since = served;
    return reader;
  }
}

/** Two counts of the same thing together. */
export const sumOf = (a: readonly number[], b: readonly number[] | undefined): number[] =>
  a.map((count, kind) => count + (b?.[kind] ?? 0));

/** Waits of two stretches together; the later one tells where the next begins. */
export const bothWaits = (a: EvenWaits, b: EvenWaits | undefined): EvenWaits =>
  b
    ? { count: a.count + b.count, sum: a.sum + b.sum, squares: a.squares + b.squares, last: b.last ?? a.last }
    : a;
