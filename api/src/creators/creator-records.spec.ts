import { tierSchemes } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import { aCreator, anObservedNote } from '../../test/creators';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aBrand } from '../../test/people';
import { CreatorsQueries } from './creators.queries';
import { countPeers, measureCreators, type RunSql } from './measure-creators';
import { PeerBandsService } from './peer-bands.service';

describe('the record of a creator', () => {
  let database: TestDatabase;
  let queries: CreatorsQueries;
  let workspaceId: string;
  const asEngine = (work: (run: RunSql) => Promise<unknown>) =>
    database.db.asEngine((tx) => work((sql, parameters) => tx.query(sql, parameters)));
  const measure = () => asEngine((run) => measureCreators(run, '2026-11-24'));

  beforeAll(async () => {
    database = await freshDatabase();
    queries = new CreatorsQueries(database.db);
    workspaceId = (await aBrand(database.db)).workspaceId;
  });
  afterAll(() => database.close());

  it('states medians and never means, in the two by two of the platform', async () => {
    const id = await aCreator(database.db, { imageCents: 60_000 });
    // One hit among ordinary notes: it moves a mean twentyfold and a median not at all.
    for (const reads of [100, 110, 20_000])
      await anObservedNote(database.db, id, {
        publishedAt: '2026-11-10T10:00+08',
        reads: [reads, reads + 50],
        interactions: [reads / 10, reads / 10],
      });
    await anObservedNote(database.db, id, {
      publishedAt: '2026-11-12T10:00+08',
      cooperation: true,
      kind: 'video',
      impressions: [900, 5_000],
      reads: [70, 300],
    });
    await measure();
    const { medians, figures } = await queries.one(workspaceId, id);
    expect(medians).toEqual({
      'daily.natural': { notes: 3, impressions: 1_000, reads: 110, interactions: 11 },
      'daily.all': { notes: 3, impressions: 1_000, reads: 160, interactions: 11 },
      'cooperation.natural': { notes: 1, impressions: 900, reads: 70, interactions: 10 },
      'cooperation.all': { notes: 1, impressions: 5_000, reads: 300, interactions: 10 },
    });
    expect(figures).toMatchObject({
      notes30d: 4,
      readsMedian: 110,
      imageReadCents: 60_000 / 110,
      videoReadCents: null,
      thousandLikesShare: expect.closeTo(1 / 3) as number,
    });
  });

  it('takes the thirty days before the day, by the clock of Shanghai', async () => {
    const id = await aCreator(database.db);
    for (const publishedAt of [
      '2026-10-24T23:59+08',
      '2026-10-25T00:00+08',
      '2026-11-23T23:59+08',
      '2026-11-24T00:00+08',
    ])
      await anObservedNote(database.db, id, { publishedAt });
    await measure();
    expect((await queries.one(workspaceId, id)).figures.notes30d).toBe(2);
  });

  it('knows nothing of somebody without notes, which is not zero', async () => {
    const id = await aCreator(database.db);
    await measure();
    const record = await queries.one(workspaceId, id);
    expect(record.figures).toMatchObject({
      notes30d: 0,
      readsMedian: null,
      growth30d: null,
      imageReadCents: null,
    });
    expect(record.audience).toBeNull();
    expect(record.days).toEqual([]);
  });

  it('reads growth off the day thirty days before', async () => {
    const id = await aCreator(database.db, { followers: 1_100 });
    await database.db.asEngine((tx) =>
      tx.query(
        `insert into creator_day (creator_id, day, followers) values ($1, '2026-10-25', 1000), ($1, '2026-10-26', 7)`,
        [id],
      ),
    );
    await measure();
    expect((await queries.one(workspaceId, id)).figures.growth30d).toBeCloseTo(0.1);
  });

  it('pages through notes without losing one, latest first', async () => {
    const id = await aCreator(database.db);
    for (let day = 1; day <= 5; day++)
      await anObservedNote(database.db, id, {
        publishedAt: `2026-11-0${day}T10:00+08`,
        cooperation: day % 2 === 0,
      });
    const first = await queries.notes(workspaceId, id, { limit: 3, scope: 'all' });
    const second = await queries.notes(workspaceId, id, {
      limit: 3,
      scope: 'all',
      cursor: first.nextCursor ?? '',
    });
    expect([...first.items, ...second.items].map(({ publishedAt }) => publishedAt.slice(8, 10))).toEqual([
      '05',
      '04',
      '03',
      '02',
      '01',
    ]);
    expect(second.nextCursor).toBeNull();
    expect((await queries.notes(workspaceId, id, { limit: 9, scope: 'cooperation' })).items).toHaveLength(2);
  });

  it('is not found when there is nobody with this id', async () => {
    await expect(queries.one(workspaceId, randomUUID())).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the peers of a creator', () => {
  let database: TestDatabase;
  let workspaceId: string;
  /** twenty pet owners of the same tier, 6,000 to 25,000 followers */
  let ids: string[];

  beforeAll(async () => {
    database = await freshDatabase();
    workspaceId = (await aBrand(database.db)).workspaceId;
    ids = [];
    for (let number = 1; number <= 20; number++)
      ids.push(await aCreator(database.db, { followers: 5_000 + number * 1_000, categories: ['pets'] }));
    // Neither of these is a peer of theirs.
    await aCreator(database.db, { followers: 90_000, categories: ['pets'] });
    await aCreator(database.db, { followers: 6_000, categories: ['pets'], deletedAt: new Date() });
    await new PeerBandsService(database.db).count();
  });
  afterAll(() => database.close());

  const standingOf = async (at: number) => {
    const { figures, percentiles, peers, tier } = await new CreatorsQueries(database.db).one(
      workspaceId,
      ids[at] ?? '',
    );
    return { followers: figures.followers, percentile: percentiles.followers, peers, tier: tier.key };
  };

  it('are those of the same tier and main category, and are counted', async () => {
    expect(await standingOf(0)).toEqual({ followers: 6_000, percentile: 0, peers: 20, tier: 'junior' });
    expect(await standingOf(19)).toEqual({ followers: 25_000, percentile: 100, peers: 20, tier: 'junior' });
    expect((await standingOf(9)).percentile).toBeGreaterThanOrEqual(45);
    expect((await standingOf(9)).percentile).toBeLessThanOrEqual(50);
  });

  it('are others under another scheme of tiers, which is the workspace\u2019s choice', async () => {
    await database.owner(`update workspace set tier_scheme = 'allxhs' where id = $1`, [workspaceId]);
    const bands = new PeerBandsService(database.db);
    expect(await bands.count()).toBe(1);
    // Below 10,000 there are four, too few to say anything.
    expect(await standingOf(0)).toMatchObject({ peers: 4, percentile: null, tier: 'nano' });
    await database.owner(`update workspace set tier_scheme = 'newrank' where id = $1`, [workspaceId]);
  });

  it('are not counted anew while nothing has changed', async () => {
    const bands = new PeerBandsService(database.db);
    await bands.count();
    expect(await bands.count()).toBe(0);
    await database.db.asEngine((tx) =>
      tx.query('update creator set followers = followers + 1 where id = $1', [ids[0]]),
    );
    expect(await bands.count()).toBe(1);
  });

  it('of every scheme can be counted', async () => {
    for (const scheme of tierSchemes)
      await database.db.asEngine((tx) =>
        countPeers((sql, values) => tx.query(sql, values), scheme, new Date()),
      );
    const counted = await database.owner<{ scheme: string }>('select distinct scheme from peer_band');
    expect(counted).toHaveLength(tierSchemes.length);
  });
});
