import type { SheetRow } from '@poolrise/domain';
import { Worker } from 'node:worker_threads';
import { threadProgram } from '../../threads/thread-program';
import { type FileInHand, wholeFile } from './file-in-hand';
import { type ReadingLimits, usualLimits } from './limits';
import type { OpenedFile } from './read-file';
import { FileRefused } from './refusals';
import { more, type ThreadTask, type ThreadWord } from './thread-messages';

export interface ThreadLimits {
  /** Of the thread's heap; the bytes of the file, bounded by the file limit, are beside it. */
  megabytesMax: number;
  /** The thread's own time; while it waits for the reader of its rows the clock stands. */
  secondsMax: number;
}

// 200,000 rows of 40 columns as xlsx are 6 s of work, and about 330 MB of the whole process (`npm run bench -- imports`).
export const usualThreadLimits: ThreadLimits = { megabytesMax: 768, secondsMax: 180 };

/**
 * Opens a file in a thread of its own, so that no file can stop or exhaust the process that serves people.
 *
 * The thread works one batch ahead of its reader and no further. Whoever does not read to the end must return the
 * iterator (a `break` in `for await` does) or call `close`; the thread is ended then, and at the end of the rows.
 *
 * @throws FileRefused as `openFile`, and 'too-slow' or 'too-much-memory' when the thread had to be killed
 */
export async function readInThread(
  file: FileInHand,
  limits: ReadingLimits = usualLimits,
  threadLimits: ThreadLimits = usualThreadLimits,
): Promise<OpenedFile & { close(): Promise<void> }> {
  const thread = new ReadingThread(await wholeFile(file, limits), limits, threadLimits);
  const word = await thread.next();
  if (!('facts' in word)) throw await thread.failed(word);
  return {
    facts: word.facts,
    batches: () => thread.batches(),
    share: () => thread.share,
    close: () => thread.close(),
  };
}

class ReadingThread {
  private readonly worker: Worker;
  private readonly heard: ThreadWord[] = [];
  private awaited: ((word: ThreadWord) => void) | null = null;
  private workedMs = 0;
  private timer: NodeJS.Timeout | null = null;
  private startedAt = 0;
  /** of the batch that was given last; the thread itself is one further */
  share = 0;

  constructor(
    whole: Buffer,
    limits: ReadingLimits,
    private readonly threadLimits: ThreadLimits,
  ) {
    const { program, execArgv } = threadProgram(import.meta.url, 'reading');
    // A buffer may be a window of a larger pool, which cannot be given away.
    const bytes = whole.byteLength === whole.buffer.byteLength ? whole : Uint8Array.from(whole);
    const task: ThreadTask = { bytes: new Uint8Array(bytes.buffer as ArrayBuffer), limits };
    this.worker = new Worker(program, {
      workerData: task,
      transferList: [task.bytes.buffer],
      resourceLimits: { maxOldGenerationSizeMb: threadLimits.megabytesMax },
      execArgv,
      // What a parser prints is nothing to the log of the process.
      stdout: true,
      stderr: true,
    });
    this.worker.on('message', (word: ThreadWord) => this.hear(word));
    this.worker.on('error', (error) => this.hear({ refused: this.refusalOf(error) }));
    this.worker.on('exit', () => this.hear({ refused: { code: 'damaged', part: 'file' } }));
    this.startClock();
  }

  next(): Promise<ThreadWord> {
    const word = this.heard.shift();
    if (word) return Promise.resolve(word);
    return new Promise((resolve) => (this.awaited = resolve));
  }

  async *batches(): AsyncGenerator<SheetRow[]> {
    try {
      this.askForMore();
      for (;;) {
        const word = await this.next();
        if ('ended' in word) return;
        if (!('rows' in word)) throw await this.failed(word);
        this.askForMore();
        this.share = word.share;
        yield word.rows;
      }
    } finally {
      await this.close();
    }
  }

  /** The refusal of a word that is no row; the thread is gone after it. */
  async failed(word: ThreadWord): Promise<FileRefused> {
    await this.close();
    return new FileRefused('refused' in word ? word.refused : { code: 'damaged', part: 'file' });
  }

  async close(): Promise<void> {
    this.stopClock();
    await this.worker.terminate();
  }

  private askForMore(): void {
    this.startClock();
    this.worker.postMessage(more);
  }

  private hear(word: ThreadWord): void {
    this.stopClock();
    const { awaited } = this;
    this.awaited = null;
    if (awaited) awaited(word);
    else this.heard.push(word);
  }

  private startClock(): void {
    this.startedAt = performance.now();
    const left = this.threadLimits.secondsMax * 1_000 - this.workedMs;
    this.timer = setTimeout(() => this.kill(), Math.max(0, left));
  }

  private stopClock(): void {
    if (!this.timer) return;
    clearTimeout(this.timer);
    this.timer = null;
    this.workedMs += performance.now() - this.startedAt;
  }

  private kill(): void {
    this.hear({ refused: { code: 'too-slow', secondsMax: this.threadLimits.secondsMax } });
    void this.worker.terminate();
  }

  private refusalOf(error: unknown): FileRefused['refusal'] {
    const outOfMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
    return outOfMemory
      ? { code: 'too-much-memory', megabytesMax: this.threadLimits.megabytesMax }
      : { code: 'damaged', part: 'file' };
  }
}
