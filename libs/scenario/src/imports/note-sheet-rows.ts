import {
  type CorpusFile,
  type Line,
  cellsOf,
  corpusFile,
  sheetOf,
  tableOf,
  withTraps,
  xlsx,
} from './corpus-file';
import { linkOf, noteLines, plainNotes as expected } from './note-lines';

/** P1: rows that contradict others, repeat, or hold what is no business of ours. */
export function noteSheetRows(seed: string): CorpusFile[] {
  const { lines, headers, ids, without } = noteLines(seed);
  return [
    corpusFile(
      'p1-two-snapshots-with-correction.xlsx',
      xlsx,
      [
        tableOf([
          ...lines.map((line): Line => ({ ...line, 数据更新日期: '2026-11-08' })),
          ...withTraps(lines, [0, '曝光量', 900], [0, '阅读量', 80]),
        ]),
      ],
      {
        ...expected,
        records: 12,
        findings: [['platform-correction', 1]],
      },
    ),
    corpusFile(
      'p1-pages-pasted-together.xlsx',
      xlsx,
      [
        sheetOf('Sheet1', [
          headers,
          ...cellsOf(lines.slice(0, 3)),
          headers,
          ...cellsOf(lines.slice(3)),
          [],
          ['合计', '', '', '', '', '', '', '', '', '', '99999.00', 60_000, 6_000, 300],
          ['注：数据截至 2026-11-15'],
        ]),
      ],
      {
        ...expected,
        skipped: [
          [5, 'repeated-header'],
          [10, 'total'],
          [11, 'remark'],
        ],
      },
    ),
    corpusFile(
      'p1-people-in-it.xlsx',
      xlsx,
      [
        tableOf(
          lines.map((line, index): Line => ({
            ...line,
            手机号: `1380000000${String(index)}`,
            微信号: `demo_wx_${String(index)}`,
            IP属地: '上海',
            xsec_token: 'ABsecret',
          })),
        ),
      ],
      { ...expected, dropped: ['博主昵称', '手机号', '微信号', 'IP属地', 'xsec_token'] },
    ),
    corpusFile(
      'p1-phones-in-remarks.xlsx',
      xlsx,
      [tableOf(lines.map((line, index): Line => ({ ...line, 跟进情况: `已约 1380000000${String(index)}` })))],
      { ...expected, dropped: ['博主昵称', '跟进情况'] },
    ),
    corpusFile(
      'p1-id-and-link-disagree.xlsx',
      xlsx,
      [
        tableOf(
          withTraps(
            lines,
            [1, '笔记链接', linkOf(ids[0] ?? '')],
            [2, '笔记ID', '6.5E+23'],
            [3, '笔记ID', ''],
            [3, '笔记链接', ''],
            [3, '笔记标题', ''],
          ),
        ),
      ],
      {
        ...expected,
        records: 3,
        rejected: [
          [3, 'id-and-link-disagree'],
          [4, 'exponent-form'],
          [5, 'identity-missing'],
        ],
      },
    ),
    corpusFile(
      'p1-formulas.xlsx',
      { format: 'xlsx', formulas: { M2: 'SUM(1,2)', K3: 'B1*1.1' } },
      [
        tableOf(
          withTraps(
            lines,
            [0, '阅读量', 600],
            [1, '蒲公英金额', 3850.0000000000005],
            [2, '蒲公英金额', '#DIV/0!'],
          ),
        ),
      ],
      {
        ...expected,
        values: [
          [3, 'orderAmount', 385_000],
          [4, 'orderAmount', null],
        ],
      },
    ),
    corpusFile(
      'p1-lies.xlsx',
      xlsx,
      [
        tableOf(
          withTraps(lines, [0, '阅读量', 20_000], [1, '阅读量', 5], [2, '互动量', 3], [3, '互动量', 120]),
        ),
      ],
      {
        ...expected,
        interactions: null,
        findings: [
          ['interactions-above-reads', 1],
          ['reads-above-impressions', 1],
          ['interactions-unexplained', 1],
        ],
      },
    ),
    corpusFile('蒲公英投后_20261101-20261114.xlsx', xlsx, [tableOf(without('数据更新日期'))], {
      ...expected,
      dataDate: 'file-name 2026-11-14',
    }),
    corpusFile(
      'p1-other-order-and-strange-columns.xlsx',
      xlsx,
      [
        tableOf(
          lines.map((line, index): Line => ({
            我的编号: index + 1,
            ...Object.fromEntries(Object.entries(line).reverse()),
            负责小组: '甲组',
          })),
        ),
      ],
      expected,
    ),
    corpusFile(
      'p1-explanations-first.xlsx',
      xlsx,
      [sheetOf('说明', [['本表为示例数据'], ['口径见第二页']]), tableOf(lines, '数据')],
      expected,
    ),
  ];
}
