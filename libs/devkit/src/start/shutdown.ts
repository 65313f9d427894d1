import type { Running } from '../running.ts';

type Stoppable = Pick<Running, 'stop'>;

/**
 * Programs get this long to finish what they are doing, stores after them; together less than the two
 * seconds a person waits.
 */
const programMsMax = 1000;
const storeMsMax = 600;

/**
 * Ends everything that was started, in the right order: programs, then the stores they write to, then what
 * lies on disk.
 */
export class Shutdown {
  private readonly controller = new AbortController();
  private readonly programs: Stoppable[] = [];
  private readonly stores: Stoppable[] = [];
  private readonly cleanups: (() => void)[] = [];

  /** Aborted when the shutdown begins: for steps of the start that are still under way. */
  readonly signal = this.controller.signal;

  async addProgram<T extends Stoppable>(program: T): Promise<T> {
    return this.add(this.programs, program, programMsMax);
  }

  async addStore<T extends Stoppable>(store: T): Promise<T> {
    return this.add(this.stores, store, storeMsMax);
  }

  /** Something to do last of all. */
  addCleanup(cleanup: () => void): void {
    this.cleanups.unshift(cleanup);
  }

  /**
   * Stops everything and leaves the process.
   *
   * @param starting the start that may still be under way; what it has in hand is stopped too
   */
  async run(exitCode: number, starting: Promise<unknown>): Promise<void> {
    if (this.signal.aborted) return;
    this.controller.abort();
    await Promise.all(this.programs.map((program) => program.stop(programMsMax)));
    await starting.catch(() => undefined); // it ends with the abort, or with the problem that brought us here
    await Promise.all(this.stores.map((store) => store.stop(storeMsMax)));
    for (const cleanup of this.cleanups) cleanup();
    process.exit(exitCode);
  }

  private async add<T extends Stoppable>(list: Stoppable[], thing: T, msMax: number): Promise<T> {
    if (this.signal.aborted) await thing.stop(msMax); // came up while everything was going down
    this.signal.throwIfAborted();
    list.push(thing);
    return thing;
  }
}
