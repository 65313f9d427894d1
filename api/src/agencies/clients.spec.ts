import type { ClientConflicts, ClientList, SessionView } from '@poolrise/contracts';
import {
  aCaller,
  aClient,
  anAgency,
  anItem,
  aLink,
  aProposal,
  type Caller,
  visitorOf,
} from '../../test/agencies';
import { aCreator } from '../../test/creators';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { startServer, type TestServer } from '../../test/server';

describe('the clients of an agency', () => {
  let database: TestDatabase;
  let server: TestServer;
  let zhou: Caller;

  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer(database);
  });
  beforeEach(async () => {
    zhou = await anAgency(database.db);
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const clientsOf = async (who: Caller) =>
    (await server.inject({ url: '/api/v1/clients', headers: who.headers })).json<ClientList>().items;
  const letIn = (clientId: string, personId: string, role: string, as: Caller = zhou) =>
    server.inject({
      method: 'POST',
      url: `/api/v1/clients/${clientId}/members`,
      headers: as.headers,
      payload: { personId, role },
    });
  const proposalsIn = async (who: Caller, clientId: string) =>
    (await server.inject({ url: '/api/v1/proposals', headers: who.in(clientId) })).statusCode;
  const conflictsOf = async (who: Caller, days = 30) =>
    (
      await server.inject({ url: `/api/v1/client-conflicts?days=${days}`, headers: who.headers })
    ).json<ClientConflicts>().items;

  it('get a room of their own, which the switcher shows under its agency', async () => {
    const tea = await aClient(server, zhou, '青屿咖啡');
    expect(await clientsOf(zhou)).toMatchObject([
      { id: tea, name: '青屿咖啡', category: 'food', role: 'owner', inside: { members: 1, proposals: 0 } },
    ]);
    const session = (
      await server.inject({ url: '/api/v1/session', headers: zhou.headers })
    ).json<SessionView>();
    expect(session.memberships).toMatchObject([
      { workspaceId: zhou.workspaceId },
      { workspaceId: tea, workspaceKind: 'client', agencyId: zhou.workspaceId, agencyName: '山海传媒' },
    ]);
    const again = await server.inject({
      method: 'POST',
      url: '/api/v1/clients',
      headers: zhou.headers,
      payload: { name: '青屿咖啡', category: 'food' },
    });
    expect(again.json()).toMatchObject({ status: 409, code: 'client-exists', field: '/name' });
  });

  it('are founded by owners of agencies alone', async () => {
    const mei = await aCaller(database.db, zhou.workspaceId, 'marketer');
    const found = (headers: Caller['headers']) =>
      server.inject({
        method: 'POST',
        url: '/api/v1/clients',
        headers,
        payload: { name: 'A', category: 'food' },
      });
    expect((await found(mei.headers)).json()).toMatchObject({ code: 'role-too-low' });
    expect((await found(zhou.in(await aClient(server, zhou)))).json()).toMatchObject({ code: 'agency-only' });
    const kind = { method: 'POST', url: '/api/v1/workspaces', headers: zhou.headers } as const;
    expect((await server.inject({ ...kind, payload: { name: 'B', kind: 'client' } })).statusCode).toBe(400);
  });

  it('are open to those who were let in, and to nobody else', async () => {
    const mei = await aCaller(database.db, zhou.workspaceId, 'marketer', 'Mei');
    const [tea, cream] = [await aClient(server, zhou, 'tea'), await aClient(server, zhou, 'cream')];
    expect(await clientsOf(mei)).toEqual([]);
    expect(await proposalsIn(mei, tea)).toBe(403);

    expect((await letIn(tea, mei.id, 'marketer')).json()).toMatchObject({
      items: [{ personId: zhou.id }, { personId: mei.id, role: 'marketer', ofAgency: true }],
    });
    expect((await clientsOf(mei)).map(({ name }) => name)).toEqual(['tea']);
    expect([await proposalsIn(mei, tea), await proposalsIn(mei, cream)]).toEqual([200, 403]);

    await server.inject({
      method: 'DELETE',
      url: `/api/v1/clients/${tea}/members/${mei.id}`,
      headers: zhou.headers,
    });
    expect(await proposalsIn(mei, tea)).toBe(403);
  });

  it('show an owner who was not let in their name and nothing of their content', async () => {
    const tea = await aClient(server, zhou, 'tea');
    const qiao = await aCaller(database.db, zhou.workspaceId, 'owner');
    expect(await clientsOf(qiao)).toMatchObject([{ name: 'tea', role: null, inside: null }]);
    expect(await proposalsIn(qiao, tea)).toBe(403);
  });

  it('take in people of the agency alone, and keep an owner', async () => {
    const tea = await aClient(server, zhou);
    const stranger = await anAgency(database.db);
    expect((await letIn(tea, stranger.id, 'marketer')).json()).toMatchObject({ code: 'not-of-agency' });
    expect((await letIn(tea, zhou.id, 'marketer', stranger)).json()).toMatchObject({ code: 'not-found' });
    expect((await letIn(tea, zhou.id, 'analyst')).json()).toMatchObject({ code: 'last-owner' });
    const removal = await server.inject({
      method: 'DELETE',
      url: `/api/v1/clients/${tea}/members/${zhou.id}`,
      headers: zhou.headers,
    });
    expect(removal.json()).toMatchObject({ code: 'last-owner' });
  });

  it('are visited by people of the client who look on, and become no members of the team', async () => {
    const tea = await aClient(server, zhou);
    const invite = (role: string) =>
      server.inject({
        method: 'POST',
        url: '/api/v1/invitations',
        headers: zhou.in(tea),
        payload: { email: 'su@islet.example', name: 'Su', role, password: 'spring-tea-2026' },
      });
    expect((await invite('marketer')).json()).toMatchObject({ code: 'role-not-here' });
    expect((await invite('client_viewer')).statusCode).toBe(201);
    const su = await aCaller(database.db, tea, 'client_viewer');
    const promote = (personId: string, role: string) =>
      server.inject({
        method: 'POST',
        url: `/api/v1/members/${personId}/role`,
        headers: zhou.in(tea),
        payload: { role },
      });
    expect((await promote(su.id, 'marketer')).json()).toMatchObject({ code: 'role-not-here' });
    expect((await promote(zhou.id, 'client_viewer')).json()).toMatchObject({ code: 'role-not-here' });
  });

  it('lose whoever leaves the agency, with a line in their trail', async () => {
    const tea = await aClient(server, zhou);
    const mei = await aCaller(database.db, zhou.workspaceId, 'marketer');
    await letIn(tea, mei.id, 'owner');
    const leave = { method: 'DELETE', url: `/api/v1/members/${mei.id}`, headers: zhou.headers } as const;
    expect((await server.inject(leave)).statusCode).toBe(204);
    expect(await proposalsIn(mei, tea)).toBe(403);
    expect(
      await database.owner(
        `select subject_id as subject, detail from audit_event where workspace_id = $1 and action = 'member.removed'`,
        [tea],
      ),
    ).toEqual([{ subject: mei.id, detail: { role: 'owner', why: 'left the agency' } }]);
  });

  describe('of one category', () => {
    let creatorId: string;
    let tea: string;
    let coffee: string;

    beforeEach(async () => {
      creatorId = await aCreator(database.db, { name: '小满' });
      [tea, coffee] = [await aClient(server, zhou, 'tea'), await aClient(server, zhou, 'coffee')];
      for (const room of [tea, coffee]) await aProposal(server, zhou.in(room), [anItem(creatorId)], room);
    });

    it('are watched: the same creator proposed to both is shown with where and how far', async () => {
      const other = await aClient(server, zhou, 'cream', 'beauty');
      await aProposal(server, zhou.in(other), [anItem(creatorId)]);
      const [conflict, ...more] = await conflictsOf(zhou);
      expect(more).toEqual([]);
      expect(conflict).toMatchObject({ creatorId, creatorName: '小满', category: 'food' });
      expect(conflict?.places.map(({ clientName, stage }) => [clientName, stage]).sort()).toEqual([
        ['coffee', 'proposed'],
        ['tea', 'proposed'],
      ]);
    });

    it('are watched on their lists as well', async () => {
      const nana = await aCreator(database.db, { name: '娜娜' });
      await aProposal(server, zhou.in(tea), [anItem(nana)]);
      await database.owner(
        `with list as (insert into creator_list (workspace_id, name, created_by) values ($1, '备选', $2) returning id)
         insert into creator_list_entry (list_id, creator_id, workspace_id, added_by) select id, $3, $1, $2 from list`,
        [coffee, zhou.id, nana],
      );
      const conflict = (await conflictsOf(zhou)).find(({ creatorId }) => creatorId === nana);
      expect(conflict?.places.map(({ stage, subjectName }) => [stage, subjectName]).sort()).toEqual([
        ['proposed', '春季方案'],
        ['shortlisted', '备选'],
      ]);
    });

    it('are watched for those alone who may see both', async () => {
      const mei = await aCaller(database.db, zhou.workspaceId, 'marketer');
      const qiao = await aCaller(database.db, zhou.workspaceId, 'owner');
      await letIn(tea, mei.id, 'marketer');
      expect([await conflictsOf(mei), await conflictsOf(qiao)]).toEqual([[], []]);
      await letIn(coffee, mei.id, 'analyst');
      expect(await conflictsOf(mei)).toHaveLength(1);
    });

    it('do not clash over what a client rejected, nor over what is long past', async () => {
      const [written] = await database.owner<{ id: string }>(
        'select id from proposal where workspace_id = $1',
        [tea],
      );
      const { token } = await aLink(server, zhou.in(tea), written?.id ?? '');
      const visitor = visitorOf(server);
      const item = (await visitor('proposal', { token })).json<{ items: { id: string }[] }>().items[0];
      const answer = { token, version: 1, itemId: item?.id, name: 'Su' };
      await visitor('answers', { ...answer, seen: 0, verdict: 'approve' });
      expect((await conflictsOf(zhou))[0]?.places.map(({ stage }) => stage)).toContain('approved');
      await visitor('answers', { ...answer, seen: 1, verdict: 'reject' });
      expect(await conflictsOf(zhou)).toEqual([]);

      await visitor('answers', { ...answer, seen: 2, verdict: 'approve' });
      await database.owner(
        `update proposal_version set written_at = now() - interval '40 days' where workspace_id = $1`,
        [coffee],
      );
      expect(await conflictsOf(zhou)).toEqual([]);
      expect(await conflictsOf(zhou, 60)).toHaveLength(1);
    });
  });
});
