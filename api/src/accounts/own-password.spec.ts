import { freshDatabase, type TestDatabase } from '../../test/database';
import { aBrand, browserOf } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';

const password = 'spring-tea-2026';
const newPassword = 'a cup of tea before noon';
let nextAddress = 1;

describe('changing one’s own password', () => {
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

  const anAddress = () => `198.51.100.${nextAddress++}`;
  const change = async (headers: Record<string, string>, payload: object, remoteAddress = anAddress()) =>
    await server.inject({ method: 'POST', url: '/api/v1/password', headers, payload, remoteAddress });
  const signIn = async (email: string, secret: string) =>
    (
      await server.inject({
        method: 'POST',
        url: '/api/v1/session',
        headers: { 'x-requested-with': 'poolrise' },
        payload: { email, password: secret },
        remoteAddress: anAddress(),
      })
    ).statusCode;
  const isIn = async (headers: Record<string, string>) =>
    (await server.inject({ url: '/api/v1/members', headers })).statusCode === 200;

  it('keeps this session, ends all others and shuts the old password out', async () => {
    const lin = await aBrand(database.db, { password });
    const [here, phone] = [await browserOf(database.db, lin), await browserOf(database.db, lin)];
    const wens = await browserOf(database.db, await aBrand(database.db));
    expect((await change(here, { currentPassword: password, newPassword })).statusCode).toBe(204);
    expect([await isIn(here), await isIn(phone), await isIn(wens)]).toEqual([true, false, true]);
    expect([await signIn(lin.email, password), await signIn(lin.email, newPassword)]).toEqual([401, 200]);
    const [line] = await database.owner(
      `select action, detail from audit_event where workspace_id = $1 and action like 'password%'`,
      [lin.workspaceId],
    );
    expect(line).toEqual({ action: 'password.changed', detail: { sessions: 1 } });
  });

  it('needs the present one, and changes nothing without it', async () => {
    const lin = await aBrand(database.db, { password });
    const [here, phone] = [await browserOf(database.db, lin), await browserOf(database.db, lin)];
    const answer = await change(here, { currentPassword: 'a guess', newPassword });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: 'current-password-wrong', field: '/currentPassword' });
    expect(await isIn(phone)).toBe(true);
    expect(await signIn(lin.email, password)).toBe(200);
  });

  it('is no place to guess at leisure: after five tries the door is shut', async () => {
    const lin = await aBrand(database.db, { password });
    const here = await browserOf(database.db, lin);
    const address = anAddress();
    const tries = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        change(here, { currentPassword: `guess ${n}`, newPassword }, address),
      ),
    );
    expect(tries.map(({ statusCode }) => statusCode).sort()).toEqual([
      403, 403, 403, 403, 403, 429, 429, 429,
    ]);
  });

  it('happens once when two people who know it change it at the same moment', async () => {
    const lin = await aBrand(database.db, { password });
    const browsers = [await browserOf(database.db, lin), await browserOf(database.db, lin)];
    const answers = await Promise.all(
      browsers.map((here, n) =>
        change(here, { currentPassword: password, newPassword: `${newPassword} ${n}` }),
      ),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 204)).toHaveLength(1);
    const signIns = [
      await signIn(lin.email, `${newPassword} 0`),
      await signIn(lin.email, `${newPassword} 1`),
    ];
    expect(signIns.sort()).toEqual([200, 401]);
  });
});
