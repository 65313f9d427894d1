import { CheckCompliance, type ComplianceRules, type ComplianceView, operations } from '@poolrise/contracts';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { anInvite, anOrderCast, noon, ordersOn } from '../../test/orders';
import { aBrand, aMember, anApplication, aWorkspace, browserOf } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';
import { ComplianceQueries } from './compliance.queries';

describe('the compliance check', () => {
  let database: TestDatabase;
  let compliance: ComplianceQueries;

  beforeAll(async () => {
    database = await freshDatabase();
    compliance = new ComplianceQueries(database.db);
  });
  afterAll(() => database.close());

  const ask = (note: object) => CheckCompliance.parse(note);

  it('judges by the rules of the day of Shanghai', async () => {
    const workspaceId = await aWorkspace(database.db);
    const note = ask({ category: 'travel', body: '山谷', assets: [{ kind: 'image', aiGenerated: true }] });
    const counts = async (now: string) =>
      (await compliance.check(workspaceId, note, new Date(now))).counts.block;
    expect(await counts('2025-08-31T15:59:00Z')).toBe(0);
    expect(await counts('2025-08-31T16:00:00Z')).toBe(1);
  });

  it('knows of a draft under an order what the order says, for both of its sides and nobody else', async () => {
    const cast = await anOrderCast(database.db);
    const order = await ordersOn(database.db).invitations.invite(
      cast.brand,
      anInvite(cast, { category: 'beauty' }),
      noon,
    );
    const draft = ask({ orderId: order.id, body: '品牌方寄来的面霜，消炎效果不错', disclosure: 'missing' });
    for (const { workspaceId } of [cast.brand, cast.creator]) {
      const { findings, rules } = await compliance.check(workspaceId, draft);
      // Of cosmetics, as the order is; the interest is made known by the platform's label.
      expect(findings.map(({ ruleClass, text }) => [ruleClass, text])).toEqual([['R2', '消炎']]);
      expect(rules.map(({ key }) => key)).toEqual(['medical-terms']);
    }
    const linked = ask({ ...draft, purchaseLink: true });
    const found = await compliance.check(cast.creator.workspaceId, linked);
    expect(found.findings.map(({ rule }) => rule)).toEqual(['medical-terms', 'ad-label']);
    const stranger = await aWorkspace(database.db, 'creator', '别人的书桌');
    await expect(compliance.check(stranger, draft)).rejects.toMatchObject({ code: 'not-found' });
  });

  describe('over HTTP', () => {
    let server: TestServer;
    beforeAll(async () => (server = await startServer(database)));
    afterAll(() => server.close());

    const { path: checkPath } = operations.checkCompliance;

    it('answers creators, onlookers and applications alike, and keeps nothing', async () => {
      const brand = await aBrand(database.db);
      const desk = await aWorkspace(database.db, 'creator', '小满的书桌');
      const onlooker = await aMember(database.db, brand.workspaceId, 'client_viewer');
      const { authorization } = await anApplication(database.db, brand.workspaceId, ['notes:write']);
      const callers = [
        await browserOf(database.db, await aMember(database.db, desk, 'creator')),
        await browserOf(database.db, onlooker),
        { authorization },
      ];
      for (const headers of callers) {
        const body = { title: '全网第一的防晒', category: 'beauty' };
        const answer = await server.inject({ method: 'POST', url: checkPath, headers, payload: body });
        expect([answer.statusCode, answer.json<ComplianceView>().findings[0]?.at]).toEqual([
          200,
          { field: 'title', index: 0, from: 0, to: 4 },
        ]);
      }
    });

    it('lists the rules with their days', async () => {
      const headers = await browserOf(database.db, await aBrand(database.db));
      const answer = await server.inject({ method: 'GET', url: operations.complianceRules.path, headers });
      const { rules } = answer.json<ComplianceRules>();
      expect(rules.filter(({ key }) => key === 'disclosure').map(({ inForce }) => inForce)).toEqual([
        false,
        true,
      ]);
    });

    it('names the field that is wrong', async () => {
      const headers = await browserOf(database.db, await aBrand(database.db));
      const fieldOf = async (payload: object) =>
        (await server.inject({ method: 'POST', url: checkPath, headers, payload })).json<{ field: string }>()
          .field;
      expect(await fieldOf({ body: '没有类目' })).toBe('/category');
      expect(await fieldOf({ category: 'food', body: '长'.repeat(10_001) })).toBe('/body');
      expect(await fieldOf({ category: 'food', topics: Array(51).fill('茶') })).toBe('/topics');
      expect(await fieldOf({ orderId: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d20' })).toBe('/orderId');
    });
  });
});
