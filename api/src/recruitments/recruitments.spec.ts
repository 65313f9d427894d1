import { freshDatabase, type TestDatabase } from '../../test/database';
import { balancesOf } from '../../test/money';
import { after, dayMs, noon } from '../../test/orders';
import {
  aCaller,
  aDesk,
  anAnswer,
  aRecruitmentAsk,
  type Recruiting,
  recruitmentsOn,
} from '../../test/recruitments';
import { NoticesQueries } from '../insights/notices.queries';
import { checkSums } from '../insights/run-sum-check';
import { SearchQueries } from '../insights/search.queries';
import { randomUUID } from 'node:crypto';

describe('recruitments', () => {
  let database: TestDatabase;
  let house: Recruiting;

  beforeAll(async () => {
    database = await freshDatabase();
    house = recruitmentsOn(database.db);
  });
  afterAll(() => database.close());

  async function aBrandWith(cents: number) {
    const brand = await aCaller(database.db, 'brand', '林家茶');
    // No amount waits for a second person here.
    await database.db.inWorkspace(brand.workspaceId, (tx) =>
      tx.query('insert into wallet_settings (workspace_id, changed_at) values ($1, now())', [
        brand.workspaceId,
      ]),
    );
    await house.orders.topUps.ask(brand.workspaceId, null, {
      cents,
      reference: 'bank transfer',
      requestKey: randomUUID(),
    });
    return brand;
  }
  const codes = async (attempts: Promise<unknown>[]) =>
    (await Promise.allSettled(attempts)).map((end) =>
      end.status === 'fulfilled' ? 'done' : ((end.reason as { code?: string }).code ?? String(end.reason)),
    );
  const applicants = async (brand: { workspaceId: string }, id: string, show: 'waiting' | 'all' = 'all') =>
    (await house.queries.applicants(brand.workspaceId, id, { show, limit: 50 })).items;
  const apply = (desk: Awaited<ReturnType<typeof aDesk>>, id: string, quoteCents = 100_000) =>
    house.applications.apply(desk, id, { quoteCents, words: '我常写早晨的茶' }, after(1));

  it('go from a brief over an application to an order with its money held', async () => {
    const brand = await aBrandWith(200_000);
    const desk = await aDesk(database.db, { name: '阿茶' });
    const ask = aRecruitmentAsk({ withOutline: true });
    const [first, again] = await Promise.all([0, 1].map(() => house.recruitments.publish(brand, ask, noon)));
    const id = first?.id ?? '';
    expect(again?.id).toBe(id);
    expect(first).toMatchObject({ state: 'open', wanted: 3, selected: 0, waiting: 0, cashCents: 200_000 });
    expect(await balancesOf(database.db, brand)).toMatchObject({ cash: 200_000, reserved: 0 });

    const board = await house.board.list(desk.workspaceId, { show: 'fitting', limit: 50 }, noon);
    expect(board).toMatchObject({ tied: true, items: [{ id, own: null }] });
    expect(await apply(desk, id)).toMatchObject({
      own: { state: 'applied', quoteCents: 100_000, netCents: 90_000 },
      unfit: [],
    });
    const [applicant] = await applicants(brand, id, 'waiting');
    expect(applicant).toMatchObject({
      state: 'applied',
      quoteCents: 100_000,
      totalCents: 110_000,
      creator: { name: '阿茶', figures: { followers: 8_600 } },
    });
    if (!applicant) throw new Error('nobody applied');
    const listed = await house.selection.answer(
      brand,
      id,
      applicant.id,
      anAnswer('shortlist', applicant),
      after(2),
    );
    expect(listed.application).toMatchObject({ state: 'shortlisted', version: 2 });
    const selected = await house.selection.answer(
      brand,
      id,
      applicant.id,
      anAnswer('select', listed.application, '期待合作'),
      after(3),
    );
    expect(selected).toMatchObject({
      application: { state: 'selected' },
      recruitment: { selected: 1, waiting: 0, state: 'open' },
    });
    expect(await balancesOf(database.db, brand)).toMatchObject({ cash: 90_000, reserved: 110_000 });
    const orderId = selected.application.orderId ?? '';
    const order = await house.orders.queries.order(desk, orderId);
    expect(order).toMatchObject({
      mode: 'recruitment',
      state: 'outline-due',
      side: 'creator',
      heldCents: 110_000,
      draftDueAt: new Date(after(3).getTime() + 10 * dayMs).toISOString(),
    });
    expect(order.history.map(({ kind, actor, words }) => [kind, actor, words])).toEqual([
      ['apply', 'creator', '我常写早晨的茶'],
      ['accept', 'brand', '期待合作'],
    ]);
    const repeated = await house.selection.answer(
      brand,
      id,
      applicant.id,
      anAnswer('select', applicant),
      after(4),
    );
    expect(repeated.application.orderId).toBe(orderId);
    expect((await checkSums(database.url)).filter(({ different }) => different > 0)).toEqual([]);
  });

  it('select never more than were wanted, and hold each price once, when all are selected at the same moment', async () => {
    const brand = await aBrandWith(1_000_000);
    const { id } = await house.recruitments.publish(brand, aRecruitmentAsk({ wanted: 2 }), noon);
    const desks = await Promise.all(Array.from({ length: 5 }, () => aDesk(database.db)));
    for (const desk of desks) await apply(desk, id);
    const rows = await applicants(brand, id);
    // Everyone twice, as two people of the brand press at once.
    const ends = await codes(
      [...rows, ...rows].map((row) =>
        house.selection.answer(brand, id, row.id, anAnswer('select', row), after(2)),
      ),
    );
    expect(ends.filter((end) => end === 'done')).toHaveLength(4);
    expect(new Set(ends)).toEqual(new Set(['done', 'application-moved-on']));
    expect(await balancesOf(database.db, brand)).toMatchObject({ cash: 780_000, reserved: 220_000 });
    const after2 = await applicants(brand, id);
    expect(after2.map(({ state }) => state).sort()).toEqual([
      'selected',
      'selected',
      'unselected',
      'unselected',
      'unselected',
    ]);
    expect(await house.queries.one(brand.workspaceId, id)).toMatchObject({
      state: 'closed',
      closedBecause: 'filled',
      selected: 2,
    });
    expect(await codes([apply(await aDesk(database.db), id)])).toEqual(['recruitment-closed']);
    expect((await checkSums(database.url)).filter(({ different }) => different > 0)).toEqual([]);
  });

  it('refuse a selection for which the cash does not suffice, and leave nothing half done', async () => {
    const brand = await aBrandWith(109_999);
    const { id } = await house.recruitments.publish(brand, aRecruitmentAsk(), noon);
    await apply(await aDesk(database.db), id);
    const [row] = await applicants(brand, id);
    if (!row) throw new Error('nobody applied');
    await expect(
      house.selection.answer(brand, id, row.id, anAnswer('select', row), after(2)),
    ).rejects.toMatchObject({ code: 'wallet-too-low', about: { figures: { missingCents: 1 } } });
    expect(await applicants(brand, id)).toMatchObject([{ state: 'applied', version: 1, orderId: null }]);
    expect(await balancesOf(database.db, brand)).toMatchObject({ cash: 109_999, reserved: 0 });
    expect(await database.owner(`select id from cooperation_order where request_key = '${row.id}'`)).toEqual(
      [],
    );
  });

  it('are on the board of those who fit, as the domain has it, and refuse the others with every reason', async () => {
    const brand = await aBrandWith(100);
    const asks = {
      categories: ['travel' as const],
      followersMost: 5_000,
      followersLeast: 1_000,
      health: 'excellent' as const,
      withoutUnusual: false,
    };
    const wide = await house.recruitments.publish(brand, aRecruitmentAsk(), noon);
    const narrow = await house.recruitments.publish(brand, aRecruitmentAsk({ requirements: asks }), noon);
    const video = await house.recruitments.publish(brand, aRecruitmentAsk({ noteType: 'video' }), noon);
    const outsider = await aDesk(database.db, { followers: 8_600 });
    await database.owner(`update creator set accepts_video = false where id = '${outsider.creatorId}'`);
    const insider = await aDesk(database.db, { followers: 5_000, categories: ['food', 'travel'] });
    await database.owner(`update creator set health = 'excellent' where id = '${insider.creatorId}'`);
    const onBoard = async ({ workspaceId }: { workspaceId: string }) => {
      const { items } = await house.board.list(workspaceId, { show: 'fitting', limit: 200 }, noon);
      return [wide, narrow, video].map(({ id }) => items.some((item) => item.id === id));
    };
    expect(await onBoard(outsider)).toEqual([true, false, false]);
    expect(await onBoard(insider)).toEqual([true, true, true]);
    expect(await house.board.one(outsider.workspaceId, narrow.id, noon)).toMatchObject({
      unfit: ['followers', 'category', 'health'],
    });
    await expect(apply(outsider, narrow.id)).rejects.toMatchObject({
      code: 'recruitment-unfit',
      about: { detail: 'Not met: followers, category, health.' },
    });
    expect(await codes([apply(insider, narrow.id, 79_999)])).toEqual(['quote-outside']);
    expect(await codes([apply(insider, narrow.id)])).toEqual(['done']);
    // The same again is the same; another quote needs the first to be taken back.
    expect(await codes([apply(insider, narrow.id)])).toEqual(['done']);
    expect(await codes([apply(insider, narrow.id, 90_000)])).toEqual(['already-applied']);
    await house.applications.withdraw(insider, narrow.id, after(2));
    expect(await apply(insider, narrow.id, 90_000)).toMatchObject({
      own: { state: 'applied', quoteCents: 90_000 },
    });
    const untied = await aCaller(database.db, 'creator', '新人');
    expect(await house.board.list(untied.workspaceId, { show: 'fitting', limit: 50 }, noon)).toMatchObject({
      tied: false,
      items: [],
    });
    expect(await codes([house.board.one(untied.workspaceId, wide.id, noon)])).toEqual(['not-found']);
  });

  it('do not run over a quote that changed while the brand was reading', async () => {
    const brand = await aBrandWith(1_000_000);
    const { id } = await house.recruitments.publish(brand, aRecruitmentAsk(), noon);
    const desk = await aDesk(database.db);
    await apply(desk, id);
    const [seen] = await applicants(brand, id);
    await house.applications.withdraw(desk, id, after(2));
    await apply(desk, id, 150_000);
    if (!seen) throw new Error('nobody applied');
    expect(
      await codes([house.selection.answer(brand, id, seen.id, anAnswer('select', seen), after(3))]),
    ).toEqual(['application-moved-on']);
    expect(await balancesOf(database.db, brand)).toMatchObject({ reserved: 0 });
  });

  it('end their time to apply, then their time to select, however late the worker comes, and tell who waited', async () => {
    const brand = await aBrandWith(1_000_000);
    const { id } = await house.recruitments.publish(brand, aRecruitmentAsk(), noon);
    const lonely = await house.recruitments.publish(brand, aRecruitmentAsk(), noon);
    const desk = await aDesk(database.db);
    await apply(desk, id);
    await house.clock.moveDue(after(24 * 7));
    expect(await house.queries.one(brand.workspaceId, id)).toMatchObject({ state: 'selecting', waiting: 1 });
    expect(await house.queries.one(brand.workspaceId, lonely.id)).toMatchObject({
      state: 'closed',
      closedBecause: 'by-time',
    });
    expect(
      await codes([
        house.applications.apply(
          await aDesk(database.db),
          id,
          { quoteCents: 100_000, words: '晚了' },
          after(24 * 7 + 1),
        ),
      ]),
    ).toEqual(['recruitment-closed']);
    // Nobody had to sweep: whoever acts meets what is due first.
    const [row] = await applicants(brand, id);
    if (!row) throw new Error('nobody applied');
    expect(
      await codes([house.selection.answer(brand, id, row.id, anAnswer('select', row), after(24 * 7 + 73))]),
    ).toEqual(['application-moved-on']);
    expect(await house.board.one(desk.workspaceId, id, after(24 * 20))).toMatchObject({
      state: 'closed',
      own: { state: 'unselected' },
    });
    expect(await codes([house.board.one((await aDesk(database.db)).workspaceId, id)])).toEqual(['not-found']);
  });

  it('are declined with words and closed by hand, once however often it is asked', async () => {
    const brand = await aBrandWith(1_000_000);
    const { id } = await house.recruitments.publish(brand, aRecruitmentAsk(), noon);
    const desks = await Promise.all([aDesk(database.db), aDesk(database.db)]);
    for (const desk of desks) await apply(desk, id);
    const [first] = await applicants(brand, id);
    if (!first) throw new Error('nobody applied');
    for (let times = 0; times < 2; times++)
      expect(
        await house.selection.answer(
          brand,
          id,
          first.id,
          anAnswer('decline', first, '这次主题不合'),
          after(2),
        ),
      ).toMatchObject({ application: { state: 'declined', answerWords: '这次主题不合' } });
    const told = desks.find(({ creatorId }) => creatorId === first.creator.id);
    if (!told) throw new Error('nobody was told');
    expect(await codes([house.applications.withdraw(told, id, after(3))])).toEqual([
      'application-already-answered',
    ]);
    for (let times = 0; times < 2; times++)
      expect(await house.recruitments.close(brand, id, after(4))).toMatchObject({
        state: 'closed',
        closedBecause: 'by-hand',
      });
    expect((await applicants(brand, id)).map(({ state }) => state).sort()).toEqual([
      'declined',
      'unselected',
    ]);
    const stranger = await aBrandWith(1);
    expect(
      await codes([
        house.recruitments.close(stranger, id),
        house.queries.one(stranger.workspaceId, id),
        house.selection.answer(stranger, id, first.id, anAnswer('select', first)),
      ]),
    ).toEqual(['not-found', 'not-found', 'not-found']);
  });

  it('say which of the rules a recruitment goes beyond', async () => {
    const brand = await aBrandWith(1);
    const attempts = [
      { protectionDays: 29 },
      { wanted: 201 },
      { applyUntil: noon.toISOString() },
      { applyUntil: after(24 * 91).toISOString() },
    ];
    for (const change of attempts)
      await expect(house.recruitments.publish(brand, aRecruitmentAsk(change), noon)).rejects.toMatchObject({
        code: 'invalid-input',
        about: { field: `/${Object.keys(change)[0]}` },
      });
    const desk = await aDesk(database.db);
    expect(await codes([house.recruitments.publish(desk, aRecruitmentAsk(), noon)])).toEqual(['brand-only']);
  });

  it('come page by page, the shortlisted first', async () => {
    const brand = await aBrandWith(1_000_000);
    const { id } = await house.recruitments.publish(brand, aRecruitmentAsk(), noon);
    for (let count = 0; count < 5; count++) await apply(await aDesk(database.db, { name: `第${count}` }), id);
    const all = await applicants(brand, id, 'waiting');
    const last = all.at(-1);
    if (!last) throw new Error('nobody applied');
    await house.selection.answer(brand, id, last.id, anAnswer('shortlist', last), after(2));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await house.queries.applicants(brand.workspaceId, id, {
        show: 'waiting',
        limit: 2,
        cursor,
      });
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen[0]).toBe(last.id);
    expect([...seen].sort()).toEqual(all.map((row) => row.id).sort());
  });

  it('ring the bell of both sides, and are found by their name by whoever may read them', async () => {
    const brand = await aBrandWith(1_000_000);
    const { id } = await house.recruitments.publish(
      brand,
      aRecruitmentAsk({ name: '秋日桂花茶', applyUntil: new Date(Date.now() + dayMs).toISOString() }),
      new Date(),
    );
    const desks = await Promise.all([aDesk(database.db), aDesk(database.db), aDesk(database.db)]);
    for (const desk of desks)
      await house.applications.apply(desk, id, { quoteCents: 100_000, words: '我来' }, new Date());
    const rows = await applicants(brand, id);
    const [first, second] = rows;
    if (!first || !second) throw new Error('nobody applied');
    await house.selection.answer(brand, id, first.id, anAnswer('select', first), new Date());
    await house.selection.answer(brand, id, second.id, anAnswer('decline', second, '主题不合'), new Date());
    await house.recruitments.close(brand, id, new Date());

    const notices = new NoticesQueries(database.db);
    const heard = async ({ workspaceId, person }: (typeof desks)[number] | typeof brand) =>
      (await notices.notices(workspaceId, person, { limit: 20 })).items
        .filter(({ title }) => title === '秋日桂花茶')
        .map(({ kind, count, reason, who }) => [kind, count, reason, who]);
    expect(await heard(brand)).toEqual([['recruitment-applied', 3, null, null]]);
    expect((await Promise.all(desks.map(heard))).flat().sort()).toEqual([
      ['application-declined', null, '主题不合', '林家茶'],
      ['application-selected', null, null, '林家茶'],
      ['application-unselected', null, null, '林家茶'],
    ]);

    const searches = new SearchQueries(database.db);
    const hits = async (workspaceId: string, role: 'owner' | 'client_viewer', text = '桂花') =>
      (await searches.search(workspaceId, role, text)).hits.map(({ kind, subtitle }) => [kind, subtitle]);
    expect(await hits(brand.workspaceId, 'owner')).toEqual([
      ['order', 'draft-due'],
      ['recruitment', 'closed'],
    ]);
    expect(await hits(brand.workspaceId, 'owner', id)).toEqual([['recruitment', 'closed']]);
    expect(await hits(brand.workspaceId, 'client_viewer')).toEqual([]);
    const selectedDesk = desks.find(({ creatorId }) => creatorId === first.creator.id);
    expect(await hits(selectedDesk?.workspaceId ?? '', 'owner')).toEqual([['order', 'draft-due']]);
    const stranger = await aBrandWith(1);
    expect(await hits(stranger.workspaceId, 'owner')).toEqual([]);
  });
});
