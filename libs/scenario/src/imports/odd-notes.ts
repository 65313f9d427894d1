import type { Cell } from '@poolrise/domain';
import { type CorpusFile, corpusFile, csv, sheetOf, xlsx } from './corpus-file';
import { oddId } from './odd-files';

/** Note sheets as people hand them on: with covers and titles, figures that are only about right, and dates written by hand. */
export function oddNotes(): CorpusFile[] {
  return [coverSheet(), roughFigures(), shownPercents(), writtenDates(), jsonLines()];
}

function coverSheet(): CorpusFile {
  return corpusFile(
    'odd-p1-cover-titles-hidden-sheet.xlsx',
    {
      format: 'xlsx',
      after: '<autoFilter ref="A4:H7"/>',
      hidden: [
        sheetOf('草稿', [
          ['笔记ID', '曝光量'],
          [oddId(9), 1],
        ]),
      ],
    },
    [
      sheetOf('封面', [
        ['秋季投放复盘'],
        [],
        ['品牌', '示例品牌'],
        ['数据口径', '蒲公英后台，截至 11 月 10 日'],
      ]),
      sheetOf('笔记明细', [
        ['秋季投放复盘（笔记维度）'],
        ['数据截至：2026-11-10'],
        ['序号', '基本信息', '基本信息', '基本信息', '蒲公英数据', '蒲公英数据', '蒲公英数据', '蒲公英数据'],
        ['序号', '笔记 ID', '笔记标题', '发布时间', '蒲公英金额（元）', '曝光量', '阅读量', '互动量'],
        [1, oddId(1), '示例一', { excelSerial: 46_300 }, 5_000, 12_000, 900, 90],
        [2, oddId(2), '示例二', { excelSerial: 46_301 }, 5_500, 8_000, 700, 35],
        ['合计', null, null, null, 10_500, 20_000, 1_600, 125],
      ]),
    ],
    {
      kind: 'P1',
      header: [4],
      records: 2,
      skipped: [[7, 'total']],
      dropped: [],
      dataDate: 'ask',
      values: [
        [5, 'publishedAt', '2026-10-05'],
        [6, 'orderAmount', 550_000],
      ],
    },
  );
}

function roughFigures(): CorpusFile {
  const header = [
    '笔记ID',
    '笔记链接',
    '笔记标题',
    '笔记发布日期',
    '数据更新日期',
    '下单账号',
    '蒲公英金额',
    '曝光量',
    '阅读量',
    '互动量',
    '点赞量',
  ];
  const link = `https://www.xiaohongshu.com/explore/${oddId(1)}?xsec_token=EXAMPLE=&xsec_source=pc_share`;
  return corpusFile(
    'odd-p1-figures-by-hand.csv',
    csv,
    [
      sheetOf('', [
        header,
        [
          oddId(1),
          link,
          '一',
          '2026年10月2日',
          '2026年11月10日',
          '示例茶',
          '5000元',
          '1.2w+',
          '≈900',
          '约90',
          '≥30',
        ],
        [
          oddId(2),
          '',
          '二',
          '2026.10.03',
          '2026.11.10',
          '示例茶',
          '5,500',
          '1.2万+',
          '大约800',
          '80+',
          '>20',
        ],
        [oddId(3), '', '三', '10月4日', '2026/11/10', '示例茶', '6k', '约1.2万', '1.1万左右', '近百', '～15'],
        [
          oddId(4),
          '',
          '四',
          '2026-10-05',
          '2026-11-10',
          '示例茶',
          '6000',
          '１２，０００',
          '8 00',
          '87',
          '－',
        ],
      ]),
    ],
    {
      kind: 'P1',
      header: [1],
      records: 2,
      rejected: [
        [4, 'not-a-number'],
        [5, 'malformed-number'],
      ],
      dropped: [],
      values: [
        [2, 'noteLink', `https://www.xiaohongshu.com/explore/${oddId(1)}`],
        [2, 'impressions', '≥12000'],
        [2, 'reads', '≈900'],
        [2, 'interactions', '≈90'],
        [2, 'likes', '≥30'],
        [3, 'publishedAt', '2026-10-03'],
        [3, 'reads', '≈800'],
        [3, 'likes', '≥20'],
      ],
    },
  );
}

/** 125% is kept by a workbook as 1.25, and 9.3% as 0.093: what a cell shows decides, not what the column looks like. */
function shownPercents(): CorpusFile {
  const header = [
    '数据更新日期',
    '笔记数',
    '订单id',
    '合作名称',
    '下单账号',
    '博主报价',
    '服务费金额',
    '订单来源',
    '总曝光量',
    '总阅读量',
    '总互动量',
    '总互动率',
    '阅读量达成率',
    '5s播放率',
  ];
  const order = (no: number, ...rates: string[]): Cell[] => [
    { excelSerial: 46_300 },
    1,
    `20260806000000000${String(no)}`,
    '新品',
    '示例茶',
    50,
    5,
    '定制商单',
    2_269,
    248,
    2,
    ...rates,
  ];
  return corpusFile(
    'odd-p0-percents-by-format.xlsx',
    { ...xlsx, percents: true },
    [sheetOf('订单', [header, order(1, '0.81%', '125.00%', '9.30%'), order(2, '0.81%', '80.00%', '0%')])],
    {
      kind: 'P0',
      header: [1],
      records: 2,
      dropped: [],
      values: [
        [2, 'readAchievement', '≈1.25'],
        [2, 'play5sRate', '≈0.093'],
        [3, 'readAchievement', '≈0.8'],
      ],
    },
  );
}

function writtenDates(): CorpusFile {
  return corpusFile(
    'odd-c1-dates-as-text.xlsx',
    xlsx,
    [
      sheetOf('Sheet1', [
        [
          '笔记标题',
          '首次发布时间',
          '体裁',
          '曝光',
          '观看量',
          '封面点击率',
          '点赞',
          '评论',
          '收藏',
          '涨粉',
          '分享',
          '人均观看时长',
        ],
        ['一', '2026.10.02 12:30', '图文', '1.2w+', '≈1300', '10.5%', '20', '3', '9', '-1', '2', '31s'],
        [
          '二',
          '2026-10-03T12:30:00+08:00',
          '视频',
          '5000',
          '400',
          '8%',
          '20',
          '3',
          '9',
          '+2',
          '2',
          '1分05秒',
        ],
        ['三', '2026年10月4日 09:05', '图文', '1,000', '100', '0.1', '赞', '评论', '--', '0', '-', '00:31'],
      ]),
    ],
    {
      kind: 'C1',
      header: [1],
      records: 3,
      dropped: [],
      dataDate: 'ask',
      values: [
        [2, 'publishedAt', '2026-10-02'],
        [2, 'follows', -1],
        [3, 'publishedAt', '2026-10-03'],
        [3, 'dwellSeconds', 65],
        [4, 'likes', 0],
        [4, 'collects', null],
      ],
    },
  );
}

function jsonLines(): CorpusFile {
  const lines = [1, 2].map((n) => ({
    note_id: oddId(n),
    type: 'normal',
    title: `示例${String(n)}`,
    time: 1_793_150_119_000,
    liked_count: n === 1 ? '1.2万' : '10+',
    collected_count: '3',
    comment_count: '1',
    share_count: '0',
    note_url: `https://www.xiaohongshu.com/explore/${oddId(n)}?xsec_token=EXAMPLE=&xsec_source=pc_search`,
    xsec_token: 'EXAMPLE=',
    nickname: '示例',
    last_modify_ts: 1_793_150_119_000,
  }));
  return corpusFile(
    'odd-w1-lines.jsonl',
    { format: 'json', lines },
    [sheetOf('[]', [Object.keys(lines[0] ?? {}), ...lines.map((one): Cell[] => Object.values(one))])],
    {
      kind: 'W1',
      header: [1],
      records: 2,
      dropped: ['xsec_token', 'nickname'],
      values: [
        [2, 'noteLink', `https://www.xiaohongshu.com/explore/${oddId(1)}`],
        [2, 'likes', '≈12000'],
        [3, 'likes', '≥10'],
      ],
    },
  );
}
