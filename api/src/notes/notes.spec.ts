import type { PublishNote } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aWorkspace } from '../../test/people';
import { poolsOn } from '../../test/pools';
import { aNoteToPublish } from '../../test/publishing';
import type { NotesService } from './notes.service';

describe('publishing a note', () => {
  let database: TestDatabase;
  let notes: NotesService;
  let lin: string;

  beforeAll(async () => {
    database = await freshDatabase(25);
    ({ notes } = poolsOn(database.db));
    lin = await aWorkspace(database.db);
  });
  afterAll(() => database.close());

  interface Row {
    id: string;
    keywords: string[];
    keyword_weights: number[];
    words: string;
    audit_state: string;
    audit_due_at: Date;
    state: string;
  }
  const published = async (ask: PublishNote): Promise<Row> => {
    const id = await notes.publish(lin, ask);
    const [row] = await database.owner<Row>(
      `select note.*, note_search.words::text as words from note join note_search on note_search.note_id = note.id where id = $1`,
      [id],
    );
    if (!row) throw new Error('the note was not stored');
    return row;
  };
  const howMany = async (requestKey: string): Promise<number> =>
    (await database.owner('select from note where request_key = $1', [requestKey])).length;

  it('leaves it waiting for its audit, seconds away', async () => {
    const now = new Date('2026-11-24T08:00:00Z');
    const id = await notes.publish(lin, aNoteToPublish({ category: 'mother-baby' }), now);
    const [row] = await database.owner<Row>('select * from note where id = $1', [id]);
    expect(row).toMatchObject({
      audit_state: 'pending',
      state: 'pending',
      audit_due_at: new Date('2026-11-24T08:00:06Z'),
    });
  });

  it('stores the words of a Chinese note as the trade says them, strongest first', async () => {
    const row = await published(
      aNoteToPublish({
        title: '早C晚A护肤｜敏感肌冷泡茶面霜测评',
        body: '双十一回购清单，敏感肌也能用。',
        topics: ['敏感肌', '双十一'],
      }),
    );
    // The general dictionary would cut 敏感肌 as 敏感/肌, 双十一 as 双/十一, 冷泡茶 as 冷/泡茶.
    expect(row.keywords).toEqual(expect.arrayContaining(['敏感肌', '双十一', '冷泡茶', '面霜', '测评']));
    expect(row.keywords[0]).toBe('敏感肌');
    expect(row.keyword_weights).toEqual([...row.keyword_weights].sort((a, b) => b - a));
    expect(row.keyword_weights.every((weight) => weight > 0 && weight <= 1)).toBe(true);
    expect(row.words).toContain(`'冷泡'`);
  });

  it('stores the words of an English note once for all their forms, as they are written', async () => {
    const row = await published(
      aNoteToPublish({
        language: 'en',
        title: 'Brewing oolong: three brews compared',
        body: 'I brewed the same oolong three times. The brew with cooler water won.',
        topics: ['oolong'],
      }),
    );
    expect(row.keywords.filter((word) => word.startsWith('brew'))).toEqual(['brewing']);
    expect(row.keywords).toContain('oolong');
    expect(row.keywords).not.toContain('the');
    expect(row.words).toContain(`'brew'`);
  });

  it('knows a creator by the platform’s number, and makes a new one known', async () => {
    const ask = () => aNoteToPublish({ creator: { redId: 'a_new_face', name: '新面孔', followers: 3 } });
    await Promise.all([published(ask()), published(ask())]);
    expect(await database.owner(`select from creator where red_id = 'a_new_face'`)).toHaveLength(1);
    await expect(notes.publish(lin, aNoteToPublish({ creatorId: randomUUID() }))).rejects.toMatchObject({
      code: 'not-found',
      about: { field: '/creatorId' },
    });
  });

  it('happens once for a request key, however often it is sent', async () => {
    const ask = aNoteToPublish();
    const ids = [await notes.publish(lin, ask), await notes.publish(lin, ask)];
    const together = await Promise.all(Array.from({ length: 8 }, () => notes.publish(lin, ask)));
    expect(new Set([...ids, ...together]).size).toBe(1);
    expect(await howMany(ask.requestKey)).toBe(1);
  });

  it('happens once when a request is sent eight times at the same moment', async () => {
    const ask = aNoteToPublish({ title: '同一时刻按了八次' });
    const ids = await Promise.all(Array.from({ length: 8 }, () => notes.publish(lin, ask)));
    expect(new Set(ids).size).toBe(1);
    expect(await howMany(ask.requestKey)).toBe(1);
  });

  it.each<[string, Partial<PublishNote>]>([
    ['another title', { title: '夏日冷泡茶' }],
    ['another body', { body: '九十度水。' }],
    ['other topics', { topics: ['春茶'] }],
    ['another creator', { creator: { redId: 'someone_else', name: '别人', followers: 0 } }],
    ['another category', { category: 'travel' }],
    ['another disclosure', { disclosure: 'none' }],
  ])('is refused under a key that was used with %s', async (_, changes) => {
    const ask = aNoteToPublish();
    await notes.publish(lin, ask);
    await expect(notes.publish(lin, { ...ask, ...changes })).rejects.toMatchObject({
      code: 'request-key-reused',
    });
    expect(await howMany(ask.requestKey)).toBe(1);
  });

  it('under one key in two workspaces is two notes', async () => {
    const ask = aNoteToPublish();
    const wen = await aWorkspace(database.db);
    expect(await notes.publish(wen, ask)).not.toBe(await notes.publish(lin, ask));
  });

  describe('with a yardstick of its own', () => {
    it('is refused to a brand: dull variants would make any note stand out', async () => {
      const ask = aNoteToPublish({ peerGroup: 'my own yardstick' });
      await expect(notes.publish(lin, ask)).rejects.toMatchObject({
        code: 'platform-only',
        about: { field: '/peerGroup' },
      });
      expect(await howMany(ask.requestKey)).toBe(0);
    });

    it('is open to the platform, and is a part of the request', async () => {
      const platform = await aWorkspace(database.db, 'platform');
      const ask = aNoteToPublish({ peerGroup: 'spring headlines' });
      const id = await notes.publish(platform, ask);
      expect(await notes.publish(platform, ask)).toBe(id);
      for (const peerGroup of ['autumn headlines', undefined])
        await expect(notes.publish(platform, { ...ask, peerGroup })).rejects.toMatchObject({
          code: 'request-key-reused',
        });
    });
  });
});
