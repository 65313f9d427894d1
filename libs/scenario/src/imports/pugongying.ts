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

const linkOf = (id: string): string => `https://www.xiaohongshu.com/explore/${id}`;

/** A line of P1; its 互动量 counts likes, collects, comments and shares. */
export function noteLine(note: MadeUpNote, index: number): Line {
  const interactions = note.likes + note.collects + note.comments + note.shares;
  const cost = note.price * 1.1;
  return {
    笔记ID: note.id,
    笔记标题: note.title,
    笔记链接: linkOf(note.id),
    博主昵称: `示例博主${String(index + 1)}`,
    笔记发布日期: note.published,
    下单账号: '示例品牌官方',
    SPU名称: '示例精华',
    数据更新日期: '2026-11-15',
    笔记类型: note.video ? '视频' : '图文',
    内容标签: '测评',
    蒲公英金额: yuan(cost),
    曝光量: note.impressions,
    阅读量: note.reads,
    互动量: interactions,
    阅读单价: yuan(cost / note.reads),
    互动单价: yuan(cost / interactions),
    点赞量: note.likes,
    收藏量: note.collects,
    评论量: note.comments,
    分享量: note.shares,
    备注: '',
  };
}

const expected = {
  kind: 'P1',
  header: [1],
  records: 6,
  interactions: 'LCCS',
  dropped: ['博主昵称'],
  dataDate: 'column',
} as const;

/** P1: sheets of notes after a campaign. */
export function noteSheets(seed: string): CorpusFile[] {
  const lines = madeUpNotes(new RandomStream(seed, 'imports', 'P1'), 6).map(noteLine);
  const headers = headersOf(lines);
  const title = headers.map(() => '示例品牌 2026年10月 蒲公英投后数据');
  const without = (...dropped: string[]): Line[] =>
    lines.map((line) =>
      Object.fromEntries(Object.entries(line).filter(([header]) => !dropped.includes(header))),
    );
  const ids = lines.map((line) => String(line['笔记ID']));
  return [
    corpusFile('p1-plain.xlsx', xlsx, [tableOf(lines)], expected),
    corpusFile(
      'p1-title-merged.xlsx',
      { format: 'xlsx', merges: ['A1:U1'] },
      [sheetOf('投后数据', [title, headers, ...cellsOf(lines)])],
      { ...expected, header: [2] },
    ),
    corpusFile(
      'p1-two-titles-and-a-gap.csv',
      { ...csv, encoding: 'gb18030' },
      [sheetOf('', [['示例品牌投后数据'], ['导出时间：2026-11-15 10:00'], [], headers, ...cellsOf(lines)])],
      { ...expected, header: [4] },
    ),
    corpusFile(
      'p1-wan-and-bounds.xlsx',
      xlsx,
      [
        tableOf(
          withTraps(
            lines,
            [0, '曝光量', '1.2万'],
            [1, '曝光量', '3.1w'],
            [2, '曝光量', '1.1亿'],
            [3, '点赞量', '10+'],
            [4, '曝光量', '10万+'],
            [5, '曝光量', '12k'],
          ),
        ),
      ],
      {
        ...expected,
        values: [
          [2, 'impressions', '≈12000'],
          [3, 'impressions', '≈31000'],
          [4, 'impressions', '≈110000000'],
          [5, 'likes', '≥10'],
          [6, 'impressions', '≥100000'],
          [7, 'impressions', '≈12000'],
        ],
      },
    ),
    corpusFile(
      'p1-unknown-is-not-zero.xlsx',
      xlsx,
      [
        tableOf(
          withTraps(
            lines,
            [0, '曝光量', '-'],
            [1, '曝光量', '--'],
            [2, '曝光量', '—'],
            [3, '曝光量', '数据较少'],
            [4, '曝光量', ''],
            [5, '点赞量', '赞'],
            [5, '互动量', '-'],
          ),
        ),
      ],
      {
        ...expected,
        values: [
          [2, 'impressions', null],
          [5, 'impressions', null],
          [6, 'impressions', null],
          [7, 'likes', 0],
        ],
      },
    ),
    corpusFile(
      'p1-full-width-and-currency.csv',
      { ...csv, lineEnds: 'mixed' },
      [
        tableOf(
          withTraps(
            lines,
            [0, '曝光量', '１２，３４５'],
            [1, '蒲公英金额', '¥1,234.00'],
            [2, '蒲公英金额', '1 234元'],
            [3, '曝光量', '\u200b12,345\u200b'],
          ),
          '',
        ),
      ],
      {
        ...expected,
        values: [
          [2, 'impressions', 12_345],
          [3, 'orderAmount', 123_400],
          [4, 'orderAmount', 123_400],
          [5, 'impressions', 12_345],
        ],
      },
    ),
    corpusFile(
      'p1-misreadable-numbers.xlsx',
      xlsx,
      [
        tableOf(
          withTraps(
            lines,
            [0, '曝光量', '1.2.3'],
            [1, '曝光量', '12万3'],
            [2, '曝光量', '1e5'],
            [3, '曝光量', -5],
            [4, '阅读量', '5%'],
            [4, '曝光量', '1,23'],
            [5, '点赞量', { excelSerial: 46_204 }],
          ),
        ),
      ],
      {
        ...expected,
        records: 0,
        interactions: null,
        rejected: [
          [2, 'malformed-number'],
          [3, 'malformed-number'],
          [4, 'exponent-form'],
          [5, 'negative-impossible'],
          [6, 'malformed-number', 'percent-in-count'],
          [7, 'date-in-number-column'],
        ],
      },
    ),
    corpusFile(
      'p1-links-only.xlsx',
      xlsx,
      [
        tableOf(
          withTraps(
            without('笔记ID'),
            [0, '笔记链接', `${linkOf(ids[0] ?? '')}?xsec_token=ABsecret=&xsec_source=pc_share`],
            [1, '笔记链接', `https://www.xiaohongshu.com/discovery/item/${ids[1] ?? ''}`],
            [2, '笔记链接', `https://www.rednote.com/explore/${ids[2] ?? ''}`],
            [3, '笔记链接', 'http://xhslink.com/a/AbC123'],
            [4, '笔记链接', 'https://www.xiaohongshu.com/user/profile/65f000aaaaaaaaaaaaaaaaaa'],
            [5, '笔记链接', 'https://example.com/explore/65f000aaaaaaaaaaaaaaaaaa'],
          ),
        ),
      ],
      {
        ...expected,
        records: 4,
        rejected: [
          [6, 'profile-link'],
          [7, 'foreign-link'],
        ],
        values: [
          [2, 'noteId', ids[0] ?? ''],
          [2, 'noteLink', linkOf(ids[0] ?? '')],
          [4, 'noteId', ids[2] ?? ''],
          [5, 'noteLink', 'http://xhslink.com/a/AbC123'],
        ],
      },
    ),
    corpusFile(
      'p1-dates-of-all-forms.xlsx',
      xlsx,
      [
        tableOf(
          withTraps(
            lines,
            [0, '笔记发布日期', '2026年10月01日12时30分05秒'],
            [1, '笔记发布日期', '2026/10/1'],
            [2, '笔记发布日期', { excelSerial: 46_296 }],
            [3, '笔记发布日期', 1_790_784_000],
            [4, '笔记发布日期', '10-01'],
            [5, '笔记发布日期', '2026-02-30'],
          ),
        ),
      ],
      {
        ...expected,
        records: 5,
        rejected: [[7, 'impossible-date']],
        values: [
          [2, 'publishedAt', '2026-10-01'],
          [3, 'publishedAt', '2026-10-01'],
          [4, 'publishedAt', '2026-10-01'],
          [5, 'publishedAt', '2026-10-01'],
          [6, 'publishedAt', '2026-10-01'],
        ],
      },
    ),
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
