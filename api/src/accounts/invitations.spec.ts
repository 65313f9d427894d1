import { freshDatabase, type TestDatabase } from '../../test/database';
import { aBrand, aMember, aWorkspace, type BrowserHeaders, browserOf, type Someone } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';

interface Invited {
  id: string;
  email: string;
}

describe('an invitation into a workspace', () => {
  let database: TestDatabase;
  let server: TestServer;
  let lin: Someone;
  let headers: BrowserHeaders;
  let next = 1;

  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer(database);
  });
  beforeEach(async () => {
    lin = await aBrand(database.db, { name: 'Lin' });
    headers = await browserOf(database.db, lin);
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const post = (url: string, payload?: object, as: Record<string, string> = headers) =>
    server.inject({ method: 'POST', url: `/api/v1/${url}`, headers: as, payload });
  const aNewcomer = () => ({
    email: `mei-${next++}@example.com`,
    name: 'Mei',
    role: 'marketer',
    password: 'white-peony-2026',
  });
  const signIn = (email: string, password: string, address = `203.0.113.${next++}`) =>
    server.inject({
      method: 'POST',
      url: '/api/v1/session',
      remoteAddress: address,
      headers: { 'x-requested-with': 'poolrise' },
      payload: { email, password },
    });
  const list = async (name: 'members' | 'invitations') =>
    (await server.inject({ url: `/api/v1/${name}`, headers })).json<{ items: Invited[] }>().items;
  const emails = async (name: 'members' | 'invitations') => (await list(name)).map(({ email }) => email);
  const trail = async () =>
    (
      await database.owner<{ action: string }>(
        'select action from audit_event where workspace_id = $1 order by at',
        [lin.workspaceId],
      )
    ).map(({ action }) => action);

  it('opens an account for a newcomer who signs in with the password she was told', async () => {
    const mei = aNewcomer();
    const invited = await post('invitations', mei);
    expect(invited.statusCode).toBe(201);
    expect(invited.json()).toMatchObject({ name: 'Mei', email: mei.email, role: 'marketer' });
    expect(await emails('members')).toEqual([lin.email]);

    expect((await signIn(mei.email, 'not the password')).statusCode).toBe(401);
    expect((await signIn(mei.email, mei.password)).json()).toMatchObject({
      person: { name: 'Mei', email: mei.email },
      memberships: [{ workspaceId: lin.workspaceId, role: 'marketer' }],
      invitations: [],
    });
    expect(await emails('members')).toEqual([lin.email, mei.email]);
    expect(await emails('invitations')).toEqual([]);
    expect(await trail()).toEqual(['member.invited', 'member.joined', 'session.signed-in']);
  });

  it('opens one account when she presses the button on two devices at once', async () => {
    const mei = aNewcomer();
    await post('invitations', mei);
    const answers = await Promise.all([
      signIn(mei.email, mei.password, '198.51.100.1'),
      signIn(mei.email, mei.password, '198.51.100.2'),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    const people = await database.owner('select from person where email = $1', [mei.email]);
    expect(people).toHaveLength(1);
  });

  it('tells an owner nothing about a person who has an account, not even that there is one', async () => {
    const wen = await aBrand(database.db, { name: 'Wen', password: 'mountain-air-2026' });
    const before = await database.owner('select * from person where id = $1', [wen.id]);
    const unknown = aNewcomer();
    const answers = [
      await post('invitations', unknown),
      await post('invitations', { ...unknown, email: wen.email }),
    ].map((answer) => ({
      ...answer.json<Record<string, unknown>>(),
      id: '',
      invitedAt: '',
      email: '',
      status: answer.statusCode,
    }));
    expect(answers[0]).toEqual(answers[1]);
    const fields = (await list('invitations')).map((row) => Object.keys(row).sort());
    expect(fields[0]).toEqual(fields[1]);
    expect(JSON.stringify(await list('invitations'))).not.toContain('Wen');
    // Nor can anything be done with the password that the owner typed.
    expect((await signIn(wen.email, unknown.password)).statusCode).toBe(401);
    expect(await database.owner('select * from person where id = $1', [wen.id])).toEqual(before);
  });

  it('waits in the console of a person with an account, who may accept it', async () => {
    const wen = await aBrand(database.db, { name: 'Wen', password: 'mountain-air-2026' });
    const { id } = (await post('invitations', { ...aNewcomer(), email: wen.email })).json<Invited>();
    const session = (await signIn(wen.email, 'mountain-air-2026')).json();
    expect(session).toMatchObject({
      memberships: [{ workspaceId: wen.workspaceId }],
      invitations: [{ id, workspaceName: 'Lin', workspaceKind: 'brand', role: 'marketer', invitedBy: 'Lin' }],
    });
    const accept = async () => await post(`invitations/${id}/accept`, {}, await browserOf(database.db, wen));
    const answers = await Promise.all([accept(), accept()]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404]);
    expect(await emails('members')).toEqual([lin.email, wen.email]);
  });

  it('can be turned down, and sent again', async () => {
    const wen = await aBrand(database.db, { name: 'Wen' });
    const ask = { ...aNewcomer(), email: wen.email };
    const { id } = (await post('invitations', ask)).json<Invited>();
    const wens = await browserOf(database.db, wen);
    expect((await post(`invitations/${id}/decline`, undefined, wens)).statusCode).toBe(204);
    expect(await emails('invitations')).toEqual([]);
    expect((await post('invitations', ask)).statusCode).toBe(201);
  });

  it('is nobody else’s to accept', async () => {
    const { id } = (await post('invitations', aNewcomer())).json<Invited>();
    const stranger = await browserOf(database.db, await aBrand(database.db));
    expect((await post(`invitations/${id}/accept`, {}, stranger)).json()).toMatchObject({
      code: 'not-found',
    });
    expect(await list('invitations')).toHaveLength(1);
  });

  it('opens no door once it was taken back, and leaves no account behind', async () => {
    const mei = aNewcomer();
    const { id } = (await post('invitations', mei)).json<Invited>();
    const withdraw = () => server.inject({ method: 'DELETE', url: `/api/v1/invitations/${id}`, headers });
    expect((await withdraw()).statusCode).toBe(204);
    expect((await withdraw()).statusCode).toBe(404);
    expect((await signIn(mei.email, mei.password)).statusCode).toBe(401);
    // The owner mistyped the password, and simply asks again.
    await post('invitations', { ...mei, password: 'silver-needle-2026' });
    expect((await signIn(mei.email, 'silver-needle-2026')).statusCode).toBe(200);
  });

  it('is written once, and not for somebody who is a member', async () => {
    const mei = aNewcomer();
    const twice = await Promise.all([post('invitations', mei), post('invitations', mei)]);
    expect(twice.map((answer) => answer.statusCode).sort()).toEqual([201, 409]);
    const ours = await post('invitations', { ...mei, email: lin.email });
    expect(ours.json()).toMatchObject({ code: 'email-taken', field: '/email' });
  });

  it('fits the workspace: a brand has no operators, a creator’s desk no clients', async () => {
    expect((await post('invitations', { ...aNewcomer(), role: 'operator' })).json()).toMatchObject({
      code: 'role-not-here',
      field: '/role',
    });
    const desk = await aMember(database.db, await aWorkspace(database.db, 'creator'), 'owner');
    const asDesk = await browserOf(database.db, desk);
    const invite = (role: string) => post('invitations', { ...aNewcomer(), role }, asDesk);
    expect((await invite('client_viewer')).statusCode).toBe(409);
    expect((await invite('creator')).statusCode).toBe(201);
  });
});
