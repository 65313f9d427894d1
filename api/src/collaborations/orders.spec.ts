import { randomUUID } from 'node:crypto';
import type { OrderView } from '@poolrise/contracts';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { balancesOf } from '../../test/money';
import { aMember } from '../../test/people';
import {
  aDraft,
  after,
  aMove,
  anInvite,
  anOrderCast,
  noon,
  type OrderCast,
  type Orders,
  ordersOn,
} from '../../test/orders';
import { checkSums } from '../insights/run-sum-check';

describe('cooperation orders', () => {
  let database: TestDatabase;
  let desk: Orders;

  beforeAll(async () => {
    database = await freshDatabase();
    desk = ordersOn(database.db);
  });
  afterAll(() => database.close());

  const cash = ({ workspaceId }: { workspaceId: string }) => balancesOf(database.db, { workspaceId });
  const codes = async (attempts: Promise<unknown>[]) =>
    (await Promise.allSettled(attempts)).map((end) =>
      end.status === 'fulfilled' ? 'done' : ((end.reason as { code?: string }).code ?? String(end.reason)),
    );

  /** A draft that waits for the brand, 3 hours after the invitation. */
  async function inReview(cast: OrderCast, ask: Parameters<typeof anInvite>[1] = {}): Promise<OrderView> {
    const invited = await desk.invitations.invite(cast.brand, anInvite(cast, ask), noon);
    const agreed = await desk.orders.move(cast.creator, invited.id, aMove(invited, 'accept'), after(1));
    return desk.orders.handIn(cast.creator, agreed.id, aDraft(agreed), after(3));
  }
  async function published(cast: OrderCast, ask: Parameters<typeof anInvite>[1] = {}): Promise<OrderView> {
    const review = await inReview(cast, ask);
    const ready = await desk.orders.move(cast.brand, review.id, aMove(review, 'approve'), after(4));
    return desk.orders.move(cast.creator, ready.id, aMove(ready, 'publish'), after(5));
  }

  it('go from an invitation over a counter-offer and a draft sent back to a paid, labelled note', async () => {
    const cast = await anOrderCast(database.db);
    const { brand, creator } = cast;
    // A desk of several: who said something is asked by the person, and not by the workspace.
    await aMember(database.db, brand.workspaceId, 'marketer', { name: 'Mei' });
    let order = await desk.invitations.invite(brand, anInvite(cast), noon);
    expect(order).toMatchObject({ state: 'invited', waitsFor: 'creator', heldCents: 550_000, side: 'brand' });
    expect(await cash(brand)).toMatchObject({ cash: 9_450_000, reserved: 550_000 });

    const counter = {
      kind: 'counter' as const,
      quoteCents: 600_000,
      version: order.version,
      words: '含一次改稿',
      requestKey: randomUUID(),
    };
    order = await desk.orders.move(creator, order.id, counter, after(1));
    expect(order).toMatchObject({ waitsFor: 'brand', side: 'creator', price: { netCents: 540_000 } });
    order = await desk.orders.move(brand, order.id, aMove(order, 'accept'), after(2));
    expect(order).toMatchObject({ state: 'draft-due', heldCents: 660_000 });

    order = await desk.orders.handIn(creator, order.id, aDraft(order), after(3));
    expect(order).toMatchObject({ state: 'brand-review', waitsFor: 'brand', dueAt: after(75).toISOString() });
    order = await desk.orders.comment(
      brand,
      order.id,
      {
        draftVersion: 1,
        anchor: { field: 'body', from: 0, to: 3 },
        words: '再早一点',
        requestKey: randomUUID(),
      },
      after(4),
    );
    expect(order.comments).toMatchObject([{ quoted: '六点半', side: 'brand', by: 'Lin' }]);
    order = await desk.orders.move(brand, order.id, aMove(order, 'send-back', '开头太晚'), after(5));
    order = await desk.orders.handIn(
      creator,
      order.id,
      aDraft(order, { body: '五点半，天还没亮。' }),
      after(6),
    );
    expect(order.drafts.map(({ version, answer }) => [version, answer])).toEqual([
      [1, 'sent-back'],
      [2, null],
    ]);
    order = await desk.orders.move(brand, order.id, aMove(order, 'approve'), after(7));
    order = await desk.orders.move(creator, order.id, aMove(order, 'publish'), after(8));
    expect(order).toMatchObject({ state: 'published', note: { title: '一杯好茶的早晨', impressions: 0 } });
    const [note] = await database.db.read(
      brand.workspaceId,
      'select body, disclosure, creator_id from note where id = $1',
      [order.note?.id],
    );
    expect(note).toEqual({ body: '五点半，天还没亮。', disclosure: 'sponsored', creator_id: cast.creatorId });

    // The worker was away for two months: each step still counts from when it fell due.
    await desk.clock.moveDue(after(24 * 60));
    const over = await desk.queries.order(creator, order.id);
    expect(over).toMatchObject({
      state: 'settled',
      heldCents: 0,
      payment: {
        earnedCents: 600_000,
        netCents: 540_000,
        refundCents: 0,
        at: after(8 + 24 * 37).toISOString(),
      },
    });
    expect(over.history.map(({ kind }) => kind)).toEqual([
      'invite',
      'counter',
      'accept',
      'submit-draft',
      'pass-audit',
      'send-back',
      'submit-draft',
      'pass-audit',
      'approve',
      'publish',
      'protection-ends',
      'pay',
    ]);
    expect(await cash(brand)).toMatchObject({ cash: 9_340_000, reserved: 0, spent: 660_000 });
    expect(await cash(creator)).toMatchObject({ cash: 540_000, fees: 60_000, earned: -600_000 });
    expect((await checkSums(database.url)).filter(({ different }) => different > 0)).toEqual([]);
  });

  it('make one order of ten same invitations at the same moment, and hold its price once', async () => {
    const cast = await anOrderCast(database.db, 1_000_000);
    const ask = anInvite(cast);
    const orders = await Promise.all(
      Array.from({ length: 10 }, () => desk.invitations.invite(cast.brand, ask, noon)),
    );
    expect(new Set(orders.map(({ id }) => id)).size).toBe(1);
    expect(await cash(cast.brand)).toMatchObject({ cash: 450_000, reserved: 550_000 });
    await expect(
      desk.invitations.invite(cast.brand, { ...ask, quoteCents: 1_000 }, noon),
    ).rejects.toMatchObject({ code: 'request-key-reused' });
  });

  it('never hold more than there is when invitations go out together', async () => {
    const cast = await anOrderCast(database.db, 1_200_000);
    const ends = await codes(
      Array.from({ length: 5 }, () => desk.invitations.invite(cast.brand, anInvite(cast), noon)),
    );
    expect(ends.sort()).toEqual(['done', 'done', 'wallet-too-low', 'wallet-too-low', 'wallet-too-low']);
    expect(await cash(cast.brand)).toMatchObject({ cash: 100_000, reserved: 1_100_000 });
  });

  it('let one of two win who move at the same moment, and tell the other that the order has moved on', async () => {
    const cast = await anOrderCast(database.db);
    const invited = await desk.invitations.invite(cast.brand, anInvite(cast), noon);
    const ends = await codes([
      desk.orders.move(cast.creator, invited.id, aMove(invited, 'accept'), after(1)),
      desk.orders.move(cast.brand, invited.id, aMove(invited, 'withdraw'), after(1)),
    ]);
    expect(ends.sort()).toEqual(['done', 'order-moved-on']);
    const { state, heldCents } = await desk.queries.order(cast.brand, invited.id);
    expect([
      ['draft-due', 550_000],
      ['withdrawn', 0],
    ]).toContainEqual([state, heldCents]);
  });

  it('publish one note when publishing is pressed ten times', async () => {
    const cast = await anOrderCast(database.db);
    const review = await inReview(cast);
    const ready = await desk.orders.move(cast.brand, review.id, aMove(review, 'approve'), after(4));
    const press = aMove(ready, 'publish');
    await Promise.all(
      Array.from({ length: 10 }, () => desk.orders.move(cast.creator, ready.id, press, after(5))),
    );
    const notes = await database.db.read(cast.brand.workspaceId, 'select id from note');
    expect(notes).toHaveLength(1);
  });

  it('take 72 hours of silence for an approval, even before the worker has come by', async () => {
    const cast = await anOrderCast(database.db);
    const review = await inReview(cast);
    await expect(
      desk.orders.move(cast.brand, review.id, aMove(review, 'send-back'), after(3 + 72)),
    ).rejects.toMatchObject({ code: 'order-moved-on' });
    const order = await desk.queries.order(cast.brand, review.id);
    expect(order).toMatchObject({ state: 'ready', drafts: [{ answer: 'silent-approval' }] });
  });

  it('do what is due once, however many workers look', async () => {
    const cast = await anOrderCast(database.db);
    await published(cast);
    await Promise.all(Array.from({ length: 4 }, () => desk.clock.moveDue(after(24 * 60))));
    expect(await cash(cast.creator)).toMatchObject({ cash: 450_000, earned: -500_000 });
  });

  it('leave to a person what the machine cannot judge, and send back what breaks a rule, with its words', async () => {
    const cast = await anOrderCast(database.db);
    const invited = await desk.invitations.invite(cast.brand, anInvite(cast), noon);
    let order = await desk.orders.move(cast.creator, invited.id, aMove(invited, 'accept'), after(1));
    order = await desk.orders.handIn(
      cast.creator,
      order.id,
      aDraft(order, { body: '喝茶送代开发票。' }),
      after(2),
    );
    expect([order.state, order.drafts[0]?.answer]).toEqual(['draft-due', 'audit-failed']);
    expect(order.history.at(-1)).toMatchObject({ kind: 'fail-audit', actor: 'platform', words: '代开发票' });

    order = await desk.orders.handIn(
      cast.creator,
      order.id,
      aDraft(order, { body: '这杯茶有疗效。' }),
      after(3),
    );
    expect(order).toMatchObject({
      state: 'platform-audit',
      waitsFor: 'platform',
      legal: ['cancel', 'dispute'],
      findings: null,
    });
    // Whoever judges sees what the machine found.
    expect(await desk.queries.judged(cast.platform, order.id)).toMatchObject({
      findings: [{ word: '疗效', leadsTo: 'human_review' }],
    });
    order = await desk.orders.judge(
      cast.platform,
      order.id,
      aMove(order, 'pass-audit', '引语，可'),
      after(4),
    );
    expect(order).toMatchObject({ side: 'platform', state: 'brand-review' });
  });

  it('let the platform settle a dispute, and nobody else', async () => {
    const cast = await anOrderCast(database.db);
    const review = await inReview(cast);
    const disputed = await desk.orders.move(
      cast.creator,
      review.id,
      aMove(review, 'dispute', '不回消息'),
      after(5),
    );
    expect(disputed).toMatchObject({ state: 'disputed', waitsFor: 'platform', dueAt: null });
    const resolve = {
      kind: 'resolve' as const,
      creatorBasisPoints: 4_000,
      version: disputed.version,
      words: '已交稿',
      requestKey: randomUUID(),
    };
    await expect(desk.orders.judge(cast.brand, disputed.id, resolve, after(6))).rejects.toMatchObject({
      code: 'platform-only',
    });
    await expect(desk.orders.move(cast.brand, disputed.id, resolve, after(6))).rejects.toMatchObject({
      code: 'order-move-refused',
    });
    expect(
      (await desk.queries.desk(cast.platform.workspaceId, { limit: 50 })).items.map(({ id }) => id),
    ).toContain(disputed.id);
    expect(await desk.orders.judge(cast.platform, disputed.id, resolve, after(6))).toMatchObject({
      state: 'resolved',
      heldCents: 0,
    });
    expect(await cash(cast.creator)).toMatchObject({ cash: 180_000, fees: 20_000 });
    expect(await cash(cast.brand)).toMatchObject({ reserved: 0, spent: 220_000 });
  });

  it('are not there for anybody else', async () => {
    const cast = await anOrderCast(database.db);
    const stranger = await anOrderCast(database.db);
    const invited = await desk.invitations.invite(cast.brand, anInvite(cast), noon);
    for (const who of [stranger.brand, stranger.creator]) {
      await expect(desk.queries.order(who, invited.id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(
        desk.orders.move(who, invited.id, aMove(invited, 'accept'), after(1)),
      ).rejects.toMatchObject({ code: 'not-found' });
      expect((await desk.queries.list(who.workspaceId, { limit: 50, show: 'all' })).items).toEqual([]);
    }
    await expect(desk.queries.judged(stranger.brand, invited.id)).rejects.toMatchObject({
      code: 'platform-only',
    });
  });

  it('are listed for both sides, page by page, and by whose turn it is', async () => {
    const cast = await anOrderCast(database.db);
    for (let n = 0; n < 5; n++)
      await desk.invitations.invite(
        cast.brand,
        anInvite(cast, { name: `第${n}单`, quoteCents: 1_000 }),
        after(n),
      );
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await desk.queries.list(cast.creator.workspaceId, { limit: 2, show: 'mine', cursor });
      names.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(names).toEqual(['第4单', '第3单', '第2单', '第1单', '第0单']);
    expect((await desk.queries.list(cast.brand.workspaceId, { limit: 50, show: 'mine' })).items).toEqual([]);
    expect(
      (await desk.queries.list(cast.brand.workspaceId, { limit: 50, show: 'open', q: '第3' })).items,
    ).toMatchObject([{ side: 'brand', creatorName: '小满' }]);
  });

  it.each([
    [{ protectionDays: 29 }, '/protectionDays'],
    [{ protectionDays: 366 }, '/protectionDays'],
    [{ draftDueAt: '2026-11-01T00:00:00Z' }, '/draftDueAt'],
  ])('refuse an invitation with %o, naming %s', async (wrong, field) => {
    const cast = await anOrderCast(database.db);
    await expect(desk.invitations.invite(cast.brand, anInvite(cast, wrong), noon)).rejects.toMatchObject({
      code: 'invalid-input',
      about: { field },
    });
    expect(await cash(cast.brand)).toMatchObject({ reserved: 0 });
  });

  it('say that nobody answers here for a creator without a desk', async () => {
    const cast = await anOrderCast(database.db);
    await database.db.asEngine((tx) =>
      tx.query('update workspace set creator_id = null where id = $1', [cast.creator.workspaceId]),
    );
    expect(await desk.invitations.basis(cast.brand.workspaceId, cast.creatorId)).toMatchObject({
      reachable: false,
      imageCents: 500_000,
    });
    await expect(desk.invitations.invite(cast.brand, anInvite(cast), noon)).rejects.toMatchObject({
      code: 'creator-not-here',
    });
  });
});
