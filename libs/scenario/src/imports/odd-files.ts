import type { Cell } from '@poolrise/domain';
import { type CorpusFile, corpusFile, csv, sheetOf } from './corpus-file';

/** Ids that begin where no real ones do. */
export const oddId = (n: number): string => `65f000a1b2c3d4e5f607${String(n).padStart(4, '0')}`;
const campaign = '178000000000000001';
const creative = '178000000000000002';

/** Ad reports as people hand them on: other separators and encodings, titles above, totals below, and headers of their own. */
export function oddAds(): CorpusFile[] {
  const ads = { kind: 'J1', header: [1], records: 2, dropped: [], dataDate: 'column' } as const;
  return [
    corpusFile(
      'odd-j1-semicolons-gbk.csv',
      { format: 'csv', encoding: 'gb18030', separator: ';' },
      [
        sheetOf('', [
          ['小红书聚光投放数据'],
          ['导出人：示例', null, null, null],
          [
            ' 投放位置',
            '时 间',
            '计划 ID',
            '计划名称',
            '客户经理',
            '消 费（元）',
            '展现量（次）',
            '点 击 量',
            '点击率（%）',
            '',
            '备 注',
          ],
          ['信息流推广', '2026/11/1', campaign, '种草', '示例', '1,234.50', '12,000', '600', '5.00', '', ''],
          ['搜索推广', '2026/11/2', campaign, '种草', '示例', '800.00', '5,000', '250', '5.00', '', '补量'],
          // The word stands where the placement stands: without a time and an id this is no placement of that name.
          ['合计', '', '', '', '', '2,034.50', '17,000', '850', '5.00', '', ''],
        ]),
      ],
      {
        ...ads,
        header: [3],
        skipped: [[6, 'total']],
        values: [
          [4, 'fee', 123_450],
          [4, 'placement', '信息流推广'],
          [4, 'campaignId', campaign],
          [5, 'adImpressions', 5_000],
          [5, 'adCtr', '≈0.05'],
        ],
      },
    ),
    corpusFile(
      'odd-j1-tabs-utf16-apostrophes.csv',
      { format: 'csv', encoding: 'utf16le', separator: '\t', lineEnds: 'crlf' },
      [
        sheetOf('', [
          ['时间', '计划ID', '创意ID', '笔记ID', '消费', '展现量', '点击量', '点击率', '点赞'],
          ['2026-11-01', `'${campaign}`, `'${creative}`, oddId(1), "'120.50", "'1234", "'56", '4.54%', "'3"],
          ['2026-11-02', `'${campaign}`, `'${creative}`, oddId(1), "'99.00", "'1000", "'50", '5.00%', "'0"],
        ]),
      ],
      {
        ...ads,
        values: [
          [2, 'campaignId', campaign],
          [2, 'fee', 12_050],
          [2, 'adImpressions', 1_234],
          [3, 'likes', 0],
        ],
      },
    ),
    corpusFile(
      'odd-j1-own-words-and-correction.csv',
      csv,
      [
        sheetOf('', [
          ['聚光日报'],
          ['统计时间：2026-11-01 至 2026-11-02'],
          ['日期', '投放计划', '花费(元)', '曝光(次)', '点击(次)', '点击率'],
          ['2026-11-01', '种草', '100.00', '1000', '50', '5%'],
          ['2026-11-02', '种草', '-3.20', '0', '0', '-'],
          ['总 计', null, '96.80', '1000', '50', '5%'],
        ]),
      ],
      {
        ...ads,
        header: [3],
        skipped: [[6, 'total']],
        values: [
          [4, 'adImpressions', 1_000],
          [5, 'fee', -320],
          [5, 'adCtr', null],
        ],
      },
    ),
    wrappedAnswer(),
  ];
}

function wrappedAnswer(): CorpusFile {
  const list = [1, 2].map((n) => ({
    time: `2026-11-0${String(n)}`,
    campaign_id: campaign,
    note_id: oddId(n),
    fee: '120.60',
    impression: '1200',
    click: '60',
    ctr: '5.00%',
    acp: '2.01',
    like: '3',
  }));
  return corpusFile(
    'odd-j2-answer-in-an-envelope.json',
    {
      format: 'json',
      json: { code: 0, success: true, msg: '成功', data: { list, page: { page_num: 1, total: 2 } } },
    },
    [
      sheetOf('data.list[]', [Object.keys(list[0] ?? {}), ...list.map((one): Cell[] => Object.values(one))]),
      sheetOf('{}', [
        ['code', 'success', 'msg', 'data.page.page_num', 'data.page.total'],
        [0, true, '成功', 1, 2],
      ]),
    ],
    {
      kind: 'J2',
      header: [1],
      records: 2,
      dropped: [],
      dataDate: 'column',
      values: [
        [2, 'fee', 12_060],
        [3, 'noteId', oddId(2)],
      ],
    },
  );
}

/** Orders and creators: ids that begin with 0, money below 0, a pivot before the table, units in every header. */
export function oddTables(): CorpusFile[] {
  const order = (
    no: string,
    received: string,
    paid: string,
    refunded: string,
    base: string,
    commission: string,
  ) => [
    '2026-11-01 12:00:00',
    no,
    '已签收',
    '50g',
    '6512000000000001',
    '129',
    '示例',
    '5f1e2d3c4b5a69788796a5b4',
    received,
    paid,
    refunded,
    base,
    '0.35',
    commission,
    '买手合作',
    '直播',
  ];
  return [
    corpusFile(
      'odd-q1-leading-zeros-and-returns.csv',
      csv,
      [
        sheetOf('', [
          [
            '支付时间',
            '订单ID',
            '订单状态',
            '规格名称',
            '规格ID',
            '价格',
            '达人名称',
            '达人ID',
            '商家实收金额',
            '用户实付金额',
            '退款金额',
            '有效销售金额（计佣金额）',
            '佣金率',
            '预估支出佣金',
            '合作类型',
            '推广渠道',
          ],
          order('0612345678901234567', '120', '118', '0', '118', '41.30'),
          order('0612345678901234568', '-120', '-118', '118', '-118', '-41.30'),
          order('0612345678901234569', '(120.00)', '(118.00)', '118', '(118.00)', '(41.30)'),
          // Whether a refund below 0 was taken back or is only written so, nobody can tell.
          order('0612345678901234570', '0', '0', '-118', '0', '0'),
        ]),
      ],
      {
        kind: 'Q1',
        header: [1],
        records: 3,
        rejected: [[5, 'negative-impossible']],
        dropped: ['达人名称'],
        dataDate: 'not-needed',
        values: [
          [2, 'shopOrderId', '0612345678901234567'],
          [3, 'buyerPaid', -11_800],
          [4, 'commission', -4_130],
        ],
      },
    ),
    corpusFile(
      'odd-v1-pivot-before-the-table.xlsx',
      { format: 'xlsx', percents: true, after: '<autoFilter ref="A1:J3"/>' },
      [
        sheetOf('汇总', [
          ['行标签', '计数项:达人昵称', '求和项:粉丝数'],
          ['美妆', 2, 30],
          ['总计', 2, 30],
        ]),
        sheetOf('明细', [
          [
            ' 达人昵称 ',
            '小 红 书 号',
            '千瓜指数',
            '粉丝数（w）',
            '赞藏总数(万)',
            '图文报价（元）',
            '视频报价（元）',
            '爆文率',
            'CPM',
            '达人ID',
          ],
          ['甲', '0123456789', 800, 12.3, 30.5, '5,000', '面议', '12.50%', 30, 'v001'],
          ['乙', '987654321', 650, '3.1', '8', 2_000, '3k', '0.00%', '25', 'v002'],
        ]),
      ],
      {
        kind: 'V1',
        header: [1],
        records: 2,
        dropped: ['达人昵称'],
        dataDate: 'ask',
        values: [
          [2, 'accountId', '0123456789'],
          [2, 'followers', '≈123000'],
          [2, 'hitRate', '≈0.125'],
          [2, 'videoQuote', null],
          [3, 'videoQuote', '≈300000'],
        ],
      },
    ),
  ];
}
