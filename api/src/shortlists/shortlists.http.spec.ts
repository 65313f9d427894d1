import type { CreatorListView, TierSchemeView } from '@poolrise/contracts';
import type { InjectOptions } from 'light-my-request';
import { aCreator } from '../../test/creators';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aBrand, aMember, type BrowserHeaders, browserOf, type Someone } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';

describe('shortlists through HTTP', () => {
  let database: TestDatabase;
  let server: TestServer;
  let lin: Someone;
  let browser: BrowserHeaders;

  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer(database);
    lin = await aBrand(database.db);
    browser = await browserOf(database.db, lin);
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const ask = (method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object, headers = browser) =>
    server.inject({
      method,
      url: `/api/v1/${path}`,
      headers: headers as InjectOptions['headers'] & object,
      ...(payload ? { payload } : {}),
    });

  /** The index of the search follows the directory within moments. */
  const untilFound = async (path: string): Promise<void> => {
    for (let tries = 0; tries < 100; tries++) {
      if ((await ask('GET', path)).json<{ total: number }>().total === 1) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${path} found nobody`);
  };

  it('keep, search, export and delete what a marketer chose', async () => {
    const tea = await aCreator(database.db, { name: '小满' });
    const list = (await ask('POST', 'creator-lists', { name: '春茶' })).json<CreatorListView>();
    const added = await ask('POST', `creator-lists/${list.id}/entries`, { entries: [{ creatorId: tea }] });
    expect([added.statusCode, added.json()]).toMatchObject([200, { added: [tea], creators: 1 }]);
    await untilFound(`creators?list=${list.id}`);

    const file = await ask('GET', `creator-exports?list=${list.id}&columns=name`);
    expect(file.statusCode).toBe(200);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="creators-.*\.csv"/);
    expect(file.body).toContain('小满');
    const book = await ask('GET', `creator-exports?list=${list.id}&format=xlsx`);
    expect(book.rawPayload.subarray(0, 2).toString()).toBe('PK');

    const tooSoon = await ask('DELETE', `creator-lists/${list.id}?confirmCreators=0`);
    expect(tooSoon.json()).toMatchObject({ code: 'list-moved-on', figures: { creators: 1 } });
    expect((await ask('DELETE', `creator-lists/${list.id}?confirmCreators=1`)).statusCode).toBe(204);
    expect((await ask('GET', `creator-exports?list=${list.id}`)).json()).toMatchObject({ code: 'not-found' });
  });

  it('let an analyst look and keep nothing', async () => {
    const analyst = await browserOf(database.db, await aMember(database.db, lin.workspaceId, 'analyst'));
    expect((await ask('GET', 'creator-lists', undefined, analyst)).statusCode).toBe(200);
    for (const [path, body] of [
      ['creator-lists', { name: 'x' }],
      ['tier-scheme', { schemeId: 'allxhs' }],
    ] as const)
      expect((await ask('POST', path, body, analyst)).json()).toMatchObject({ code: 'role-too-low' });
  });

  it('say which creators are too many, and which tag is too long', async () => {
    const list = (await ask('POST', 'creator-lists', { name: '夏茶' })).json<CreatorListView>();
    const entries = Array.from({ length: 201 }, () => ({ creatorId: crypto.randomUUID() }));
    expect((await ask('POST', `creator-lists/${list.id}/entries`, { entries })).json()).toMatchObject({
      code: 'invalid-input',
      field: '/entries',
      detail: expect.stringContaining('more than 200') as string,
    });
    const tea = await aCreator(database.db);
    expect((await ask('POST', `creators/${tea}/mark`, { tags: ['x'.repeat(21)] })).json()).toMatchObject({
      field: '/tags/0',
    });
    expect((await ask('POST', `creators/${tea}/mark`, { blacklistedReason: '' })).json()).toMatchObject({
      field: '/blacklistedReason',
    });
  });

  it('choose the tiers of the whole workspace, once', async () => {
    expect((await ask('GET', 'tier-scheme')).json<TierSchemeView>()).toEqual({
      schemeId: 'newrank',
      counted: false,
    });
    for (let again = 0; again < 2; again++)
      expect((await ask('POST', 'tier-scheme', { schemeId: 'pugongying' })).json()).toMatchObject({
        schemeId: 'pugongying',
      });
    expect((await ask('POST', 'tier-scheme', { schemeId: 'mine' })).json()).toMatchObject({
      code: 'invalid-input',
    });
    const trail = await database.owner(`select detail from audit_event where action = 'tier-scheme.chosen'`);
    expect(trail).toEqual([{ detail: { from: 'newrank', to: 'pugongying' } }]);
  });
});
