import { startTestPostgres, type TestPostgres } from '@poolrise/devkit';
import { prepareTemplate } from './template';

declare global {
  var testPostgres: TestPostgres | undefined;
}

/** One private PostgreSQL for the run, and in it one migrated template that every spec clones in some 30 ms. */
export default async function globalSetup(): Promise<void> {
  if (!process.env['DATABASE_URL']) {
    globalThis.testPostgres = await startTestPostgres();
    process.env['DATABASE_URL'] = globalThis.testPostgres.url;
  }
  await prepareTemplate();
}
