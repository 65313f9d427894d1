import { shortlistLimits } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { aCreator } from '../../test/creators';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aBrand, type Someone } from '../../test/people';
import { entriesOf, shortlistsOn } from '../../test/shortlists';

describe('lists of creators', () => {
  let database: TestDatabase;
  let kept: ReturnType<typeof shortlistsOn>;
  let lin: Someone;
  let wen: Someone;
  let tea: string;
  let cake: string;

  beforeAll(async () => {
    database = await freshDatabase(25);
    kept = shortlistsOn(database);
    lin = await aBrand(database.db, { name: 'Lin' });
    wen = await aBrand(database.db, { name: 'Wen' });
    tea = await aCreator(database.db, { name: '小满' });
    cake = await aCreator(database.db, { name: '桃子' });
  });
  afterAll(() => database.close());

  const aList = async (name: string = randomUUID()) =>
    (await kept.lists.create(lin.workspaceId, lin.id, { name, purpose: '' })).id;
  const add = (listId: string, ...ids: string[]) =>
    kept.lists.add(lin.workspaceId, lin.id, listId, entriesOf(...ids));
  const namesIn = async (listId: string, limit = 50) => {
    const { items } = await kept.listQueries.entries(lin.workspaceId, listId, { limit });
    return items.map(({ creator }) => creator.name);
  };
  const auditOf = (subject: string) =>
    database.owner<{ action: string; detail: object; person: string }>(
      `select action, detail, person_id as person from audit_event where subject_id = $1`,
      [subject],
    );

  it('hold each creator once, with who added them, and show the last added first', async () => {
    const listId = await aList();
    expect(await add(listId, tea)).toMatchObject({ added: [tea], creators: 1 });
    expect(await add(listId, tea, cake)).toMatchObject({ added: [cake], already: [tea], creators: 2 });
    const { items } = await kept.listQueries.entries(lin.workspaceId, listId, { limit: 50 });
    expect(items.map(({ creator, addedBy }) => [creator.name, addedBy])).toEqual([
      ['桃子', 'Lin'],
      ['小满', 'Lin'],
    ]);
    expect(await kept.listQueries.one(lin.workspaceId, listId)).toMatchObject({ creators: 2 });
  });

  it('keep the order in which creators came in one go', async () => {
    const listId = await aList();
    await add(listId, tea, cake);
    expect(await namesIn(listId)).toEqual(['小满', '桃子']);
  });

  it('name who cannot be added, and add the others', async () => {
    const gone = await aCreator(database.db, { deletedAt: new Date() });
    const nobody = randomUUID();
    const listId = await aList();
    expect(await add(listId, gone, nobody, tea)).toEqual({
      added: [tea],
      already: [],
      unknown: [nobody],
      deleted: [gone],
      creators: 1,
    });
  });

  it('go on naming somebody who has left the platform since', async () => {
    const leaving = await aCreator(database.db, { name: '将离' });
    const listId = await aList();
    await add(listId, leaving);
    await database.owner('update creator set deleted_at = now() where id = $1', [leaving]);
    const { items } = await kept.listQueries.entries(lin.workspaceId, listId, { limit: 50 });
    expect(items[0]?.creator).toMatchObject({ name: '将离', deleted: true });
  });

  it('take a creator in once when two people add them at the same moment', async () => {
    const listId = await aList();
    const answers = await Promise.all(Array.from({ length: 8 }, () => add(listId, tea, cake)));
    expect(answers.flatMap(({ added }) => added)).toHaveLength(2);
    expect(await namesIn(listId)).toHaveLength(2);
  });

  it('take in no more than a list may hold, also from two people at once', async () => {
    const listId = await aList();
    await database.owner(
      `with writer as (insert into creator (name, red_id, followers, gender, city_tier, categories)
         select 'c' || n, gen_random_uuid(), n, 'female', 'tier1', '{food}' from generate_series(1, $3::int) n returning id)
       insert into creator_list_entry (workspace_id, list_id, creator_id, added_by) select $1, $2, id, $1 from writer`,
      [lin.workspaceId, listId, shortlistLimits.creatorsInList - 1],
    );
    const outcomes = await Promise.allSettled([add(listId, tea), add(listId, cake)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refusal = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(refusal.reason).toMatchObject({
      code: 'too-many-kept',
      about: { figures: { kept: 2_000, asked: 1, most: 2_000 } },
    });
    expect(await kept.listQueries.one(lin.workspaceId, listId)).toMatchObject({ creators: 2_000 });
  });

  it('are paged without losing anybody', async () => {
    const listId = await aList();
    const ids: string[] = [];
    for (let at = 0; at < 5; at++) ids.push(await aCreator(database.db, { name: `博主${at}` }));
    await add(listId, ...ids);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await kept.listQueries.entries(lin.workspaceId, listId, {
        limit: 2,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.items.map(({ creator }) => creator.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(ids);
  });

  it('lose who is taken off, and nobody twice', async () => {
    const listId = await aList();
    await add(listId, tea, cake);
    expect(await kept.lists.remove(lin.workspaceId, listId, [tea])).toEqual({ removed: [tea], creators: 1 });
    expect(await kept.lists.remove(lin.workspaceId, listId, [tea])).toEqual({ removed: [], creators: 1 });
  });

  it('carry a note and tags of their own for each creator', async () => {
    const listId = await aList();
    await add(listId, tea);
    await kept.lists.annotate(lin.workspaceId, listId, tea, { note: '含一次修改', tags: ['已报价'] });
    const { items } = await kept.listQueries.entries(lin.workspaceId, listId, { limit: 50 });
    expect(items[0]).toMatchObject({ note: '含一次修改', tags: ['已报价'] });
    await expect(
      kept.lists.annotate(lin.workspaceId, listId, cake, { note: '', tags: [] }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('have names of their own', async () => {
    await aList('春茶');
    await expect(aList('春茶')).rejects.toMatchObject({ code: 'name-taken', about: { field: '/name' } });
    const other = await aList('夏茶');
    await expect(
      kept.lists.change(lin.workspaceId, other, { name: '春茶', purpose: '' }),
    ).rejects.toMatchObject({ code: 'name-taken' });
    expect(await kept.lists.create(wen.workspaceId, wen.id, { name: '春茶', purpose: '' })).toMatchObject({
      name: '春茶',
      createdBy: 'Wen',
    });
  });

  it('are deleted with what is in them only by somebody who knows how much that is', async () => {
    const listId = await aList();
    await add(listId, tea, cake);
    await expect(kept.lists.delete(lin.workspaceId, lin.id, listId, 1)).rejects.toMatchObject({
      code: 'list-moved-on',
      about: { figures: { creators: 2 } },
    });
    await kept.lists.delete(lin.workspaceId, lin.id, listId, 2);
    await expect(kept.listQueries.one(lin.workspaceId, listId)).rejects.toMatchObject({ code: 'not-found' });
    expect(await auditOf(listId)).toMatchObject([
      { action: 'creator-list.deleted', detail: { creators: 2 }, person: lin.id },
    ]);
    expect(await kept.listQueries.page(lin.workspaceId, { limit: 200 })).toMatchObject({
      items: expect.not.arrayContaining([expect.objectContaining({ id: listId })]) as unknown,
    });
  });

  it('say clearly that they are gone to somebody who is adding meanwhile', async () => {
    const listId = await aList();
    const outcomes = await Promise.allSettled([
      kept.lists.delete(lin.workspaceId, lin.id, listId, 0),
      ...Array.from({ length: 6 }, () => add(listId, tea)),
    ]);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected')
        expect(['not-found', 'list-moved-on']).toContain((outcome.reason as { code: string }).code);
    // Either everybody came too late, or the deletion learnt that the list had changed.
    const there = await kept.listQueries.one(lin.workspaceId, listId).catch(() => null);
    expect(outcomes[0]?.status).toBe(there ? 'rejected' : 'fulfilled');
  });

  it('belong to one workspace', async () => {
    const listId = await aList();
    const foreign = { code: 'not-found' };
    await expect(kept.listQueries.entries(wen.workspaceId, listId, { limit: 1 })).rejects.toMatchObject(
      foreign,
    );
    await expect(kept.lists.add(wen.workspaceId, wen.id, listId, entriesOf(tea))).rejects.toMatchObject(
      foreign,
    );
    await expect(kept.lists.delete(wen.workspaceId, wen.id, listId, 0)).rejects.toMatchObject(foreign);
    await expect(kept.lists.remove(wen.workspaceId, listId, [tea])).rejects.toMatchObject(foreign);
  });
});
