// What tests of the other projects use; the commands in ../bin import their files themselves.
export { chromiumLaunch, type ChromiumLaunch } from './browser.ts';
export { freePort } from './ports.ts';
export { startTestPostgres, type TestPostgres } from './test-postgres.ts';
