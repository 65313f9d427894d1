import { stressPlan } from '@poolrise/domain';
import { parentPort, workerData } from 'node:worker_threads';
import { planningWords, type StressWord, type ThreadTask } from './planning-words';

/** The program of the thread that plans one portfolio, or tests one plan. */
if (parentPort) {
  const say = (word: unknown) => parentPort?.postMessage(word);
  const task = workerData as ThreadTask;
  if ('stress' in task) say({ report: stressPlan(task.stress) } satisfies StressWord);
  else for (const word of planningWords(task)) say(word);
  say({ ended: true });
  parentPort.close();
}
