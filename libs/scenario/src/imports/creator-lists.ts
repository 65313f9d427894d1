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
import { madeUpDigits, madeUpId } from './made-up';

const indexes = [0, 1, 2, 3];
const words = ['护肤', '彩妆', '家居', '母婴'];

/** P3: shortlists with everyday and paid notes apart. */
export function shortlists(seed: string): CorpusFile[] {
  const random = new RandomStream(seed, 'imports', 'P3');
  const lines = indexes.map((index): Line => ({
    达人名称: `示例达人${String(index + 1)}`,
    小红书号: madeUpDigits(random, 10),
    内容类目: words[index] ?? '',
    地域: '上海',
    '粉丝量（万）': random.between(100, 900) / 100,
    '图文报价（万）': random.between(1_000, 9_000) / 10_000,
    '视频报价（万）': random.between(1_000, 9_000) / 10_000,
    女性粉丝占比: `${String(random.between(60, 90))}.5%`,
  }));
  const groups = ['日常笔记', '合作笔记'];
  const parts = ['发布篇数', '曝光中位数', '阅读中位数', '点赞中位数'];
  const figures = [12, 33_726, 4_204, 120, 3, 26_981, 3_153, 90];
  const sheet = (lines: readonly Line[], merged: boolean) => [
    [
      ...headersOf(lines),
      ...groups.flatMap((group) => parts.map((_, at) => (merged || at === 0 ? group : ''))),
      '预估CPM',
      '预估CPE',
    ],
    [
      ...headersOf(lines).map((header) => (merged ? header : '')),
      ...groups.flatMap(() => parts),
      merged ? '预估CPM' : '',
      merged ? '预估CPE' : '',
    ],
    ...cellsOf(lines).map((cells) => [...cells, ...figures, '48.0', '7.71']),
  ];
  const trapped = withTraps(
    lines,
    [0, '粉丝量（万）', 3.71],
    [0, '图文报价（万）', '面议'],
    [1, '图文报价（万）', '/'],
    [2, '视频报价（万）', '待定'],
    [3, '图文报价（万）', 0.907],
  );
  const expected = {
    kind: 'P3',
    header: [1, 2],
    records: 4,
    dropped: ['达人名称'],
    dataDate: 'ask',
  } as const;
  const values = [
    [3, 'followers', '≈37100'],
    [3, 'imageQuote', null],
    [4, 'imageQuote', null],
    [5, 'videoQuote', null],
    [6, 'imageQuote', '≈907000'],
    [3, 'dailyMedianReads', 4_204],
    [3, 'paidMedianReads', 3_153],
    [3, 'cpm', 4_800],
  ] as const;
  const accounts = lines.map((line): Line => ({ ...line, 备用联系方式: 'demo@example.com' }));
  return [
    corpusFile(
      'p3-two-rows-merged.xlsx',
      { format: 'xlsx', merges: ['I1:L1', 'M1:P1', 'A1:A2'] },
      [sheetOf('达人', sheet(trapped, true))],
      { ...expected, values },
    ),
    corpusFile(
      'p3-two-rows-not-merged.csv',
      { ...csv, encoding: 'gb18030' },
      [sheetOf('', sheet(trapped, false))],
      { ...expected, values },
    ),
    corpusFile(
      '达人筛选 2026.11.12.xlsx',
      xlsx,
      [
        sheetOf('达人', [
          ...sheet(lines, true),
          ['共 4 位', ...Array<string>(7).fill('')],
          ['平均', '', '', '', 4.2],
        ]),
      ],
      {
        ...expected,
        dataDate: 'file-name 2026-11-12',
        rejected: [],
        skipped: [
          [7, 'total'],
          [8, 'total'],
        ],
      },
    ),
    corpusFile('p3-one-row.xlsx', xlsx, [tableOf(accounts)], {
      ...expected,
      header: [1],
      dropped: ['达人名称', '备用联系方式'],
    }),
  ];
}

/** P4: rate cards. */
export function rateCards(seed: string): CorpusFile[] {
  const random = new RandomStream(seed, 'imports', 'P4');
  const lines = indexes.map((index): Line => ({
    序号: index + 1,
    昵称: `示例博主${String(index + 1)}`,
    类目: words[index] ?? '',
    简介: `示例简介${String(index + 1)}`,
    uid: madeUpId(random),
    '粉丝(万)': random.between(10, 90) / 10,
    城市: '杭州',
    图文价: random.between(10, 90) * 100,
    视频价: random.between(10, 90) * 200,
    链接: `https://www.xiaohongshu.com/user/profile/${madeUpId(random)}?xsec_token=ABsecret`,
  }));
  const headers = headersOf(lines);
  const expected = {
    kind: 'P4',
    header: [1],
    records: 4,
    dropped: ['昵称', '简介'],
    dataDate: 'ask',
  } as const;
  const title = headers.map(() => '示例机构 2026年10月 刊例');
  const top = [...headers.slice(0, 7), '报价', '报价', '链接'];
  const bottom = [...headers.slice(0, 7), '图文', '视频', '链接'];
  const withoutUid = lines.map(({ uid: _, ...line }): Line => line);
  return [
    corpusFile('p4-plain.xlsx', xlsx, [tableOf(lines)], { ...expected, values: [[2, 'serialNumber', '1']] }),
    corpusFile(
      'p4-title-and-two-rows.xlsx',
      { format: 'xlsx', merges: ['A1:J1', 'H2:I2', 'A2:A3'] },
      [sheetOf('刊例', [title, top, bottom, ...cellsOf(lines)])],
      { ...expected, header: [2, 3] },
    ),
    corpusFile(
      'p4-prices-on-request.xlsx',
      xlsx,
      [
        tableOf(
          withTraps(
            lines,
            [0, '图文价', '面议'],
            [1, '图文价', '/'],
            [2, '视频价', '——'],
            [3, '图文价', '1.2万'],
            [3, '视频价', '15,000元'],
          ),
        ),
      ],
      {
        ...expected,
        values: [
          [2, 'imageQuote', null],
          [3, 'imageQuote', null],
          [4, 'videoQuote', null],
          [5, 'imageQuote', '≈1200000'],
          [5, 'videoQuote', 1_500_000],
        ],
      },
    ),
    corpusFile(
      'p4-links-for-ids.csv',
      csv,
      [
        tableOf(
          withoutUid.map((line): Line => ({ ...line, 微信: 'demo_wx_1', 电话: '13800000000' })),
          '',
        ),
      ],
      { ...expected, dropped: ['昵称', '简介', '微信', '电话'] },
    ),
  ];
}

/** V1 and V2: creators as vendors export them. */
export function vendorLists(seed: string): CorpusFile[] {
  const random = new RandomStream(seed, 'imports', 'V1');
  const lines = (index: string): Line[] =>
    indexes.map((at): Line => ({
      达人ID: madeUpDigits(random, 8),
      昵称: `示例达人${String(at + 1)}`,
      小红书号: madeUpDigits(random, 10),
      头像: 'https://example.com/a.png',
      IP属地: '上海',
      垂类: words[at] ?? '',
      粉丝数: random.between(10_000, 90_000),
      赞藏总数: '12.5万',
      近30天涨粉: random.between(-50, 500),
      阅读中位数: random.between(1_000, 9_000),
      互动中位数: random.between(50, 500),
      爆文率: `${String(random.between(1, 20))}.00%`,
      图文报价: random.between(10, 90) * 100,
      CPE: '7.71',
      CPM: '120.50',
      粉丝真实度: '85.2%',
      [index]: random.between(300, 900),
    }));
  const expected = {
    kind: 'V1',
    header: [1],
    records: 4,
    dropped: ['昵称', '头像', 'IP属地'],
    dataDate: 'ask',
  } as const;
  const qiangua = lines('千瓜指数');
  return [
    corpusFile(
      'v1-cpm-per-read.xlsx',
      xlsx,
      [tableOf(withTraps(qiangua, [0, '近30天涨粉', '-12'], [1, '近30天涨粉', '+34']))],
      {
        ...expected,
        values: [
          [2, 'cpmRead', 12_050],
          [2, 'likesAndCollects', '≈125000'],
          [2, 'followersGained30d', -12],
          [3, 'followersGained30d', 34],
        ],
      },
    ),
    corpusFile('v1-gb18030.csv', { ...csv, encoding: 'gb18030' }, [tableOf(qiangua, '')], expected),
    corpusFile(
      'v1-followers-in-wan.xlsx',
      xlsx,
      [tableOf(qiangua.map(({ 粉丝数: _, ...line }): Line => ({ ...line, '粉丝数(万)': 3.7 })))],
      {
        ...expected,
        values: [[2, 'followers', '≈37000']],
      },
    ),
    corpusFile(
      'v1-rates-without-signs.xlsx',
      xlsx,
      [tableOf(withTraps(qiangua, ...indexes.map((at) => [at, '爆文率', 4.5] as const)))],
      {
        ...expected,
        values: [[2, 'hitRate', '≈0.045']],
      },
    ),
    corpusFile('v2-plain.xlsx', xlsx, [tableOf(lines('新红指数'))], {
      ...expected,
      kind: 'V2',
      values: [[2, 'cpm', 12_050]],
    }),
    corpusFile(
      'v2-title-above.csv',
      csv,
      [
        sheetOf('', [
          ['新红 达人导出 2026-11-10'],
          headersOf(qiangua).map((header) => (header === '千瓜指数' ? '新红指数' : header)),
          ...cellsOf(qiangua),
        ]),
      ],
      { ...expected, kind: 'V2', header: [2] },
    ),
  ];
}
