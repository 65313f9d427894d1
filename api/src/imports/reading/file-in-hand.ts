import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ReadingLimits } from './limits';
import { FileRefused } from './refusals';

/** Bytes to read, wherever they are. They are opened more than once and must be the same each time. */
export interface FileInHand {
  /** As the keeper knows it; reading counts for itself and does not trust it. */
  readonly size: number;
  open(): AsyncIterable<Uint8Array>;
}

/** A file on disk. */
export async function fileOnDisk(path: string): Promise<FileInHand> {
  const { size } = await stat(path);
  return { size, open: () => createReadStream(path, { highWaterMark: 2 ** 18 }) };
}

/** Bytes in memory, in chunks that do not copy them. */
export function fileOfBytes(bytes: Uint8Array, chunkBytes = 2 ** 18): FileInHand {
  return {
    size: bytes.byteLength,
    open: async function* () {
      for (let at = 0; at < bytes.byteLength; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
    },
  };
}

/** The chunks of a file, counted: a file that is larger than it said is refused as soon as that shows. */
export async function* chunksOf(
  file: FileInHand,
  { fileBytesMax }: Pick<ReadingLimits, 'fileBytesMax'>,
): AsyncGenerator<Uint8Array> {
  let bytes = file.size;
  const refuse = () => new FileRefused({ code: 'file-too-large', bytes, bytesMax: fileBytesMax });
  if (bytes > fileBytesMax) throw refuse();
  bytes = 0;
  for await (const chunk of file.open()) {
    bytes += chunk.byteLength;
    if (bytes > fileBytesMax) throw refuse();
    yield chunk;
  }
}

/** The whole file in memory, never more than the limit. */
export async function wholeFile(file: FileInHand, limits: ReadingLimits): Promise<Buffer> {
  let whole = Buffer.allocUnsafeSlow(Math.min(file.size, limits.fileBytesMax));
  let bytes = 0;
  for await (const chunk of chunksOf(file, limits)) {
    // A file that is larger than it said grows the memory that was taken for it.
    if (bytes + chunk.byteLength > whole.byteLength)
      whole = Buffer.concat([whole.subarray(0, bytes), Buffer.alloc(whole.byteLength + chunk.byteLength)]);
    whole.set(chunk, bytes);
    bytes += chunk.byteLength;
  }
  return whole.subarray(0, bytes);
}

/** The first bytes of a file, as many as there are up to `count`. */
export async function beginningOf(file: FileInHand, count: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of file.open()) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes >= count) break;
  }
  return Buffer.concat(chunks).subarray(0, count);
}
