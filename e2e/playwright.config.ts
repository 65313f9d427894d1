import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from '@poolrise/devkit';

const port = Number(process.env['E2E_PORT'] ?? 4391);
const address = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: './src/stories',
  testMatch: '**/*.e2e.ts',
  outputDir: '../test-results',
  reporter: [['list']],
  // One product, one database: the stories of a file follow each other, and only one file moves money. Two files at a time
  // keep two cores busy.
  workers: 2,
  retries: 0,
  // A product that went down fails every story at its longest: then the rest tells nothing that the first ones did not.
  maxFailures: process.env['CI'] ? 12 : 0,
  globalTimeout: 50 * 60_000,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: address,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    launchOptions: await chromiumLaunch(),
    screenshot: 'only-on-failure',
    // A trace takes a picture of the page around every key press, which the stories by keyboard pay for dearly.
    trace: process.env['E2E_TRACE'] ? 'retain-on-failure' : 'off',
  },
  webServer: {
    command: `node libs/devkit/bin/start.mjs --test --no-build --no-readers --port ${port}`,
    cwd: '..',
    url: `${address}/livez`,
    timeout: 240_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    stdout: 'pipe',
  },
});
