import { freePort } from '@poolrise/devkit';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Installation, raisedWithinMs } from './installation';
import { expect, test as onDemo } from './stage';

const clockAhead = new URL('clock-ahead.mjs', import.meta.url).href;

/** A demo installation of one's own that can lie dead for weeks and rise again. */
export interface LaterInstallation {
  url: string;
  /** Stops everything, API and worker, and starts it on the same data with a clock that is `days` ahead. */
  sleepFor(days: number): Promise<void>;
}

/** The test of stories in which weeks pass. */
export const test = onDemo.extend<object, { laterInstallation: LaterInstallation }>({
  laterInstallation: [
    async ({ playwright }, use) => {
      const dataDir = mkdtempSync(path.join(os.tmpdir(), 'poolrise-later-'));
      chmodSync(dataDir, 0o755); // the server's user goes through it to its own folder
      const env = { POOLRISE_DATA_DIR: dataDir, DEMO_SEED: '20261123', DATABASE_URL: '', REDIS_URL: '' };
      const installation = new Installation(playwright.request, await freePort(), []);
      await installation.start(env);
      await use({
        url: installation.url,
        sleepFor: async (days) => {
          await installation.stop();
          await installation.start({
            ...env,
            CLOCK_AHEAD_MS: String(days * 86_400_000),
            NODE_OPTIONS: `--import ${clockAhead}`,
          });
        },
      });
      await installation.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 2 * raisedWithinMs },
  ],
  baseURL: ({ laterInstallation }, use) => use(laterInstallation.url),
});

export { expect };
