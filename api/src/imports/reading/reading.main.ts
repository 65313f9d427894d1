import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { fileOfBytes } from './file-in-hand';
import { openFile } from './read-file';
import { asRefused } from './refusals';
import type { ThreadTask, ThreadWord } from './thread-messages';

/** The program of the thread that reads one file: it says one word, and the next when it is asked for more. */
async function serve(port: MessagePort, { bytes, limits }: ThreadTask): Promise<void> {
  const say = (word: ThreadWord) => port.postMessage(word);
  const sayAndWait = async (word: ThreadWord) => {
    const asked = once(port, 'message');
    say(word);
    await asked;
  };
  try {
    const { facts, batches, share } = await openFile(fileOfBytes(bytes), limits);
    await sayAndWait({ facts });
    for await (const rows of batches()) await sayAndWait({ rows, share: share() });
    say({ ended: true });
  } catch (error) {
    say({ refused: asRefused(error, 'file').refusal });
  }
  port.close();
}

if (parentPort) await serve(parentPort, workerData as ThreadTask);
