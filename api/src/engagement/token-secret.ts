import { Injectable } from '@nestjs/common';
import { EnginePool } from '../db/engine-pool';
import { ImpressionTokens } from './impression-token';

/** The installation's signing secret, read once: every process signs and reads with the same. */
@Injectable()
export class TokenSecret {
  private loaded: Promise<ImpressionTokens> | undefined;

  constructor(private readonly engine: EnginePool) {}

  tokens(): Promise<ImpressionTokens> {
    this.loaded ??= this.engine.pool
      .query<{ token_secret: Buffer }>('select token_secret from installation')
      .then(({ rows: [row] }) => {
        if (!row) throw new Error('the database has not been migrated: no installation row');
        return new ImpressionTokens(row.token_secret);
      });
    // A failed look must not be remembered.
    this.loaded.catch(() => (this.loaded = undefined));
    return this.loaded;
  }
}
