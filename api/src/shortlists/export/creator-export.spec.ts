import { CreatorExportQuery } from '@poolrise/contracts';
import { type TierScheme, tierSchemes } from '@poolrise/domain';
import { parse } from 'csv-parse/sync';
import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { aCreator } from '../../../test/creators';
import { freshDatabase, type TestDatabase } from '../../../test/database';
import { aBrand, type Someone } from '../../../test/people';
import { entriesOf, shortlistsOn } from '../../../test/shortlists';
import { unzipped } from '../../../test/unzipped';
import { byteOrderMark } from '../../files/csv';
import { safeText } from '../../files/safe-text';

const at = new Date('2026-11-24T06:02:00Z');

describe('files of creators', () => {
  let database: TestDatabase;
  let kept: ReturnType<typeof shortlistsOn>;
  let lin: Someone;

  beforeAll(async () => {
    database = await freshDatabase();
    kept = shortlistsOn(database);
    lin = await aBrand(database.db, { name: '林家茶' });
  });
  afterAll(() => database.close());

  const file = (ask: Record<string, string>, who = lin) =>
    kept.exports.file(who.workspaceId, CreatorExportQuery.parse(ask), at);
  const csvOf = async (ask: Record<string, string>) =>
    (await buffer((await file(ask)).getStream())).toString();
  const rowsOf = async (ask: Record<string, string>) =>
    parse(await csvOf(ask), { bom: true, columns: true }) as Record<string, string>[];
  const sheetsOf = async (ask: Record<string, string>) =>
    unzipped(await buffer((await file({ ...ask, format: 'xlsx' })).getStream()));

  it('are UTF-8 that Excel knows, with lines and quotes by RFC 4180', async () => {
    const id = await aCreator(database.db, { name: '小满 "茶", 🍵\n第二行' });
    const raw = await csvOf({ ids: id, columns: 'name,followers' });
    expect(raw).toBe(
      `${byteOrderMark}昵称,粉丝数,导出时间（北京时间）,导出范围\r\n` +
        `"小满 ""茶"", 🍵\n第二行",8600,2026-11-24 14:02,选中的博主；共 1 位博主\r\n`,
    );
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@sum',
    '\tx',
    '\rx',
    '\nx',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    ' =1',
    '\u200b=1',
    '　=1',
  ])('hold %j as a text', async (name) => {
    const id = await aCreator(database.db, { name });
    const [row] = await rowsOf({ ids: id, columns: 'name', language: 'en' });
    expect(row?.['Name']).toBe(`'${name}`);
  });

  it.each(['小满', 'a=b', '1-2', '', '👋', '“=1”'])('leave %j as it is', (name) => {
    expect(safeText(name)).toBe(name);
  });

  it('keep numbers as numbers, also below zero, and unknown ones empty', async () => {
    const id = await aCreator(database.db, { followers: 900, imageCents: 12_345 });
    await database.owner(
      `insert into creator_figures (creator_id, as_of, followers_30d_ago) values ($1, '2026-11-24', 1000)`,
      [id],
    );
    const [row] = await rowsOf({ ids: id, columns: 'growth30d,imageCents,videoCents', language: 'en' });
    expect(row).toMatchObject({
      'Follower growth': '-0.1',
      'Image note quote (CNY)': '123.45',
      'Video note quote (CNY)': '',
    });
  });

  it('have the columns asked for in that order, in the language asked for, and say it when there is none', async () => {
    const id = await aCreator(database.db);
    const [header] = (
      await csvOf({ ids: id, columns: 'readsMedian,name,readsMedian.percentile,peers' })
    ).split('\r\n');
    expect(header).toContain('阅读中位数,昵称,阅读中位数（同类百分位）,同类博主数,');
    const all = (await csvOf({ ids: id, language: 'en' })).split('\r\n')[0] ?? '';
    expect(all).toContain('Name,Red id,');
    expect(all).not.toContain('percentile');
    expect(CreatorExportQuery.safeParse({ ids: id, columns: 'name,salary' }).success).toBe(false);
  });

  it('of a list hold its notes and tags, in its order', async () => {
    const { id } = await kept.lists.create(lin.workspaceId, lin.id, { name: '春茶 A/B', purpose: '四月' });
    const [tea, cake] = [
      await aCreator(database.db, { name: '茶' }),
      await aCreator(database.db, { name: '糕' }),
    ];
    await kept.lists.add(lin.workspaceId, lin.id, id, entriesOf(tea, cake));
    await kept.lists.annotate(lin.workspaceId, id, cake, { note: '=报价', tags: ['已联系', '茶'] });
    await kept.marks.mark(lin.workspaceId, lin.id, tea, { blacklistedReason: '延期' });
    expect(await rowsOf({ list: id, columns: 'name,note,tags,blacklistedReason' })).toMatchObject([
      { 昵称: '茶', 备注: '', 标签: '', 黑名单原因: '延期' },
      {
        昵称: '糕',
        备注: "'=报价",
        标签: '已联系、茶',
        黑名单原因: '',
        导出范围: '名单“春茶 A/B”；共 2 位博主',
      },
    ]);
    const { disposition } = (await file({ list: id })).getHeaders();
    expect(decodeURIComponent(String(disposition))).toContain('名单 春茶 A B 2026-11-24.csv');
    const wen = await aBrand(database.db);
    await expect(file({ list: id }, wen)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('of a search say what was asked', async () => {
    const id = await aCreator(database.db, { followers: 77_000, categories: ['outdoor'] });
    await aCreator(database.db, { followers: 76_000, categories: ['pets'] });
    const rows = await rowsOf({ search: 'category=outdoor&followers=70000..80000', columns: 'redId' });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.['导出范围']).toBe('博主搜索结果；类目: 户外；粉丝数: 70000..80000；共 1 位博主');
    expect(id).toBeTruthy();
  });

  it('are longer than what is read at once, and complete', async () => {
    await database.owner(
      `insert into creator (name, red_id, followers, gender, city_tier, categories)
       select 'c' || n, 'long-' || n, n, 'female', 'tier1', '{travel}' from generate_series(1, 1203) n`,
    );
    const rows = await rowsOf({ search: 'category=travel&sort=followers&order=asc', columns: 'redId' });
    expect(rows.map((row) => row['小红书号'])).toEqual(
      Array.from({ length: 1_203 }, (_, n) => `long-${n + 1}`),
    );
  });

  it('are refused beyond what a file takes, whatever its format', () => {
    const origin = {
      workspaceName: '林家茶',
      from: { zh: '', en: '' },
      purpose: '',
      filters: [],
      count: 100_001,
      at,
      scheme: tierSchemes[0] as TierScheme,
    };
    const many = (count: number) =>
      Array.from({ length: count }, () => ({
        id: randomUUID(),
        note: '',
        tags: [],
        blacklistedReason: null,
      }));
    const write = (count: number, format: 'csv' | 'xlsx') =>
      kept.exports.write(lin.workspaceId, origin, many(count), { format, language: 'en' });
    for (const format of ['csv', 'xlsx'] as const) {
      expect(() => write(100_001, format)).toThrow(
        expect.objectContaining({
          code: 'export-too-large',
          about: expect.objectContaining({ figures: { rows: 100_001, most: 100_000 } }) as object,
        }) as Error,
      );
      write(100_000, format).getStream().destroy();
    }
  });

  it('are workbooks longer than what is read at once, and complete', async () => {
    const files = await sheetsOf({
      search: 'category=travel&sort=followers&order=asc',
      columns: 'redId,followers',
    });
    const sheet = files['xl/worksheets/sheet1.xml'] ?? '';
    expect([...sheet.matchAll(/>(long-\d+)</g)].map(([, redId]) => redId)).toEqual(
      Array.from({ length: 1_203 }, (_, n) => `long-${n + 1}`),
    );
    expect(sheet).toContain('<c r="B1204" s="2"><v>1203</v></c></row></sheetData></worksheet>');
  });

  it('are workbooks of typed cells, with a sheet that says what they are', async () => {
    const id = await aCreator(database.db, { name: '=HYPERLINK("http://x")\u0001', followers: 8_600 });
    const files = await sheetsOf({ ids: id, columns: 'name,followers,growth30d', language: 'en' });
    const sheets = Object.entries(files).filter(([name]) => /worksheets\/sheet\d\.xml$/.test(name));
    expect(sheets).toHaveLength(2);
    const all = Object.values(files).join('\n');
    expect(all).not.toMatch(/<f[ >]/);
    // A control character would make the whole file unreadable.
    expect(all).not.toContain('\u0001');
    expect(all).toContain('t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(&quot;http://x&quot;)</t>');
    expect(files['xl/worksheets/sheet1.xml']).toMatch(/<c [^>]*><v>8600<\/v><\/c>/);
    for (const words of [
      '林家茶',
      'Chosen creators',
      '2026-11-24 14:02',
      'followers now',
      '(followers - followers 30 days ago) / followers 30 days ago',
      'Newrank 2021',
    ])
      expect(all).toContain(words);
    expect(all).not.toContain('median of natural reads');
  });

  it('name one source, and only one', () => {
    const id = randomUUID();
    for (const ask of [{}, { ids: id, list: id }, { list: id, search: 'category=food' }, { search: 'x=1' }])
      expect(CreatorExportQuery.safeParse(ask).success).toBe(false);
  });
});
