import type { ImportView, Problem } from '@poolrise/contracts';
import { importLimits } from '@poolrise/contracts';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { noteLine, noteSheet } from '../../test/import-files';
import { aBrand, aMember, type BrowserHeaders, browserOf, type Someone } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';
import { ImportJobs } from './import-jobs';

describe('files through HTTP', () => {
  let database: TestDatabase;
  let server: TestServer;
  let address: string;
  let lin: Someone;
  let browser: BrowserHeaders;
  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer(database);
    address = await server.listen();
    lin = await aBrand(database.db);
    browser = await browserOf(database.db, lin);
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const send = (
    bytes: Uint8Array,
    path = 'imports?name=notes.csv',
    headers: Record<string, string> = browser,
  ) =>
    fetch(`${address}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', ...headers },
      body: new Uint8Array(bytes),
    });
  const post = (path: string) =>
    fetch(`${address}/api/v1/${path}`, { method: 'POST', headers: { ...browser } });
  const problem = async (answer: Response): Promise<[number, Partial<Problem>]> => [
    answer.status,
    (await answer.json()) as Partial<Problem>,
  ];

  it('are one import however often they are sent at once, and are put in force once', async () => {
    const file = noteSheet(noteLine(1), noteLine(2));
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(file)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 202));
    const views = (await Promise.all(answers.map((answer) => answer.json()))) as ImportView[];
    const [id = ''] = new Set(views.map((view) => view.id));
    expect(new Set(views.map((view) => view.id)).size).toBe(1);
    await Promise.all([1, 2, 3].map(() => new ImportJobs(database.db).workDue()));

    const commits = await Promise.all([1, 2, 3, 4].map(() => post(`imports/${id}/commit`)));
    expect(commits.map(({ status }) => status).sort()).toEqual([202, 409, 409, 409]);
    await Promise.all([1, 2, 3].map(() => new ImportJobs(database.db).workDue()));
    const [counted] = await database.owner<{ said: number; taken: number }>(
      `select (select count(*)::int from observation) as said, (select sum(taken_to)::int from import_file) as taken`,
    );
    expect(counted).toEqual({ said: 2, taken: 2 });
    const file2 = await fetch(`${address}/api/v1/imports/${id}/rejected-rows?language=en`, {
      headers: { ...browser },
    });
    expect(file2.headers.get('content-disposition')).toContain(
      `filename*=UTF-8''notes%20rejected%20rows.csv`,
    );
  });

  it('of more than 50 MB are refused, also when the sender says nothing of their size, and leave nothing behind', async () => {
    const large = Buffer.alloc(importLimits.bytes + 1, 65);
    const unsized = fetch(`${address}/api/v1/imports?name=large.csv`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', ...browser },
      body: new Blob([large]).stream(),
      duplex: 'half',
    } as RequestInit);
    for (const answer of [await send(large), await unsized])
      expect(await problem(answer)).toMatchObject([
        413,
        { code: 'body-too-large', figures: { most: importLimits.bytes } },
      ]);
    expect(await database.owner(`select 1 from import_file where bytes > 1000000`)).toEqual([]);
  });

  it('are taken as bytes and nowhere else', async () => {
    expect(await problem(await send(Buffer.from('x'), 'creator-lists'))).toMatchObject([
      415,
      { code: 'unsupported-media-type' },
    ]);
    expect(
      await problem(
        await fetch(`${address}/api/v1/imports?name=x.csv`, {
          method: 'POST',
          headers: { ...browser, 'content-type': 'application/json' },
          body: '{}',
        }),
      ),
    ).toMatchObject([415, { code: 'unsupported-media-type' }]);
    expect(await problem(await send(Buffer.from('x'), 'imports'))).toMatchObject([
      400,
      { field: 'query.name' },
    ]);
    expect(await problem(await send(Buffer.alloc(0)))).toMatchObject([400, { code: 'import-empty' }]);
  });

  it('are brought in by those who may, from our own pages', async () => {
    const analyst = await browserOf(database.db, await aMember(database.db, lin.workspaceId, 'analyst'));
    expect(await problem(await send(noteSheet(noteLine(9)), undefined, analyst))).toMatchObject([
      403,
      { code: 'role-too-low' },
    ]);
    const { cookie } = browser;
    expect(await problem(await send(noteSheet(noteLine(9)), undefined, { cookie }))).toMatchObject([
      403,
      { code: 'cross-site-request' },
    ]);
  });
});
