import {
  bodyExamples,
  type DirectoryMediaKit,
  type MediaKitDesk,
  type NewKitLinkView,
  type Problem,
  type SaveMediaKit,
  type SharedMediaKit,
} from '@poolrise/contracts';
import { newToken } from '../accounts/link-keys';
import { anObservedNote } from '../../test/creators';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aNoteInPool } from '../../test/notes';
import { aBrand, aMember, browserOf, type BrowserHeaders } from '../../test/people';
import { aDesk } from '../../test/recruitments';
import { startServer, type TestServer } from '../../test/server';
import { measureCreators } from '../creators/measure-creators';

interface Desk {
  workspaceId: string;
  creatorId: string;
  headers: BrowserHeaders;
}

describe('a media kit', () => {
  let database: TestDatabase;
  let server: TestServer;
  let xiaoman: Desk;
  let address = 0;

  const aDeskOf = async (name: string): Promise<Desk> => {
    const { workspaceId, creatorId, person } = await aDesk(database.db, { name, imageCents: 90_000 });
    const headers = await browserOf(database.db, { id: person?.id ?? '', email: '', workspaceId });
    return { workspaceId, creatorId, headers };
  };
  /** A note of the desk with so many natural reads, and ten times as many that a boost brought. */
  const aNote = async (
    desk: Desk,
    title: string,
    reads: number,
    about: { disclosure?: string; state?: string } = {},
  ) => {
    const { noteId } = await aNoteInPool(database.db, { workspaceId: desk.workspaceId, title });
    await database.owner(
      'update note set creator_id = $2, disclosure = $3, audit_state = $4, published_at = now() where id = $1',
      [noteId, desk.creatorId, about.disclosure ?? 'none', about.state ?? 'passed'],
    );
    await database.owner(
      'update pool_run set impressions = $2 * 10, clicks = $2, likes = $2 / 10, paid_clicks = $2 * 10, paid_impressions = $2 * 100 where note_id = $1',
      [noteId, reads],
    );
    return noteId;
  };
  const call = async <Body>(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    payload?: object,
    headers: BrowserHeaders = xiaoman.headers,
  ) => {
    const answer = await server.inject({
      method,
      url: `/api/v1/${path}`,
      headers,
      ...(payload ? { payload } : {}),
    });
    return { status: answer.statusCode, body: (answer.body ? answer.json() : null) as Body };
  };
  const desk = async () => (await call<MediaKitDesk>('GET', 'media-kit')).body;
  const save = (changes: Partial<SaveMediaKit>, headers?: BrowserHeaders) =>
    call<MediaKitDesk & Problem>(
      'POST',
      'media-kit',
      { ...bodyExamples.saveMediaKit, version: 0, ...changes },
      headers,
    );
  const aLink = async (ask: object = {}) => (await call<NewKitLinkView>('POST', 'media-kit/links', ask)).body;
  /** Somebody without an account or a cookie. */
  const visit = async (token: string, password?: string) => {
    const answer = await server.inject({
      method: 'POST',
      url: '/api/v1/share/media-kit',
      headers: { 'x-requested-with': 'poolrise', 'user-agent': 'a phone' },
      remoteAddress: `203.0.113.${(address % 200) + 1}`,
      payload: { token, ...(password ? { password } : {}) },
    });
    return { status: answer.statusCode, text: answer.body, body: answer.json<SharedMediaKit & Problem>() };
  };

  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer(database);
  });
  beforeEach(async () => {
    address += 1;
    xiaoman = await aDeskOf('小满');
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  it('is counted from the record and the notes: the better half of the daily ones, by natural readers', async () => {
    for (const reads of [100, 110, 20_000])
      await anObservedNote(database.db, xiaoman.creatorId, {
        publishedAt: '2026-11-10T10:00+08',
        reads: [reads, reads],
      });
    await database.db.asEngine((tx) => measureCreators((sql, values) => tx.query(sql, values), '2026-11-24'));
    for (const [title, reads] of [
      ['一', 100],
      ['二', 900],
      ['三', 300],
      ['四', 500],
    ] as const)
      await aNote(xiaoman, title, reads);
    await aNote(xiaoman, '合作', 9_000, { disclosure: 'sponsored' });
    await aNote(xiaoman, '被拒', 9_000, { state: 'rejected' });
    const { document, choices } = await desk();
    expect(document?.notes).toMatchObject({ chosen: false, from: 4, median: 400 });
    expect(document?.notes?.items.map(({ title, reads }) => [title, reads])).toEqual([
      ['二', 900],
      ['四', 500],
    ]);
    expect(document?.figures?.medians['daily.natural']).toMatchObject({ notes: 3, reads: 110 });
    expect([document?.measuredNotes, document?.asOf, document?.rates?.imageCents]).toEqual([
      3,
      '2026-11-24',
      90_000,
    ]);
    expect(choices.map(({ title }) => title)).toEqual(['二', '四', '合作', '三', '一']);
  });

  it('is saved by whoever read its last state: of two at one moment one is told to look again', async () => {
    const both = await Promise.all([save({ introZh: '我是甲' }), save({ introZh: '我是乙' })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const refused = both.find(({ status }) => status === 409)?.body;
    expect(refused).toMatchObject({ code: 'media-kit-moved-on', field: '/version', figures: { version: 1 } });
    const kept = both.find(({ status }) => status === 200)?.body;
    expect(await desk()).toMatchObject({ version: 1, introZh: kept?.introZh });
    // A lost answer that is asked for again changes nothing.
    expect((await save({ introZh: kept?.introZh ?? '' })).body).toMatchObject({ version: 1 });
  });

  it('holds only what may be shown: notes of its own that passed, terms that an order can have, words that may be published', async () => {
    const other = await aDeskOf('阿远');
    const [own, foreign, limited] = [
      await aNote(xiaoman, '一杯好茶', 10),
      await aNote(other, '别人的', 10),
      await aNote(xiaoman, '限流', 10, { state: 'limited' }),
    ];
    for (const noteIds of [
      [own, foreign],
      [own, limited],
    ])
      expect((await save({ noteIds })).body).toMatchObject({ code: 'invalid-input', field: '/noteIds/1' });
    const { terms } = bodyExamples.saveMediaKit;
    expect((await save({ terms: { ...terms, protectionDays: 3 } })).body).toMatchObject({
      code: 'invalid-input',
      field: '/terms/protectionDays',
    });
    expect((await save({ terms: { ...terms, revisionsMost: 9 } })).body.field).toBe('/terms/revisionsMost');
    expect((await save({ includedZh: '这款茶根治失眠，三天见效' })).body).toMatchObject({
      code: 'compliance-blocks',
      field: '/includedZh',
    });
    expect((await save({ introZh: '茶'.repeat(301) })).body).toMatchObject({ code: 'invalid-input' });
    expect((await save({ noteIds: [own] })).body).toMatchObject({
      version: 1,
      document: { notes: { chosen: true, items: [{ title: '一杯好茶' }] } },
    });
    // What was taken back later is not shown any more, and does not stand in the way of the next save.
    await database.owner(`update note set audit_state = 'limited' where id = $1`, [own]);
    expect(await desk()).toMatchObject({ noteIds: [], document: { notes: { chosen: false, items: [] } } });
  });

  it('is seen through a link without any cookie, and says exactly what is chosen and nothing of the desk', async () => {
    await database.owner(`update creator set served_brands = '{绒绒家纺}' where id = $1`, [
      xiaoman.creatorId,
    ]);
    await aNote(xiaoman, '一杯好茶', 10);
    await save({ sections: ['figures', 'rates'], language: 'zh', introEn: 'not in this language' });
    const { token } = await aLink({ days: 30 });
    const { status, body, text } = await visit(token);
    expect(status).toBe(200);
    expect(Object.keys(body).toSorted()).toEqual([
      ...['asOf', 'audience', 'brands', 'categories', 'city', 'figures', 'followers', 'intro', 'language'],
      ...['measuredNotes', 'name', 'notes', 'openUntil', 'personas', 'province', 'rates', 'readAt', 'redId'],
      ...['sections', 'service', 'styles', 'subCategories', 'tier', 'verified'],
    ]);
    expect(body).toMatchObject({ audience: null, brands: null, notes: null, service: null, name: '小满' });
    expect(Object.keys(body.figures?.values ?? {}).toSorted()).toEqual([
      ...['finishShare', 'followers', 'growth30d', 'hundredLikesShare', 'interactionRate', 'readsMedian'],
    ]);
    expect(Object.keys(body.rates ?? {}).toSorted()).toEqual([
      'imageCents',
      'included',
      'terms',
      'videoCents',
    ]);
    for (const hidden of [
      '绒绒家纺',
      'not in this language',
      '一杯好茶',
      xiaoman.workspaceId,
      xiaoman.creatorId,
      token,
    ])
      expect(text).not.toContain(hidden);
  });

  it('shows in links what was saved last, and counts how often they were opened and not by whom', async () => {
    await save({ introZh: '旧的' });
    const { token, id } = await aLink();
    expect((await visit(token)).body.intro.zh).toBe('旧的');
    await save({ introZh: '新的', version: 1 });
    expect((await visit(token)).body.intro.zh).toBe('新的');
    const [link] = (await desk()).links;
    expect(link).toMatchObject({ id, views: 2, days: [{ visits: 2 }] });
    expect(link).not.toHaveProperty('token');
    const kept = await database.owner<object>('select * from media_kit_visit where link_id = $1', [id]);
    expect(kept.map((row) => Object.keys(row).toSorted())).toEqual([
      ['day', 'link_id', 'visits', 'workspace_id'],
    ]);
  });

  it('counts everybody who comes at one moment', async () => {
    const { token } = await aLink();
    const seen = await Promise.all(Array.from({ length: 8 }, () => visit(token)));
    expect(seen.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect((await desk()).links[0]?.views).toBe(8);
  });

  it('opens nothing by a link that is closed, over, forged, or of a desk that speaks for nobody any more', async () => {
    const [closed, over, locked, untied] = [
      await aLink(),
      await aLink(),
      await aLink({ password: 'first-flush' }),
      await aLink(),
    ];
    expect((await call('DELETE', `media-kit/links/${closed.id}`)).status).toBe(204);
    expect((await call('DELETE', `media-kit/links/${closed.id}`)).status).toBe(204);
    await database.owner(`update media_kit_link set expires_at = now() where id = $1`, [over.id]);
    for (const token of [closed.token, over.token, newToken()])
      expect((await visit(token)).body).toMatchObject({ status: 410, code: 'link-not-open' });
    expect((await visit(locked.token)).body.code).toBe('link-password-needed');
    expect((await visit(locked.token, 'a guess')).body.code).toBe('link-password-wrong');
    expect((await visit(locked.token, 'first-flush')).status).toBe(200);
    await database.owner('update workspace set creator_id = null where id = $1', [xiaoman.workspaceId]);
    expect((await visit(untied.token)).body.code).toBe('link-not-open');
    expect(await desk()).toMatchObject({ document: null });
    expect((await save({})).body).toMatchObject({ code: 'creator-desk-only' });
    expect((await call<Problem>('POST', 'media-kit/links', {})).body.code).toBe('creator-desk-only');
  });

  it('stays inside its desk: another finds no link of it, and who only looks on writes nothing', async () => {
    const { id } = await aLink();
    const other = await aDeskOf('阿远');
    expect((await call('DELETE', `media-kit/links/${id}`, undefined, other.headers)).status).toBe(404);
    expect((await call<MediaKitDesk>('GET', 'media-kit', undefined, other.headers)).body.links).toEqual([]);
    const lee = await browserOf(database.db, await aMember(database.db, xiaoman.workspaceId, 'analyst'));
    expect((await save({}, lee)).body.code).toBe('role-too-low');
  });

  it('keeps no more than twenty links open, also when two are made at one moment', async () => {
    for (let made = 0; made < 19; made++) await aLink();
    const last = await Promise.all([0, 1].map(() => call<Problem>('POST', 'media-kit/links', {})));
    expect(last.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  it('stands in the directory when the creator says so, and not before or after', async () => {
    const lin = await browserOf(database.db, await aBrand(database.db));
    const found = async () =>
      (await call<DirectoryMediaKit>('GET', `creators/${xiaoman.creatorId}/media-kit`, undefined, lin)).body
        .kit;
    expect(await found()).toBeNull();
    await save({ visible: true, introZh: '只写喝过的' });
    expect(await found()).toMatchObject({ intro: { zh: '只写喝过的' }, openUntil: null });
    await save({ visible: false, version: 1 });
    expect(await found()).toBeNull();
  });
});
