import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { threadProgram } from '../threads/thread-program';
import type { PlanningTask, PlanningWord } from './planning-words';

/**
 * Plans in a thread of its own, so that a search of seconds holds up nothing else of the worker. Whoever stops listening ends the
 * thread.
 *
 * @throws whatever the planner threw, an AbortError when `signal` says so, and an error when the thread ended before its last word
 */
export async function* planInThread(
  task: PlanningTask,
  signal: AbortSignal,
): AsyncGenerator<Exclude<PlanningWord, { ended: true }>> {
  const { program, execArgv } = threadProgram(import.meta.url, 'planning');
  const thread = new Worker(program, { workerData: task, execArgv });
  try {
    for await (const [word] of on(thread, 'message', { close: ['exit'], signal }) as AsyncIterable<
      [PlanningWord]
    >) {
      if ('ended' in word) return;
      yield word;
    }
    throw new Error('the thread that planned ended before its last word');
  } finally {
    await thread.terminate();
  }
}
