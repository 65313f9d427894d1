import pg from 'pg';
import { aDayInTheLife } from '../../test/a-day';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { type Engine, engineOn } from '../../test/engine';
import { moneyOn } from '../../test/money';
import { anInvite, anOrderCast, noon, ordersOn } from '../../test/orders';
import { aNoteThatSells, linksOn } from '../../test/product-links';
import { checkSums, describe as table } from './run-sum-check';
import { sumCheck } from './sum-check';

const paid = 3;

describe('the sum check', () => {
  let database: TestDatabase;
  let engine: Engine;

  beforeAll(async () => {
    database = await freshDatabase();
    engine = await engineOn(database);
    await aDayInTheLife(database, engine, moneyOn(database.db));
    const cast = await anOrderCast(database.db);
    await ordersOn(database.db).invitations.invite(cast.brand, anInvite(cast), noon);
    const links = linksOn(database, engine);
    const opened = links.open(await aNoteThatSells(database, cast.creator.workspaceId));
    const told = [opened, links.sale(opened.id, 4_900), links.back(opened.id, 900)];
    await links.send(told);
    await links.send(told);
    // A day whose opens are forgotten by now keeps its sum.
    await database.owner(
      `insert into product_link_day (note_id, product, day, workspace_id, opens, paid_opens)
       select note_id, product, day - 30, workspace_id, 7, 0 from product_link_day`,
    );
  });
  afterAll(async () => {
    await engine.close();
    await database.close();
  });

  it('finds nothing after a day in which everything was reported twice', async () => {
    const results = await checkSums(database.url);

    expect(results.filter(({ different }) => different > 0)).toEqual([]);
    // A check that compared nothing has shown nothing.
    const idle = results
      .filter(({ name, compared }) => compared === 0 && !name.includes('import'))
      .map(({ name }) => name);
    expect(idle).toEqual([]);
    expect(table(results)).toContain('80 served');
  });

  it.each<[string, string, string]>([
    [
      'a leg that changed',
      `update ledger_entry set cents = cents + 1 where account = 'cash'`,
      'the legs of every journal transaction sum to zero',
    ],
    [
      'a balance that changed',
      `update ledger_account set balance_cents = balance_cents + 1 where name = 'cash'`,
      'every balance is the sum of its entries',
    ],
    [
      'a transaction that misremembers the cash',
      `update ledger_transaction set cash_after_cents = cash_after_cents + 1`,
      'every transaction noted the cash it left behind',
    ],
    [
      'a boost that says it spent less',
      `update boost set spent_cents = spent_cents - 1 where spent_cents > 0`,
      'an ended boost has spent, given back or let lapse its whole budget',
    ],
    [
      'a boost charged for nothing',
      `update boost set spent_cents = 9 where state = 'running'`,
      'no boost was charged for more than was delivered',
    ],
    [
      'money on a voucher from nowhere',
      `update voucher set remaining_cents = remaining_cents - 1 where remaining_cents > 0`,
      'the voucher account is what is left on fixed vouchers',
    ],
    [
      'a voucher part that is gone',
      `delete from boost_voucher`,
      'the parts of the vouchers in a boost add up',
    ],
    [
      'a page that forgot a slot',
      `update feed_page set note_ids = note_ids[1:1] where id = 3`,
      'every slot served is reported, expired unreported, or still open',
    ],
    [
      'a page that is gone',
      `delete from feed_page where id = 3`,
      'every impression is a slot of its page, with its note, level, rail and boost',
    ],
    [
      'an impression on another rail',
      `update engagement_event set rail = 0 where page_id = 3 and position = 1 and kind = 0`,
      'every impression is a slot of its page, with its note, level, rail and boost',
    ],
    [
      'a click whose impression is gone',
      `delete from engagement_event where page_id = 3 and position = 1 and kind = 0`,
      'every click, like and so on has its impression',
    ],
    [
      'a counter that grew by itself',
      `update engagement_hour set clicks = clicks + 1`,
      'events by note, level, rail and hour are the hourly counters',
    ],
    [
      'an hour that is gone',
      `delete from engagement_hour where rail = ${paid}`,
      'events by note, level, rail and hour are the hourly counters',
    ],
    [
      'an import that never came',
      `insert into history_import (before, impressions, events) values (now() - interval '9 days', 5, 0)`,
      'hourly counters of the imported past are the import',
    ],
    [
      'paid clicks in the organic verdict',
      `update pool_run set clicks = clicks + paid_clicks`,
      'pool runs are the hourly counters of their note and level, organic and paid apart',
    ],
    [
      'an impression delivered twice',
      `update boost set delivered_impressions = delivered_impressions + 1 where state = 'stopped'`,
      'the impressions delivered by a boost are those of its hours',
    ],
    [
      'an hour of a boost without events',
      `update boost_hour set clicks = clicks + 1`,
      'the hours of a boost are its paid events',
    ],
    [
      'a boost of another note',
      `update engagement_hour set impressions = impressions + 1 where rail = ${paid}`,
      'paid impressions of a note are those of its boosts',
    ],
    [
      'a product link that was opened once more than anybody did',
      `update product_link_day set opens = opens + 1`,
      'opens of product links by day are those that were counted',
    ],
    [
      'a return that nobody reported',
      `update product_sale set returned_cents = 1000, kept_commission_cents = 312`,
      'what came back of a sale, and the commission that went with it, are its returns',
    ],
  ])('finds %s', async (_, tampering, check) => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      await client.query('begin; alter table ledger_entry disable trigger user');
      await client.query(tampering);
      const results = await sumCheck(async <Row>(sql: string) => (await client.query(sql)).rows as Row[]);
      expect(results.filter(({ different }) => different > 0).map(({ name }) => name)).toContain(check);
    } finally {
      await client.query('rollback');
      await client.end();
    }
  });
});
