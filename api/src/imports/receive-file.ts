import { importLimits } from '@poolrise/contracts';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refused } from '../http/refused';

/** A body that has arrived whole and lies in a file of this process. */
export interface ReceivedFile {
  bytes: number;
  sha256: Buffer;
  /** in pieces of `chunkBytes`, the last one shorter */
  chunks(): AsyncIterable<Buffer>;
}

const chunkBytes = 1_000_000;

/**
 * Takes a body in before the database is asked for anything: a slow sender holds no transaction open. What has arrived is
 * removed when `use` is done with it.
 * @throws Refused body-too-large, import-empty; whatever `use` throws
 */
export async function receiveFile<T>(body: Readable, use: (file: ReceivedFile) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(path.join(tmpdir(), 'poolrise-import-'));
  try {
    const place = path.join(directory, 'body');
    const hash = createHash('sha256');
    let bytes = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        hash.update(chunk);
        if (bytes > importLimits.bytes) done(tooLarge());
        else done(null, chunk);
      },
    });
    await pipeline(body, counted, createWriteStream(place));
    if (bytes === 0) throw new Refused('import-empty');
    return await use({
      bytes,
      sha256: hash.digest(),
      chunks: () => createReadStream(place, { highWaterMark: chunkBytes }),
    });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

export const tooLarge = (): Refused =>
  new Refused('body-too-large', {
    detail: `A file may have ${importLimits.bytes / 1_000_000} MB.`,
    remedy: 'Split the file, for instance by month, and bring the parts in one by one.',
    figures: { most: importLimits.bytes },
  });
