import { on } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * What a thread of ours says, until it says that it ended. Whoever stops listening ends the thread.
 *
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
    throw new Error('a thread ended before its last word');
  } finally {
    await thread.terminate();
  }
}

/** The one thing that a thread says. @throws as `wordsOfThread` does, and when it says nothing */
export async function wordOfThread<Word extends object>(
  program: { program: URL; execArgv: string[] },
  task: object,
  signal: AbortSignal,
): Promise<Word> {
  let found: Word | null = null;
  for await (const word of wordsOfThread<Word>(program, task, signal)) found = word as Word;
  if (!found) throw new Error('a thread said nothing');
  return found;
}
