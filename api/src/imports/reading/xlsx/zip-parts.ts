import { constants, crc32, createInflateRaw } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { ReadingLimits } from '../limits';
import { asRefused, FileRefused } from '../refusals';

/** The parts of a zip that was judged before anything in it was unpacked. Names are compared without their case. */
export class ZipParts {
  private constructor(
    private readonly bytes: Buffer,
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws FileRefused on a bomb, an unsafe name, encryption, or a directory that cannot be read */
  static async open(bytes: Buffer, limits: ReadingLimits): Promise<ZipParts> {
    try {
      const zip = await fromBufferPromise(bytes, { autoClose: false });
      return new ZipParts(bytes, zip, await judgedEntries(zip, limits));
    } catch (error) {
      const name = /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/s.exec(
        error instanceof Error ? error.message : '',
      )?.[1];
      if (name !== undefined) throw new FileRefused({ code: 'unsafe-path', entry: name.slice(0, 200) });
      throw asRefused(error, 'zip');
    }
  }

  get names(): string[] {
    return [...this.entries.values()].map(({ fileName }) => fileName);
  }

  /** Unpacked bytes of a part, as the directory promises. */
  sizeOf(name: string): number {
    return this.entries.get(name.toLowerCase())?.uncompressedSize ?? 0;
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /**
   * What a part holds, unpacked piece by piece. The directory's word on its size was judged and is not trusted: what
   * unpacks to more is a bomb, what unpacks to less or to another check sum is damaged.
   */
  async *unpack(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw new FileRefused({ code: 'damaged', part: name });
    const { uncompressedSize: promised } = entry;
    let seen = 0;
    let sum = 0;
    try {
      for await (const chunk of await this.inflated(entry)) {
        seen += chunk.length;
        if (seen > promised)
          throw new FileRefused({ code: 'zip-bomb', measure: 'bytes', seen, max: promised, entry: name });
        sum = crc32(chunk, sum);
        yield chunk;
      }
    } catch (error) {
      throw asRefused(error, name);
    }
    if (seen !== promised || sum !== entry.crc32) throw new FileRefused({ code: 'damaged', part: name });
  }

  private async inflated(entry: Entry): Promise<AsyncIterable<Buffer> | Buffer[]> {
    const { fileDataStart } = await this.zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = this.bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
    if (entry.compressionMethod === 0) return [packed];
    if (entry.compressionMethod !== 8) throw new Error(`compression ${entry.compressionMethod}`);
    const inflate = createInflateRaw({ chunkSize: 2 ** 16, finishFlush: constants.Z_FINISH });
    inflate.end(packed);
    return inflate;
  }
}

async function judgedEntries(zip: ZipFile, limits: ReadingLimits): Promise<Map<string, Entry>> {
  const bomb = (measure: 'entries' | 'ratio' | 'bytes', seen: number, max: number, entry: string | null) =>
    new FileRefused({ code: 'zip-bomb', measure, seen, max, entry });
  if (zip.entryCount > limits.zipEntriesMax)
    throw bomb('entries', zip.entryCount, limits.zipEntriesMax, null);

  const entries = new Map<string, Entry>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const { fileName, uncompressedSize, compressedSize } = entry;
    if (entry.isEncrypted()) throw new FileRefused({ code: 'encrypted' });
    total += uncompressedSize;
    if (total > limits.zipBytesMax) throw bomb('bytes', total, limits.zipBytesMax, fileName);
    const ratio = uncompressedSize / Math.max(1, compressedSize);
    if (uncompressedSize > limits.ratioFreeBytes && ratio > limits.zipRatioMax)
      throw bomb('ratio', Math.round(ratio), limits.zipRatioMax, fileName);
    // Two parts of one name are two truths, and programs disagree which of them counts.
    const key = fileName.toLowerCase();
    if (entries.has(key)) throw new FileRefused({ code: 'damaged', part: fileName });
    entries.set(key, entry);
  }
  return entries;
}
