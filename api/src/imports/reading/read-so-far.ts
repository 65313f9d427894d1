import type { FileInHand } from './file-in-hand';

/** How much of a file has been read, in whatever its reader counts. */
export class ReadSoFar {
  private read = 0;
  private whole = 0;

  /** Begins to count towards so much; what was counted before is forgotten. */
  begin(whole: number): void {
    this.whole = whole;
    this.read = 0;
  }

  add(read: number): void {
    this.read += read;
  }

  /** 0 to 1 */
  get share(): number {
    return this.whole > 0 ? Math.min(1, this.read / this.whole) : 0;
  }
}

/** A file whose bytes are counted as they are taken, from its beginning each time it is opened. */
export const countedFile = (file: FileInHand, progress: ReadSoFar): FileInHand => ({
  size: file.size,
  open: async function* () {
    progress.begin(file.size);
    for await (const chunk of file.open()) {
      progress.add(chunk.byteLength);
      yield chunk;
    }
  },
});
