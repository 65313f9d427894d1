import type { BoostView, FeedView, Keyword } from '@poolrise/contracts';
import { ReaderApplication } from '@poolrise/scenario';
import { randomUUID } from 'node:crypto';
import { FeedIndex } from '../src/feed/feed-index';
import { freshDatabase } from './database';
import { anAsk, type Brand, moneyOn } from './money';
import { aNoteInPool } from './notes';
import { aMember, anApplication, aWorkspace, browserOf } from './people';
import { startServer } from './server';

const happened = (kind: 'impression' | 'click', token: string) => ({ id: randomUUID(), kind, token });

/** A product with readers who search, and a brand that may launch boosts in search. */
export async function aSearchStage() {
  const database = await freshDatabase();
  // Twelve notes of others that a search for cold brew finds.
  for (let at = 0; at < 12; at++) await aNoteInPool(database.db, { category: 'food' });
  const workspaceId = await aWorkspace(database.db);
  const { noteId } = await aNoteInPool(database.db, { workspaceId, category: 'food', hoursOld: 30 });
  const brand: Brand = { workspaceId, noteId };
  await moneyOn(database.db).topUps.ask(workspaceId, null, {
    cents: 500_000,
    reference: 'bank transfer',
    requestKey: randomUUID(),
  });
  const server = await startServer(database);
  const lin = await browserOf(database.db, await aMember(database.db, workspaceId, 'marketer'));
  const platform = await aWorkspace(database.db, 'platform');
  const key = await anApplication(database.db, platform, ['feed:read', 'engagements:write']);
  const application = new ReaderApplication({
    apiUrl: await server.listen(),
    key: key.authorization.slice('Bearer '.length),
  });
  const post = (url: string, payload: object) =>
    server.inject({ method: 'POST', url: `/api/v1${url}`, headers: { ...lin }, payload });
  const get = async <View>(url: string) =>
    (await server.inject({ url: `/api/v1${url}`, headers: { ...lin } })).json<View>();

  /** A new reader searches. */
  const search = (query: string, size = 10): Promise<FeedView> =>
    application.feed({ placement: 'search', query, reader: { id: randomUUID() }, size });

  /** The reader sees the first so many slots of a page, and opens those at these positions. */
  const see = (page: FeedView, slots: number, opened: number[] = []) =>
    application.report(
      page.slots
        .slice(0, slots)
        .flatMap(({ token, position }) => [
          happened('impression', token),
          ...(opened.includes(position) ? [happened('click', token)] : []),
        ]),
    );

  /** The feed hears of boosts once a second. */
  const heard = async (boostId: string, running = true) => {
    const index = server.app.get(FeedIndex);
    for (let tries = 0; (index.boosts.find(boostId) !== undefined) !== running; tries++) {
      if (tries > 100) throw new Error('the feed never heard of it');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  /**
   * A boost in search of two days that is far behind its plan, so that it takes whatever search meets it: it waits for its time, and
   * is put into the middle of it.
   */
  const boosted = async (
    keywords: Keyword[],
    negatives: string[] = [],
    { planned, minutesLeft = 24 * 60 }: { planned?: number; minutesLeft?: number } = {},
  ) => {
    const ask = anAsk(brand, { placement: 'search', keywords, negatives, durationHours: 48 });
    const answer = await post('/boosts', {
      ...ask,
      startsAt: new Date(Date.now() + 3_600_000).toISOString(),
    });
    if (answer.statusCode !== 201) throw new Error(answer.body);
    const boost = answer.json<BoostView>();
    await database.owner(
      `update boost set state = 'running', planned_impressions = coalesce($2, planned_impressions),
         ends_at = now() + $3 * interval '1 minute', starts_at = now() + $3 * interval '1 minute' - interval '48 hours',
         next_settle_at = now() + $3 * interval '1 minute' where id = $1`,
      [boost.id, planned ?? null, minutesLeft],
    );
    await heard(boost.id);
    return boost;
  };
  const stop = async (boostId: string) => {
    await post(`/boosts/${boostId}/stop`, {});
    await heard(boostId, false);
  };
  const close = async () => {
    await server.close();
    await database.close();
  };
  return { database, server, brand, post, get, search, see, boosted, stop, heard, close };
}

export type SearchStage = Awaited<ReturnType<typeof aSearchStage>>;
