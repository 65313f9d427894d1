import { freshDatabase, type TestDatabase } from '../../test/database';
import { aDesk, aStart, aText, refusal, writingOn } from '../../test/note-drafts';
import { runAndKill, type Told } from '../../test/run-and-kill';
import { NoticesQueries } from '../insights/notices.queries';

const hourMs = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hourMs);

describe('a note that publishes itself', () => {
  let database: TestDatabase;
  let writing: ReturnType<typeof writingOn>;
  let desk: Awaited<ReturnType<typeof aDesk>>;
  beforeAll(async () => {
    database = await freshDatabase();
    writing = writingOn(database.db);
    desk = await aDesk(database.db);
  });
  afterAll(() => database.close());

  const written = async (text: Parameters<typeof aText>[0] = {}) => {
    const id = await writing.drafts.start(desk, aStart());
    await writing.drafts.save(desk, id, aText(text));
    return id;
  };
  const view = (id: string) => writing.queries.one(desk.workspaceId, id);
  const schedule = (id: string, at: Date, version = 2) =>
    writing.drafts.schedule(desk.workspaceId, id, { version, at: at.toISOString() });
  const notesOf = (id: string) => database.owner('select id from note where request_key = $1', [id]);

  it('does so at its time, once, however many workers look', async () => {
    const id = await written();
    await schedule(id, inHours(2));
    expect(await writing.clock.publishDue(inHours(1))).toBe(0);
    expect((await view(id)).state).toBe('scheduled');
    const looks = await Promise.all([1, 2, 3, 4].map(() => writing.clock.publishDue(inHours(3))));
    expect(looks.reduce((sum, one) => sum + one)).toBe(1);
    expect(await view(id)).toMatchObject({ state: 'published', scheduledFor: null });
    expect(await notesOf(id)).toHaveLength(1);
  });

  it('is scheduled twice to one time, and moved to another', async () => {
    const id = await written();
    const at = inHours(2);
    expect(await Promise.all([refusal(schedule(id, at)), refusal(schedule(id, at))])).toEqual([
      'done',
      'done',
    ]);
    const later = inHours(5);
    await schedule(id, later);
    expect((await view(id)).scheduledFor).toBe(later.toISOString());
  });

  it.each([
    [-1, 'is past'],
    [0.05, 'less than 5 minutes'],
    [24 * 31, 'more than 30 days'],
  ])('is not scheduled %d hours from now: it says why, and from when', async (hours, words) => {
    const id = await written();
    await expect(schedule(id, inHours(hours))).rejects.toMatchObject({
      code: 'schedule-out-of-reach',
      about: {
        field: '/at',
        detail: expect.stringContaining(words),
        remedy: expect.stringContaining('from 20'),
      },
    });
    expect((await view(id)).state).toBe('draft');
  });

  it('stays as it was scheduled until it is taken off', async () => {
    const id = await written();
    await schedule(id, inHours(2));
    expect(await refusal(writing.drafts.save(desk, id, aText({ version: 2, body: '改一改。' })))).toBe(
      'note-draft-scheduled',
    );
    await writing.drafts.unschedule(desk.workspaceId, id);
    await writing.drafts.unschedule(desk.workspaceId, id);
    expect(await writing.clock.publishDue(inHours(3))).toBe(0);
    await writing.drafts.save(desk, id, aText({ version: 2, body: '改一改。' }));
    expect(await view(id)).toMatchObject({ state: 'draft', version: 3 });
  });

  it('is not scheduled while something blocks it', async () => {
    expect(await refusal(schedule(await written({ body: '全网第一的茶。' }), inHours(2)))).toBe(
      'compliance-blocks',
    );
    expect(await refusal(schedule(await written({ title: '' }), inHours(2)))).toBe('note-draft-incomplete');
  });

  it('that may not be published at its time goes back to its writer, who reads why in the bell', async () => {
    const id = await written();
    const other = await written();
    await schedule(id, inHours(2));
    await schedule(other, inHours(2));
    // The rules may change in a month; here the words do, behind the back of the service.
    await database.owner(`update note_draft set body = '全网第一的茶。' where id = $1`, [id]);
    const now = inHours(2.5);
    expect(await writing.clock.publishDue(now)).toBe(1);
    expect(await view(id)).toMatchObject({
      state: 'draft',
      scheduledFor: null,
      noteId: null,
      failure: { code: 'compliance-blocks', at: now.toISOString(), detail: expect.stringContaining('第一') },
    });
    expect((await view(other)).state).toBe('published');
    const bell = await new NoticesQueries(database.db).notices(
      desk.workspaceId,
      { id: desk.person.id, role: 'owner' },
      { limit: 20 },
    );
    expect(bell.items).toContainEqual(expect.objectContaining({ kind: 'schedule-failed', subjectId: id }));
    // Written on, it is a draft like any other.
    await writing.drafts.save(desk, id, aText({ version: 2, body: '一杯茶。' }));
    expect((await view(id)).failure).toBeNull();
  });

  it('leaves one note or a scheduled draft, and nothing between, when the process is killed', async () => {
    const told: Told = { asked: new Set(), done: new Map() };
    for (const afterMs of [0, 7, 19])
      expect(
        await runAndKill(
          'publish-loop.ts',
          { DATABASE_URL: database.url, WORKSPACE_ID: desk.workspaceId },
          told,
          { acknowledged: 6, afterMs },
        ),
      ).toBe('SIGKILL');
    await writing.clock.publishDue(inHours(24));
    for (const id of told.asked) {
      const { state, noteId, version } = await view(id);
      expect(told.done.get(id) ?? noteId).toBe(noteId);
      expect([state, (await notesOf(id)).length]).toEqual([state, state === 'published' ? 1 : 0]);
      // Only what was not scheduled yet is still a draft, and can be published.
      if (state === 'draft')
        await writing.drafts.publish(desk, id, {
          version,
          requestKey: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d21',
        });
      expect(await notesOf(id)).toHaveLength(1);
    }
    const [wrong] = await database.owner<{ n: number }>(
      `select count(*)::int as n from note_draft d where (state = 'published') <> exists (select from note where request_key = d.id)`,
    );
    expect(wrong?.n).toBe(0);
  }, 120_000);
});
