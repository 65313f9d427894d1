import type { ReaderLanguage } from '@poolrise/domain';
import { Worker } from 'node:worker_threads';
import { threadProgram } from '../../threads/thread-program';
import type { WrittenReport } from './report-words';

/** What the thread is told when it starts; the rows follow in parts, and null after the last. */
export interface PrintingTask {
  /** with no rows yet */
  report: WrittenReport;
  language: ReaderLanguage;
  now: Date;
}
export type PrintedRows = WrittenReport['result']['rows'];

/** Memory that the longest report may take in its thread: measured at 5,000 rows it takes about half. */
const megabytesMost = 768;
/** Rows given over at once: copying all of them would hold up the process as drawing them would. */
const rowsAtOnce = 250;

let queue: Promise<unknown> = Promise.resolve();

/**
 * A report as a PDF, drawn in a thread of its own: five thousand rows take seconds, which nobody else of the process should
 * wait for. One after the other, so that many do not fill the memory.
 *
 * @throws whatever drawing threw, and an error when the thread ended before it was done
 */
export function printReport(report: WrittenReport, language: ReaderLanguage, now: Date): Promise<Buffer> {
  const printed = queue.then(() => print(report, language, now));
  queue = printed.catch(() => undefined);
  return printed;
}

async function print(report: WrittenReport, language: ReaderLanguage, now: Date): Promise<Buffer> {
  const { program, execArgv } = threadProgram(import.meta.url, 'printing');
  const { rows } = report.result;
  const thread = new Worker(program, {
    workerData: {
      report: { ...report, result: { ...report.result, rows: [] } },
      language,
      now,
    } satisfies PrintingTask,
    resourceLimits: { maxOldGenerationSizeMb: megabytesMost },
    execArgv,
  });
  const printed = lastWordOf(thread);
  try {
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      thread.postMessage(rows.slice(from, from + rowsAtOnce) satisfies PrintedRows);
      await Promise.race([new Promise(setImmediate), printed]);
    }
    thread.postMessage(null);
    return await printed;
  } finally {
    await thread.terminate();
  }
}

const lastWordOf = (thread: Worker): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    thread.once('message', (pdf: Uint8Array) =>
      resolve(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)),
    );
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the thread that printed ended before it was done')));
  });
