import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { everyTenantRow } from '../../test/every-tenant-row';
import { moneyOn } from '../../test/money';
import { aNoteInPool } from '../../test/notes';
import { aWorkspace } from '../../test/people';
import { OverviewQueries } from './overview.queries';

const dayMs = 86_400_000;
/** Half past nine in the morning of a Tuesday in Shanghai. */
const now = new Date('2026-11-24T01:30:00Z');

describe('the overview', () => {
  let database: TestDatabase;
  let overviews: OverviewQueries;
  let lin: string;
  let noteId: string;

  beforeEach(async () => {
    database = await freshDatabase();
    overviews = new OverviewQueries(database.db, moneyOn(database.db).queries);
    ({ workspaceId: lin, noteId } = await aNoteInPool(database.db));
  });
  afterEach(() => database.close());

  /** Impressions of the hour that began at a time of a day in Shanghai; every fifth was opened. */
  const shownAt = (time: string, impressions: number) =>
    database.owner(
      `insert into engagement_hour (note_id, hour, level, rail, impressions, clicks, workspace_id) values ($1, $2, 1, 1, $3, $4, $5)`,
      [noteId, new Date(`2026-${time}:00+08:00`), impressions, impressions / 5, lin],
    );
  const tileOf = async (metric: string) => {
    const { tiles } = await overviews.overview(lin, 'owner', now);
    return tiles.find((tile) => tile.metric === metric);
  };

  it('compares six days and a morning with as much of the week before, not with a whole week', async () => {
    // A hundred readers at eight in the morning and at eight in the evening of every day: nothing changed between the weeks.
    for (let day = 11; day <= 24; day++) {
      await shownAt(`11-${day}T08:00`, 100);
      if (day < 24) await shownAt(`11-${day}T20:00`, 100);
    }
    expect(await tileOf('impressions')).toEqual({ metric: 'impressions', value: 1_300, previous: 1_300 });
  });

  it('takes of the hour that was cut as much as had passed of it', async () => {
    await shownAt('11-17T08:00', 60);
    await shownAt('11-17T09:00', 100);
    await shownAt('11-17T10:00', 1_000);
    await shownAt('11-18T00:00', 70);
    expect(await tileOf('impressions')).toEqual({ metric: 'impressions', value: 70, previous: 110 });
    expect(await tileOf('clicks')).toMatchObject({ previous: 22 });
    expect((await tileOf('ctrNatural'))?.previous).toBeCloseTo(0.2, 9);
  });

  it('counts the running hour, so that the first readers of an installation are seen at once', async () => {
    await shownAt('11-24T09:00', 40);
    expect(await tileOf('impressions')).toMatchObject({ value: 40, previous: 0 });
    expect(await tileOf('ctrNatural')).toMatchObject({ previous: null });
  });

  it('compares what was spent to the second', async () => {
    const spend = (at: Date, cents: number) =>
      database.owner(
        `with journal as (insert into ledger_transaction (workspace_id, kind, at) values ($1, 'boost-settled', $2) returning id),
              open as (insert into ledger_account (workspace_id, name) values ($1, 'spent'), ($1, 'topup') on conflict do nothing)
         insert into ledger_entry (transaction_id, workspace_id, account, cents)
         select id, $1, account, cents from journal, (values ('spent', $3::bigint), ('topup', -$3::bigint)) leg (account, cents)`,
        [lin, at, cents],
      );
    await spend(new Date(now.getTime() - 1), 500);
    await spend(new Date(now.getTime() - 7 * dayMs - 1), 300);
    await spend(new Date(now.getTime() - 7 * dayMs + 1), 9_000);
    expect(await tileOf('spend')).toEqual({ metric: 'spend', value: 500, previous: 300 });
  });

  it('shows the balance to those who may see the wallet', async () => {
    const ask = { cents: 10_000, reference: 'bank transfer', requestKey: randomUUID() };
    await moneyOn(database.db).topUps.ask(lin, null, ask);
    expect((await overviews.overview(lin, 'finance', now)).cashCents).toBe(10_000);
    for (const role of ['analyst', 'client_viewer', null] as const)
      expect((await overviews.overview(lin, role, now)).cashCents).toBeNull();
  });

  it('shows nothing of another workspace', async () => {
    await everyTenantRow(database, lin);
    await shownAt('11-24T08:00', 50);
    const wen = await aWorkspace(database.db);
    const view = await overviews.overview(wen, 'owner', now);
    expect(view.tiles.every(({ value }) => !value)).toBe(true);
    expect([view.rising, view.verdicts, view.boosts, view.cashCents]).toEqual([[], [], [], null]);
    expect(view.states.every(({ notes }) => notes === 0)).toBe(true);
    expect(
      Object.values(view.series.impressions)
        .flat()
        .every((count) => count === 0),
    ).toBe(true);
  });
});
