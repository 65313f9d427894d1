import type { ClaimCreator } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { aCreator } from '../../test/creators';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { anInvite, anOrderCast, aMove, noon } from '../../test/orders';
import { aCaller, aDesk, aRecruitmentAsk, type Recruiting, recruitmentsOn } from '../../test/recruitments';

const aClaim = (creatorId: string, ask: Partial<ClaimCreator> = {}): ClaimCreator => ({
  creatorId,
  words: '主页简介里写了 PR-8342',
  requestKey: randomUUID(),
  ...ask,
});
const approved = { verdict: 'approved' as const, reason: '简介一致' };

describe('the creator of a desk', () => {
  let database: TestDatabase;
  let house: Recruiting;
  let ops: Awaited<ReturnType<typeof aCaller>>;

  beforeAll(async () => {
    database = await freshDatabase();
    house = recruitmentsOn(database.db);
    ops = await aCaller(database.db, 'platform', '运营');
  });
  afterAll(() => database.close());

  const answer = (claimId: string, ask: Parameters<Recruiting['desks']['answer']>[3] = approved, by = ops) =>
    house.desks.answer(ops.workspaceId, by.person, claimId, ask);
  const codes = async (attempts: Promise<unknown>[]) =>
    (await Promise.allSettled(attempts)).map((end) =>
      end.status === 'fulfilled' ? 'done' : ((end.reason as { code?: string }).code ?? String(end.reason)),
    );

  it('is found by a link, a number or a name, and says whether a desk speaks for them', async () => {
    const tied = await aDesk(database.db, { name: '满园春茶', redId: 'manyuan_tea', followers: 9_000 });
    await database.owner(
      `update creator set platform_id = '5ff0e6410000000001008400' where id = '${tied.creatorId}'`,
    );
    await aCreator(database.db, { name: '满园', followers: 20 });
    const find = async (q: string) =>
      (await house.deskQueries.claimable(q)).items.map(({ name, taken }) => [name, taken]);
    expect(await find('满园')).toEqual([
      ['满园', false],
      ['满园春茶', true],
    ]);
    expect(await find('manyuan_tea')).toEqual([['满园春茶', true]]);
    expect(
      await find('https://www.xiaohongshu.com/user/profile/5ff0e6410000000001008400?xsec_token=a'),
    ).toEqual([['满园春茶', true]]);
    expect(await find('nobody-of-this-name')).toEqual([]);
  });

  it('is claimed once, approved by the platform, and then invited by brands', async () => {
    const creatorId = await aCreator(database.db, { imageCents: 500_000 });
    const desk = await aCaller(database.db, 'creator', '阿茶');
    const ask = aClaim(creatorId);
    const views = await Promise.all(Array.from({ length: 5 }, () => house.desks.claim(desk, ask, noon)));
    const [{ claim }] = views as [(typeof views)[0]];
    expect(new Set(views.map((view) => view.claim?.id)).size).toBe(1);
    expect(claim).toMatchObject({ state: 'waiting', creator: { id: creatorId, taken: false } });
    expect(await codes([house.desks.claim(desk, aClaim(creatorId), noon)])).toEqual(['claim-waiting']);
    expect(
      await codes([house.desks.claim(desk, { ...ask, creatorId: await aCreator(database.db) }, noon)]),
    ).toEqual(['request-key-reused']);

    const waiting = await house.deskQueries.claims(ops.workspaceId, { show: 'waiting', limit: 50 });
    expect(waiting.items).toMatchObject([{ id: claim?.id, deskName: '阿茶', askedBy: '阿茶', rivals: 0 }]);
    const id = claim?.id ?? '';
    expect(await answer(id)).toMatchObject({ state: 'approved', reason: '简介一致' });
    expect(await answer(id)).toMatchObject({ state: 'approved' });
    expect(await codes([answer(id, { verdict: 'refused', reason: 'no' })])).toEqual([
      'claim-already-answered',
    ]);
    expect(await house.deskQueries.desk(desk.workspaceId)).toMatchObject({
      creator: { id: creatorId, taken: true },
      claim: { state: 'approved' },
    });
    const { brand } = await anOrderCast(database.db);
    expect(await house.orders.invitations.basis(brand.workspaceId, creatorId, noon)).toMatchObject({
      reachable: true,
    });
    expect(await codes([house.desks.claim(desk, aClaim(await aCreator(database.db)))])).toEqual([
      'desk-tied',
    ]);
    const other = await aCaller(database.db, 'creator', '阿水');
    expect(await codes([house.desks.claim(other, aClaim(creatorId))])).toEqual(['creator-taken']);
    expect(await codes([house.desks.claim(brand, aClaim(await aCreator(database.db)))])).toEqual([
      'creator-desk-only',
    ]);
  });

  it('has one desk when two claims are approved at the same moment, and the others are told', async () => {
    const creatorId = await aCreator(database.db);
    const desks = await Promise.all(['一', '二', '三'].map((name) => aCaller(database.db, 'creator', name)));
    const claims = await Promise.all(desks.map((desk) => house.desks.claim(desk, aClaim(creatorId))));
    const ids = claims.map(({ claim }) => claim?.id ?? '');
    const ends = await codes(ids.map((id) => answer(id)));
    expect(ends.filter((end) => end === 'done')).toHaveLength(1);
    expect(ends.filter((end) => end === 'claim-already-answered')).toHaveLength(2);
    const views = await Promise.all(desks.map((desk) => house.deskQueries.desk(desk.workspaceId)));
    expect(views.map(({ claim }) => claim?.state).sort()).toEqual(['approved', 'superseded', 'superseded']);
    expect(views.filter(({ creator }) => creator !== null)).toHaveLength(1);
  });

  it('is refused with a reason, taken back, and claimed again', async () => {
    const creatorId = await aCreator(database.db);
    const desk = await aCaller(database.db, 'creator', '阿木');
    const first = (await house.desks.claim(desk, aClaim(creatorId))).claim?.id ?? '';
    await answer(first, { verdict: 'refused', reason: '简介里没有' });
    expect(await house.deskQueries.desk(desk.workspaceId)).toMatchObject({
      creator: null,
      claim: { state: 'refused', reason: '简介里没有' },
    });
    const second = (await house.desks.claim(desk, aClaim(creatorId))).claim?.id ?? '';
    for (let times = 0; times < 2; times++)
      expect(await house.desks.withdraw(desk, second)).toMatchObject({ claim: { state: 'withdrawn' } });
    expect(await codes([answer(second), house.desks.withdraw(desk, first)])).toEqual([
      'claim-already-answered',
      'claim-already-answered',
    ]);
    const stranger = await aCaller(database.db, 'creator', '陌生');
    expect(await codes([house.desks.withdraw(stranger, second)])).toEqual(['not-found']);
  });

  it('is untied by the platform only while no order is open, and applications go with the tie', async () => {
    const cast = await anOrderCast(database.db);
    const creatorId = await aCreator(database.db, { imageCents: 500_000 });
    const desk = await aCaller(database.db, 'creator', '阿溪');
    const id = (await house.desks.claim(desk, aClaim(creatorId), noon)).claim?.id ?? '';
    await answer(id);
    await database.owner(`update creator set accepts_image = true where id = '${creatorId}'`);
    const order = await house.orders.invitations.invite(cast.brand, anInvite(cast, { creatorId }), noon);
    const undo = { verdict: 'undone' as const, reason: '账号已转让' };
    expect(await codes([answer(id, undo)])).toEqual(['desk-has-orders']);
    await house.orders.orders.move(desk, order.id, aMove(order, 'decline'), noon);

    const recruitment = await house.recruitments.publish(cast.brand, aRecruitmentAsk(), noon);
    await house.applications.apply(desk, recruitment.id, { quoteCents: 100_000, words: '我来' }, noon);
    expect(await answer(id, undo)).toMatchObject({ state: 'undone' });
    expect(await house.deskQueries.desk(desk.workspaceId)).toMatchObject({ creator: null });
    const { items } = await house.queries.applicants(cast.brand.workspaceId, recruitment.id, {
      show: 'all',
      limit: 50,
    });
    expect(items).toMatchObject([{ state: 'withdrawn' }]);
    expect(
      await codes([house.orders.invitations.invite(cast.brand, anInvite(cast, { creatorId }), noon)]),
    ).toEqual(['creator-not-here']);
  });

  it('is judged by the platform’s people alone', async () => {
    const brand = await aCaller(database.db, 'brand', 'Lin');
    await expect(
      house.desks.answer(brand.workspaceId, brand.person, randomUUID(), approved),
    ).rejects.toMatchObject({ code: 'platform-only' });
    await expect(
      house.deskQueries.claims(brand.workspaceId, { show: 'waiting', limit: 5 }),
    ).rejects.toMatchObject({ code: 'platform-only' });
  });
});
