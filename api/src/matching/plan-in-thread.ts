import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { threadProgram } from '../threads/thread-program';
import type { StressAsk, StressReport } from '@poolrise/domain';
import type { PlanningTask, PlanningWord, StressWord, ThreadTask } from './planning-words';

/**
 * Plans in a thread of its own, so that a search of seconds holds up nothing else of the worker. Whoever stops listening ends the
 * thread.
 *
 * @throws whatever the planner threw, an AbortError when `signal` says so, and an error when the thread ended before its last word
 */
export function planInThread(
  task: PlanningTask,
  signal: AbortSignal,
): AsyncGenerator<Exclude<PlanningWord, { ended: true }>> {
  return wordsOfThread(task, signal);
}

/** Tests a plan in a thread of its own. @throws as `planInThread` does */
export async function stressInThread(stress: StressAsk, signal: AbortSignal): Promise<StressReport> {
  let found: StressReport | null = null;
  for await (const { report } of wordsOfThread<StressWord>({ stress }, signal)) found = report;
  if (!found) throw new Error('the thread that tested a plan said nothing of it');
  return found;
}

async function* wordsOfThread<Word extends object>(
  task: ThreadTask,
  signal: AbortSignal,
): AsyncGenerator<Exclude<Word, { ended: true }>> {
  const { program, execArgv } = threadProgram(import.meta.url, 'planning');
  const thread = new Worker(program, { workerData: task, execArgv });
  try {
    for await (const [word] of on(thread, 'message', { close: ['exit'], signal }) as AsyncIterable<
      [Word | { ended: true }]
    >) {
      if ('ended' in word) return;
      yield word as Exclude<Word, { ended: true }>;
    }
    throw new Error('the thread that planned ended before its last word');
  } finally {
    await thread.terminate();
  }
}
