import { RandomStream } from '../random';
import {
  type CorpusFile,
  type Line,
  cellsOf,
  corpusFile,
  csv,
  headersOf,
  sheetOf,
  tableOf,
  withTraps,
  xlsx,
} from './corpus-file';
import { type MadeUpNote, madeUpDigits, madeUpNotes, percent, yuan } from './made-up';

/** A line of P0, with its money, parts and rates in agreement. */
function orderLine(random: RandomStream, note: MadeUpNote): Line {
  const interactions = note.likes + note.collects + note.comments + note.shares;
  const cost = note.price * 1.1;
  return {
    数据更新日期: '2026/11/15',
    订单id: madeUpDigits(random, 19),
    合作名称: '示例合作',
    报备品牌: '示例品牌',
    下单账号: '示例品牌官方',
    博主报价: yuan(note.price),
    服务费金额: yuan(note.price * 0.1),
    是否为优效模式: '否',
    总预算: '-',
    总消耗: '-',
    订单来源: '定制商单',
    订单创建时间: '2026/09/20',
    订单完成时间: '2026/10/01',
    spu名称: '示例精华',
    总曝光量: note.impressions,
    总阅读量: note.reads,
    总阅读UV: note.reads - 3,
    '5s播放率': note.video ? '41.2%' : '-',
    '3s阅读率': '62.5%',
    平均浏览时长: '25.3',
    总互动量: interactions,
    总互动率: percent(interactions, note.reads),
    总点赞量: note.likes,
    总收藏量: note.collects,
    总评论量: note.comments,
    总分享量: note.shares,
    总关注量: note.follows,
    总自然曝光量: note.natural,
    总自然阅读量: note.naturalReads,
    阅读量达成率: '112.5%',
    总推广曝光量: note.promoted,
    总推广阅读量: note.promotedReads,
    总加热曝光量: note.heated,
    总加热阅读量: note.heatedReads,
    阅读单价: yuan(cost / note.reads),
    互动单价: yuan(cost / interactions),
  };
}

/** P0: order reports. */
export function orderReports(seed: string): CorpusFile[] {
  const random = new RandomStream(seed, 'imports', 'P0');
  const lines = madeUpNotes(random, 5).map((note) => orderLine(random, note));
  const headers = headersOf(lines);
  const groups = ['正文组件', '笔记底栏组件', '评论区组件'];
  const parts = ['类型', '文案', '曝光量', '点击量', 'CTR'];
  const grouped = (filled: boolean) => [
    [...headers, ...groups.flatMap((group) => parts.map((_, index) => (filled || index === 0 ? group : '')))],
    [...headers.map((header) => (filled ? header : '')), ...groups.flatMap(() => parts)],
    ...cellsOf(lines).map((cells) => [
      ...cells,
      ...groups.flatMap(() => ['搜索', '点我看看', 120, 6, '5.00%']),
    ]),
  ];
  const expected = {
    kind: 'P0',
    header: [1],
    records: 5,
    interactions: 'LCCS',
    dropped: [],
    dataDate: 'column',
  } as const;
  return [
    corpusFile('p0-plain.xlsx', xlsx, [tableOf(lines)], {
      ...expected,
      values: [
        [2, 'readAchievement', '≈1.125'],
        [2, 'totalSpend', null],
      ],
    }),
    corpusFile('p0-gb18030.csv', { ...csv, encoding: 'gb18030' }, [tableOf(lines, '')], expected),
    corpusFile(
      'p0-component-groups-merged.xlsx',
      { format: 'xlsx', merges: ['AK1:AO1', 'AP1:AT1', 'AU1:AY1', 'A1:A2', 'B1:B2'] },
      [sheetOf('订单报告', grouped(true))],
      {
        ...expected,
        header: [1, 2],
        values: [
          [3, 'bodyComponentImpressions', 120],
          [3, 'commentComponentCtr', '≈0.05'],
        ],
      },
    ),
    corpusFile('p0-component-groups-not-merged.csv', csv, [sheetOf('', grouped(false))], {
      ...expected,
      header: [1, 2],
      values: [[3, 'footerComponentClicks', 6]],
    }),
    corpusFile(
      'p0-ids-destroyed.xlsx',
      xlsx,
      [
        tableOf(
          withTraps(
            lines,
            [0, '订单id', 1.23456789012346e18],
            [1, '订单id', '1.23E+17'],
            [2, '订单id', '12345'],
            [3, '订单id', '20260806123456700000'],
          ),
        ),
      ],
      {
        ...expected,
        records: 1,
        rejected: [
          [2, 'id-digits-lost'],
          [3, 'exponent-form'],
          [4, 'not-an-id'],
          [5, 'id-digits-lost'],
        ],
      },
    ),
    corpusFile(
      'p0-parts-and-total.xlsx',
      xlsx,
      [
        sheetOf('Sheet1', [
          headers,
          ...cellsOf(withTraps(lines, [0, '总自然曝光量', 1], [1, '总曝光量', '-'])),
          headers.map((_, index) => (index === 0 ? '合计' : index === 14 ? 30_000 : '')),
        ]),
      ],
      { ...expected, findings: [['parts-differ-from-total', 1]], skipped: [[7, 'total']] },
    ),
  ];
}
