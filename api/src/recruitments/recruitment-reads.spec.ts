import { freshDatabase, type TestDatabase } from '../../test/database';
import { after, dayMs, noon } from '../../test/orders';
import {
  aDesk,
  anAnswer,
  aRecruitingBrand,
  aRecruitmentAsk,
  type Recruiting,
  recruitmentsOn,
} from '../../test/recruitments';
import { NoticesQueries } from '../insights/notices.queries';
import { SearchQueries } from '../insights/search.queries';

describe('what is read of recruitments', () => {
  let database: TestDatabase;
  let house: Recruiting;

  beforeAll(async () => {
    database = await freshDatabase();
    house = recruitmentsOn(database.db);
  });
  afterAll(() => database.close());

  const aBrandWith = (cents: number) => aRecruitingBrand(database.db, house, cents);
  const applicants = async (brand: { workspaceId: string }, id: string, show: 'waiting' | 'all' = 'all') =>
    (await house.queries.applicants(brand.workspaceId, id, { show, limit: 50 })).items;
  const apply = (desk: Awaited<ReturnType<typeof aDesk>>, id: string) =>
    house.applications.apply(desk, id, { quoteCents: 100_000, words: '我常写早晨的茶' }, after(1));

  it('comes page by page, the shortlisted first', async () => {
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

  it('rings the bell of both sides, and is found by its name by whoever may read it', async () => {
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
