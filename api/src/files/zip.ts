import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file of the archive, told in parts so that no more of it than one is held at a time. */
export interface ZipEntry {
  name: string;
  parts: AsyncIterable<string> | Iterable<string>;
}

/** What the directory at the end of the archive says of a file. */
interface Written {
  name: Buffer;
  crc: number;
  deflatedBytes: number;
  bytes: number;
  at: number;
}

const version = 20;
/** Sizes follow the content (bit 3), since nobody knows them before; names are UTF-8 (bit 11). */
const flags = 0x0808;
const deflated = 8;
/** 1 January 1980, the first day that the format knows: the same content makes the same archive. */
const dosDate = 0x0021;

/**
 * A zip archive, written while its files are still being made. Compressing happens in the thread pool, so that a long file
 * does not hold the event loop. Files and the archive stay below 4 GB, where another format begins.
 *
 * Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16.
 */
export async function* zipped(entries: readonly ZipEntry[]): AsyncGenerator<Buffer> {
  const files: Written[] = [];
  let at = 0;
  for (const entry of entries) {
    const file: Written = { name: Buffer.from(entry.name), crc: 0, deflatedBytes: 0, bytes: 0, at };
    const head = localHeader(file.name);
    yield head;
    for await (const chunk of deflatedParts(entry.parts, file)) yield chunk;
    const tail = descriptor(file);
    yield tail;
    files.push(file);
    at += head.length + file.deflatedBytes + tail.length;
  }
  const directory = Buffer.concat(files.map(directoryEntry));
  yield directory;
  yield endOfDirectory(files.length, directory.length, at);
}

/** Counts what it lets through into the file's record. */
async function* deflatedParts(parts: ZipEntry['parts'], file: Written): AsyncGenerator<Buffer> {
  const counted = async function* () {
    for await (const part of parts) {
      const bytes = Buffer.from(part);
      file.crc = crc32(bytes, file.crc);
      file.bytes += bytes.length;
      yield bytes;
    }
  };
  const deflate = createDeflateRaw();
  // What fails on the way is thrown where the chunks are read.
  pipeline(Readable.from(counted(), { objectMode: false }), deflate, () => undefined);
  for await (const chunk of deflate as AsyncIterable<Buffer>) {
    file.deflatedBytes += chunk.length;
    yield chunk;
  }
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(version, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(deflated, 8);
  header.writeUInt16LE(dosDate, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function descriptor({ crc, deflatedBytes, bytes }: Written): Buffer {
  const words = Buffer.alloc(16);
  words.writeUInt32LE(0x08074b50, 0);
  words.writeUInt32LE(crc, 4);
  words.writeUInt32LE(deflatedBytes, 8);
  words.writeUInt32LE(bytes, 12);
  return words;
}

function directoryEntry({ name, crc, deflatedBytes, bytes, at }: Written): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(version, 4);
  entry.writeUInt16LE(version, 6);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(deflated, 10);
  entry.writeUInt16LE(dosDate, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(deflatedBytes, 20);
  entry.writeUInt32LE(bytes, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(at, 42);
  return Buffer.concat([entry, name]);
}

function endOfDirectory(files: number, bytes: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files, 8);
  end.writeUInt16LE(files, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(at, 16);
  return end;
}
