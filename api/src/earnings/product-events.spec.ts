import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { type Engine, engineOn } from '../../test/engine';
import { aWorkspace } from '../../test/people';
import { aNoteThatSells, aProduct, type Links, linksOn } from '../../test/product-links';

const dayMs = 86_400_000;
const later = (days: number, ms = 0) => Date.now() + days * dayMs + ms;

describe('product links', () => {
  let database: TestDatabase;
  let engine: Engine;
  let links: Links;
  let desk: string;
  beforeAll(async () => {
    database = await freshDatabase(25);
    engine = await engineOn(database);
    links = linksOn(database, engine);
  });
  beforeEach(async () => {
    desk = await aWorkspace(database.db, 'creator');
  });
  afterAll(async () => {
    await engine.close();
    await database.close();
  });

  const sales = () =>
    database.owner(
      `select note_id as note, cents::int, returned_cents::int as returned, rate_permyriad as rate, commission_cents::int as commission,
              kept_commission_cents::int as kept from product_sale where workspace_id = $1 order by sold_at, id`,
      [desk],
    );
  const opens = async () =>
    (
      await database.owner<{ opens: number; paid: number }>(
        `select coalesce(sum(opens), 0)::int as opens, coalesce(sum(paid_opens), 0)::int as paid from product_link_day where workspace_id = $1`,
        [desk],
      )
    )[0];
  const reasons = async (events: Record<string, unknown>[], now?: number) =>
    (await links.send(events, now)).refused.map(({ reason }) => reason);

  it('are opened, sell and take back, and the commission is that of what is left', async () => {
    const note = await aNoteThatSells(database, desk);
    const opened = links.open(note);
    const receipt = await links.send([
      links.back(opened.id, 900),
      links.sale(opened.id, 4_999),
      opened,
      links.open(note, {}, { rail: 3 }),
    ]);
    expect(receipt).toEqual({ accepted: 4, duplicates: 0, refused: [] });
    expect(await opens()).toEqual({ opens: 2, paid: 1 });
    // 8 % of 49.99 is 3.9992, of 40.99 it is 3.2792.
    expect(await sales()).toEqual([
      { note, cents: 4_999, returned: 900, rate: 800, commission: 399, kept: 327 },
    ]);
  });

  it('count an open once an impression and product, however often it is reported', async () => {
    const note = await aNoteThatSells(database, desk, [
      aProduct(),
      aProduct({ url: 'https://shop.example.com/b' }),
    ]);
    const opened = links.open(note);
    const again = { ...opened, id: randomUUID() };
    const other = { ...opened, id: randomUUID(), product: 2 };
    expect(await links.send([opened, again, other, opened])).toMatchObject({ accepted: 3, duplicates: 1 });
    expect(await links.send([again])).toMatchObject({ accepted: 0, duplicates: 1 });
    expect(await opens()).toEqual({ opens: 2, paid: 0 });
  });

  it('count a sale for the note whose link the reader opened last, though the application names another', async () => {
    const [first, second] = [await aNoteThatSells(database, desk), await aNoteThatSells(database, desk)];
    const reader = { reader: 4_711 };
    const early = links.open(first, {}, reader);
    const late = links.open(second, {}, reader);
    await links.send([early], later(0, -1));
    await links.send([late], later(0));
    const stranger = links.open(first, {}, { reader: 4_712 });
    await links.send([stranger], later(0, 5));
    await links.send([links.sale(early.id, 1_000, { reference: 'last' })], later(6));
    expect(await sales()).toMatchObject([{ note: second }]);
    // After seven days of the last one it is nobody's.
    expect(await reasons([links.sale(late.id, 1_000, { reference: 'too late' })], later(7, 60_000))).toEqual([
      'sale-outside-window',
    ]);
  });

  it('keep the rate that held at the sale', async () => {
    const note = await aNoteThatSells(database, desk);
    const opened = links.open(note);
    await links.send([opened, links.sale(opened.id, 10_000)]);
    await database.owner('update note set products = $2 where id = $1', [
      note,
      JSON.stringify([aProduct({ commissionPermyriad: 100 })]),
    ]);
    await links.send([links.back(opened.id, 5_000)]);
    expect(await sales()).toMatchObject([{ rate: 800, kept: 400 }]);
    await expect(
      database.owner(
        'update product_sale set rate_permyriad = 100, commission_cents = 100 where workspace_id = $1',
        [desk],
      ),
    ).rejects.toThrow('stays as it is');
  });

  it('take one event once when ten clients send it at the same moment', async () => {
    const note = await aNoteThatSells(database, desk);
    const opened = links.open(note);
    const batch = [opened, links.sale(opened.id, 4_900)];
    const receipts = await Promise.all(Array.from({ length: 10 }, () => links.send(batch)));
    expect(receipts.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(2);
    expect(receipts.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(18);
    expect(await opens()).toEqual({ opens: 1, paid: 0 });
    expect(await sales()).toHaveLength(1);
  });

  it('never take back more than was sold, however many returns come at the same moment', async () => {
    const note = await aNoteThatSells(database, desk);
    const opened = links.open(note);
    await links.send([opened, links.sale(opened.id, 1_000)]);
    const receipts = await Promise.all(
      Array.from({ length: 8 }, () => links.send([links.back(opened.id, 300)])),
    );
    expect(receipts.filter(({ accepted }) => accepted === 1)).toHaveLength(3);
    expect(receipts.flatMap(({ refused }) => refused.map(({ reason }) => reason))).toEqual(
      Array(5).fill('return-above-sale'),
    );
    expect(await sales()).toMatchObject([{ returned: 900, kept: 8 }]);
  });

  it('count one order of a shop once, under whatever ids it is reported', async () => {
    const note = await aNoteThatSells(database, desk);
    const opened = links.open(note);
    await links.send([opened]);
    const receipts = await Promise.all(
      Array.from({ length: 5 }, () => links.send([links.sale(opened.id, 4_900, { reference: 'one order' })])),
    );
    expect(receipts.map(({ accepted }) => accepted).sort()).toEqual([0, 0, 0, 0, 1]);
    expect(receipts.flatMap(({ refused }) => refused)[0]?.reason).toBe('sale-known');
  });

  it('say what was wrong, event by event, with the way out, while the good ones count', async () => {
    const note = await aNoteThatSells(database, desk);
    const opened = links.open(note);
    await links.send([opened, links.sale(opened.id, 1_000, { reference: 'sold' })]);
    const foreign = engine.slot(note, {}, randomUUID());
    const expired = engine.slot(note, { expiresAt: Math.floor(Date.now() / 1000) - 5 });
    const receipt = await links.send([
      links.open(note, { token: foreign }),
      links.open(note, { token: `${String(opened['token']).slice(0, -4)}AAAA` }),
      links.open(note, { token: expired }),
      links.open(note, { product: 2 }),
      links.open(note, { product: 6 }),
      links.sale(randomUUID(), 1_000),
      links.sale(opened.id, -1),
      links.sale(opened.id, 0),
      links.sale(opened.id, 1_000, { reference: 'early', occurredAt: new Date(later(-1)).toISOString() }),
      links.sale(opened.id, 1_000, { reference: 'ahead', occurredAt: new Date(later(1)).toISOString() }),
      links.back(opened.id, 1_001, { reference: 'sold' }),
      links.back(opened.id, 1, { reference: 'never' }),
      { ...opened, kind: 'sale' },
      { ...links.sale(opened.id, 7, { reference: 'reused' }), id: opened.id },
      links.sale(opened.id, 500, { reference: 'good' }),
    ]);
    expect(receipt.refused.map(({ index, reason }) => [index, reason])).toEqual([
      [0, 'token-foreign'],
      [1, 'token-forged'],
      [2, 'token-expired'],
      [3, 'product-unknown'],
      [4, 'event-malformed'],
      [5, 'open-unknown'],
      [6, 'event-malformed'],
      [7, 'event-malformed'],
      [8, 'sale-before-open'],
      [9, 'occurred-in-future'],
      [10, 'return-above-sale'],
      [11, 'sale-unknown'],
      [12, 'event-malformed'],
      [13, 'event-id-reused'],
    ]);
    expect(receipt).toMatchObject({ accepted: 1, duplicates: 0 });
    expect(receipt.refused.every(({ remedy }) => remedy.length > 20)).toBe(true);
  });

  it('know nothing of what another application opened or sold', async () => {
    const note = await aNoteThatSells(database, desk);
    const opened = links.open(note);
    await links.send([opened, links.sale(opened.id, 1_000)]);
    const stranger = randomUUID();
    const theirs = await links.send(
      [links.sale(opened.id, 1_000), links.back(opened.id, 1_000)],
      undefined,
      stranger,
    );
    expect(theirs.refused.map(({ reason }) => reason)).toEqual(['open-unknown', 'open-unknown']);
    expect(await sales()).toMatchObject([{ returned: 0 }]);
  });

  it('are confirmed after fifteen days, and stay so', async () => {
    const note = await aNoteThatSells(database, desk);
    const opened = links.open(note);
    const sold = links.sale(opened.id, 1_000);
    await links.send([opened, sold]);
    expect(await reasons([links.back(opened.id, 1)], later(15, 60_000))).toEqual(['commission-confirmed']);
    // A repeat of what was taken is a repeat at any time.
    expect(await links.send([sold], later(40))).toMatchObject({ accepted: 0, duplicates: 1 });
    expect(await links.send([links.back(opened.id, 1)], later(14))).toMatchObject({ accepted: 1 });
  });

  it('take what happened while there was no network, for as long as the rest of a page', async () => {
    const note = await aNoteThatSells(database, desk);
    const opened = links.open(note, { occurredAt: new Date().toISOString() });
    const sold = links.sale(opened.id, 1_000, { occurredAt: new Date(later(1)).toISOString() });
    expect(await links.send([opened, sold], later(3))).toMatchObject({ accepted: 2, refused: [] });
    expect(
      await reasons(
        [links.sale(opened.id, 1_000, { reference: 'b', occurredAt: new Date(later(1)).toISOString() })],
        later(10),
      ),
    ).toEqual(['event-too-late']);
  });

  it('belong to the desk of the note alone', async () => {
    const note = await aNoteThatSells(database, desk);
    const opened = links.open(note);
    await links.send([opened, links.sale(opened.id, 1_000)]);
    const other = await aWorkspace(database.db, 'creator');
    for (const table of ['product_open', 'product_sale', 'product_link_day']) {
      expect(await database.db.read(desk, `select from ${table}`)).toHaveLength(1);
      expect(await database.db.read(other, `select from ${table}`)).toHaveLength(0);
    }
    await expect(database.db.read(desk, 'delete from product_sale returning id')).rejects.toThrow(
      'permission denied',
    );
  });
});
