import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { type ByteRange, type MediaStore, Missing } from './media-store';

/**
 * Files in a folder of the installation. A file is written under another name, brought to the disk, and then renamed: a machine
 * that dies leaves a whole file or none, and at most a rest in `arriving`.
 */
export class DiskStore implements MediaStore {
  constructor(private readonly root: string) {}

  async put(key: string, file: string): Promise<void> {
    const arriving = path.join(this.root, 'arriving', randomUUID());
    const place = path.join(this.root, key);
    await mkdir(path.dirname(arriving), { recursive: true });
    await mkdir(path.dirname(place), { recursive: true });
    try {
      await copyFile(file, arriving);
      await onDisk(arriving);
      await rename(arriving, place);
      await onDisk(path.dirname(place));
    } catch (error) {
      await rm(arriving, { force: true });
      throw error;
    }
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    const place = path.join(this.root, key);
    await stat(place).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? new Missing(key) : error;
    });
    return createReadStream(place, range && { start: range.from, end: range.to });
  }

  drop(key: string): Promise<void> {
    return rm(path.join(this.root, key), { force: true });
  }
}

async function onDisk(place: string): Promise<void> {
  const handle = await open(place, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
