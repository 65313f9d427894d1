import { dayInShanghai, openKeptDays, shiftDay } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { application, type Engine, engineOn } from '../../test/engine';
import { aWorkspace } from '../../test/people';
import { aNoteThatSells, type Links, linksOn } from '../../test/product-links';
import { OpenRetention } from './open-retention';

const dayMs = 86_400_000;
/** Noon of Shanghai, so that hours do not change the day. */
const today = dayInShanghai(new Date());
const noon = Date.parse(`${today}T12:00:00+08:00`);
const inDays = (days: number) => new Date(noon + days * dayMs);

describe('what is kept of opened links', () => {
  let database: TestDatabase;
  let engine: Engine;
  let links: Links;
  let retention: OpenRetention;
  let desk: string;
  let note: string;

  beforeAll(async () => {
    database = await freshDatabase();
    engine = await engineOn(database);
    links = linksOn(database, engine);
    retention = new OpenRetention(database.db);
  });
  beforeEach(async () => {
    await database.owner('truncate product_open, product_link_day, product_sale, product_return');
    desk = await aWorkspace(database.db, 'creator');
    note = await aNoteThatSells(database, desk);
  });
  afterAll(async () => {
    await engine.close();
    await database.close();
  });

  /** So many opens of long ago, by nobody who is known, one a slot. */
  const opened = (many: number, daysAgo: number) =>
    database.owner(
      `insert into product_open (application_id, id, workspace_id, note_id, product, url, slot, rail, reader, counted, opened_at)
       select $1, gen_random_uuid(), $2, $3, 1, 'https://shop.example.com/tea', -n - $5 * 100000, 1, 0, true, $4::timestamptz
         from generate_series(1, $6) n`,
      [application, desk, note, inDays(-daysAgo), daysAgo, many],
    );
  const count = async (table: string) =>
    (await database.owner<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n;

  it('are the days in which something can be sold by them or come back, and no more', async () => {
    await opened(1, openKeptDays);
    await opened(2, openKeptDays + 1);
    expect(await retention.sweep(inDays(0))).toBe(2);
    expect(
      await database.owner(
        `select (opened_at at time zone 'Asia/Shanghai')::date::text as day from product_open`,
      ),
    ).toEqual([{ day: shiftDay(today, -openKeptDays) }]);
    expect(await retention.sweep(inDays(0))).toBe(0);
  });

  it('are both opens of a sale for as long as it is: the one that was named and the one it counts for', async () => {
    const reader = { reader: 4_711 };
    const other = await aNoteThatSells(database, desk);
    const early = links.open(note, {}, reader);
    const late = links.open(other, {}, reader);
    const idle = links.open(note, {}, reader);
    await links.send([early, idle], Date.now() - 60_000);
    await links.send([late], Date.now());
    const sale = links.sale(early.id, 4_900);
    await links.send([sale]);
    expect(await retention.sweep(inDays(400))).toBe(1);
    const kept = await database.owner<{ id: string }>('select id from product_open');
    expect(new Set(kept.map(({ id }) => id))).toEqual(new Set([early.id, late.id]));
    expect(await count('product_sale')).toBe(1);
    // Whoever tells it once more is known.
    expect(await links.send([sale], Date.now())).toMatchObject({ accepted: 0, duplicates: 1 });
  });

  it('are long enough for the last sale that is taken and the last return of it', async () => {
    const first = links.open(note, {}, { reader: 4_711 });
    const again = links.open(note, {}, { reader: 4_711 });
    // The one that is named is the last, and so the one that the sale counts for.
    await links.send([again], Date.now() - 60_000);
    await links.send([first], Date.now());
    const soldAt = Date.now() + 7 * dayMs - 60_000;
    const toldAt = soldAt + 8 * dayMs - 60_000;
    await retention.sweep(new Date(toldAt));
    const sale = links.sale(first.id, 4_900, {
      reference: 'T-late',
      occurredAt: new Date(soldAt).toISOString(),
    });
    expect(await links.send([sale], toldAt)).toMatchObject({ accepted: 1, refused: [] });
    // It may name another open of the product, by which nothing was sold.
    const backAt = soldAt + 15 * dayMs - 60_000;
    await retention.sweep(new Date(backAt));
    const [unsold] = await database.owner<{ id: string }>('select id from product_open where not sold');
    const back = links.back(String(unsold?.id), 4_900, { reference: 'T-late' });
    expect(await links.send([back], backAt)).toMatchObject({ accepted: 1, refused: [] });
  });

  it('leave the sums of their days, and a sale that comes while they are swept', async () => {
    const opens = Array.from({ length: 20 }, () => links.open(note));
    await links.send(opens);
    const [sold] = opens;
    const [, forgotten] = await Promise.all([
      links.send([links.sale(String(sold?.id), 1_000)]),
      retention.sweep(inDays(30)),
    ]);
    // Either the sale was first, and its open stays, or it was refused; never is there a sale without its open.
    const [kept] = await database.owner<{ sales: number; opens: number }>(
      `select (select count(*)::int from product_sale) as sales, (select count(*)::int from product_open) as opens`,
    );
    expect(kept?.opens).toBe(20 - forgotten);
    expect(kept?.sales).toBe(kept?.opens);
    expect(await database.owner('select sum(opens)::int as opens from product_link_day')).toEqual([
      { opens: 20 },
    ]);
  });

  it('are swept though there are more than fit into one transaction', async () => {
    await opened(11_000, openKeptDays + 5);
    expect(await retention.sweep(inDays(0))).toBe(11_000);
    expect(await count('product_open')).toBe(0);
  });

  it('never go under a sale: the database refuses', async () => {
    const open = links.open(note);
    await links.send([open, links.sale(open.id, 1_000)]);
    await expect(database.owner('delete from product_open')).rejects.toThrow('sale_');
    expect(await count('product_sale')).toBe(1);
    // A mark that was lost does not lose the sale either.
    await database.owner('update product_open set sold = false');
    await expect(retention.sweep(inDays(60))).rejects.toThrow('sale_');
    expect(await count('product_sale')).toBe(1);
    // Where the note goes, all of it goes together.
    await database.owner('delete from pool_run where note_id = $1', [note]);
    await database.owner('delete from note where id = $1', [note]);
    expect(await count('product_open')).toBe(0);
  });

  it('finds what is due by its index, and the sales of an open by theirs', async () => {
    await opened(20_000, 3);
    await database.owner('analyze product_open');
    const plan = async (sql: string) =>
      (await database.owner<{ 'QUERY PLAN': string }>(`explain ${sql}`))
        .map((row) => row['QUERY PLAN'])
        .join('\n');
    expect(
      await plan(
        `select id from product_open where not sold and opened_at < now() - interval '23 days' order by opened_at limit 10`,
      ),
    ).toContain('product_open_to_forget');
    await database.owner(
      `insert into product_sale (application_id, id, workspace_id, note_id, product, title, url, open_id, counted_open_id, reference, cents,
         rate_permyriad, commission_cents, kept_commission_cents, sold_at, confirms_at)
       select application_id, gen_random_uuid(), workspace_id, note_id, 1, '', url, id, id, id::text, 100, 0, 0, 0, now(), now() from product_open`,
    );
    await database.owner('analyze product_sale');
    for (const column of ['open_id', 'counted_open_id'])
      expect(
        await plan(
          `select 1 from product_sale where application_id = '${application}' and ${column} = '${randomUUID()}'`,
        ),
      ).toContain(column === 'open_id' ? 'product_sale_of_open' : 'product_sale_of_counted_open');
  });
});
