import type { PolicyReplayResult, ReplayResult } from '@poolrise/contracts';
import { createHash } from 'node:crypto';

/** A simulation at play: stops with the part that is done, 0 to 1, and ends with what is kept. */
export type SimulationGame = Generator<number, ReplayResult | PolicyReplayResult>;

/** One name for all the runs of an arm. */
export const digest = (hashes: string[]): string =>
  createHash('sha256').update(hashes.join(' ')).digest('hex').slice(0, 16);
