import { on } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * What a thread says, word by word, until `{ ended: true }`. Whoever stops listening ends the thread.
 *
 * @param options from `threadProgram`
 * @throws whatever the thread threw, an AbortError when `signal` says so, and an error when it ended before its last word
 */
export async function* wordsOfThread<Word extends object>(
  { program, execArgv }: { program: URL; execArgv: string[] },
  task: object,
  signal: AbortSignal,
): AsyncGenerator<Exclude<Word, { ended: true }>> {
  const thread = new Worker(program, { workerData: task, execArgv });
  try {
    for await (const [word] of on(thread, 'message', { close: ['exit'], signal }) as AsyncIterable<
      [Word | { ended: true }]
    >) {
      if ('ended' in word) return;
      yield word as Exclude<Word, { ended: true }>;
    }
    throw new Error('the thread ended before its last word');
  } finally {
    await thread.terminate();
  }
}
