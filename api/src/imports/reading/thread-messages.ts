import type { SheetRow } from '@poolrise/domain';
import type { ReadingLimits } from './limits';
import type { FileFacts } from './read-file';
import type { FileRefusal } from './refusals';

/** What the thread is started with: the bytes are given away to it, not copied. */
export interface ThreadTask {
  bytes: Uint8Array<ArrayBuffer>;
  limits: ReadingLimits;
}

/** What the thread says; after each of the first two it waits to be asked for more. */
export type ThreadWord =
  { facts: FileFacts } | { rows: SheetRow[]; share: number } | { refused: FileRefusal } | { ended: true };

export const more = 'more';
