import { setTimeout as sleep } from 'node:timers/promises';
import type { Running } from '../running.ts';

const quickDeathMs = 10_000;
const quickDeathsMax = 5;

/**
 * A part of the product that is started again when it dies, the later the more often it does.
 *
 * A kill or a crash once in a while is thus a matter of a moment; five deaths in a row, each within ten
 * seconds of its start, are a fault that starting again does not heal.
 */
export class Service {
  private readonly name: string;
  private readonly begin: () => Running | Promise<Running>;
  private readonly giveUp: (sentence: string) => void;
  private running: Running | undefined;
  private stopping = false;

  /**
   * @param name continues "the …" in messages
   * @param begin starts it, the first time and again
   * @param giveUp hears a sentence when it cannot be kept alive
   */
  constructor(name: string, begin: () => Running | Promise<Running>, giveUp: (sentence: string) => void) {
    this.name = name;
    this.begin = begin;
    this.giveUp = giveUp;
  }

  /** Starts it the first time; whether that goes well is for the caller to see. */
  async start(): Promise<Running> {
    if (!this.stopping) this.running = await this.begin();
    if (!this.running) throw new Error(`the ${this.name} is not started while everything stops`);
    if (this.stopping) await this.running.stop(0);
    return this.running;
  }

  /** From now on it is started again when it ends. */
  keepAlive(): void {
    if (this.running) void this.startAgainWhenItEnds(this.running);
  }

  async stop(msMax: number): Promise<void> {
    this.stopping = true;
    await this.running?.stop(msMax);
  }

  private async startAgainWhenItEnds(first: Running): Promise<void> {
    let running: Running | undefined = first;
    let quickDeaths = 0;
    for (;;) {
      const born = performance.now();
      const words: string = running ? (await running.ended).words : 'could not be started';
      if (this.stopping) return;

      quickDeaths = performance.now() - born < quickDeathMs ? quickDeaths + 1 : 1;
      if (quickDeaths >= quickDeathsMax) {
        this.giveUp(
          `The ${this.name} ${words}, for the ${quickDeaths}th time in a row: see its last words above.`,
        );
        return;
      }
      console.error(`[start] the ${this.name} ${words}: starting it again`);
      await sleep(100 * 2 ** quickDeaths);
      if (this.stopping) return;

      running = await this.beginAgain();
      this.running = running;
      if (this.stopping) await running?.stop(0);
    }
  }

  private async beginAgain(): Promise<Running | undefined> {
    try {
      return await this.begin();
    } catch (error) {
      console.error((error as Error).message);
      return undefined;
    }
  }
}
