import { readerCount, readerIdAt } from '@poolrise/scenario';
import { readerKey } from '../feed/reader-history';
import type { BulkWriter } from './bulk-writer';

const dayMs = 86_400_000;
const shanghaiOffsetMs = 8 * 3_600_000;

/**
 * The readers of the history: all of them came by yesterday, as its impressions have it. They have the keys by which the feed will
 * know them again.
 */
export function writeReaders(writer: BulkWriter, platformId: string, now: number): Promise<void> {
  const yesterday = new Date(now + shanghaiOffsetMs - dayMs).toISOString().slice(0, 10);
  return writer.insert('feed_reader', [...Array(readerCount).keys()], {
    reader_key: ['bigint', (index) => readerKey(platformId, readerIdAt(index))],
    seen_on: ['date', () => yesterday],
  });
}
