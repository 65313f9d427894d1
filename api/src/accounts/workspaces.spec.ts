import { freshDatabase, type TestDatabase } from '../../test/database';
import { aBrand, aMember, browserOf } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';

describe('founding a workspace', () => {
  let database: TestDatabase;
  let server: TestServer;

  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer(database);
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const found = async (headers: Record<string, string>, payload: object) =>
    await server.inject({ method: 'POST', url: '/api/v1/workspaces', headers, payload });
  const desk = { name: '小满的茶桌', kind: 'creator' };

  it('makes whoever does it the owner, of empty accounts and nothing of others', async () => {
    const lin = await aBrand(database.db);
    const mei = await aMember(database.db, lin.workspaceId, 'analyst');
    const headers = await browserOf(database.db, mei);
    const answer = await found(headers, desk);
    expect(answer.statusCode).toBe(201);
    const { workspaceId, ...about } = answer.json<{ workspaceId: string }>();
    expect(about).toEqual({ workspaceName: '小满的茶桌', workspaceKind: 'creator', role: 'owner' });

    const there = { ...headers, 'x-workspace': workspaceId };
    const wallet = await server.inject({ url: '/api/v1/wallet', headers: there });
    expect(wallet.json()).toMatchObject({ cashCents: 0 });
    const members = await server.inject({ url: '/api/v1/members', headers: there });
    expect(members.json()).toMatchObject({ items: [{ personId: mei.id, role: 'owner' }] });
    const [line] = await database.owner('select action from audit_event where workspace_id = $1', [
      workspaceId,
    ]);
    expect(line).toEqual({ action: 'workspace.founded' });
  });

  it('is open to somebody who belongs nowhere any more', async () => {
    const mei = await aMember(database.db, (await aBrand(database.db)).workspaceId, 'analyst');
    const { cookie } = await browserOf(database.db, mei);
    await database.owner('delete from member where person_id = $1', [mei.id]);
    expect((await found({ cookie, 'x-requested-with': 'poolrise' }, desk)).statusCode).toBe(201);
  });

  it('never makes a second platform', async () => {
    const headers = await browserOf(database.db, await aBrand(database.db));
    expect((await found(headers, { ...desk, kind: 'platform' })).json()).toMatchObject({
      code: 'invalid-input',
      field: '/kind',
    });
  });

  it('ends at twenty for one person, also when she presses often and gives some away', async () => {
    const lin = await aBrand(database.db);
    const headers = await browserOf(database.db, lin);
    await database.owner(
      `insert into workspace (kind, name, founded_by) select 'brand', 'given away ' || n, $1 from generate_series(1, 17) as n`,
      [lin.id],
    );
    const answers = await Promise.all(Array.from({ length: 6 }, () => found(headers, desk)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 201, 201, 409, 409, 409]);
    expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({
      code: 'too-many-workspaces',
    });
  });
});
