import { FeedView, type FeedView as Page, type Slot } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aNoteInPool } from '../../test/notes';
import { aWorkspace } from '../../test/people';
import { aNoteThatSells, aProduct } from '../../test/product-links';
import { startServer, type TestServer } from '../../test/server';
import { ProductEventsService } from '../earnings/product-events.service';
import { FeedIndex } from './feed-index';
import { FeedService } from './feed.service';

const application = { keyId: randomUUID(), workspaceId: randomUUID() };
const bottle = aProduct({
  title: '冷泡瓶 500 ml',
  url: 'https://shop.example.com/ware/bottle-500',
  priceCents: null,
});
const named = [
  { product: 1, title: aProduct().title, url: aProduct().url, priceCents: 4_900 },
  { product: 2, title: bottle.title, url: bottle.url, priceCents: null },
];

describe('slots of the feed', () => {
  let database: TestDatabase;
  let server: TestServer;
  let feed: FeedService;
  let desk: string;
  let selling: string;
  let plain: string;

  beforeAll(async () => {
    database = await freshDatabase();
    desk = await aWorkspace(database.db, 'creator');
    selling = await aNoteThatSells(database, desk, [aProduct(), bottle]);
    plain = (await aNoteInPool(database.db, { category: 'travel' })).noteId;
    // A page has a paid place only where there is enough to stand around it.
    const others = ['home', 'pets', 'tech', 'fitness', 'beauty', 'fashion'];
    for (const category of [...others, ...others, ...others]) await aNoteInPool(database.db, { category });
    server = await startServer(database);
    feed = server.app.get(FeedService);
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const reader = () => ({ id: `reader-${randomUUID()}` });
  const discover = () => feed.page(application, { placement: 'discovery', reader: reader(), size: 20 });
  const search = () =>
    feed.page(application, { placement: 'search', query: '冷泡', reader: reader(), size: 20 });
  const slotOf = (page: Page, noteId: string, is: (slot: Slot) => boolean = () => true) =>
    page.slots.find((slot) => slot.noteId === noteId && is(slot));
  const tell = (events: object[]) =>
    server.app.get(ProductEventsService).record(application.keyId, { events });

  it('name what their note links to, as a reader may know it, and nothing where it links to nothing', async () => {
    const page = await discover();
    expect(FeedView.parse(page)).toEqual(page);
    expect(slotOf(page, selling)?.products).toEqual(named);
    const without = slotOf(page, plain);
    expect(without).toBeDefined();
    expect(without).not.toHaveProperty('products');
    expect(JSON.stringify(page)).not.toContain('ommission');
  });

  it('say enough to tell that a link was opened, and what was bought by it', async () => {
    const slot = slotOf(await discover(), selling);
    const [, second] = slot?.products ?? [];
    const open = { id: randomUUID(), kind: 'open', token: slot?.token, product: second?.product };
    const sale = { id: randomUUID(), kind: 'sale', openId: open.id, reference: 'A-1', cents: 6_800 };
    expect(await tell([open, sale])).toEqual({ accepted: 2, duplicates: 0, refused: [] });
    expect(
      await database.owner('select product, url, title from product_sale where note_id = $1', [selling]),
    ).toEqual([{ product: 2, url: bottle.url, title: bottle.title }]);
  });

  it('name them in search too, where a note has long stopped, and in a paid place', async () => {
    const stopped = await aNoteThatSells(database, desk);
    await database.owner(
      `insert into boost (workspace_id, note_id, request_key, request_hash, goal, budget_cents, voucher_cents, wallet_cents, cents_per_thousand, planned_impressions, audience, state, starts_at, ends_at, launched_at, next_settle_at)
       values ($1, $2, gen_random_uuid(), '', 'reads', 10000, 0, 10000, 1500, 6666, '{}', 'running', now() - interval '3 hours', now() + interval '3 hours', now(), now())`,
      [desk, stopped],
    );
    await database.owner('update pool_run set closed_at = now() where note_id = $1', [stopped]);
    const index = server.app.get(FeedIndex);
    await index.refresh();
    expect(index.get(stopped)).toBeUndefined();
    // The others would fill the page with titles like theirs.
    await database.owner('delete from note_search where note_id <> all($1)', [[selling, stopped]]);
    const found = await search();
    expect(slotOf(found, selling)?.products).toEqual(named);
    expect(slotOf(found, stopped)?.products).toEqual([named[0]]);

    let paid: Slot | undefined;
    for (let tries = 0; !paid && tries < 100; tries++) {
      paid = slotOf(await discover(), stopped, ({ sponsored }) => sponsored);
      if (!paid) await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(paid?.products).toEqual([named[0]]);
  });
});
