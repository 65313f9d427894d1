import { parentPort, workerData } from 'node:worker_threads';
import { type PlanningTask, type PlanningWord, planningWords } from './planning-words';

/** The program of the thread that plans one portfolio. */
if (parentPort) {
  const say = (word: PlanningWord) => parentPort?.postMessage(word);
  for (const word of planningWords(workerData as PlanningTask)) say(word);
  say({ ended: true });
  parentPort.close();
}
