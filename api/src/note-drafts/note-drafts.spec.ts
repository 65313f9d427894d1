import { noteDraftsMax } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aDesk, anUpload, aStart, aText, refusal, writingOn } from '../../test/note-drafts';
import { aMember, aWorkspace } from '../../test/people';
import type { Writer } from './note-drafts.service';

describe('a note that a creator writes', () => {
  let database: TestDatabase;
  let writing: ReturnType<typeof writingOn>;
  let desk: Awaited<ReturnType<typeof aDesk>>;
  beforeAll(async () => {
    database = await freshDatabase();
    writing = writingOn(database.db);
    desk = await aDesk(database.db);
  });
  afterAll(() => database.close());

  const begun = (by: Writer = desk) => writing.drafts.start(by, aStart());
  const written = async (text: Parameters<typeof aText>[0] = {}) => {
    const id = await begun();
    await writing.drafts.save(desk, id, aText(text));
    return id;
  };
  const view = (id: string) => writing.queries.one(desk.workspaceId, id);
  const publish = (id: string, requestKey = randomUUID(), version = 2) =>
    writing.drafts.publish(desk, id, { version, requestKey });
  const notes = async () => (await database.owner<{ id: string }>('select id from note')).length;

  it('is one draft however often the beginning is sent, also at once', async () => {
    const ask = aStart({ topics: ['冷泡茶'], category: 'food', weeklyTopicId: randomUUID() });
    const ids = await Promise.all([1, 2, 3].map(() => writing.drafts.start(desk, ask)));
    expect(new Set(ids).size).toBe(1);
    expect(await view(ids[0] ?? '')).toMatchObject({
      state: 'draft',
      version: 1,
      topics: ['冷泡茶'],
      weeklyTopicId: ask.weeklyTopicId,
      creator: { name: expect.any(String) },
      firstPoolTarget: expect.any(Number),
    });
  });

  it('is saved as it is typed, and a save that was answered by silence is told again', async () => {
    const id = await begun();
    const products = [
      { title: '冷泡茶', url: 'https://shop.example.com/1', priceCents: 4_900, commissionPermyriad: 800 },
    ];
    const ask = aText({ products });
    await writing.drafts.save(desk, id, ask);
    await writing.drafts.save(desk, id, ask);
    expect(await view(id)).toMatchObject({ version: 2, title: ask.title, products, changedBy: 'Xiaoman' });
  });

  it('is never run over by somebody who saw an older version, who is told whose words stand there', async () => {
    const id = await written();
    const mei = { ...desk, person: await aMember(database.db, desk.workspaceId, 'creator', { name: 'Mei' }) };
    const outcomes = await Promise.all([
      refusal(writing.drafts.save(desk, id, aText({ version: 2, body: '小满写的。' }))),
      refusal(writing.drafts.save(mei, id, aText({ version: 2, body: '小美写的。' }))),
    ]);
    expect(outcomes.sort()).toEqual(['done', 'note-draft-moved-on']);
    const { body, changedBy, version } = await view(id);
    expect([body, version]).toEqual([changedBy === 'Mei' ? '小美写的。' : '小满写的。', 3]);
    await expect(writing.drafts.save(desk, id, aText({ version: 1, body: 'old' }))).rejects.toMatchObject({
      about: { detail: expect.stringMatching(/^(Mei|Xiaoman) saved version 3 at /) },
    });
  });

  it('is out of sight and out of reach for another desk', async () => {
    const id = await written();
    const other = await aDesk(database.db);
    for (const work of [
      writing.queries.one(other.workspaceId, id),
      writing.drafts.save(other, id, aText({ version: 2 })),
      writing.drafts.publish(other, id, { version: 2, requestKey: randomUUID() }),
      writing.drafts.schedule(other.workspaceId, id, { version: 2, at: '2036-01-01T00:00:00Z' }),
      writing.drafts.unschedule(other.workspaceId, id),
      writing.drafts.remove(other.workspaceId, id),
    ])
      expect(await refusal(work)).toBe('not-found');
    expect((await view(id)).version).toBe(2);
  });

  it('takes pictures of its own desk alone, and keeps them from being swept', async () => {
    const other = await aDesk(database.db);
    const id = await begun();
    const [mine, theirs] = [
      await anUpload(database.db, desk.workspaceId),
      await anUpload(database.db, other.workspaceId),
    ];
    for (const media of [{ mediaIds: [mine, theirs] }, { mediaIds: [mine], coverId: theirs }])
      expect(await refusal(writing.drafts.save(desk, id, aText({ type: 'image', ...media })))).toBe(
        'draft-media-unfit',
      );
    await writing.drafts.save(desk, id, aText({ type: 'image', mediaIds: [mine] }));
    const [row] = await database.owner<{ kept: boolean }>(
      'select attached_at is not null as kept from media where id = $1',
      [mine],
    );
    expect(row).toEqual({ kept: true });
  });

  it('becomes one note when two people publish at the same moment, and stands where its writer left it', async () => {
    const picture = await anUpload(database.db, desk.workspaceId);
    const id = await written({
      type: 'image',
      mediaIds: [picture],
      aiLabel: 'assisted',
      disclosure: 'gifted',
    });
    const before = await notes();
    const outcomes = await Promise.all([refusal(publish(id)), refusal(publish(id))]);
    expect(outcomes.sort()).toEqual(['done', 'note-draft-published']);
    expect(await notes()).toBe(before + 1);
    const { noteId, state } = await view(id);
    expect(state).toBe('published');
    expect(await writing.noteQueries.one(desk.workspaceId, noteId ?? '')).toMatchObject({
      auditState: 'pending',
      aiLabel: 'assisted',
      disclosure: 'gifted',
      draftId: id,
      creator: { id: desk.creatorId },
      cover: { id: picture },
      media: [{ id: picture }],
    });
    expect(await refusal(writing.drafts.save(desk, id, aText({ version: 2, body: 'more' })))).toBe(
      'note-draft-published',
    );
    expect(await refusal(writing.drafts.remove(desk.workspaceId, id))).toBe('note-draft-published');
  });

  it('is published once where its answer was lost and the same request comes again', async () => {
    const id = await written();
    const requestKey = randomUUID();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => refusal(publish(id, requestKey))));
    expect(outcomes).toEqual(Array.from({ length: 8 }, () => 'done'));
  });

  it('goes through the audit gate as every note does', async () => {
    const id = await written();
    await publish(id);
    await writing.notes.auditDue(new Date(Date.now() + 60_000));
    const { noteId } = await view(id);
    expect(await writing.noteQueries.one(desk.workspaceId, noteId ?? '')).toMatchObject({
      auditState: 'passed',
    });
  });

  it.each([
    [{ title: ' ' }, 'note-draft-incomplete'],
    [{ body: ' ' }, 'note-draft-incomplete'],
    [{ type: 'image' as const }, 'note-draft-incomplete'],
    [{ body: '全网第一的茶。' }, 'compliance-blocks'],
    [{ body: '品牌方寄来的茶。' }, 'compliance-blocks'],
    [{ body: '品牌方寄来的茶。', disclosure: 'gifted' as const }, 'done'],
  ])('%j is answered with %s, and what is refused becomes no note', async (text, outcome) => {
    const before = await notes();
    expect(await refusal(publish(await written(text)))).toBe(outcome);
    expect(await notes()).toBe(before + (outcome === 'done' ? 1 : 0));
  });

  it('with a picture that says itself that a machine made it is held until the label says so', async () => {
    const picture = await anUpload(database.db, desk.workspaceId, { aiMarked: true });
    const id = await written({ type: 'image', mediaIds: [picture] });
    await expect(publish(id)).rejects.toMatchObject({
      code: 'compliance-blocks',
      about: { field: '/mediaIds/0', detail: expect.stringContaining('AI') },
    });
    await writing.drafts.save(
      desk,
      id,
      aText({ version: 2, type: 'image', mediaIds: [picture], aiLabel: 'generated' }),
    );
    expect(await refusal(publish(id, randomUUID(), 3))).toBe('done');
  });

  it('is not published in a version that its publisher did not see', async () => {
    expect(await refusal(publish(await written(), randomUUID(), 1))).toBe('note-draft-moved-on');
  });

  it('is for desks alone, and for those that speak for somebody', async () => {
    const brand = { workspaceId: await aWorkspace(database.db), person: null };
    expect(await refusal(writing.drafts.start(brand, aStart()))).toBe('creator-desk-only');
    const untied = { workspaceId: await aWorkspace(database.db, 'creator'), person: null };
    const id = await writing.drafts.start(untied, aStart());
    await writing.drafts.save(untied, id, aText());
    expect(await refusal(writing.drafts.publish(untied, id, { version: 2, requestKey: randomUUID() }))).toBe(
      'creator-desk-only',
    );
  });

  it('is one of so many, also when the last two are begun at once', async () => {
    const full = await aDesk(database.db);
    await Promise.all(Array.from({ length: noteDraftsMax - 1 }, () => begun(full)));
    const outcomes = await Promise.all([refusal(begun(full)), refusal(begun(full))]);
    expect(outcomes.filter((outcome) => outcome === 'too-many-kept')).toHaveLength(1);
  });

  it('is listed with those of its state, page by page', async () => {
    const own = await aDesk(database.db);
    const ids = [await begun(own), await begun(own), await begun(own)];
    const first = await writing.queries.list(own.workspaceId, { show: 'draft', limit: 2 });
    const rest = await writing.queries.list(own.workspaceId, {
      show: 'draft',
      limit: 2,
      cursor: first.nextCursor ?? '',
    });
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids.reverse());
    expect(rest.nextCursor).toBeNull();
    await writing.drafts.remove(own.workspaceId, ids[0] ?? '');
    expect((await writing.queries.list(own.workspaceId, { show: 'draft', limit: 50 })).items).toHaveLength(2);
  });
});
