import { freePort } from '@poolrise/devkit';
import { Installation, raisedWithinMs } from './installation';
import { expect, test as onDemo } from './stage';

/** The test of stories that begin before there is any account: on a product of their own, without the demo world. */
export const test = onDemo.extend<object, { emptyInstallation: string }>({
  emptyInstallation: [
    async ({ playwright }, use) => {
      const installation = new Installation(playwright.request, await freePort(), ['--test', '--no-demo']);
      await installation.start();
      await use(installation.url);
      await installation.stop();
    },
    { scope: 'worker', timeout: 2 * raisedWithinMs },
  ],
  baseURL: ({ emptyInstallation }, use) => use(emptyInstallation),
});

export { expect };
