import { Injectable } from '@nestjs/common';
import type { ProductReceipt } from '@poolrise/contracts';
import { Db } from '../db/db';
import { applicationTag } from '../engagement/impression-token';
import { TokenSecret } from '../engagement/token-secret';
import { announce } from '../live/announce';
import { LinkDecisions } from './decide-product-events';
import { linksKnown, writeLinks } from './product-rows';
import { productRemedies } from './product-remedies';
import { readProductBatch } from './read-product-events';

/** Records what reader applications tell of product links. */
@Injectable()
export class ProductEventsService {
  constructor(
    private readonly db: Db,
    private readonly secret: TokenSecret,
  ) {}

  /** Takes the good events of a batch, once each, and says what was wrong with the others. Durable when it resolves. */
  async record(applicationId: string, body: unknown, now = Date.now()): Promise<ProductReceipt> {
    const tokens = await this.secret.tokens();
    const batch = readProductBatch(body, tokens, applicationTag(applicationId), now);
    const { duplicates, refused } = await this.db.asEngine(async (tx) => {
      // The one lock: what an application tells of links is taken batch by batch. So two returns at one moment cannot take back
      // more than was sold, and no two batches wait for each other's rows. There are few of these for one of impressions.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('product-events ' || $1, 0))`, [
        applicationId,
      ]);
      const known = await linksKnown(tx, applicationId, batch.events);
      const decided = new LinkDecisions(known, now).take(batch.events);
      const moved = await writeLinks((sql, parameters) => tx.query(sql, parameters), applicationId, decided);
      for (const workspaceId of moved) await announce(tx, workspaceId, 'earnings');
      return decided;
    });
    const all = [...batch.refused, ...refused].sort((a, b) => a.index - b.index);
    return {
      accepted: batch.sent - duplicates - all.length,
      duplicates,
      refused: all.map((event) => ({ ...event, remedy: productRemedies[event.reason] })),
    };
  }
}
