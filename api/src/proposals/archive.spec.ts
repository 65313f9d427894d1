import type { CreatorTerms, ProposalRow, ProposalView } from '@poolrise/contracts';
import {
  aCaller,
  aClient,
  aLink,
  anAgency,
  anItem,
  aProposal,
  type Caller,
  visitorOf,
} from '../../test/agencies';
import { aCreator } from '../../test/creators';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { type BrowserHeaders, aWorkspace } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';

let database: TestDatabase;
let server: TestServer;
let zhou: Caller;
let room: string;
let headers: BrowserHeaders;
let xiaoman: string;

beforeAll(async () => {
  database = await freshDatabase();
  server = await startServer(database);
  xiaoman = await aCreator(database.db, { name: '小满', imageCents: 99_900 });
});
beforeEach(async () => {
  zhou = await anAgency(database.db);
  room = await aClient(server, zhou, '青屿咖啡');
  headers = zhou.in(room);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const post = async (url: string, payload: object, by: BrowserHeaders = headers) =>
  await server.inject({ method: 'POST', url: `/api/v1/${url}`, headers: by, payload });

describe('a proposal that was put away', () => {
  let proposal: ProposalView;
  let token: string;

  beforeEach(async () => {
    proposal = await aProposal(server, headers, [anItem(xiaoman)]);
    ({ token } = await aLink(server, headers, proposal.id));
  });

  const archive = (archived: boolean, by?: BrowserHeaders) =>
    post(`proposals/${proposal.id}/archive`, { archived }, by);
  const list = async (query = '') =>
    (await server.inject({ url: `/api/v1/proposals${query}`, headers }))
      .json<{ items: ProposalRow[] }>()
      .items.map(({ name, openLinks }) => [name, openLinks]);

  it('leaves the list, stands among those put away, and comes back as it was', async () => {
    expect((await archive(true)).json<ProposalView>().archivedAt).toEqual(expect.any(String));
    expect([await list(), await list('?archived=yes')]).toEqual([[], [['春季方案', 0]]]);
    expect((await archive(false)).json()).toMatchObject({ archivedAt: null, shared: 1 });
    expect([await list(), await list('?archived=yes')]).toEqual([[['春季方案', 1]], []]);
  });

  it('is written down in the trail, once for each change', async () => {
    for (const archived of [true, true, false]) await archive(archived);
    const trail = await database.owner<{ action: string }>(
      `select action from audit_event where workspace_id = $1 and action in ('proposal.archived', 'proposal.brought-back') order by at`,
      [room],
    );
    expect(trail.map(({ action }) => action)).toEqual(['proposal.archived', 'proposal.brought-back']);
  });

  it('is withdrawn from the client: links answer like those that were revoked, until it is back', async () => {
    const visitor = visitorOf(server, '203.0.113.44');
    const su = await aCaller(database.db, room, 'client_viewer', 'Su');
    const inRoom = () =>
      server.inject({ url: `/api/v1/shared-proposals/${proposal.id}`, headers: su.headers });
    await archive(true);
    const said = { token, version: 1, name: '苏青' };
    const tries = [
      visitor('proposal', { token }),
      visitor('pdf', { token, version: 1 }),
      visitor('comments', { ...said, comment: '好' }),
      visitor('answers', { ...said, itemId: proposal.items[0]?.id, seen: 0, verdict: 'approve' }),
    ];
    for (const answered of await Promise.all(tries))
      expect(answered.json()).toMatchObject({ status: 410, code: 'link-not-open' });
    expect((await inRoom()).statusCode).toBe(404);
    await archive(false);
    expect((await visitor('proposal', { token })).statusCode).toBe(200);
    expect((await inRoom()).statusCode).toBe(200);
  });

  it('is not worked on before it is back', async () => {
    await archive(true);
    const tries = [
      post(`proposals/${proposal.id}/versions`, { basedOn: 1, items: [anItem(xiaoman, { notes: 2 })] }),
      post(`proposals/${proposal.id}/share`, { version: 1 }),
      post(`proposals/${proposal.id}/links`, {}),
    ];
    for (const answered of await Promise.all(tries))
      expect(answered.json()).toMatchObject({ status: 409, code: 'proposal-archived' });
  });

  it('is put away by those alone who write proposals in its room', async () => {
    const lee = await aCaller(database.db, room, 'analyst', 'Lee');
    expect((await archive(true, lee.headers)).json()).toMatchObject({ code: 'role-too-low' });
    expect((await archive(true, zhou.in(await aClient(server, zhou)))).statusCode).toBe(404);
    expect(await list()).toHaveLength(1);
  });
});

describe('what creators cost, beside the price that is being proposed', () => {
  const terms = async (by: BrowserHeaders, creatorIds = [xiaoman]) =>
    (await post('creator-terms', { creatorIds }, by)).json<CreatorTerms>().items;
  const published = { imageCents: 99_900, videoCents: null };

  beforeEach(async () => {
    const asks = { creatorId: xiaoman, imageCents: 80_000, rebateBasisPoints: 1_500, state: 'agreed' };
    expect((await post('contacts', asks, zhou.headers)).statusCode).toBe(201);
  });

  it('is the published price and the agency’s own rate, for people of the agency in any of its rooms', async () => {
    const own = { imageCents: 80_000, videoCents: null, rebateBasisPoints: 1_500, state: 'agreed' };
    for (const by of [zhou.headers, headers])
      expect(await terms(by)).toEqual([{ creatorId: xiaoman, published, own }]);
    const nobody = '5d2a1e4b-6f31-4c0f-8f53-7c0d9a125b1e';
    expect(await terms(headers, [nobody, xiaoman])).toHaveLength(1);
  });

  it('is the published price alone for the client’s own people, for brands and for other agencies', async () => {
    const ofClient = await aCaller(database.db, room, 'marketer', 'Su');
    const brand = await aCaller(database.db, await aWorkspace(database.db), 'owner');
    const rival = await anAgency(database.db);
    for (const { headers: by } of [ofClient, brand, rival])
      expect(await terms(by)).toEqual([{ creatorId: xiaoman, published, own: null }]);
    const viewer = await aCaller(database.db, room, 'client_viewer');
    expect((await post('creator-terms', { creatorIds: [xiaoman] }, viewer.headers)).json()).toMatchObject({
      code: 'role-too-low',
    });
  });
});
