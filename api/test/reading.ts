import type { Cell, SheetRow } from '@poolrise/domain';
import { fileOfBytes } from '../src/imports/reading/file-in-hand';
import { type ReadingLimits, usualLimits } from '../src/imports/reading/limits';
import { openFile } from '../src/imports/reading/read-file';
import { type FileRefusal, FileRefused } from '../src/imports/reading/refusals';

export const asBytes = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** All rows of a file given as bytes or text, read in chunks of that size. */
export async function rowsIn(
  content: string | Uint8Array,
  limits: Partial<ReadingLimits> = {},
  chunkBytes?: number,
): Promise<SheetRow[]> {
  const file = fileOfBytes(asBytes(content), chunkBytes);
  const { batches } = await openFile(file, { ...usualLimits, ...limits });
  const rows: SheetRow[] = [];
  for await (const batch of batches()) rows.push(...batch);
  return rows;
}

/** The cells alone, of all rows. */
export const cellsIn = async (...read: Parameters<typeof rowsIn>): Promise<(readonly Cell[])[]> =>
  (await rowsIn(...read)).map(({ cells }) => cells);

/** Why a file is refused, or `null` where it is read; anything else that is thrown goes on. */
export async function refusalOf(...read: Parameters<typeof rowsIn>): Promise<FileRefusal | null> {
  try {
    await rowsIn(...read);
    return null;
  } catch (error) {
    if (error instanceof FileRefused) return error.refusal;
    throw error;
  }
}
