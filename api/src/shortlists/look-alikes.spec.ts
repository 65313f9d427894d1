import { randomUUID } from 'node:crypto';
import { aCreator } from '../../test/creators';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aBrand } from '../../test/people';
import { LookAlikesQueries } from './look-alikes.queries';

describe('look-alikes', () => {
  let database: TestDatabase;
  let workspaceId: string;
  let queries: LookAlikesQueries;

  beforeAll(async () => {
    database = await freshDatabase();
    workspaceId = (await aBrand(database.db)).workspaceId;
    queries = new LookAlikesQueries(database.db);
  });
  afterAll(() => database.close());

  const withWords = async (id: string, ...words: string[]) => {
    await database.owner(
      `insert into creator_figures (creator_id, as_of, content_words) values ($1, '2026-11-24', $2)`,
      [id, words],
    );
    return id;
  };

  it('are sought in the same main category within a factor of four, and are not gone', async () => {
    const original = await aCreator(database.db, { followers: 10_000, categories: ['pets'] });
    const near = await aCreator(database.db, { followers: 12_000, categories: ['pets', 'food'] });
    const lower = await aCreator(database.db, { followers: 2_500, categories: ['pets'] });
    await aCreator(database.db, { followers: 40_001, categories: ['pets'] });
    await aCreator(database.db, { followers: 2_499, categories: ['pets'] });
    await aCreator(database.db, { followers: 10_000, categories: ['food', 'pets'] });
    await aCreator(database.db, { followers: 10_000, categories: ['pets'], deletedAt: new Date() });
    const { compared, items } = await queries.like(workspaceId, original, 12);
    expect(compared).toBe(2);
    expect(items.map(({ creator }) => creator.id)).toEqual([near, lower]);
    for (const { score, parts } of items)
      expect(score).toBeCloseTo(parts.reduce((sum, { contribution }) => sum + contribution, 0));
  });

  it('say what both have', async () => {
    const original = await withWords(
      await aCreator(database.db, { categories: ['outdoor'] }),
      '徒步',
      '露营',
    );
    const alike = await withWords(await aCreator(database.db, { categories: ['outdoor'] }), '露营', '骑行');
    const { items } = await queries.like(workspaceId, original, 1);
    expect(items[0]).toMatchObject({
      creator: { id: alike },
      shared: { categories: ['outdoor'], words: ['露营'] },
    });
  });

  it('are nobody for somebody without a category, and not found for nobody', async () => {
    const bare = await aCreator(database.db, { categories: [] });
    expect(await queries.like(workspaceId, bare, 12)).toEqual({ compared: 0, items: [] });
    await expect(queries.like(workspaceId, randomUUID(), 12)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are found along an index, however large the directory is', async () => {
    await database.owner(
      `insert into creator (name, red_id, followers, gender, city_tier, categories)
       select 'c' || n, gen_random_uuid(), n, 'female', 'tier1', '{beauty}' from generate_series(1, 20000) n`,
    );
    await database.owner('analyze creator');
    const [original] = await database.owner<{ id: string }>(
      `select id from creator where followers = 10000 and categories = '{beauty}'`,
    );
    expect((await queries.like(workspaceId, original?.id ?? '', 50)).compared).toBe(2_000);
    const plan = await database.owner<{ 'QUERY PLAN': string }>(
      `explain select id from creator where categories[1] = 'beauty' and deleted_at is null
         and followers < 10000 and followers >= 2500 order by followers desc limit 1000`,
    );
    const lines = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(lines).toContain('creator_by_main_category');
    expect(lines).not.toContain('Sort');
  });
});
