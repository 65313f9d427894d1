import { SaveSearch } from '@poolrise/contracts';
import { aCreator } from '../../test/creators';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aBrand, aMember, type Someone } from '../../test/people';
import { entriesOf, shortlistsOn } from '../../test/shortlists';

describe('saved searches', () => {
  let database: TestDatabase;
  let kept: ReturnType<typeof shortlistsOn>;
  let lin: Someone;

  beforeEach(async () => {
    database = await freshDatabase();
    kept = shortlistsOn(database);
    lin = await aBrand(database.db, { name: 'Lin' });
  });
  afterEach(() => database.close());

  const save = (query: string, name = '初级美食', shared = false) =>
    kept.searches.save(lin.workspaceId, lin.id, { name, query, shared });
  const news = (id: string, someone = lin) => kept.searches.news(lin.workspaceId, someone.id, id);

  it('say who fits now and did not at the last look, whether they are new or have changed', async () => {
    await aCreator(database.db, { followers: 8_000 });
    const growing = await aCreator(database.db, { followers: 900 });
    const { id } = await save('category=food&followers=5000..50000&sort=readsMedian');
    expect(await news(id)).toMatchObject({ total: 1, fresh: 0, freshIds: [] });

    const fresh = await aCreator(database.db, { followers: 9_000 });
    await aCreator(database.db, { followers: 9_000, categories: ['pets'] });
    await database.owner('update creator set followers = 6000 where id = $1', [growing]);
    const found = await news(id);
    expect(found).toMatchObject({ total: 3, fresh: 2 });
    expect([...found.freshIds].sort()).toEqual([fresh, growing].sort());

    await kept.searches.see(lin.workspaceId, lin.id, id, new Date('2027-01-01T00:00:00Z'));
    expect(await news(id)).toEqual({ total: 3, fresh: 0, freshIds: [], since: '2027-01-01T00:00:00.000Z' });
  });

  it('say nothing of who is new where more fit than are remembered', async () => {
    const { id } = await save('category=food');
    await database.owner(
      `insert into creator (name, red_id, followers, gender, city_tier, categories)
       select 'c' || n, gen_random_uuid(), n, 'female', 'tier1', '{food}' from generate_series(1, 2001) n`,
    );
    expect(await news(id)).toMatchObject({ total: 2_001, fresh: null });
    await kept.searches.see(lin.workspaceId, lin.id, id);
    await database.owner(`update creator set categories = '{pets}' where followers > 10`);
    expect(await news(id)).toMatchObject({ total: 10, fresh: null });
  });

  it('are one’s own unless they are shared, and are changed by their owner alone', async () => {
    const mei = await aMember(database.db, lin.workspaceId, 'marketer', { name: 'Mei' });
    const wen = await aBrand(database.db);
    const mine = await save('category=food', '我的');
    const shared = await save('category=pets', '共享', true);
    const namesOf = async (someone: Someone) =>
      (await kept.searches.page(someone.workspaceId, someone.id, { limit: 50 })).items.map(
        ({ name, mine: own, savedBy }) => [name, own, savedBy],
      );
    expect(await namesOf(lin)).toEqual([
      ['共享', true, 'Lin'],
      ['我的', true, 'Lin'],
    ]);
    expect(await namesOf(mei)).toEqual([['共享', false, 'Lin']]);
    expect(await namesOf(wen)).toEqual([]);
    expect(await news(shared.id, mei)).toMatchObject({ total: 0 });
    await expect(news(mine.id, mei)).rejects.toMatchObject({ code: 'not-found' });
    await expect(kept.searches.see(lin.workspaceId, mei.id, shared.id)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(kept.searches.delete(lin.workspaceId, mei.id, shared.id)).rejects.toMatchObject({
      code: 'not-found',
    });
    await kept.searches.delete(lin.workspaceId, lin.id, shared.id);
    expect(await namesOf(mei)).toEqual([]);
  });

  it('have names of their own', async () => {
    await save('category=food');
    await expect(save('category=pets')).rejects.toMatchObject({ code: 'name-taken' });
  });

  it('explain themselves when a list that they name has been deleted', async () => {
    const list = await kept.lists.create(lin.workspaceId, lin.id, { name: '春茶', purpose: '' });
    const { id } = await save(`list=${list.id}`);
    await kept.lists.add(lin.workspaceId, lin.id, list.id, entriesOf(await aCreator(database.db)));
    expect(await news(id)).toMatchObject({ total: 1, fresh: 1 });
    await kept.lists.delete(lin.workspaceId, lin.id, list.id, 1);
    await expect(news(id)).rejects.toMatchObject({ code: 'not-found', about: { field: 'query.list' } });
  });

  it.each([
    ['a filter that nobody knows', 'colour=red'],
    ['a range that is turned round', 'followers=9..1'],
    ['the same filter twice', 'category=food&category=pets'],
    ['a broken encoding', 'q=%E0%A4%A'],
    ['a page of a search', 'cursor=abc'],
  ])('are not made of %s', (_, query) => {
    expect(SaveSearch.safeParse({ name: 'x', query }).success).toBe(false);
  });
});
