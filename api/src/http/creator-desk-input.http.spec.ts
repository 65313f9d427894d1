import {
  type BriefView,
  type CreatorSearchPage,
  type Operation,
  operations,
  type Problem,
} from '@poolrise/contracts';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { anySearch, faultOfAnswer, oddTexts as texts } from '../../test/any-creator-search';
import { aClient, aLink, anAgency, anItem, aProposal, type Caller, visitorOf } from '../../test/agencies';
import { faultOf } from '../../test/bad-request-stage';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aDirectory } from '../../test/directory';
import { aPortfolioAsk, wishesOf } from '../../test/matching';
import { type BrowserHeaders } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';
import { CreatorImport } from '../creators/import-creators';
import { IndexFollower } from '../creators/search/index-follower';

describe('whatever is typed at the creators’ desk', () => {
  let database: TestDatabase;
  let server: TestServer;
  let origin: string;
  let zhou: Caller;
  let browser: BrowserHeaders;
  let room: string;
  let creatorId: string;
  let deletedId: string;
  let everybody: number;

  beforeAll(async () => {
    database = await freshDatabase();
    await new CreatorImport(database.db).run(aDirectory(200));
    server = await startServer(database);
    origin = await server.listen();
    zhou = await anAgency(database.db);
    browser = zhou.headers;
    room = await aClient(server, zhou, '青屿咖啡');
    const [one, other] = await database.owner<{ id: string }>('select id from creator order by id limit 2');
    [creatorId, deletedId] = [one?.id ?? '', other?.id ?? ''];
    await database.owner('update creator set deleted_at = now() where id = $1', [deletedId]);
    await server.app.get(IndexFollower).look();
    everybody = (await read<CreatorSearchPage>('creators')).total;
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  /** Over a socket, as whoever types it: an address that is too long never gets further than Node. */
  const get = (path: string): Promise<Response> =>
    fetch(`${origin}/api/v1/${path}`, { headers: browser as unknown as Record<string, string> });
  const read = async <T>(path: string): Promise<T> => (await (await get(path)).json()) as T;
  const post = (path: string, payload: object, headers = browser) =>
    server.inject({ method: 'POST', url: `/api/v1/${path}`, headers, payload });

  const faultOfSearch = async (query: Record<string, string>): Promise<string | null> => {
    const answer = await get(`creators?${new URLSearchParams(query).toString()}`);
    return faultOfAnswer(query, answer.status, await answer.json(), everybody);
  };

  it('is answered as a search, or refused by the name of a filter', async () => {
    await fc.assert(
      fc.asyncProperty(anySearch, async (query) => {
        expect([query, await faultOfSearch(query)]).toEqual([query, null]);
      }),
      { numRuns: 300 },
    );
  });

  it('is so also by PostgreSQL, while the index is not ready', async () => {
    const follower = server.app.get(IndexFollower);
    Object.defineProperty(follower, 'ready', { value: false, configurable: true });
    try {
      await fc.assert(
        fc.asyncProperty(anySearch, async (query) => {
          expect([query, await faultOfSearch(query)]).toEqual([query, null]);
        }),
        { numRuns: 100 },
      );
    } finally {
      Reflect.deleteProperty(follower, 'ready');
    }
  });

  it.each([
    ['10,000 letters', 'a'.repeat(10_000), 'query.q', 'longer than 200 characters'],
    // These are ninety thousand bytes of address, of which Node reads sixteen.
    ['10,000 Chinese characters', '长'.repeat(10_000), undefined, 'longer than 16384 bytes'],
  ])('of %s is refused for its length', async (_, q, field, detail) => {
    const answer = await get(`creators?q=${encodeURIComponent(q)}`);
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      { code: 'invalid-input', detail: expect.stringContaining(detail) as string },
    ]);
    expect(field === undefined || (await faultOfSearch({ q })) === null).toBe(true);
  });

  it('finds the letters that are meant, whichever alphabet they were taken from', async () => {
    await new CreatorImport(database.db).run([
      { redId: 'paypal.tea', name: 'paypal 茶馆', followers: 900, categories: ['food'] },
    ]);
    await server.app.get(IndexFollower).look();
    // Cyrillic а, р and у among them.
    const { items } = await read<CreatorSearchPage>(`creators?q=${encodeURIComponent('раураl 茶馆')}`);
    expect(items.map(({ redId }) => redId)).toEqual(['paypal.tea']);
  });

  it.each(texts)('as %s is kept as a search, and read out of its file as a text', async (text) => {
    const query = new URLSearchParams({ q: text, category: 'food' }).toString();
    const saved = await post('creator-searches', { name: text.slice(0, 60), query });
    expect([saved.statusCode, saved.json()]).toMatchObject([201, { name: text.slice(0, 60).trim(), query }]);
    const { id } = saved.json<{ id: string }>();
    expect((await get(`creator-searches/${id}/news`)).status).toBe(200);

    const file = await get(`creator-exports?${new URLSearchParams({ search: query, columns: 'name' })}`);
    expect(file.status).toBe(200);
    const list = await post('creator-lists', { name: text.slice(0, 60), purpose: text });
    await post(`creator-lists/${list.json<{ id: string }>().id}/entries`, {
      entries: [{ creatorId, note: text, tags: [] }],
    });
    const ofList = `list=${list.json<{ id: string }>().id}&columns=name,note`;
    const [row] = parse(await (await get(`creator-exports?${ofList}`)).text(), {
      bom: true,
      columns: true,
    }) as Record<string, string>[];
    // An apostrophe stands before what a spreadsheet would take for a formula, and before nothing else.
    expect(row?.['备注']).toBe(/^[=+\-@]/.test(text) ? `'${text}` : text);
    const book = await get(`creator-exports?${ofList}&format=xlsx`);
    expect([book.status, (await book.bytes()).subarray(0, 2)]).toEqual([200, new Uint8Array([0x50, 0x4b])]);
  });

  it.each([
    ['category=astrology', 'category.0'],
    ['followers=9..1', 'followers begins at 9'],
    ['followers=1..2&followers=3..4', '"followers" stands there twice'],
    ['colour=red', '"colour" is none of its filters'],
    ['__proto__=1', '"__proto__" is none of its filters'],
    [`q=${'x'.repeat(300)}`, 'q is longer than 200 characters'],
  ])('as the search %s is refused by filter, to be kept and to be exported', async (query, detail) => {
    const said = { code: 'invalid-input', detail: expect.stringContaining(detail) as string };
    expect((await post('creator-searches', { name: 'x', query })).json()).toMatchObject({
      ...said,
      field: '/query',
    });
    const file = await get(`creator-exports?${new URLSearchParams({ search: query })}`);
    expect([file.status, await file.json()]).toMatchObject([400, { ...said, field: 'query.search' }]);
  });

  it('names a tier of another scheme wherever a search is asked', async () => {
    const said = { status: 400, code: 'invalid-input', field: 'query.tier' };
    expect(await read('creators?tier=galactic')).toMatchObject(said);
    expect(await read('creator-exports?search=tier%3Dgalactic')).toMatchObject(said);
    const saved = await post('creator-searches', { name: 'tiers', query: 'tier=galactic' });
    expect(saved.json()).toMatchObject(said);
  });

  describe('as a brief', () => {
    it.each(texts)('%s ranks, plans and lifts creators, or is refused by field', async (text) => {
      const wishes = wishesOf({
        product: text.slice(0, 80),
        brand: text.slice(0, 60),
        keywords: [{ word: text.slice(0, 30), weight: 1 }],
        competitors: [`x${text.slice(0, 59)}`],
        remarks: text,
      });
      const written = await post('briefs', { wishes, requestKey: randomUUID() });
      if (written.statusCode === 400)
        return expect(faultOf(operations.writeBrief as Operation, written)).toBeNull();
      const { id } = written.json<BriefView>();
      const matched = await post(`briefs/${id}/matches`, { weights: wishes.weights, offset: 0, limit: 20 });
      expect([matched.statusCode, Array.isArray(matched.json<{ items: unknown }>().items)]).toEqual([
        200,
        true,
      ]);
      expect((await get(`briefs/${id}`)).status).toBe(200);
      expect((await get(`briefs/${id}/portfolios`)).status).toBe(200);
    });

    it('is told by field what contradicts itself, and nothing is written', async () => {
      const wishes = wishesOf({
        budgetCents: 20_000,
        perNoteCents: 30_000,
        followersFrom: 9,
        followersTo: 1,
        excludedIds: [randomUUID()],
      });
      const answer = await post('briefs', { wishes, requestKey: randomUUID() });
      expect(answer.json<Problem>().fields?.map(({ field }) => field)).toEqual([
        '/wishes/followersTo',
        '/wishes/perNoteCents',
      ]);
    });

    it('plans no portfolio of absurd wishes', async () => {
      const brief = (
        await post('briefs', { wishes: wishesOf({}), requestKey: randomUUID() })
      ).json<BriefView>();
      const absurd: [string, object][] = [
        ['/wishes/budgetCents', { budgetCents: 1e15 }],
        ['/wishes/budgetCents', { budgetCents: -5 }],
        ['/wishes/top', { top: 1e9 }],
        ['/wishes/mixPreset', { mixPreset: `' or 1=1` }],
        ['/wishes/maxCreators', { maxCreators: 0 }],
        ['/wishes/creatorIds/0', { creatorIds: [`'; drop table creator`] }],
      ];
      for (const [field, change] of absurd) {
        const answer = await post(`briefs/${brief.id}/portfolios`, aPortfolioAsk(change));
        expect([answer.statusCode, answer.json<Problem>()]).toMatchObject([
          400,
          { code: 'invalid-input', field },
        ]);
      }
    });
  });

  describe('about somebody', () => {
    const screens = ['', '/look-alikes', '/credibility', '/notes', '/mark'];

    it('who is gone from the platform is told, on every screen of theirs', async () => {
      for (const screen of screens)
        expect([screen, (await get(`creators/${deletedId}${screen}`)).status]).toEqual([screen, 200]);
      expect(await read(`creators/${deletedId}`)).toMatchObject({ deleted: true });
      const compared = await read<{ total: number }>(`creators?q=${deletedId}`);
      expect(compared.total).toBe(0);
    });

    it('who never was is told, and in no other words on any screen', async () => {
      for (const screen of screens) {
        const nobody = await get(`creators/${randomUUID()}${screen}`);
        expect([screen, nobody.status, await nobody.json()]).toMatchObject([
          screen,
          404,
          { code: 'not-found' },
        ]);
        const garbage = await get(`creators/${encodeURIComponent(`' or 1=1`)}${screen}`);
        expect([garbage.status, await garbage.json()]).toMatchObject([400, { field: 'path.creatorId' }]);
      }
      const reached = await post('creators/reach', {
        creatorIds: [randomUUID()],
        target: { genders: [], ages: [] },
      });
      expect(faultOf(operations.reach as Operation, reached)).toBeNull();
    });
  });

  describe('at the door of a shared proposal', () => {
    it.each(texts)('%s stands there as it was written', async (text) => {
      const headers = zhou.in(room);
      const proposal = await aProposal(
        server,
        headers,
        [anItem(creatorId), anItem(deletedId)].slice(0, 1),
        text,
      );
      const { token } = await aLink(server, headers, proposal.id);
      const visitor = visitorOf(server, `203.0.113.${texts.indexOf(text) + 20}`);
      const commented = await visitor('comments', {
        token,
        version: 1,
        comment: text,
        name: text.slice(0, 40),
      });
      expect([commented.statusCode, commented.json()]).toMatchObject([
        200,
        { name: text, comments: [{ comment: text, name: text.slice(0, 40).trim() }] },
      ]);
    });

    it('a creator who has closed the account is still there, and said to be gone; a revoked link says nothing', async () => {
      const headers = zhou.in(room);
      const [, third] = await database.owner<{ id: string }>(
        'select id from creator where deleted_at is null order by id limit 2',
      );
      const proposal = await aProposal(server, headers, [anItem(creatorId), anItem(third?.id ?? '')], '夏');
      const link = await aLink(server, headers, proposal.id);
      await database.owner('update creator set deleted_at = now() where id = $1', [third?.id]);
      const visitor = visitorOf(server, '203.0.113.99');
      const seen = await visitor('proposal', { token: link.token });
      expect([
        seen.statusCode,
        seen.json<{ items: { gone: boolean }[] }>().items.map(({ gone }) => gone),
      ]).toEqual([200, [false, true]]);
      await server.inject({
        method: 'DELETE',
        url: `/api/v1/proposals/${proposal.id}/links/${link.id}`,
        headers,
      });
      for (const [what, more] of [
        ['proposal', {}],
        ['comments', { version: 1, comment: 'x', name: 'x' }],
        ['answers', { version: 1, itemId: proposal.items[0]?.id, seen: 0, verdict: 'approve', name: 'x' }],
      ] as const) {
        const answer = await visitor(what, { token: link.token, ...more });
        expect([what, answer.statusCode, answer.json<Problem>().code]).toEqual([what, 410, 'link-not-open']);
        for (const secret of ['夏', proposal.id, creatorId, room]) expect(answer.body).not.toContain(secret);
      }
    });
  });
});
