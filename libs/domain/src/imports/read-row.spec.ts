import fc from 'fast-check';
import { aNoteId, anotherNoteId, rowsOf } from './a-sheet';
import type { Cell } from './cells';
import type { ImportField } from './fields';
import type { SheetMapping } from './mapping';
import { figureOf, momentOf, textOf } from './figure-of';
import { RowChecks } from './check-rows';
import { type ReadingContext, type RowOutcome, rowReader } from './read-row';
import { splitSurfaces } from './split-surfaces';

const context: ReadingContext = { capturedAt: null, dataDate: '2026-11-15', source: 'P1', subject: null };

/** A mapping of fields in order, headers being the keys of their fields. */
function mappingOf(
  fields: readonly ImportField[],
  record: SheetMapping['record'] = 'note-snapshot',
): SheetMapping {
  const columns = fields.map((field, position) => ({
    position,
    header: field,
    use: 'field' as const,
    field,
    options: { moneyUnit: 'yuan' as const, rateUnit: 'fraction' as const },
  }));
  return { kind: null, record, columns, constants: {} };
}

function read(
  fields: readonly ImportField[],
  cells: readonly Cell[],
  more: Partial<ReadingContext> = {},
): RowOutcome {
  const [row] = rowsOf(cells);
  if (!row) throw new Error('no row');
  return rowReader(mappingOf(fields), { ...context, ...more })(row);
}

function recordOf(
  fields: readonly ImportField[],
  cells: readonly Cell[],
  more: Partial<ReadingContext> = {},
) {
  const outcome = read(fields, cells, more);
  if (outcome.kind !== 'record') throw new Error(JSON.stringify(outcome));
  return outcome.record;
}

describe('a row', () => {
  const fields = ['noteId', 'title', 'impressions', 'likes', 'publishedAt'] as const;

  it('becomes a record that knows what it does not know', () => {
    const record = recordOf(fields, [aNoteId, '示例', '1.2万', '数据较少', '2026-10-01']);
    expect(record.identity).toEqual(['note-snapshot', `noteId=${aNoteId}`, '2026-11-15', 'P1']);
    expect(figureOf(record, 'impressions')).toEqual({ precision: 'rounded', value: 12_000, halfWidth: 500 });
    expect(figureOf(record, 'likes')).toBeNull();
    expect(momentOf(record, 'publishedAt')?.day).toBe('2026-10-01');
    expect(textOf(record, 'title')).toBe('示例');
    expect(record.unknown).toEqual({ likes: 'too-little-data' });
  });

  it('is refused with every reason at once, each with its column and what stands there', () => {
    expect(read(fields, ['12', '示例', '1.2.3', -1, 'x'])).toEqual({
      kind: 'rejected',
      sheet: 'Sheet1',
      row: 1,
      problems: [
        { header: 'noteId', field: 'noteId', shown: '12', code: 'not-a-note-id' },
        { header: 'impressions', field: 'impressions', shown: '1.2.3', code: 'malformed-number' },
        { header: 'likes', field: 'likes', shown: '-1', code: 'negative-impossible' },
        { header: 'publishedAt', field: 'publishedAt', shown: 'x', code: 'not-a-date' },
      ],
    });
  });

  it('needs a name and a day', () => {
    expect(read(['title', 'impressions'], ['示例', 5])).toMatchObject({
      kind: 'rejected',
      problems: [{ code: 'identity-missing', needs: ['noteId', 'noteLink', 'title', 'publishedAt'] }],
    });
    expect(read(fields, [aNoteId, '示例', 5, 1, ''], { dataDate: null })).toMatchObject({
      problems: [{ code: 'data-date-missing', field: 'dataDate' }],
    });
  });

  it('takes its id from a link, unless they disagree', () => {
    const link = `https://www.xiaohongshu.com/explore/${aNoteId}?xsec_token=secret`;
    const record = recordOf(['noteLink', 'reads'], [link, 5]);
    expect(record.values.noteId).toBe(aNoteId);
    expect(JSON.stringify(record)).not.toContain('secret');
    expect(read(['noteId', 'noteLink'], [anotherNoteId, link])).toMatchObject({
      problems: [{ code: 'id-and-link-disagree' }],
    });
  });

  it.each([
    [['合计', '', 900, 40, ''], 'total'],
    [['', '总计：', 900, 40, ''], 'total'],
    [['Total', null, 900, 40, null], 'total'],
    [['共 12 条', '', '', '', ''], 'total'],
    [[null, '', null, null, null], 'empty'],
    [['noteId', 'title', 'impressions', 'likes', 'publishedAt'], 'repeated-header'],
    [['注：数据截至昨日', '', '', '', ''], 'remark'],
  ] as const)('that is no data is skipped as such: %j', (cells, why) => {
    expect(read(fields, cells)).toEqual({ kind: 'skipped', row: 1, why });
  });

  it('that sums up ads below their placement is skipped, though the word is no worse a placement than others', () => {
    const ad = ['placement', 'adTime', 'fee'] as const;
    const outcome = (cells: readonly Cell[]) => {
      const [row] = rowsOf(cells);
      return row && rowReader(mappingOf(ad, 'ad-row'), context)(row);
    };
    for (const word of ['合计', '总 计', 'Grand Total'])
      expect(outcome([word, null, 900])).toEqual({ kind: 'skipped', row: 1, why: 'total' });
    expect(outcome(['合计', '2026-11-01', 900])?.kind).toBe('record');
    expect(outcome(['搜索推广', null, 900])?.kind).toBe('record');
  });

  it('with a title like a total is still a note', () => {
    expect(read(fields, [aNoteId, '合计', 5, 1, '2026-10-01']).kind).toBe('record');
  });

  it('of an ad is told apart by everything it is split by', () => {
    const ad = ['adTime', 'creativityId', 'noteId', 'placement', 'fee'] as const;
    const identityOf = (cells: readonly Cell[]) => {
      const [row] = rowsOf(cells);
      const outcome = row && rowReader(mappingOf(ad, 'ad-row'), context)(row);
      return outcome?.kind === 'record' ? outcome.record.identity.join() : null;
    };
    const one = identityOf(['2026-11-01', '123', aNoteId, '搜索推广', 1]);
    expect(identityOf(['2026-11-01', '123', aNoteId, '搜索推广', 2])).toBe(one);
    expect(identityOf(['2026-11-01', '123', anotherNoteId, '搜索推广', 1])).not.toBe(one);
    expect(identityOf(['2026-11-01', '123', aNoteId, '信息流推广', 1])).not.toBe(one);
    expect(identityOf(['2026-11-02', '123', aNoteId, '搜索推广', 1])).not.toBe(one);
    expect(one).not.toContain('2026-11-15');
  });

  it('never stops the file, whatever stands in it', () => {
    const all = [
      'noteId',
      'noteLink',
      'impressions',
      'ctr',
      'fee',
      'publishedAt',
      'dwellSeconds',
      'noteType',
      'isPromoted',
      'orderId',
      'accountId',
      'homepage',
    ] as const;
    const cell = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.double().map((excelSerial) => ({ excelSerial })),
    );
    const [row] = rowsOf([]);
    const reader = rowReader(mappingOf(all), context);
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 14 }), (cells) => {
        expect(['record', 'rejected', 'skipped']).toContain(
          reader({ sheet: '', number: 1, ...row, cells }).kind,
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the surfaces of P2', () => {
  it('are multiplied, and widened by the sampling of the vendor', () => {
    const fields = ['noteId', 'naturalImpressions', 'exposureShareDiscover', 'samplingRatio'] as const;
    const all = splitSurfaces(recordOf(fields, [aNoteId, 1_000, 0.7, 1]), 'exposure');
    const tenth = splitSurfaces(recordOf(fields, [aNoteId, 1_000, 0.7, 0.1]), 'exposure');
    expect(all.Discover?.value).toBeCloseTo(700);
    expect(all.Search).toBeNull();
    expect((tenth.Discover?.high ?? 0) - (tenth.Discover?.low ?? 0)).toBeCloseTo(
      (all.Discover?.high ?? 0) - (all.Discover?.low ?? 0) + 2_000 * 1.96 * Math.sqrt((0.7 * 0.3) / 100),
      6,
    );
  });
});

describe('checks', () => {
  const counted = ['noteId', 'interactions', 'likes', 'collects', 'comments', 'shares', 'follows'] as const;
  const check = (rows: readonly (readonly Cell[])[], fields: readonly ImportField[] = counted) => {
    const checks = new RowChecks('LCCS');
    for (const cells of rows) checks.observe(recordOf(fields, [aNoteId, ...cells]));
    return checks.report();
  };

  it.each([
    ['LCC', 10],
    ['LCCS', 12],
    ['LCCSF', 13],
  ] as const)('say that a file counts %s', (kind, total) => {
    expect(check([[total, 5, 3, 2, 2, 1]]).interactions).toMatchObject({
      kind,
      from: 'rows',
      contradicts: kind === 'LCCS' ? null : 'LCCS',
    });
  });

  it('leave room for rounding, and do not guess where rows cannot tell', () => {
    expect(check([['1.0万', 5_000, 3_000, 2_000, 10, 1]]).interactions).toMatchObject({
      from: 'stated',
      telling: 0,
    });
    expect(check([[10, 5, 3, 2, 0, 0]]).interactions).toMatchObject({
      kind: 'LCCS',
      from: 'stated',
      telling: 0,
    });
    expect(check([[11, 5, 3, 2, 2, 1]]).interactions).toMatchObject({ kind: null, from: 'unknown' });
  });

  it('tell where a count is impossible, and give no alarm for what was rounded', () => {
    const fields = ['noteId', 'interactions', 'reads', 'impressions'] as const;
    const codes = (...cells: Cell[]) => check([cells], fields).findings.map(({ code }) => code);
    expect(codes(12, 10, 100)).toEqual(['interactions-above-reads']);
    expect(codes(5, 120, 100)).toEqual(['reads-above-impressions']);
    expect(codes(5, 12_300, '1.2万')).toEqual([]);
    expect(codes(5, 12_501, '1.2万')).toEqual(['reads-above-impressions']);
    expect(codes(5, 12_501, '1万+')).toEqual([]);
    expect(codes('-', 1, 2)).toEqual([]);
  });

  it('find parts that are not the total, in the sample row of the notes', () => {
    const fields = [
      'noteId',
      'impressions',
      'naturalImpressions',
      'promotedImpressions',
      'heatedImpressions',
    ] as const;
    expect(check([[2_269, 1_455, 814, 0]], fields).findings).toEqual([]);
    expect(check([[2_269, 1_455, 815, 0]], fields).findings).toEqual([
      { code: 'parts-differ-from-total', count: 1, examined: 1, firstRows: [{ sheet: 'Sheet1', row: 1 }] },
    ]);
  });

  it('remember the first five rows and count all', () => {
    const rows = Array.from({ length: 9 }, () => [12, 10]);
    const [finding] = check(rows, ['noteId', 'interactions', 'reads']).findings;
    expect(finding).toMatchObject({ count: 9, examined: 9 });
    expect(finding?.firstRows).toHaveLength(5);
  });

  it('see a later snapshot that has fallen, in whatever order they come', () => {
    const fields = ['noteId', 'dataDate', 'reads'] as const;
    const corrected = [
      ['2026-11-01', 100],
      ['2026-11-02', 90],
    ] as const;
    for (const rows of [corrected, [...corrected].reverse()])
      expect(check(rows, fields).findings).toMatchObject([{ code: 'platform-correction', count: 1 }]);
    expect(
      check(
        [
          ['2026-11-01', 90],
          ['2026-11-02', 100],
        ],
        fields,
      ).findings,
    ).toEqual([]);
    expect(
      check(
        [
          ['2026-11-01', 12_300],
          ['2026-11-02', '1.2万'],
        ],
        fields,
      ).findings,
    ).toEqual([]);
  });
});
