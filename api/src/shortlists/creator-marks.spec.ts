import { randomUUID } from 'node:crypto';
import { checkedQuery } from '../../test/creator-queries';
import { aCreator } from '../../test/creators';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aBrand, type Someone } from '../../test/people';
import { entriesOf, shortlistsOn } from '../../test/shortlists';

describe('what a workspace thinks of creators', () => {
  let database: TestDatabase;
  let kept: ReturnType<typeof shortlistsOn>;
  let lin: Someone;
  let wen: Someone;

  beforeEach(async () => {
    database = await freshDatabase();
    kept = shortlistsOn(database);
    lin = await aBrand(database.db, { name: 'Lin' });
    wen = await aBrand(database.db, { name: 'Wen' });
  });
  afterEach(() => database.close());

  const mark = (creatorId: string, ask: Parameters<typeof kept.marks.mark>[3]) =>
    kept.marks.mark(lin.workspaceId, lin.id, creatorId, ask);
  const found = async (query: Record<string, string>, someone = lin) =>
    (await kept.search.search(someone.workspaceId, checkedQuery(query))).items.map(({ id }) => id).sort();

  it('changes what is named and leaves the rest', async () => {
    const id = await aCreator(database.db);
    expect(await kept.markQueries.one(lin.workspaceId, id)).toEqual({
      creatorId: id,
      favourite: false,
      blacklistedReason: null,
      note: '',
      tags: [],
      changedBy: null,
      changedAt: null,
      lists: [],
    });
    await mark(id, { favourite: true, tags: ['茶'] });
    await mark(id, { note: '沟通走 MCN' });
    expect(await mark(id, { blacklistedReason: '两次延期' })).toMatchObject({
      favourite: true,
      tags: ['茶'],
      note: '沟通走 MCN',
      blacklistedReason: '两次延期',
      changedBy: 'Lin',
    });
    expect(await mark(id, { favourite: false })).toMatchObject({ blacklistedReason: '两次延期' });
  });

  it('leaves a line in the trail for each change of the blacklist, and for nothing else', async () => {
    const id = await aCreator(database.db);
    await mark(id, { favourite: true });
    await mark(id, { blacklistedReason: '两次延期' });
    await mark(id, { blacklistedReason: '两次延期' });
    await mark(id, { blacklistedReason: null });
    const trail = await database.owner(
      `select action, detail from audit_event where subject_id = $1 order by action`,
      [id],
    );
    expect(trail).toEqual([
      { action: 'creator.blacklisted', detail: { reason: '两次延期', before: null } },
      { action: 'creator.cleared', detail: { before: '两次延期' } },
    ]);
  });

  it('lists who is marked, the last first, of one kind or of some creators', async () => {
    const [tea, cake, gym] = [
      await aCreator(database.db, { name: '茶' }),
      await aCreator(database.db, { name: '糕' }),
      await aCreator(database.db, { name: '练' }),
    ];
    await mark(tea, { favourite: true });
    await mark(cake, { blacklistedReason: '数据造假' });
    await mark(gym, { favourite: true, blacklistedReason: '竞品' });
    const names = async (ask: { only?: 'favourite' | 'blacklisted'; ids?: string[] }) => {
      const { items } = await kept.markQueries.page(lin.workspaceId, { limit: 50, ...ask });
      return items.map(({ name }) => name);
    };
    expect(await names({})).toEqual(['练', '糕', '茶']);
    expect(await names({ only: 'blacklisted' })).toEqual(['练', '糕']);
    expect(await names({ ids: [tea, cake] })).toEqual(['糕', '茶']);
    const first = await kept.markQueries.page(lin.workspaceId, { limit: 2 });
    const second = await kept.markQueries.page(lin.workspaceId, { limit: 2, cursor: first.nextCursor ?? '' });
    expect(second.items.map(({ name }) => name)).toEqual(['茶']);
    expect((await kept.markQueries.page(wen.workspaceId, { limit: 50 })).items).toEqual([]);
  });

  it('is nothing about somebody who is not in the directory', async () => {
    await expect(mark(randomUUID(), { favourite: true })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps blacklisted creators out of its own searches until they are asked for', async () => {
    const [tea, cake] = [await aCreator(database.db), await aCreator(database.db)];
    await mark(cake, { blacklistedReason: '数据造假' });
    expect(await found({})).toEqual([tea]);
    expect(await found({ blacklisted: 'show' })).toEqual([tea, cake].sort());
    expect(await found({}, wen)).toEqual([tea, cake].sort());
    await mark(cake, { blacklistedReason: null });
    expect(await found({})).toHaveLength(2);
  });

  it('narrows a search to a list, or leaves lists out, and says which list is not there', async () => {
    const [tea, cake, gym] = [
      await aCreator(database.db),
      await aCreator(database.db),
      await aCreator(database.db),
    ];
    const aList = async (...ids: string[]) => {
      const list = await kept.lists.create(lin.workspaceId, lin.id, { name: randomUUID(), purpose: '' });
      await kept.lists.add(lin.workspaceId, lin.id, list.id, entriesOf(...ids));
      return list.id;
    };
    const [spring, booked] = [await aList(tea, cake), await aList(cake)];
    expect(await found({ list: spring })).toEqual([tea, cake].sort());
    expect(await found({ withoutLists: booked })).toEqual([tea, gym].sort());
    expect(await found({ list: spring, withoutLists: booked })).toEqual([tea]);
    await expect(found({ list: spring }, wen)).rejects.toMatchObject({
      code: 'not-found',
      about: { field: 'query.list' },
    });
    await expect(found({ withoutLists: `${booked},${randomUUID()}` })).rejects.toMatchObject({
      about: { field: 'query.withoutLists' },
    });
    expect((await kept.markQueries.one(lin.workspaceId, cake)).lists).toHaveLength(2);
    expect(
      await kept.sets.idsOf(lin.workspaceId, { list: spring, withoutLists: [booked], blacklisted: 'hide' }),
    ).toEqual({ within: expect.arrayContaining([tea, cake]) as unknown, without: [cake] });
  });
});
