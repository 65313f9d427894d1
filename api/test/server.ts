import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { InjectOptions, Response } from 'light-my-request';
import { readConfig } from '../src/config';
import { createApp } from '../src/create-app';
import { migrateQueue } from '../src/jobs/queue-store';
import type { TestDatabase } from './database';

export interface TestServer {
  app: NestFastifyApplication;
  /** one request through the whole stack, without a socket */
  inject: (ask: InjectOptions) => Promise<Response>;
  /** listens on a free port of loopback and returns the address */
  listen: () => Promise<string>;
  close: () => Promise<void>;
}

/** The HTTP side on a spec's database. */
export async function startServer(database: TestDatabase): Promise<TestServer> {
  // The modules read the environment as in production; one jest worker runs one spec file at a time.
  process.env['DATABASE_URL'] = database.url;
  process.env['ADDRESS_KEY'] ??= Buffer.alloc(32, 7).toString('base64');
  const config = readConfig();
  await migrateQueue(config);
  const app = await createApp(config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    inject: (ask) => app.inject(ask),
    listen: async () => {
      await app.listen(0, '127.0.0.1');
      return app.getUrl();
    },
    close: () => app.close(),
  };
}
