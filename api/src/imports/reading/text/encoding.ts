import { beginningOf, chunksOf, type FileInHand } from '../file-in-hand';
import type { ReadingLimits } from '../limits';
import { FileRefused } from '../refusals';
import { otherKind } from '../sniff';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/**
 * How the text of a file is encoded.
 *
 * A mark at its beginning decides. Without one the whole file is tried strictly: UTF-8 does not pass by chance,
 * so it comes first; GB18030 takes nearly any bytes for some character, so the characters must be the common ones.
 *
 * @throws FileRefused 'unknown-encoding' where no reading is sure: wrong characters are worse than none
 */
export async function encodingOf(file: FileInHand, limits: ReadingLimits): Promise<Encoding> {
  const unknown = new FileRefused({ code: 'unknown-encoding' });
  const marked = markOf(await beginningOf(file, 3));
  if (marked !== null) {
    if (await readsAs(file, marked, limits)) return marked;
    throw unknown;
  }
  if (await readsAs(file, 'utf-8', limits)) return 'utf-8';

  const traces = new Traces();
  for await (const chunk of chunksOf(file, limits)) traces.see(chunk);
  const likely = traces.likely();
  if (likely !== null && (await readsAs(file, likely, limits))) return likely;
  throw traces.zeros > 0 ? otherKind('binary') : unknown;
}

/** The text of a file in an encoding found before, in pieces that never split a character. */
export async function* textOf(
  file: FileInHand,
  encoding: Encoding,
  limits: ReadingLimits,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of chunksOf(file, limits)) {
    const text = decoder.decode(chunk, { stream: true });
    if (text) yield text;
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}

function markOf([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** What can be seen of an encoding without decoding, in bytes that are no UTF-8. */
class Traces {
  zeros = 0;
  private bytes = 0;
  private zerosAtEven = 0;
  private pairs = 0;
  private commonPairs = 0;
  private lead = 0;

  see(chunk: Uint8Array): void {
    for (const byte of chunk) {
      if (byte === 0) {
        this.zeros++;
        if (this.bytes % 2 === 0) this.zerosAtEven++;
      }
      this.seePair(byte);
      this.bytes++;
    }
  }

  likely(): Encoding | null {
    const even = this.zerosAtEven;
    const odd = this.zeros - even;
    // Digits, separators and line ends have a zero byte in UTF-16, always on the same side; on the other side only
    // single characters have one (一 is 4E00), and fewer of them.
    if (this.zeros > 0) return this.zeros * 50 < this.bytes ? null : odd > even ? 'utf-16le' : 'utf-16be';
    // Bytes of Latin letters, of Big5 and of broken UTF-8 pass as GB18030 too, but as characters nobody uses.
    return this.commonPairs >= 0.85 * this.pairs ? 'gb18030' : null;
  }

  /** Counts two-byte characters of GB18030, and those of them that stand in the common set of 1980. */
  private seePair(byte: number): void {
    if (this.lead === 0) {
      if (byte >= 0x80) this.lead = byte;
      return;
    }
    // Characters of four bytes have a digit here; emoji are such, and say nothing for or against.
    if (byte < 0x30 || byte > 0x39) {
      this.pairs++;
      if (byte >= 0xa1 && byte <= 0xfe && this.lead >= 0xa1 && this.lead <= 0xf7) this.commonPairs++;
      this.lead = 0;
    } else this.lead = 0;
  }
}

/** Whether every byte decodes, to text that people write. */
async function readsAs(file: FileInHand, encoding: Encoding, limits: ReadingLimits): Promise<boolean> {
  let characters = 0;
  let foreign = 0;
  let replaced = 0;
  let controls = 0;
  try {
    for await (const text of textOf(file, encoding, limits))
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        characters++;
        if (code === 0) return false;
        if (code > 0x7f) foreign++;
        else if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) controls++;
        if (code === 0xfffd) replaced++;
      }
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    return false;
  }
  // A few lost characters are a tool's cut emoji; many are a text that was already lost before it came here.
  return controls <= characters / 100 && replaced <= Math.max(3, foreign / 20);
}
