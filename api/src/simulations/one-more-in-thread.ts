import { threadProgram } from '../threads/thread-program';
import { wordsOfThread } from '../threads/words-of-thread';
import type { OneMoreTask } from './one-more-game';
import type { WorldsWord } from './worlds-words';

/** Plays the worlds of a question in a thread of its own. Whoever stops listening ends it. @throws as `wordsOfThread` does */
export function oneMoreInThread(task: OneMoreTask): AsyncGenerator<Exclude<WorldsWord, { ended: true }>> {
  const neverAborted = new AbortController().signal;
  return wordsOfThread<WorldsWord>(threadProgram(import.meta.url, 'worlds'), task, neverAborted);
}
