import { parentPort, workerData } from 'node:worker_threads';
import { oneMoreGame, type OneMoreTask } from './one-more-game';
import type { WorldsWord } from './worlds-words';

/** How often it says how far it is. */
const reportMs = 400;

/** The program of the thread that plays the worlds of one question. */
if (parentPort) {
  const say = (word: WorldsWord) => parentPort?.postMessage(word);
  const game = oneMoreGame(workerData as OneMoreTask);
  let said = 0;
  for (;;) {
    const step = game.next();
    if (step.done) {
      say({ result: step.value });
      break;
    }
    if (Date.now() - said < reportMs) continue;
    said = Date.now();
    say({ progress: step.value });
  }
  say({ ended: true });
  parentPort.close();
}
