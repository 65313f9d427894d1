import type { BoostView, CampaignView, FeedView } from '@poolrise/contracts';
import { RandomStream, ReaderApplication, readerAt } from '@poolrise/scenario';
import { randomUUID } from 'node:crypto';
import { FeedIndex } from '../src/feed/feed-index';
import { aCampaign } from './campaigns';
import { freshDatabase } from './database';
import { event } from './engine';
import { anAsk, moneyOn } from './money';
import { aNoteInPool } from './notes';
import { aMember, anApplication, aWorkspace, browserOf } from './people';
import { startServer } from './server';

const dayMs = 86_400_000;
/** Readers are told apart by a hash of it: with the same one the luck of a spec is the same every time. */
const platform = '5b1f8a52-0f7e-4a53-9a55-0c3f3c2d7e01';

/** What one reader was served: a page of a search and one of the feed; every third reader comes by the feed. */
export interface Visit {
  feed: FeedView;
  search: FeedView;
}

/** A brand with four notes that a search finds, money, and readers who come by; and its campaign of next week, still a draft. */
export async function aCampaignTrialStage() {
  const database = await freshDatabase();
  const { db } = database;
  for (let at = 0; at < 40; at++)
    await aNoteInPool(db, { category: ['pets', 'home', 'travel'][at % 3] as string });
  await database.owner('delete from note_search');
  for (let at = 0; at < 8; at++) await aNoteInPool(db, { category: 'pets' });
  const workspaceId = await aWorkspace(db);
  const aNote = async () => (await aNoteInPool(db, { workspaceId, category: 'food', hoursOld: 30 })).noteId;
  const notes = { fed: await aNote(), searched: await aNote(), late: await aNote(), plain: await aNote() };
  // A reader whom a search has shown a note is not advertised it in the feed any more.
  await database.owner('delete from note_search where note_id = any($1)', [[notes.fed, notes.late]]);
  await moneyOn(db).topUps.ask(workspaceId, null, {
    cents: 500_000,
    reference: 'bank transfer',
    requestKey: randomUUID(),
  });
  await database.owner(
    `insert into feed_reader (reader_key, seen_on) select n, (now() at time zone 'Asia/Shanghai')::date from generate_series(1, 3000) n`,
  );
  await database.owner(`insert into workspace (id, kind, name) values ($1, 'platform', 'Poolrise')`, [
    platform,
  ]);
  const server = await startServer(database);
  const lin = await browserOf(db, await aMember(db, workspaceId, 'owner'));
  const key = await anApplication(db, platform, ['feed:read', 'engagements:write']);
  const application = new ReaderApplication({
    apiUrl: await server.listen(),
    key: key.authorization.slice('Bearer '.length),
  });
  const call = (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, headers = lin) =>
    server.inject({
      method,
      url: `/api/v1${url}`,
      headers: { ...headers },
      ...(payload && { payload }),
    });
  const campaign = (
    await call(
      'POST',
      '/campaigns',
      aCampaign({
        flights: [
          {
            name: '爆发',
            from: new Date(Date.now() + dayMs).toISOString(),
            to: new Date(Date.now() + 8 * dayMs).toISOString(),
            budgetCents: 300_000,
          },
        ],
        rails: { creators: 0, boosts: 200_000, search: 100_000 },
        keywords: [{ text: '冷泡茶', match: 'phrase' }],
        negatives: ['免费'],
      }),
    )
  ).json<CampaignView>();

  /** A boost that waits for its time; of the campaign unless it is named otherwise. */
  const launch = async (noteId: string, over: object = {}): Promise<string> => {
    const startsAt = new Date(Date.now() + 3_600_000).toISOString();
    const about = { durationHours: 48, startsAt, campaignId: campaign.id, ...over };
    const answer = await call('POST', '/boosts', anAsk({ workspaceId, noteId }, about));
    if (answer.statusCode !== 201) throw new Error(answer.body);
    return answer.json<BoostView>().id;
  };
  const heard = async (check: (index: FeedIndex) => boolean) => {
    const index = server.app.get(FeedIndex);
    for (let tries = 0; !check(index); tries++) {
      if (tries > 100) throw new Error('the feed never heard of it');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  /** In the middle of its time and behind its plan, so that whoever comes is chosen. */
  const begin = async (...ids: string[]) => {
    await database.owner(
      `update boost set state = 'running', starts_at = now() - interval '24 hours', ends_at = now() + interval '24 hours',
         next_settle_at = now() + interval '24 hours' where id = any($1)`,
      [ids],
    );
    await heard(({ boosts }) => ids.every((id) => boosts.find(id) !== undefined));
  };
  const search = (reader: number, query: string) =>
    application.feed({
      placement: 'search',
      query,
      reader: readerAt('campaign', reader).attributes,
      size: 20,
    });
  const feed = (reader: number) =>
    application.feed({
      placement: 'discovery',
      reader: readerAt('campaign', reader).attributes,
      size: 20,
    });
  /** Events of tokens, of the kinds named; nothing may be refused. */
  const report = async (...events: [kind: string, token: string | undefined][]) => {
    const sent = events.flatMap(([kind, token]) => (token ? [event(kind, token)] : []));
    if (!sent.length) return;
    const receipt = await application.report(sent as Parameters<ReaderApplication['report']>[0]);
    if (receipt.refused.length) throw new Error(JSON.stringify(receipt.refused));
  };
  const seeing = async (page: FeedView): Promise<FeedView> => {
    await report(...page.slots.map(({ token }): [string, string] => ['impression', token]));
    return page;
  };
  /** The reader comes by, looks through the feed, and searches for cold brew. */
  const visit = async (reader: number): Promise<Visit> => {
    const searches = async () => seeing(await search(reader, '冷泡茶'));
    const looks = async () => seeing(await feed(reader));
    if (reader % 3 === 0) return { feed: await looks(), search: await searches() };
    return { search: await searches(), feed: await looks() };
  };
  const close = async () => {
    await server.close();
    await database.close();
  };
  return {
    database,
    server,
    workspaceId,
    platform,
    lin,
    notes,
    campaign,
    call,
    launch,
    begin,
    heard,
    feed,
    search,
    report,
    visit,
    close,
  };
}

export type CampaignTrialStage = Awaited<ReturnType<typeof aCampaignTrialStage>>;

/** The reader's own luck, which knows nothing of arms. */
export const happens = (what: string, reader: number, chance: number): boolean =>
  new RandomStream('campaign trial', what, reader).chance(chance);
