import type { OneMoreResult } from '@poolrise/contracts';

/** What a thread that plays worlds says: how far it is, 0 to 1, what came out, and that it is through. */
export type WorldsWord = { progress: number } | { result: OneMoreResult } | { ended: true };
