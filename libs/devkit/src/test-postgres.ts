import { startPostgres } from './postgres/start-postgres.ts';
import { temporaryData } from './temporary-data.ts';

export interface TestPostgres {
  /** Connection address of the owner of the database `poolrise`. */
  url: string;
  stop(): Promise<void>;
}

/**
 * One private, fast and forgetful PostgreSQL for a test run (about 1 s); it is gone without a trace after
 * `stop`.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  const data = await temporaryData();
  const server = await startPostgres({ dataDir: data.dataDir, fast: true });
  return {
    url: server.url,
    stop: async () => {
      await server.stop(1000);
      data.remove();
    },
  };
}
