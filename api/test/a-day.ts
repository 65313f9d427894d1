import type { TestDatabase } from './database';
import { application, type Engine, event } from './engine';
import { aFundedBrand, anAsk, aVoucher, type Brand, type Money } from './money';

const [organic, paid] = [1, 3];

export interface Day {
  brand: Brand;
  boostId: string;
}

/** A note is shown and read, a boost is launched with a voucher, delivered in part, charged and stopped. */
export async function aDayInTheLife(database: TestDatabase, engine: Engine, money: Money): Promise<Day> {
  const brand = await aFundedBrand(database.db, 50_000);
  await database.owner(
    `insert into pool_run (note_id, level, workspace_id, policy_id, peer_group, target, entered_at, window_ends_at, next_check_at)
     select $1, 1, $2, id, 'food', 500, now(), now() + interval '1 day', 500 from pool_policy where in_force`,
    [brand.noteId, brand.workspaceId],
  );
  const voucherId = await aVoucher(database.db, brand, { kind: 'fixed', faceCents: 100 });
  await aVoucher(database.db, brand, { kind: 'fixed', faceCents: 900 });
  const boostId = (
    await money.boosts.launch(brand.workspaceId, null, anAsk(brand, { voucherIds: [voucherId] }))
  ).id;
  const day = { brand, boostId };
  for (let pageId = 1; pageId <= 40; pageId++) await aPage(database, engine, day, pageId);
  await money.boosts.settleDue(new Date(Date.now() + 5_000));
  await money.boosts.stop(brand.workspaceId, null, boostId);
  await money.boosts.launch(brand.workspaceId, null, anAsk(brand));
  return day;
}

/** A page of an organic and a paid slot; the reader reports both, or the organic one, or nothing, and all of it twice. */
async function aPage(database: TestDatabase, engine: Engine, { brand, boostId }: Day, pageId: number) {
  await database.owner(
    `insert into feed_page (id, application_id, reader_key, placement, served_at, expires_at, note_ids, rails, levels, boost_ids)
     values ($1, gen_random_uuid(), 1, 0, now(), now() + $2::interval, array[$3, $3]::uuid[], $4, '{1,1}', array[null, $5]::uuid[])`,
    [String(pageId), pageId % 5 === 0 ? '-1 minute' : '10 minutes', brand.noteId, [organic, paid], boostId],
  );
  if (pageId % 5 === 0 || pageId % 7 === 0) return;
  const first = engine.slot(brand.noteId, { pageId, position: 1, rail: organic });
  const second = engine.slot(brand.noteId, { pageId, position: 2, rail: paid, boostId });
  const events = [
    event('impression', first),
    event('click', first),
    event('dwell', first, 12),
    event('comment', first),
  ];
  if (pageId % 3 === 0)
    events.push(event('impression', second), event('click', second), event('like', second));
  const { accepted } = await engine.engagement.ingest(application, { events });
  if (accepted !== events.length) throw new Error(`${accepted} of ${events.length} events were accepted`);
  await engine.engagement.ingest(application, { events });
}
