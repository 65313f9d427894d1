import type { NoticePage, ProposalView } from '@poolrise/contracts';
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
import type { BrowserHeaders } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';

describe('what a client says to a proposal', () => {
  let database: TestDatabase;
  let server: TestServer;
  let zhou: Caller;
  let room: string;
  let proposal: ProposalView;

  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer(database);
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const noticesOf = async (headers: BrowserHeaders) => {
    const page = (await server.inject({ url: '/api/v1/notices', headers })).json<Partial<NoticePage>>();
    return page.items?.map(({ kind, title, who, count, reason }) => [kind, title, who, count, reason]);
  };

  beforeEach(async () => {
    zhou = await anAgency(database.db);
    room = await aClient(server, zhou, '青屿咖啡');
    const creators = await Promise.all([aCreator(database.db), aCreator(database.db)]);
    proposal = await aProposal(
      server,
      zhou.in(room),
      creators.map((id) => anItem(id)),
    );
    const { token } = await aLink(server, zhou.in(room), proposal.id);
    const visitor = visitorOf(server);
    const said = { token, version: 1, name: '苏青' };
    for (const { id: itemId } of proposal.items)
      await visitor('answers', { ...said, itemId, seen: 0, verdict: 'approve', comment: '很合适' });
    await visitor('comments', { ...said, comment: '预算没问题' });
  });

  it('is told to those who made it: verdicts of an hour as one piece of news, comments each', async () => {
    expect(await noticesOf(zhou.in(room))).toEqual([
      ['proposal-commented', '春季方案', '苏青', null, '预算没问题'],
      ['proposal-answered', '春季方案', '苏青', 2, null],
    ]);
    // Answers that go over to a newer version are no news.
    const [first] = proposal.items;
    await server.inject({
      method: 'POST',
      url: `/api/v1/proposals/${proposal.id}/versions`,
      headers: zhou.in(room),
      payload: { basedOn: 1, items: [anItem(first?.creatorId ?? '')], share: true },
    });
    expect(await noticesOf(zhou.in(room))).toHaveLength(2);
  });

  it('is told to whoever wrote a later version, and to no colleague who had no part in it', async () => {
    const mei = await aCaller(database.db, room, 'marketer', 'Mei');
    const lin = await aCaller(database.db, room, 'owner', 'Lin');
    const [, second] = proposal.items;
    await server.inject({
      method: 'POST',
      url: `/api/v1/proposals/${proposal.id}/versions`,
      headers: mei.headers,
      payload: { basedOn: 1, items: [anItem(second?.creatorId ?? '')] },
    });
    expect(await noticesOf(mei.headers)).toHaveLength(2);
    expect(await noticesOf(lin.headers)).toEqual([]);
  });

  it('is told in no other room, neither to others there nor to the maker, and never to the client’s viewer', async () => {
    const other = await aClient(server, zhou);
    const wen = await aCaller(database.db, other, 'owner', 'Wen');
    const su = await aCaller(database.db, room, 'client_viewer', 'Su');
    const stranger = await anAgency(database.db);
    expect(await noticesOf(zhou.in(other))).toEqual([]);
    expect(await noticesOf(wen.headers)).toEqual([]);
    expect(await noticesOf(stranger.headers)).toEqual([]);
    expect((await noticesOf(su.headers)) ?? []).toEqual([]);
  });
});
