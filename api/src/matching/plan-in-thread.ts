import type { StressAsk, StressReport } from '@poolrise/domain';
import { threadProgram } from '../threads/thread-program';
import { wordOfThread, wordsOfThread } from '../threads/words-of-thread';
import type { PlanningTask, PlanningWord, StressTask, StressWord } from './planning-words';

const planning = () => threadProgram(import.meta.url, 'planning');

/** Plans in a thread of its own, so that a search of seconds holds up nothing else of the worker. @throws as `wordsOfThread` does */
export const planInThread = (
  task: PlanningTask,
  signal: AbortSignal,
): AsyncGenerator<Exclude<PlanningWord, { ended: true }>> =>
  wordsOfThread<PlanningWord>(planning(), task, signal);

/** Tests a plan in a thread of its own. @throws as `wordOfThread` does */
export async function stressInThread(stress: StressAsk, signal: AbortSignal): Promise<StressReport> {
  const { report } = await wordOfThread<StressWord>(planning(), { stress } satisfies StressTask, signal);
  return report;
}
