import { homepage, qiangua, shortlist } from '../../test/creator-files';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { Observer } from '../../test/observer';
import { aBrand } from '../../test/people';
import { CreatorImport } from '../creators/import-creators';

let made = 0;
/** Ids that no other test of this file has. */
const anId = (): string => `6a${(++made).toString(16).padStart(22, '0')}`;
const aNumber = (): string => `tea_${++made}`;

describe('creators that files speak of', () => {
  let database: TestDatabase;
  let lin: Observer;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  beforeEach(async () => {
    lin = new Observer(database, await aBrand(database.db));
  });
  afterAll(() => database.close());

  /** Somebody of the directory, with her id there. */
  async function known(redId: string, platformId: string | null = null, more: object = {}): Promise<string> {
    const { imported } = await new CreatorImport(database.db).run([
      { redId, platformId, name: '小满', followers: 50_000, imageCents: 300_000, ...more },
    ]);
    expect(imported).toBe(1);
    const [row] = await database.owner<{ id: string }>(`select id from creator where red_id = '${redId}'`);
    return row?.id ?? '';
  }

  it('are one over several files, with every source kept, and what cannot both be right shown', async () => {
    const number = aNumber();
    await lin.bringIn('1.csv', shortlist({ 小红书号: number, 图文报价: '3000', 数据日期: '2026-10-20' }));
    await lin.bringIn('2.csv', shortlist({ 小红书号: number, 图文报价: '3500', 粉丝量: '5.1万' }));
    await lin.bringIn(
      '3.csv',
      qiangua({
        小红书号: number,
        达人ID: '8812',
        粉丝数: 70_000,
        图文报价: 3_500,
        CPM: 900,
        视频报价: '面议',
      }),
    );
    const [row, ...others] = await lin.creatorList();
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      called: { by: 'red', source: null, id: number },
      redId: number,
      creator: null,
      doubt: null,
      day: '2026-11-01',
      snapshots: 3,
      sources: ['P3', 'V1'],
      category: '美食',
      followers: { value: 51_000, halfWidth: 500 },
      imageQuote: 350_000,
      disagreements: 1,
    });
    const view = await lin.creator(row?.id);
    expect(view.joined.figures.find(({ figure }) => figure === 'followers')).toMatchObject({
      source: 'P3',
      reading: { value: 51_000, half: 500 },
      others: [{ source: 'V1', reading: { value: 70_000 }, verdict: 'disagrees' }],
    });
    expect(view.joined.figures.find(({ figure }) => figure === 'imageQuote')?.others).toMatchObject([
      { source: 'V1', verdict: 'agrees' },
    ]);
    expect(view.joined.figures.map(({ figure }) => figure)).toEqual(expect.arrayContaining(['cpmRead']));
    expect(view.joined.figures.map(({ figure }) => figure)).not.toContain('cpm');
    expect(view.joined.onRequest).toEqual(['videoQuote']);
    expect(view.joined.series.imageQuote?.map(({ day, reading }) => [day, reading.value])).toEqual([
      ['2026-10-20', 300_000],
      ['2026-11-01', 350_000],
    ]);
    expect(view.files.map(({ name, rows }) => [name, rows])).toEqual(
      expect.arrayContaining([
        ['1.csv', 1],
        ['3.csv', 1],
      ]),
    );
    expect(JSON.stringify(view)).not.toContain('小满');
  });

  it.each([
    ['number', [0, 1]],
    ['page', [1, 0]],
  ] as const)('are one by home page and number, whichever file comes first: the %s', async (_, order) => {
    const [number, page] = [aNumber(), anId()];
    const files = [
      shortlist({ 小红书号: number }),
      qiangua({ 小红书号: number, 小红书主页: homepage(page) }),
    ] as const;
    for (const at of order) await lin.bringIn(`${at}.csv`, files[at]);
    expect(await lin.creatorList()).toMatchObject([
      { called: { by: 'id', id: page }, redId: number, platformId: page, snapshots: 2 },
    ]);
  });

  it('are who the directory has by page or number, and stand beside what was counted here', async () => {
    const [number, page] = [aNumber(), anId()];
    const creatorId = await known(number, page);
    await lin.bringIn('1.csv', shortlist({ 小红书号: number, 图文报价: 2_800 }));
    const [row] = await lin.creatorList({ show: 'joined' });
    expect(row).toMatchObject({ creator: { id: creatorId, name: '小满' }, joinedBy: 'platform-id' });
    expect(await lin.creatorList({ show: 'unjoined' })).toEqual([]);
    const { observed } = await lin.creators.of(lin.workspaceId, creatorId);
    expect(observed?.id).toBe(row?.id);
    expect(observed?.compared).toMatchObject([
      { figure: 'followers', said: { reading: { value: 50_000 } }, counted: { value: 50_000 }, agrees: true },
      { figure: 'imageQuote', said: { source: 'P3' }, counted: { value: 300_000 }, agrees: false },
    ]);
    expect((await lin.creatorList({ search: '小满' })).map(({ id }) => id)).toEqual([row?.id]);
  });

  it('are found by whoever enters the directory later', async () => {
    const number = aNumber();
    await lin.bringIn('1.csv', shortlist({ 小红书号: number }));
    expect(await lin.creatorList()).toMatchObject([{ creator: null, doubt: null }]);
    const creatorId = await known(number);
    expect(await lin.creatorList()).toMatchObject([{ creator: { id: creatorId }, joinedBy: 'red-id' }]);
  });

  it('are nobody by a vendor’s id alone, however alike, until a person says so; that holds later and can be taken back', async () => {
    const number = aNumber();
    const creatorId = await known('88120001', null, { followers: 52_000, imageCents: 350_000 });
    await lin.bringIn('1.csv', qiangua({ 达人ID: '88120001', 图文报价: 3_500 }));
    await lin.bringIn('2.csv', shortlist({ 小红书号: number, 粉丝量: 52_000, 图文报价: 3_500 }));
    const [waiting, ...others] = await lin.unmatchedCreators();
    expect(others).toEqual([]);
    expect(waiting).toMatchObject({
      called: { by: 'vendor', source: 'V1', id: '88120001' },
      doubt: 'no-number',
      creator: null,
    });
    expect(waiting?.likely).toMatchObject([
      { creatorId, observedCreatorId: null, name: '小满', hints: [], sameFigures: 2, figures: 2 },
      { creatorId: null, redId: number, sameFigures: 2, figures: 2 },
    ]);

    await lin.chooseCreator(waiting?.id, { creatorId });
    expect(await lin.unmatchedCreators()).toEqual([]);
    await lin.bringIn('3.csv', qiangua({ 达人ID: '88120001', 粉丝数: 53_000, 数据日期: '2026-11-08' }));
    const [joined] = await lin.creatorList({ show: 'joined' });
    expect(joined).toMatchObject({ creator: { id: creatorId }, joinedBy: 'person', snapshots: 2 });

    const [choice] = await lin.creatorChoices();
    expect(choice).toMatchObject({
      called: { by: 'vendor', id: '88120001' },
      joined: true,
      observed: { id: joined?.id, creator: { id: creatorId } },
    });
    expect((await lin.creator(joined?.id)).choices).toHaveLength(1);
    await lin.creators.drop(lin.workspaceId, choice?.nameKey ?? '');
    expect(await lin.unmatchedCreators()).toMatchObject([{ doubt: 'no-number', snapshots: 2 }]);
    expect(await lin.creatorChoices()).toEqual([]);
  });

  it('may be the creator of other files, or nobody else', async () => {
    const number = aNumber();
    await lin.bringIn('1.csv', qiangua({ 达人ID: '1', 粉丝数: 900 }, { 达人ID: '2' }));
    await lin.bringIn('2.csv', shortlist({ 小红书号: number }));
    const [one, two] = (await lin.unmatchedCreators()).sort((a, b) => (a.called.id < b.called.id ? -1 : 1));
    const other = (await lin.creatorList()).find(({ redId }) => redId === number);
    await lin.chooseCreator(one?.id, { sameAs: other?.id });
    await lin.chooseCreator(two?.id, {});
    expect(await lin.unmatchedCreators()).toEqual([]);
    const rows = await lin.creatorList();
    expect(rows.map(({ called: { id }, snapshots }) => [id, snapshots])).toEqual(
      expect.arrayContaining([
        ['2', 1],
        [number, 2],
      ]),
    );
    expect(rows).toHaveLength(2);
  });

  it('wait where a number has two pages, where a row has two, and where the directory has another page', async () => {
    const [number, first, second] = [aNumber(), anId(), anId()];
    await lin.bringIn(
      '1.csv',
      qiangua(
        { 小红书号: number, 小红书主页: homepage(first) },
        { 小红书号: number, 小红书主页: homepage(second), 数据日期: '2026-10-01' },
      ),
    );
    await lin.bringIn(
      '2.csv',
      shortlist({ 小红书号: number }, { 小红书号: anId(), 小红书主页: homepage(first) }),
    );
    const waiting = await lin.unmatchedCreators();
    expect(waiting.map(({ doubt, likely }) => [doubt, likely.map(({ hints }) => hints)]).sort()).toEqual([
      ['several', [['same-number'], ['same-number']]],
      ['two-ids', [['same-id']]],
    ]);
    const creatorId = await known(number, anId());
    expect((await lin.unmatchedCreators()).map(({ doubt }) => doubt).sort()).toEqual([
      'other-page',
      'other-page',
      'several',
      'two-ids',
    ]);
    const one = (await lin.unmatchedCreators()).find(({ platformId }) => platformId === first);
    const likely = expect.objectContaining({ creatorId, hints: ['same-number'] }) as object;
    expect(one?.likely).toEqual(expect.arrayContaining([likely]));
  });

  it('are suggested by the same vendor and by the page of Pugongying', async () => {
    const [number, page] = [aNumber(), anId()];
    const creatorId = await known(aNumber(), page, { followers: 7 });
    await lin.bringIn('1.csv', qiangua({ 达人ID: '77', 小红书号: number, 数据日期: '2026-10-01' }));
    await lin.bringIn(
      '2.csv',
      qiangua({
        达人ID: '77',
        蒲公英主页: `https://pgy.xiaohongshu.com/solar/pre-trade/blogger-detail/${page}`,
      }),
    );
    const [waiting] = await lin.unmatchedCreators();
    expect(waiting?.likely.map(({ creatorId: id, redId, hints }) => [id ?? redId, hints]).sort()).toEqual(
      [
        [creatorId, ['same-pugongying-page']],
        [number, ['same-vendor-id']],
      ].sort(),
    );
  });

  it('are gone again when their file is taken back, and as they were where another file changed them', async () => {
    const [number, page] = [aNumber(), anId()];
    await lin.bringIn('1.csv', shortlist({ 小红书号: number }));
    const second = await lin.bringIn(
      '2.csv',
      shortlist({ 小红书号: number, 粉丝量: 60_000, 小红书主页: homepage(page) }, { 小红书号: aNumber() }),
    );
    expect((await lin.creatorList()).map(({ called: { by }, followers }) => [by, followers])).toEqual([
      ['id', 60_000],
      ['red', 50_000],
    ]);
    await lin.takeBack(second);
    expect(await lin.creatorList()).toMatchObject([
      { called: { by: 'red', id: number }, platformId: null, followers: 50_000, snapshots: 1 },
    ]);
  });

  it('are searched, sorted, filtered and paged without a gap', async () => {
    await lin.bringIn(
      '1.csv',
      shortlist(
        ...[3, 1, 2].map((n) => ({ 小红书号: `page_${n}`, 粉丝量: n * 1_000, 地域: n === 2 ? '上海' : '' })),
        { 小红书号: 'page_9', 粉丝量: '' },
      ),
    );
    await lin.bringIn('2.csv', qiangua({ 小红书号: 'page_2', 粉丝数: 9_000, 图文报价: 100 }));
    for (const sort of ['followers', 'day', 'imageQuote', 'disagreements'] as const) {
      const seen: string[] = [];
      for (let cursor: string | undefined; ;) {
        const ask = { sort, show: 'all', limit: 1, ...(cursor && { cursor }) } as const;
        const page = await lin.creators.list(lin.workspaceId, ask);
        seen.push(...page.items.map(({ redId }) => redId ?? ''));
        if (!page.nextCursor) break;
        cursor = page.nextCursor;
      }
      expect([sort, [...seen].sort()]).toEqual([sort, ['page_1', 'page_2', 'page_3', 'page_9']]);
      if (sort === 'followers') expect(seen).toEqual(['page_3', 'page_2', 'page_1', 'page_9']);
    }
    const numbers = async (query: Parameters<Observer['creatorList']>[0]) =>
      (await lin.creatorList(query)).map(({ redId }) => redId);
    expect(await numbers({ show: 'disagreeing' })).toEqual(['page_2']);
    expect(await numbers({ search: 'PAGE_1' })).toEqual(['page_1']);
    expect(await numbers({ search: '上海' })).toEqual(['page_2']);
    expect(await numbers({ search: '%' })).toEqual([]);
  });

  it('of one workspace are nobody’s in another', async () => {
    const creatorId = await known(aNumber());
    const number = aNumber();
    await lin.bringIn('1.csv', qiangua({ 达人ID: '5' }, { 小红书号: number }));
    const wen = new Observer(database, await aBrand(database.db, { name: 'Wen' }));
    const [mine] = await lin.unmatchedCreators();
    expect(await wen.creatorList()).toEqual([]);
    expect(await wen.unmatchedCreators()).toEqual([]);
    expect(await wen.creators.of(wen.workspaceId, creatorId)).toEqual({ observed: null });
    await expect(wen.creator(mine?.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(wen.chooseCreator(mine?.id, { creatorId })).rejects.toMatchObject({
      code: 'not-found',
      about: { field: '/observedCreatorId' },
    });
    await wen.bringIn('1.csv', qiangua({ 达人ID: '5' }));
    const [theirs] = await wen.unmatchedCreators();
    await expect(wen.chooseCreator(theirs?.id, { sameAs: mine?.id })).rejects.toMatchObject({
      about: { field: '/sameAs' },
    });
    await lin.chooseCreator(mine?.id, { creatorId });
    expect(await wen.unmatchedCreators()).toHaveLength(1);
    const [choice] = await lin.creatorChoices();
    await expect(wen.creators.drop(wen.workspaceId, choice?.nameKey ?? '')).rejects.toMatchObject({
      code: 'not-found',
      about: { field: '/nameKey' },
    });
  });

  it('cannot be joined to somebody who has no number herself', async () => {
    await lin.bringIn('1.csv', qiangua({ 达人ID: '5' }, { 达人ID: '6' }));
    const [one, other] = await lin.unmatchedCreators();
    await expect(lin.chooseCreator(one?.id, { sameAs: other?.id })).rejects.toMatchObject({
      code: 'invalid-input',
      about: { field: '/sameAs', remedy: expect.stringContaining('account number') as string },
    });
  });
});
