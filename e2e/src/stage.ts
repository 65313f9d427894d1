import { expect, test as base } from '@playwright/test';

/**
 * The test of every story: it fails when the page asks a foreign server for anything, or complains in the console.
 *
 * A refusal (4xx) is part of many stories and no complaint; an error of ours (5xx) is one everywhere.
 */
export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ page, baseURL }, use) => {
      const foreign: string[] = [];
      const complaints: string[] = [];
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.origin !== baseURL) foreign.push(request.url());
      });
      page.on('console', (message) => {
        const refusal = /the server responded with a status of 4\d\d/.test(message.text());
        if (message.type() === 'error' && !refusal) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));

      await use(undefined);

      expect(foreign, 'requests to foreign servers').toEqual([]);
      expect(complaints, 'complaints in the console').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
