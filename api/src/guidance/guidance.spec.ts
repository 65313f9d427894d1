import { CheckGuidance, type GuidanceView, operations } from '@poolrise/contracts';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { anInvite, anOrderCast, noon, ordersOn } from '../../test/orders';
import { notesOfPeers } from '../../test/peers';
import { aBrand, aMember, anApplication, aWorkspace, browserOf } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';
import { SearchDemand } from '../topics/search-demand';
import { GuidancePeers } from './guidance-peers';
import { GuidanceQueries } from './guidance.queries';
import { KeptPeers } from './kept-peers';
import { type NoteToTell, writeOdds } from './odds-at-publishing';

const now = new Date('2026-11-26T04:00:00Z');

describe('guidance before publishing', () => {
  let database: TestDatabase;
  let brand: string;

  beforeAll(async () => {
    database = await freshDatabase();
    brand = (await aBrand(database.db)).workspaceId;
  });
  afterAll(() => database.close());

  const guidance = () => new GuidanceQueries(database.db, new KeptPeers());
  const ask = (note: object) => CheckGuidance.parse(note);

  it('says that it knows nothing while there are no peers, and still reads the form', async () => {
    const view = await guidance().check(brand, ask({ title: '', category: 'food' }), now);
    expect([view.odds, view.record, view.peers, view.hours, view.observations]).toEqual([
      null,
      null,
      null,
      null,
      [],
    ]);
    expect(view.format.find(({ key }) => key === 'title-there')?.kept).toBe(false);
  });

  it('tells what peers of the category did, once they were summed', async () => {
    await notesOfPeers(database, brand, now);
    expect(await new GuidancePeers(database.db, new SearchDemand()).refresh(now)).toBe(true);
    const check = (title: string) =>
      guidance().check(brand, ask({ title, body: '茶', topics: ['茶'], category: 'food' }), now);
    const asking = await check('怎么选？');
    expect(asking.peers).toMatchObject({ days: 90, notes: 160, creators: 40 });
    const observed = asking.observations.find(({ key }) => key === 'title-question');
    expect(observed).toMatchObject({
      has: true,
      result: 'more',
      with: { notes: 80 },
      without: { notes: 80 },
    });
    expect(observed?.ratio).toBeCloseTo(2);
    const plain = await check('选茶');
    expect(asking.odds?.from).toMatchObject({ verdicts: 160, creators: 40, passed: 0.5 });
    expect(asking.odds?.probability ?? 0).toBeGreaterThan((plain.odds?.probability ?? 1) + 0.2);
    expect(plain.odds?.low ?? 1).toBeLessThan(plain.odds?.probability ?? 0);
  });

  it('writes odds down once, before the first reader, from verdicts given before', async () => {
    const told = async (creatorId: string) =>
      database.owner<{ probability: number; low: number; high: number }>(
        'select probability, low, high from guidance_prediction where note_id in (select id from note where creator_id = $1)',
        [creatorId],
      );
    const [note] = await database.owner<NoteToTell & { workspace_id: string }>(
      `select * from note where title = '怎么泡？' order by published_at desc limit 1`,
    );
    if (!note) throw new Error('no note was published');
    const keep = (at: Date) =>
      database.db.asEngine(async (tx) => {
        const all = await new KeptPeers().all(tx, now);
        if (all?.document.model) await writeOdds(tx, all.document.model, note, at);
      });
    await keep(note.published_at);
    const first = await told(note.creator_id);
    expect(first).toHaveLength(1);
    await keep(now);
    expect(await told(note.creator_id)).toEqual(first);
    await new GuidancePeers(database.db, new SearchDemand()).refresh(now);
    const { record } = await guidance().check(brand, ask({ title: '茶', category: 'food' }), now);
    expect(record).toMatchObject({ told: 1, passed: 1 });
  });

  it('knows of a draft under an order what the order says, for both of its sides and nobody else', async () => {
    const cast = await anOrderCast(database.db);
    const order = await ordersOn(database.db).invitations.invite(
      cast.brand,
      anInvite(cast, { category: 'beauty' }),
      noon,
    );
    const draft = ask({ orderId: order.id, title: '面霜' });
    for (const { workspaceId } of [cast.brand, cast.creator])
      expect((await guidance().check(workspaceId, draft, now)).category).toBe('beauty');
    const stranger = await aWorkspace(database.db, 'creator', '别人的书桌');
    await expect(guidance().check(stranger, draft, now)).rejects.toMatchObject({ code: 'not-found' });
  });

  describe('over HTTP', () => {
    let server: TestServer;
    beforeAll(async () => (server = await startServer(database)));
    afterAll(() => server.close());
    const post = (headers: Record<string, string>, payload: object) =>
      server.inject({ method: 'POST', url: operations.checkGuidance.path, headers, payload });

    it('answers creators, onlookers and applications alike', async () => {
      const desk = await aWorkspace(database.db, 'creator', '小满的书桌');
      const { authorization } = await anApplication(database.db, brand, ['notes:write']);
      const callers = [
        await browserOf(database.db, await aMember(database.db, desk, 'creator')),
        await browserOf(database.db, await aMember(database.db, brand, 'client_viewer')),
        { authorization },
      ];
      for (const headers of callers) {
        const answer = await post(headers, {
          title: '怎么泡？',
          category: 'food',
          plannedAt: '2026-11-27T20:30:00+08:00',
        });
        expect(answer.statusCode).toBe(200);
        expect(answer.json<GuidanceView>().planned).toEqual({ hour: 20, weekday: 4 });
      }
    });

    it('names the field that is wrong', async () => {
      const headers = await browserOf(database.db, await aBrand(database.db));
      const fieldOf = async (payload: object) =>
        (await post(headers, payload)).json<{ field: string }>().field;
      expect(await fieldOf({ body: '没有类目' })).toBe('/category');
      expect(await fieldOf({ category: 'food', plannedAt: 'soon' })).toBe('/plannedAt');
      expect(await fieldOf({ category: 'food', media: [{ kind: 'image', width: 0, height: 1 }] })).toBe(
        '/media/0/width',
      );
      expect(await fieldOf({ orderId: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d20' })).toBe('/orderId');
    });
  });
});
