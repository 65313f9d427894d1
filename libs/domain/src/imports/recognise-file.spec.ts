import fc from 'fast-check';
import { aNoteId, fileOf, rowsOf } from './a-sheet';
import { recogniseFile } from './recognise-file';
import { fileKinds } from './kinds/kinds';
import { suggestionTakenFrom } from './suggest-mapping';

const p1 = ['笔记ID', '笔记标题', '下单账号', '蒲公英金额', '曝光量', '阅读量', '互动量'];
const line = [aNoteId, '示例', '品牌', '550', '9094', '929', '89'];

const only = (file: Parameters<typeof recogniseFile>[0]) => {
  const [sheet] = recogniseFile(file).sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
};

describe('recognising a file', () => {
  it('says which kind it is, why, and what else it could be', () => {
    const { why, runnersUp, headerRows, mapping } = only(fileOf(rowsOf(p1, line)));
    expect(why).toMatchObject({ kind: 'P1', matched: 7, columns: 7, missing: [] });
    expect(why?.found).toContain('orderAmount');
    expect(runnersUp.every(({ score }) => score < (why?.score ?? 0))).toBe(true);
    expect(headerRows).toEqual([1]);
    expect(mapping.columns.map(({ field }) => field)).toContain('impressions');
  });

  it('finds the header below up to nine rows of titles, and not below more', () => {
    const titles = (count: number) => Array.from({ length: count }, (_, index) => [`标题${String(index)}`]);
    expect(only(fileOf(rowsOf(...titles(9), p1, line))).headerRows).toEqual([10]);
    expect(only(fileOf(rowsOf(...titles(10), p1, line))).why).toBeNull();
  });

  it('goes by names and not by places, brackets, spaces or widths', () => {
    const shuffled = [
      '（曝光量）',
      ' 阅读量 ',
      '笔记ＩＤ',
      '蒲公英金额（元）',
      '下单账号',
      '互动量',
      '笔记标题*',
    ];
    const { why, mapping } = only(
      fileOf(rowsOf(shuffled, ['9094', '929', aNoteId, '550', '品牌', '89', '示例'])),
    );
    expect(why?.kind).toBe('P1');
    expect(mapping.columns.map(({ field }) => field)).toEqual([
      'impressions',
      'reads',
      'noteId',
      'orderAmount',
      'orderingAccount',
      'interactions',
      'title',
    ]);
  });

  it('knows every kind by its own aliases in any order', () => {
    const kinds = Object.values(fileKinds).filter((kind) => !kind.bySheet && !kind.json);
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.infiniteStream(fc.nat(1e6)), (kind, order) => {
        const headers = kind.columns
          .filter(({ field }) => !(field === 'nickname'))
          .map(({ aliases }) => ({ alias: aliases[0] ?? '', place: order.next().value ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ alias }) => alias);
        expect(
          only(
            fileOf(
              rowsOf(
                headers,
                headers.map(() => '1'),
              ),
            ),
          ).why?.kind,
        ).toBe(kind.id);
      }),
      { numRuns: 60 },
    );
  });

  it('never takes paid exposure for all exposure because of its group', () => {
    const top = ['基础', '基础', '推广数据', '推广数据', '金额'];
    const below = ['笔记ID', '下单账号', '曝光量', '阅读量', '蒲公英金额'];
    const { mapping } = only(fileOf(rowsOf(top, below, [aNoteId, '品牌', '1', '1', '1'])));
    const fields = mapping.columns
      .filter(({ header }) => header.startsWith('推广'))
      .map(({ field }) => field);
    expect(fields).not.toContain('impressions');
  });

  it('takes the last day in the name of a file, and asks where there is none', () => {
    const rows = rowsOf(p1, line);
    expect(only(fileOf(rows, { name: '投后_20261001-20261031.xlsx' })).dataDate).toEqual({
      from: 'file-name',
      day: '2026-10-31',
    });
    expect(only(fileOf(rows, { name: '投后 20261341.xlsx' })).dataDate).toEqual({
      from: 'ask',
      suggestion: null,
    });
    const titled = rowsOf(['导出日期 2026-11-02'], p1, line);
    expect(only(fileOf(titled)).dataDate).toEqual({ from: 'ask', suggestion: '2026-11-02' });
  });

  it('survives rows of anything', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom(...p1, '消费', '展现量', '时间'),
      fc.double().map((excelSerial) => ({ excelSerial })),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (rows) => {
        expect(Array.isArray(recogniseFile(fileOf(rowsOf(...rows))).sheets)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a file that nobody knows', () => {
  it('gets suggestions with confidence, values and a guess of what a row is', () => {
    const rows = rowsOf(
      ['账户', '广告消费', '广告展现量', '广告点击量', '手机'],
      ['示例', '12.50', '900', '12', '13800000000'],
    );
    const { why, mapping, suggestions } = only(fileOf(rows));
    expect(why).toBeNull();
    expect(mapping.record).toBe('ad-row');
    expect(suggestions[1]).toMatchObject({ field: 'fee', samples: ['12.50'] });
    expect(suggestions[1]?.confidence).toBeGreaterThanOrEqual(0.6);
    expect(mapping.columns[4]).toMatchObject({ use: 'dropped', field: 'phone' });
  });

  it('is not believed against its values', () => {
    const names = ['笔记ID', '曝光量'];
    const good = only(fileOf(rowsOf(names, [aNoteId, '900']))).suggestions;
    const bad = only(fileOf(rowsOf(names, ['第一篇', '很多']))).suggestions;
    expect(good[0]).toMatchObject({ field: 'noteId', confidence: 1 });
    expect(bad[0]?.field).not.toBe('noteId');
    expect(bad[0]?.confidence ?? 0).toBeLessThan(suggestionTakenFrom);
  });

  it('of comments is no file of notes, and what people said is dropped', () => {
    const headers = ['comment_id', 'note_id', 'content', 'like_count', 'nickname'];
    const { mapping } = only(fileOf(rowsOf(headers, ['1', aNoteId, '好用', '2', '示例'])));
    expect(mapping.columns.map(({ use }) => use)).toEqual([
      'ignored',
      'ignored',
      'dropped',
      'ignored',
      'dropped',
    ]);
  });
});
