import type { ImportView } from '@poolrise/contracts';
import { Readable } from 'node:stream';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { deafJobs } from '../../test/deaf-jobs';
import { noteId, noteLine, noteSheet } from '../../test/import-files';
import { aBrand, type Someone } from '../../test/people';
import { cellsIn } from '../../test/reading';
import { unzipped } from '../../test/unzipped';
import { aWorkbook, xmlRow } from '../../test/workbook-bytes';
import { ImportJobs } from './import-jobs';
import { ImportsService } from './imports.service';
import { RejectedRows } from './rejected-rows';
import { sheetNames } from './sheet-names';

describe('the rejected rows of a file', () => {
  let database: TestDatabase;
  let imports: ImportsService;
  let lin: Someone;
  beforeAll(async () => {
    database = await freshDatabase();
    imports = new ImportsService(database.db, deafJobs);
    lin = await aBrand(database.db);
  });
  afterAll(() => database.close());

  const bringIn = async (name: string, bytes: Uint8Array): Promise<ImportView> => {
    const { id } = await imports.upload(
      lin.workspaceId,
      lin,
      { name, takeOver: 'asked' },
      Readable.from([Buffer.from(bytes)]),
    );
    await new ImportJobs(database.db).workDue();
    return imports.one(lin.workspaceId, id);
  };
  const given = async (id: string, language: 'zh' | 'en' = 'zh') => {
    const file = await new RejectedRows(database.db).file(lin.workspaceId, id, language);
    const chunks: Buffer[] = [];
    for await (const chunk of file.getStream()) chunks.push(Buffer.from(chunk as Uint8Array));
    return { bytes: Buffer.concat(chunks), ...file.getHeaders() };
  };

  it('come back with the reason in the language of the reader', async () => {
    const { id } = await bringIn('a.csv', noteSheet(noteLine(1), noteLine(2, { 阅读量: '=1+1' })));
    expect((await given(id)).bytes.toString()).toContain(',原因,工作表,行号\r\n');
    const english = (await given(id, 'en')).bytes.toString();
    expect(english).toMatch(/阅读量 “=1\+1”: .*,3\r\n$/);
    expect(english).toContain(",'=1+1,");
    expect(english).not.toContain('小满');
  });

  it('of several sheets come each under the headers of its own sheet, and can be mended and brought in', async () => {
    const notes = [
      '笔记ID',
      '笔记标题',
      '下单账号',
      '数据更新日期',
      '蒲公英金额',
      '曝光量',
      '阅读量',
      '互动量',
    ];
    const ads = [
      '时间',
      '计划名称',
      '计划ID',
      '笔记ID',
      '消费',
      '展现量',
      '点击量',
      '点击率',
      '平均点击成本',
    ];
    const note = (n: number, reads: string | number) =>
      [noteId(n), `第${n}篇`, '林家茶', '2026/11/01', 1_100, 12_000, reads, 90] as const;
    const ad = (day: string, fee: string | number) =>
      [day, '秋茶', '4001', noteId(1), fee, 1_000, 100, '10%', 1] as const;
    const { id, counts } = await bringIn(
      '投放汇总.xlsx',
      aWorkbook({
        sheets: [
          {
            name: '笔记',
            rows: xmlRow(1, ...notes) + xmlRow(2, ...note(1, 900)) + xmlRow(3, ...note(2, '很多')),
          },
          {
            name: '聚光',
            rows:
              xmlRow(1, ...ads) +
              xmlRow(2, ...ad('2026-11-01', 100)) +
              xmlRow(3, ...ad('2026-11-02', '不少')),
          },
        ],
      }),
    );
    expect(counts).toMatchObject({ new: 2, rejected: 2 });
    const { bytes, type, disposition } = await given(id);
    expect(type).toContain('spreadsheetml');
    expect(disposition).toMatch(/\.xlsx$/);
    expect(unzipped(bytes)['xl/workbook.xml']).toMatch(/name="笔记".*name="聚光"/);
    const rows = await cellsIn(bytes);
    expect(rows[0]).toEqual([...notes, '原因', '行号']);
    expect(rows[1]?.slice(0, 7)).toEqual([
      noteId(2),
      '第2篇',
      '林家茶',
      '2026/11/01',
      '1100',
      '12000',
      '很多',
    ]);
    expect(rows[2]).toEqual([...ads, '原因', '行号']);
    expect(rows[3]?.slice(3, 5)).toEqual([noteId(1), '不少']);
    expect(rows[3]?.at(-1)).toBe(3);
    // The same file, not mended: recognised as what it was, and rejected for the same reasons.
    const again = await bringIn('改过.xlsx', bytes);
    expect(again.mapping?.sheets.map(({ mapping }) => mapping.kind)).toEqual(['P1', 'J1']);
    expect(again.counts).toMatchObject({ new: 0, rejected: 2 });
  });

  it('stand on sheets whose names a workbook can have', () => {
    expect(sheetNames(['data.items[]', 'data.items[]', "'", 'a'.repeat(40), `${'a'.repeat(35)}b`])).toEqual([
      'data.items',
      'data.items 2',
      'Sheet',
      'a'.repeat(31),
      `${'a'.repeat(29)} 2`,
    ]);
  });
});
