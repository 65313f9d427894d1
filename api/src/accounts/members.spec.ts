import type { Role } from '@poolrise/contracts';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { holdBack } from '../../test/hold-back';
import { aBrand, aMember, aWorkspace, type BrowserHeaders, browserOf, type Someone } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';

describe('the members of a workspace', () => {
  let database: TestDatabase;
  let server: TestServer;
  let lin: Someone;
  let headers: BrowserHeaders;

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

  const changeRole = async (who: Someone, role: Role, as: Record<string, string> = headers) =>
    await server.inject({
      method: 'POST',
      url: `/api/v1/members/${who.id}/role`,
      headers: as,
      payload: { role },
    });
  const remove = async (who: Someone, as: Record<string, string> = headers) =>
    await server.inject({ method: 'DELETE', url: `/api/v1/members/${who.id}`, headers: as });
  const rolesOf = async (workspaceId: string) =>
    (
      await database.owner<{ role: string }>(
        'select role from member where workspace_id = $1 order by role',
        [workspaceId],
      )
    ).map(({ role }) => role);
  const trail = () =>
    database.owner(
      'select action, subject_id as subject, detail from audit_event where workspace_id = $1 order by at',
      [lin.workspaceId],
    );

  it('get another role, which holds from their next request on', async () => {
    const mei = await aMember(database.db, lin.workspaceId, 'marketer', { name: 'Mei' });
    const meis = await browserOf(database.db, mei);
    const keys = async () => (await server.inject({ url: '/api/v1/keys', headers: meis })).statusCode;
    expect(await keys()).toBe(403);

    const answer = await changeRole(mei, 'owner');
    expect(answer.json()).toMatchObject({ personId: mei.id, name: 'Mei', email: mei.email, role: 'owner' });
    expect(await keys()).toBe(200);
    // Twice is no change, and no second line in the trail.
    expect((await changeRole(mei, 'owner')).statusCode).toBe(200);
    expect(await trail()).toEqual([
      { action: 'member.role-changed', subject: mei.id, detail: { from: 'marketer', to: 'owner' } },
    ]);
  });

  it('are outside from the next request on when they were removed', async () => {
    const mei = await aMember(database.db, lin.workspaceId, 'marketer');
    const meis = await browserOf(database.db, mei);
    const look = async () => (await server.inject({ url: '/api/v1/members', headers: meis })).json<object>();
    expect(await look()).toHaveProperty('items');
    expect((await remove(mei)).statusCode).toBe(204);
    expect(await look()).toMatchObject({ code: 'workspace-foreign' });
    expect((await remove(mei)).json()).toMatchObject({ code: 'not-found', field: 'path.personId' });
    expect(await trail()).toEqual([
      { action: 'member.removed', subject: mei.id, detail: { role: 'marketer' } },
    ]);
  });

  it('keep an owner: the last one can neither step down nor leave', async () => {
    for (const answer of [await changeRole(lin, 'analyst'), await remove(lin)]) {
      expect(answer.statusCode).toBe(409);
      expect(answer.json()).toMatchObject({ code: 'last-owner' });
    }
    const mei = await aMember(database.db, lin.workspaceId, 'owner');
    expect((await changeRole(lin, 'analyst')).statusCode).toBe(200);
    expect((await changeRole(mei, 'analyst', await browserOf(database.db, mei))).statusCode).toBe(409);
    expect(await rolesOf(lin.workspaceId)).toEqual(['analyst', 'owner']);
  });

  it.each([
    ['demote', (who: Someone, as: BrowserHeaders) => changeRole(who, 'analyst', as)],
    ['remove', (who: Someone, as: BrowserHeaders) => remove(who, as)],
  ])('keep one owner when two %s each other at the same moment', async (_, turn) => {
    const mei = await aMember(database.db, lin.workspaceId, 'owner');
    const meis = await browserOf(database.db, mei);
    const letGo = await holdBack(database, 'member');
    const turns = [turn(mei, headers), turn(lin, meis)];
    await letGo(turns.length);
    const answers = await Promise.all(turns);
    expect(answers.filter(({ statusCode }) => statusCode === 403)).toHaveLength(1);
    expect((await rolesOf(lin.workspaceId)).filter((role) => role === 'owner')).toHaveLength(1);
  });

  it('keep one owner when both step down at the same moment', async () => {
    const mei = await aMember(database.db, lin.workspaceId, 'owner');
    const meis = await browserOf(database.db, mei);
    const letGo = await holdBack(database, 'member');
    const steps = [changeRole(lin, 'analyst'), changeRole(mei, 'analyst', meis)];
    await letGo(steps.length);
    const codes = (await Promise.all(steps)).map(({ statusCode }) => statusCode);
    expect(codes.sort()).toEqual([200, 409]);
    expect(await rolesOf(lin.workspaceId)).toEqual(['analyst', 'owner']);
  });

  it('have roles that fit the workspace', async () => {
    const mei = await aMember(database.db, lin.workspaceId, 'marketer');
    for (const role of ['operator', 'creator'] as const)
      expect((await changeRole(mei, role)).json()).toMatchObject({ code: 'role-not-here', field: '/role' });

    const desk = await aWorkspace(database.db, 'creator');
    const xiaoman = await browserOf(database.db, await aMember(database.db, desk, 'owner'));
    const helper = await aMember(database.db, desk, 'analyst');
    expect((await changeRole(helper, 'client_viewer', xiaoman)).statusCode).toBe(409);
    expect((await changeRole(helper, 'creator', xiaoman)).statusCode).toBe(200);
  });

  it('are managed by owners alone, and not by those of another brand', async () => {
    const mei = await aMember(database.db, lin.workspaceId, 'marketer');
    expect((await remove(lin, await browserOf(database.db, mei))).json()).toMatchObject({
      code: 'role-too-low',
    });
    const stranger = await browserOf(database.db, await aBrand(database.db));
    expect((await remove(mei, stranger)).json()).toMatchObject({ code: 'not-found' });
    expect((await changeRole(mei, 'owner', stranger)).json()).toMatchObject({ code: 'not-found' });
    expect(await rolesOf(lin.workspaceId)).toEqual(['marketer', 'owner']);
  });
});
