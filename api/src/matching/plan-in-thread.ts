import { threadProgram } from '../threads/thread-program';
import { wordsOfThread } from '../threads/words-of-thread';
import type { StressAsk, StressReport } from '@poolrise/domain';
import type { PlanningTask, PlanningWord, StressWord } from './planning-words';

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
  return wordsOfThread<PlanningWord>(planningProgram(), task, signal);
}

/** Tests a plan in a thread of its own. @throws as `planInThread` does */
export async function stressInThread(stress: StressAsk, signal: AbortSignal): Promise<StressReport> {
  let found: StressReport | null = null;
  for await (const { report } of wordsOfThread<StressWord>(planningProgram(), { stress }, signal))
    found = report;
  if (!found) throw new Error('the thread that tested a plan said nothing of it');
  return found;
}

const planningProgram = () => threadProgram(import.meta.url, 'planning');
