import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { Config } from '../config';
import { CONFIG } from '../config.module';
import { applicationUrl } from './urls';

/**
 * Plain connections that wear the engine's hat from their first moment, for the two hot paths (feed and ingest) where
 * putting it on for each transaction would double the round trips. Nothing else may use them.
 */
@Injectable()
export class EnginePool implements OnApplicationShutdown {
  readonly pool: pg.Pool;

  constructor(@Inject(CONFIG) config: Config) {
    this.pool = enginePool(config.DATABASE_URL);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

export function enginePool(ownerUrl: string, max = 8): pg.Pool {
  const pool = new pg.Pool({
    connectionString: applicationUrl(ownerUrl),
    max,
    options: '-c role=poolrise_engine -c statement_timeout=15s',
    connectionTimeoutMillis: 5_000,
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}
