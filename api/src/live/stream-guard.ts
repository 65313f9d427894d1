import type { Caller } from '../http/caller';

/** Says whether an open stream may stay open. The accounts answer it; the floor only asks. */
export abstract class StreamGuard {
  abstract stillThere(caller: Caller): Promise<boolean>;
}
