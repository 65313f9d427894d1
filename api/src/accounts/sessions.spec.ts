import { freshDatabase, type TestDatabase } from '../../test/database';
import { aBrand, aMember, aWorkspace, browserOf } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';

const ours = { 'x-requested-with': 'poolrise' };
const password = 'spring-tea-2026';
let nextAddress = 1;

describe('signing in', () => {
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

  /** An address of one's own, so that one story's tries do not count in another's. */
  const anAddress = () => `203.0.113.${nextAddress++}`;
  const signIn = (
    email: string,
    secret: string,
    remoteAddress: string,
    headers: Record<string, string> = ours,
  ) =>
    server.inject({
      method: 'POST',
      url: '/api/v1/session',
      remoteAddress,
      headers,
      payload: { email, password: secret },
    });
  const whoIs = async (cookie: string) =>
    (await server.inject({ url: '/api/v1/session', headers: { cookie } })).json<{
      person: { email: string } | null;
    }>();
  const auditOf = (workspaceId: string) =>
    database.owner<{ action: string }>('select action from audit_event where workspace_id = $1 order by at', [
      workspaceId,
    ]);

  it('opens a session in a cookie that scripts and other sites cannot use', async () => {
    const lin = await aBrand(database.db, { password });
    const answer = await signIn(lin.email.toUpperCase(), password, anAddress());
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      setUp: true,
      person: { id: lin.id, email: lin.email },
      memberships: [{ workspaceId: lin.workspaceId, role: 'owner' }],
    });
    expect(answer.cookies).toEqual([
      {
        name: 'poolrise_session',
        value: expect.stringMatching(/^[\w-]{43}$/) as string,
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        maxAge: 1_209_600,
      },
    ]);
    const [stored] = await database.owner<{ kept: string }>(
      `select encode(id_hash, 'escape') as kept from session where person_id = $1`,
      [lin.id],
    );
    expect(stored?.kept).not.toContain(answer.cookies[0]?.value);
    expect(await auditOf(lin.workspaceId)).toEqual([{ action: 'session.signed-in' }]);
  });

  it('gives a browser that was signed in a new session, and ends the one it brought', async () => {
    const lin = await aBrand(database.db, { password });
    const before = await browserOf(database.db, lin);
    const answer = await signIn(lin.email, password, anAddress(), before);
    expect((await whoIs(before.cookie)).person).toBeNull();
    expect((await whoIs(`poolrise_session=${answer.cookies[0]?.value}`)).person?.email).toBe(lin.email);
  });

  it('says the same of a wrong password and of an e-mail that nobody has', async () => {
    const lin = await aBrand(database.db, { password });
    const wrong = (await signIn(lin.email, 'not the password', anAddress())).json<Record<string, unknown>>();
    const unknown = (await signIn('nobody@example.com', password, anAddress())).json<
      Record<string, unknown>
    >();
    expect(wrong['code']).toBe('wrong-credentials');
    expect({ ...unknown, requestId: '' }).toEqual({ ...wrong, requestId: '' });
  });

  it('blocks a guesser after five tries, however fast they come, and not the owner at another address', async () => {
    const lin = await aBrand(database.db, { password });
    const guesser = anAddress();
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, n) => signIn(lin.email, `guess ${n}`, guesser)),
    );
    const codes = tries.map((answer) => answer.statusCode);
    expect(codes.filter((code) => code === 401)).toHaveLength(5);
    expect(codes.filter((code) => code === 429)).toHaveLength(7);

    const right = await signIn(lin.email, password, guesser);
    expect(right.statusCode).toBe(429);
    expect(Number(right.headers['retry-after'])).toBeGreaterThan(800);
    expect((await signIn(lin.email, password, anAddress())).statusCode).toBe(200);
  });

  it('lets a guesser try again when the quarter of an hour is over', async () => {
    const lin = await aBrand(database.db, { password });
    const address = anAddress();
    for (let n = 0; n < 6; n++) await signIn(lin.email, 'wrong', address);
    await database.owner(
      `update sign_in_attempt set window_started_at = window_started_at - interval '15 minutes'`,
    );
    expect((await signIn(lin.email, password, address)).statusCode).toBe(200);
  });

  it('forgives four failures once the password was right', async () => {
    const lin = await aBrand(database.db, { password });
    const address = anAddress();
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 4; n++) expect((await signIn(lin.email, 'wrong', address)).statusCode).toBe(401);
      expect((await signIn(lin.email, password, address)).statusCode).toBe(200);
    }
  });

  it('blocks an address that tries one password on many people', async () => {
    const address = anAddress();
    await database.owner(
      `insert into sign_in_attempt (subject, failures, window_started_at) values ($1, 50, now())`,
      [`ip:${address}`],
    );
    expect((await signIn('somebody@example.com', password, address)).statusCode).toBe(429);
  });

  it('blocks a guesser with a thousand addresses, and not Lin where she usually signs in', async () => {
    const lin = await aBrand(database.db, { password });
    const [home, inn] = [anAddress(), anAddress()];
    expect((await signIn(lin.email, password, home)).statusCode).toBe(200);
    for (let n = 0; n < 2; n++) await signIn(lin.email, 'wrong', anAddress());
    await database.owner(
      `update sign_in_attempt set failures = 99 where subject like 'strangers:%' and failures = 2`,
    );
    expect((await signIn(lin.email, 'guess', anAddress())).statusCode).toBe(401);
    expect((await signIn(lin.email, 'guess', anAddress())).statusCode).toBe(429);

    // At home she mistypes twice and is in; the guesser's count is neither hers nor forgiven by her.
    for (let n = 0; n < 2; n++) expect((await signIn(lin.email, 'wrong', home)).statusCode).toBe(401);
    expect((await signIn(lin.email, password, home)).statusCode).toBe(200);
    const elsewhere = await signIn(lin.email, password, inn);
    expect(elsewhere.statusCode).toBe(429);
    expect(Number(elsewhere.headers['retry-after'])).toBeLessThanOrEqual(900);
  });

  it('counts the addresses of one IPv6 network as one', async () => {
    const lin = await aBrand(database.db, { password });
    const tries = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((n) => signIn(lin.email, 'wrong', `2001:db8:1:2::${n}`)),
    );
    expect(tries.filter((answer) => answer.statusCode === 429)).toHaveLength(1);
    expect((await signIn(lin.email, password, '2001:db8:1:3::1')).statusCode).toBe(200);
  });

  it('ends here or everywhere, as asked', async () => {
    const lin = await aBrand(database.db);
    const [phone, desk, tablet] = [
      await browserOf(database.db, lin),
      await browserOf(database.db, lin),
      await browserOf(database.db, lin),
    ];
    const leave = (path: string, headers: Record<string, string>) =>
      server.inject({ method: 'DELETE', url: `/api/v1/${path}`, headers });
    const present = async () =>
      Promise.all([phone, desk, tablet].map(async ({ cookie }) => (await whoIs(cookie)).person !== null));

    const answer = await leave('session', phone);
    expect(answer.statusCode).toBe(204);
    expect(answer.cookies[0]).toMatchObject({ name: 'poolrise_session', value: '', maxAge: 0 });
    expect(await present()).toEqual([false, true, true]);

    expect((await leave('sessions', desk)).statusCode).toBe(204);
    expect(await present()).toEqual([false, false, false]);
    expect((await leave('sessions', desk)).statusCode).toBe(401);
    expect((await auditOf(lin.workspaceId)).map(({ action }) => action)).toEqual([
      'session.signed-out',
      'session.signed-out-everywhere',
    ]);
  });

  it('shows a person with many workspaces all of them', async () => {
    const zhou = await aMember(database.db, await aWorkspace(database.db, 'agency', '舟行代理'), 'owner');
    for (const name of ['林家茶', '远山户外']) {
      const brand = await aWorkspace(database.db, 'brand', name);
      await database.owner(
        `insert into member (workspace_id, person_id, role) values ($1, $2, 'client_viewer')`,
        [brand, zhou.id],
      );
    }
    const { cookie } = await browserOf(database.db, zhou);
    expect(await whoIs(cookie)).toMatchObject({
      memberships: [
        { workspaceName: '舟行代理', workspaceKind: 'agency', role: 'owner' },
        { workspaceName: '林家茶', role: 'client_viewer' },
        { workspaceName: '远山户外', role: 'client_viewer' },
      ],
    });
  });
});
