import type { PlaywrightWorkerArgs } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const checkout = path.resolve(import.meta.dirname, '../..');
/** On two cores that others use too, a demo world takes its time. */
export const raisedWithinMs = 240_000;

/** A product of a story's own, beside the one that the other stories share. */
export class Installation {
  private product: ChildProcess | undefined;
  readonly url: string;

  constructor(
    private readonly requests: PlaywrightWorkerArgs['playwright']['request'],
    private readonly port: number,
    private readonly flags: string[],
  ) {
    this.url = `http://127.0.0.1:${port}`;
  }

  /** Starts it and waits until it answers. `env` comes on top of the environment of the stories. */
  async start(env: NodeJS.ProcessEnv = {}): Promise<void> {
    this.product = spawn(
      'node',
      ['libs/devkit/bin/start.mjs', '--no-build', '--no-readers', '--port', String(this.port), ...this.flags],
      { cwd: checkout, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } },
    );
    const visitor = await this.requests.newContext({ baseURL: this.url });
    const answers = () =>
      visitor.get('/livez').then(
        (answer) => answer.ok(),
        () => false,
      );
    const until = Date.now() + raisedWithinMs;
    while (!(await answers())) {
      if (Date.now() > until || this.product.exitCode !== null) {
        await this.stop();
        throw new Error(`the installation at ${this.url} does not answer`);
      }
      await sleep(100);
    }
    await visitor.dispose();
  }

  /** Ends it with all its programs. Nothing to do where it does not run. */
  async stop(): Promise<void> {
    const { product } = this;
    if (!product || product.exitCode !== null || product.signalCode !== null) return;
    const gone = once(product, 'exit');
    product.kill('SIGTERM');
    await gone;
  }
}
