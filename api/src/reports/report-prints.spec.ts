import type { ReportResult } from '@poolrise/contracts';
import { pagesOf } from '../../test/pdf-text';
import { aReportSpec } from '../../test/report-specs';
import { printReport } from './files/print-report';
import { reportPaper } from './files/report-paper';
import type { WrittenReport } from './files/report-words';

const cellOf = (value: number): ReportResult['totals'][number] => ({
  figure: { value, low: value, high: value, precision: ['exact'], rows: 1, unknownRows: 0 },
  change: null,
});

/** A report of so many notes, each with its own number of impressions for every metric. */
function aLongReport(rows: number, metrics: number, rowsInAll = rows): WrittenReport {
  const ids = ['impressions', 'clicks', 'likes', 'collects', 'comments', 'shares', 'follows'].slice(
    0,
    metrics,
  );
  const spec = aReportSpec({ metrics: ids, dimensions: ['note'], rowLimit: 5_000 });
  return {
    name: '年度笔记清单',
    remarks: '',
    workspace: '林家茶',
    spec,
    result: {
      asOf: '2036-11-20T00:00:00.000Z',
      period: spec.period,
      comparedWith: null,
      columns: spec.metrics.map((metric) => ({
        metric,
        refusal: null,
        leavesOut: [],
        countsPeopleAgain: false,
        lineage: null,
      })),
      rows: Array.from({ length: rows }, (_, at) => ({
        keys: [{ key: String(at), name: `第${at + 1}篇笔记` }],
        cells: ids.map(() => cellOf(100_000 + at)),
      })),
      totals: ids.map(() => cellOf(1)),
      others: rowsInAll > rows ? ids.map(() => cellOf(2)) : null,
      rowsInAll,
    },
  };
}
const now = new Date('2036-11-20T00:00:00Z');

describe('a long report on paper', () => {
  it('prints every row, its head on every page, while the process goes on', async () => {
    let beats = 0;
    const beat = setInterval(() => beats++, 5);
    const pdf = await printReport(aLongReport(1_200, 3), 'zh-CN', now);
    clearInterval(beat);
    const pages = await pagesOf(pdf);
    const text = pages.join('');
    for (const at of [1, 600, 1_200])
      expect(text).toContain(`第${at}篇笔记${(99_999 + at).toLocaleString('en')}`);
    const ofTable = pages.filter((page) => /第\d+篇笔记/.test(page));
    expect(ofTable.length).toBeGreaterThan(20);
    expect(ofTable.every((page) => page.includes('笔记曝光'))).toBe(true);
    expect(text).toContain('共1200行');
    // Drawn in one go there would be none at all: others have their turn at every page.
    expect(beats).toBeGreaterThan(20);
  });

  it('says in words what there is no room for, and where all of it is', () => {
    const about = (report: WrittenReport) =>
      reportPaper(report, 'en', now).blocks.flatMap((block): (string | number)[] =>
        block.kind === 'table'
          ? [block.rows.length]
          : block.kind === 'heading' && block.about
            ? [block.about]
            : [],
      );
    expect(about(aLongReport(5_000, 6))).toEqual(['5000 rows', 5_000]);
    expect(about(aLongReport(3_000, 7, 3_200))).toEqual(
      Array.from({ length: 2 }, () => [
        'the first 2500 of 3200 rows; all 3000 are in the Excel file of this report; the report is set to 3000 rows, the others are one together',
        2_501,
      ]).flat(),
    );
  });
});
