import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Refused } from '../http/refused';

/** A body that has arrived whole and lies in a file of this process. */
export interface ReceivedFile {
  bytes: number;
  sha256: Buffer;
  /** where it lies until `use` is done with it; the folder around it may hold what is made of it */
  place: string;
  /** in pieces of `chunkBytes`, the last one shorter */
  chunks(): AsyncIterable<Buffer>;
}

/** How much of it is taken, and what is said when it is more, or nothing. */
export interface Reception {
  bytesMost: number;
  tooLarge: () => Refused;
  empty: () => Refused;
}

const chunkBytes = 1_000_000;

/**
 * Takes a body in before the database is asked for anything: a slow sender holds no transaction open. What has arrived is
 * removed when `use` is done with it.
 * @throws Refused as the reception says; whatever `use` throws
 */
export async function receiveFile<T>(
  body: Readable,
  { bytesMost, tooLarge, empty }: Reception,
  use: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  const directory = await mkdtemp(path.join(tmpdir(), 'poolrise-file-'));
  try {
    const place = path.join(directory, 'body');
    const hash = createHash('sha256');
    let bytes = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        hash.update(chunk);
        if (bytes > bytesMost) done(tooLarge());
        else done(null, chunk);
      },
    });
    await pipeline(body, counted, createWriteStream(place));
    if (bytes === 0) throw empty();
    return await use({
      bytes,
      sha256: hash.digest(),
      place,
      chunks: () => createReadStream(place, { highWaterMark: chunkBytes }),
    });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
