import type { Queue } from 'bullmq';
import { randomUUID } from 'node:crypto';
import { readConfig } from '../src/config';
import { EnginePool } from '../src/db/engine-pool';
import { EngagementService } from '../src/engagement/engagement.service';
import { applicationTag, type Impression, unknownPlace } from '../src/engagement/impression-token';
import { TokenSecret } from '../src/engagement/token-secret';
import { TrafficGuard } from '../src/engagement/traffic-guard';
import { JobsService } from '../src/jobs/jobs.service';
import type { TestDatabase } from './database';

/** The queue belongs to the outside world: nudges go nowhere, as they may at any time. */
const noQueue = { add: () => Promise.resolve() } as unknown as Queue;

/** The reader application of a spec. */
export const application = randomUUID();

/** Ingest on a spec's database, wired as the module wires it, and a signer of tokens as the feed makes them. */
export async function engineOn(database: TestDatabase) {
  const engine = new EnginePool(readConfig({ DATABASE_URL: database.url }));
  const secret = new TokenSecret(engine);
  const guard = new TrafficGuard(engine);
  const engagement = new EngagementService(engine, secret, new JobsService(noQueue), guard);
  const tokens = await secret.tokens();
  let page = 1_000_000;
  return {
    engine,
    engagement,
    /** A token of a fresh slot. */
    slot: (noteId: string, ask: Partial<Impression> = {}, of: string = application) =>
      tokens.sign(
        {
          pageId: page++,
          position: 1,
          rail: 1,
          level: 1,
          placement: 0,
          expiresAt: Math.floor(Date.now() / 1000) + 600,
          reader: 0,
          ...unknownPlace,
          noteId,
          boostId: null,
          search: null,
          ...ask,
        },
        applicationTag(of),
      ),
    close: async () => {
      guard.onApplicationShutdown();
      engagement.onApplicationShutdown();
      await engine.onApplicationShutdown();
    },
  };
}

export type Engine = Awaited<ReturnType<typeof engineOn>>;

/** An event as a reader application sends it. */
export const event = (kind: string, token: string, value?: number, id = randomUUID()) => ({
  id,
  token,
  kind,
  ...(value === undefined ? {} : { value }),
});
