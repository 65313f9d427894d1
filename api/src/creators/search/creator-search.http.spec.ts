import type { CreatorSearchPage, Problem } from '@poolrise/contracts';
import type { Response } from 'light-my-request';
import { freshDatabase, type TestDatabase } from '../../../test/database';
import { aDirectory } from '../../../test/directory';
import { aBrand, browserOf, type BrowserHeaders } from '../../../test/people';
import { startServer, type TestServer } from '../../../test/server';
import { CreatorImport } from '../import-creators';
import type { CreatorToImport } from '../imported-creator';
import { IndexFollower } from './index-follower';

const platformId = '5a1b2c3d4e5f60718293a4b5';
const some: CreatorToImport[] = [
  { redId: 'xiaoman.tea', platformId, name: '小满爱喝茶', followers: 8_600, categories: ['food'] },
  { redId: '700000001', name: '小满', followers: 900, categories: ['food'] },
  { redId: '700000002', name: '爱小满的猫', followers: 61_000, categories: ['pets'] },
  {
    redId: '700000003',
    name: 'Аррlе 茶🍵',
    followers: 3_000,
    categories: ['tech'],
    servedBrands: ["O'Brien"],
  },
  { redId: '700000004', name: '100%_real\\', followers: 4_000, categories: ['tech'] },
];

describe('a search of creators', () => {
  let database: TestDatabase;
  let server: TestServer;
  let browser: BrowserHeaders;

  beforeAll(async () => {
    database = await freshDatabase();
    const creators = new CreatorImport(database.db);
    await creators.run(some);
    await creators.run(aDirectory(300));
    server = await startServer(database);
    browser = await browserOf(database.db, await aBrand(database.db));
    await server.app.get(IndexFollower).look();
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const ask = (query: Record<string, string> | string): Promise<Response> =>
    server.inject({
      method: 'GET',
      url: `/api/v1/creators?${typeof query === 'string' ? query : new URLSearchParams(query).toString()}`,
      headers: browser,
    });
  const found = async (query: Record<string, string>): Promise<CreatorSearchPage> => {
    const answer = await ask(query);
    expect([query, answer.statusCode]).toEqual([query, 200]);
    return answer.json<CreatorSearchPage>();
  };

  describe('finds', () => {
    it.each([
      [
        'a name, the whole one first and then those that begin with it',
        '小满',
        ['小满', '小满爱喝茶', '爱小满的猫'],
      ],
      ['letters that only look Latin, for those that are, with an emoji', 'apple 茶🍵', ['Аррlе 茶🍵']],
      ['full width and capitals', 'ＡＰＰＬＥ', ['Аррlе 茶🍵']],
      ['what is a pattern elsewhere as it stands', '%_real\\', ['100%_real\\']],
      ['a handle', 'xiaoman.tea', ['小满爱喝茶']],
      ['a handle as the app writes it', '小红书号：700000002', ['爱小满的猫']],
      ['an id', platformId.toUpperCase(), ['小满爱喝茶']],
      [
        'a pasted link',
        `看看 https://www.rednote.com/user/profile/${platformId}?xsec_token=AB\n复制打开`,
        ['小满爱喝茶'],
      ],
    ])('%s', async (_, q, expected) => {
      const page = await found({ q });
      expect(page.items.map(({ name }) => name).slice(0, expected.length)).toEqual(expected);
      expect(page.hint).toBeNull();
    });

    it('nobody by a short link, and says why', async () => {
      expect(await found({ q: 'http://xhslink.com/a/Xy12' })).toMatchObject({ total: 0, hint: 'short-link' });
    });

    it('the same through PostgreSQL while the index is not ready', async () => {
      const queries: Record<string, string>[] = [
        { q: '小满' },
        { sort: 'followers', limit: '100' },
        { tier: 'head', q: 'zzz' },
      ];
      // Each answer says when it was read; the rest is the same.
      const all = async () => (await Promise.all(queries.map(found))).map(({ asOf: _, ...page }) => page);
      const byIndex = await all();
      const follower = server.app.get(IndexFollower);
      Object.defineProperty(follower, 'ready', { value: false, configurable: true });
      try {
        expect(await all()).toEqual(byIndex);
      } finally {
        Reflect.deleteProperty(follower, 'ready');
      }
      expect(follower.ready).toBe(true);
    });
  });

  it('shows with every row its figures, tier and where it stands among peers', async () => {
    await database.owner(
      `insert into peer_band select * from jsonb_populate_record(null::peer_band, jsonb_build_object(
         'scheme', 'newrank', 'tier', 'junior', 'category', 'food', 'metric', 'followers', 'peers', 40, 'counted_at', now(),
         'counted_through', 0, 'quantiles', (select jsonb_agg(n * 100) from generate_series(0, 100) n)))`,
    );
    const { items, total, facets } = await found({ q: 'xiaoman.tea', mode: 'name' });
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      redId: 'xiaoman.tea',
      tier: { key: 'junior' },
      figures: { followers: 8_600, readsMedian: null },
      percentiles: { followers: 86, readsMedian: null },
      deleted: false,
    });
    expect(facets.tier).toEqual(
      ['nano', 'junior', 'waist', 'head'].map((value) => ({ value, count: value === 'junior' ? 1 : 0 })),
    );
  });

  it('forgets a creator who is gone from the platform', async () => {
    await database.owner(`update creator set deleted_at = now() where red_id = '700000004'`);
    await server.app.get(IndexFollower).look();
    expect((await found({ q: '%_real\\' })).total).toBe(0);
  });

  it('explains filters that contradict each other by what would fit without one of them', async () => {
    const { total, wouldFit } = await found({ tier: 'nano', followers: '5000..', q: 'xiaoman.tea' });
    expect([total, wouldFit]).toEqual([0, [{ without: 'tier', count: 1 }]]);
  });

  it('goes on where the page before ended while somebody rises past it', async () => {
    const first = await found({ sort: 'followers', limit: '10' });
    const riser = (await found({ sort: 'followers', order: 'asc', limit: '1' })).items[0]?.id;
    await database.owner('update creator set followers = 999999999 where id = $1', [riser]);
    await server.app.get(IndexFollower).look();
    const second = await found({ sort: 'followers', limit: '10', cursor: first.nextCursor ?? '' });
    const seen = first.items.map(({ id }) => id);
    expect(second.items).toHaveLength(10);
    expect(second.items.filter(({ id }) => seen.includes(id) || id === riser)).toEqual([]);
  });

  describe('refuses, and names the field:', () => {
    it.each([
      ['q', { q: '长'.repeat(10_000) }],
      ['q', { q: 'a\u0000b' }],
      ['q', { q: 'a\u202eb' }],
      ['tier', { tier: 'galactic' }],
      ['tier', { tier: ',' }],
      ['category.1', { category: 'food,astrology' }],
      ['category', { category: '' }],
      ['followers', { followers: '9..1' }],
      ['followers', { followers: '1e9..' }],
      ['readsMedian', { readsMedian: '..' }],
      ['readsMedian', { readsMedian: `1..${'9'.repeat(50)}` }],
      ['audience.0', { audience: 'age:18-24:140' }],
      ['audience.0', { audience: 'age:18–24:40' }],
      ['activeDays', { activeDays: '0' }],
      ['sort', { sort: 'followers; drop table creator' }],
      ['list', { list: 'mine' }],
      ['withoutBrand', { withoutBrand: 'a\u0000' }],
      ['surprise', { surprise: '1' }],
      ['limit', { limit: '1000' }],
    ])('%s in %j', async (field, query) => {
      const answer = await ask(query as unknown as Record<string, string>);
      expect([answer.statusCode, answer.json<Problem>()]).toMatchObject([
        400,
        { code: 'invalid-input', field: `query.${field}` },
      ]);
    });

    it('a cursor of another sort or direction', async () => {
      const { nextCursor } = await found({ sort: 'followers', limit: '5' });
      const others: Record<string, string>[] = [{ sort: 'readsMedian' }, { sort: 'followers', order: 'asc' }];
      for (const other of others) {
        const answer = await ask({ ...other, cursor: nextCursor ?? '' });
        expect([answer.statusCode, answer.json<Problem>()]).toMatchObject([
          400,
          { code: 'invalid-cursor', field: 'query.cursor' },
        ]);
      }
    });
  });

  describe('answers honestly', () => {
    it.each([
      `' or 1=1 --`,
      'a & b | !c',
      '%_\\',
      '"; drop table creator; --',
      'content:* <-> x',
      '🍵'.repeat(100),
      '小 mãn Ѕmitһ ｔｅａ',
      '\u200b',
      '，。！',
      '../../etc/passwd',
      '$1 \\N {}',
      'ﷺ'.repeat(60),
    ])('%s', async (q) => {
      for (const mode of ['auto', 'name', 'content']) {
        const page = await found({ q, mode });
        const everybody = (await found({})).total;
        // Only what cannot be seen is no text at all.
        expect(page.total < everybody || q === '\u200b').toBe(true);
      }
    });

    it('filters beyond everything', async () => {
      expect(await found({ followers: '-5..-1' })).toMatchObject({ total: 0 });
      expect(await found({ followers: '999999999998..' })).toMatchObject({ total: 0 });
      expect((await found({ withoutBrand: "O'Brien" })).total).toBeGreaterThan(0);
      // A list that is not there is said to be missing: an empty answer would mean that nobody on it fits.
      const answer = await ask({ list: '8f14e45f-ceea-4a67-a7d9-1f0d2c3b4a59' });
      expect([answer.statusCode, answer.body]).toEqual([404, expect.stringContaining('query.list')]);
    });
  });
});
