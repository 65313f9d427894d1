import { freePort } from '@poolrise/devkit';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test as onDemo } from './stage';

const checkout = path.resolve(import.meta.dirname, '../..');
const raisedWithinMs = 60_000;

/** The test of stories that begin before there is any account: on a product of their own, without the demo world. */
export const test = onDemo.extend<object, { emptyInstallation: string }>({
  emptyInstallation: [
    async ({ playwright }, use) => {
      const port = await freePort();
      const flags = ['--test', '--no-build', '--no-demo', '--no-readers', '--port', String(port)];
      const product = spawn('node', ['libs/devkit/bin/start.mjs', ...flags], {
        cwd: checkout,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const gone = once(product, 'exit');
      const visitor = await playwright.request.newContext({ baseURL: `http://127.0.0.1:${port}` });
      const answers = () =>
        visitor.get('/livez').then(
          (answer) => answer.ok(),
          () => false,
        );
      await expect.poll(answers, { timeout: raisedWithinMs }).toBe(true);
      await visitor.dispose();

      await use(`http://127.0.0.1:${port}`);

      product.kill('SIGTERM');
      await gone;
    },
    { scope: 'worker', timeout: 2 * raisedWithinMs },
  ],
  baseURL: ({ emptyInstallation }, use) => use(emptyInstallation),
});

export { expect };
