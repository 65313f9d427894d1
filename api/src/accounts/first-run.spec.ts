import { accounts } from '@poolrise/domain';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { holdBack } from '../../test/hold-back';
import { startServer, type TestServer } from '../../test/server';

const owner = {
  email: 'lin@example.com',
  password: 'spring-tea-2026',
  name: 'Lin',
  workspaceName: '林家茶',
  workspaceKind: 'brand',
};
const login = {
  name: 'Lin',
  email: 'lin@example.com',
  password: 'x',
  role: 'owner',
  workspaceName: '林家茶',
  workspaceKind: 'brand',
};

describe('an empty installation', () => {
  let database: TestDatabase;
  let server: TestServer;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'poolrise-spec-'));

  beforeAll(async () => {
    process.env['DATA_DIR'] = folder;
    database = await freshDatabase();
    server = await startServer(database);
  });
  afterAll(async () => {
    delete process.env['DATA_DIR'];
    await server.close();
    await database.close();
    fs.rmSync(folder, { recursive: true });
  });

  const session = async (cookie = '') =>
    (await server.inject({ url: '/api/v1/session', headers: { cookie } })).json<{
      setUp: boolean;
      demo: boolean;
    }>();
  const demoLogins = () => server.inject({ url: '/api/v1/demo-logins' });

  it('says that nobody is there yet', async () => {
    expect(await session()).toEqual({
      setUp: false,
      demo: false,
      person: null,
      memberships: [],
      invitations: [],
    });
  });

  it('gets one owner when three people press the button at the same moment', async () => {
    const letGo = await holdBack(database, 'person');
    // An injected request sets off when it is awaited.
    const press = async (letter: string) =>
      await server.inject({
        method: 'POST',
        url: '/api/v1/first-run',
        headers: { 'x-requested-with': 'poolrise' },
        payload: { ...owner, email: `${letter}@example.com` },
      });
    const presses = ['a', 'b', 'c'].map(press);
    await letGo(presses.length);
    const answers = await Promise.all(presses);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 409, 409]);

    const first = answers.find((answer) => answer.statusCode === 201);
    expect(await session(`poolrise_session=${first?.cookies[0]?.value}`)).toMatchObject({
      setUp: true,
      memberships: [{ workspaceName: '林家茶', role: 'owner' }],
    });
    const [counts] = await database.owner(
      `select (select count(*)::int from person) as people, (select count(*)::int from workspace) as workspaces,
              (select count(*)::int from ledger_account) as accounts, (select array_agg(action) from audit_event) as trail`,
    );
    expect(counts).toEqual({
      people: 1,
      workspaces: 1,
      accounts: accounts.length,
      trail: ['installation.set-up'],
    });
  });

  it('shows the logins of the demo only when it is one', async () => {
    fs.writeFileSync(path.join(folder, 'demo-logins.json'), JSON.stringify([login]));
    expect((await demoLogins()).statusCode).toBe(404);
    await database.owner('update installation set demo = true');
    expect((await demoLogins()).json()).toEqual([login]);
    fs.rmSync(path.join(folder, 'demo-logins.json'));
    expect((await demoLogins()).statusCode).toBe(404);
  });
});
