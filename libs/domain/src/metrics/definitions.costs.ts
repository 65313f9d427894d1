import { describeMetric, shapeMetric, sources } from './describe-metric';
import { medianShape, ratioShape, sumShape } from './metric-shape';

const { allianceSheet, juguang, orderReport } = sources;
const device = [
  '15 天设备归因（另有 30 天口径）；抽样数据先除以抽样比例',
  '15 days by device (30 days is the other variant); sampled counts are divided by the sampling ratio first',
] as const;
const total = [
  'P',
  'order + fee + ads + boosts - vouchers, from the records of each; reports/true-cost.ts',
] as const;

/** What a note cost, and what one of anything cost. */
export const costMetrics = {
  quoteSum: shapeMetric('cents', ['博主报价', 'Quotes'], sumShape('quoteCents'), orderReport),
  serviceFeeSum: shapeMetric('cents', ['服务费', 'Service fees'], sumShape('serviceFeeCents'), orderReport, {
    remark: ['普通模式 10 %，优效模式 20 %', '10 % in normal mode, 20 % in effect mode'],
  }),
  orderCost: shapeMetric('cents', ['合作成本', 'Order cost'], sumShape('orderCents'), orderReport),
  adSpend: shapeMetric('cents', ['广告消耗', 'Ad spend'], sumShape('adCents'), juguang),
  boostSpend: shapeMetric('cents', ['加热消耗', 'Boost spend'], sumShape('boostCents'), sources.ledger, {
    remark: ['各次加热的消耗之和', 'the spend of every boost'],
  }),
  vouchersUsed: shapeMetric('cents', ['券抵扣', 'Vouchers used'], sumShape('voucherCents'), sources.ledger),
  trueCost: shapeMetric(
    'cents',
    ['真实总成本', 'True cost'],
    {
      kind: 'sum',
      of: [
        ['orderCents', 1],
        ['adCents', 1],
        ['boostCents', 1],
        ['voucherCents', -1],
      ],
    },
    total,
  ),
  costSum: shapeMetric('cents', ['投入', 'Cost'], sumShape('cost'), total),
  costPerNoteMedian: shapeMetric(
    'cents',
    ['单篇成本中位数', 'Median cost per note'],
    medianShape('cost'),
    total,
  ),
  noteCpm: shapeMetric(
    'cents',
    ['笔记 CPM', 'CPM of notes'],
    ratioShape('cost', 'impressions', 1_000),
    orderReport,
  ),
  cpmRead: shapeMetric(
    'cents',
    ['千次阅读成本', 'Cost per 1,000 reads'],
    ratioShape('cost', 'reads', 1_000),
    ['B', 'Qiangua calls this CPM; it is per 1,000 reads and never compared with a CPM per impressions'],
  ),
  cpr: shapeMetric(
    'cents',
    ['阅读单价（CPR）', 'Cost per read (CPR)'],
    ratioShape('cost', 'reads'),
    orderReport,
  ),
  noteCpe: shapeMetric(
    'cents',
    ['互动单价（CPE）', 'Cost per interaction (CPE)'],
    ratioShape('cost', 'interactions'),
    orderReport,
  ),
  noteCpf: shapeMetric(
    'cents',
    ['涨粉单价（CPF）', 'Cost per follower (CPF)'],
    ratioShape('cost', 'follows'),
    juguang,
  ),
  adCtr: shapeMetric(
    'ratio',
    ['广告点击率', 'Ad click rate'],
    ratioShape('adClicks', 'adImpressions'),
    juguang,
    {
      remark: ['视频流中看满 5 秒计一次点击', 'in the video stream 5 seconds watched count as a click'],
    },
  ),
  adCpm: shapeMetric(
    'cents',
    ['广告千次展示费用', 'Ad CPM'],
    ratioShape('adCents', 'adImpressions', 1_000),
    juguang,
  ),
  adCpc: shapeMetric('cents', ['广告点击成本', 'Ad CPC (acp)'], ratioShape('adCents', 'adClicks'), juguang),
  adCpe: shapeMetric(
    'cents',
    ['广告互动成本', 'Ad CPE (cpi)'],
    ratioShape('adCents', 'adInteractions'),
    juguang,
    {
      window: ['点击后 1 小时内的互动', 'interactions within 1 hour after the click'],
    },
  ),
  adCpf: shapeMetric('cents', ['广告涨粉成本', 'Ad CPF'], ratioShape('adCents', 'adFollows'), juguang),
  cpl: shapeMetric('cents', ['留资成本', 'Cost per lead (CPL)'], ratioShape('adCents', 'leads'), juguang, {
    window: ['表单 24 小时，私信 7 天', '24 hours for forms, 7 days for messages'],
  }),
  cpuv: shapeMetric(
    'cents',
    ['进店成本（CPUV）', 'Cost per shop visitor (CPUV)'],
    ratioShape('cost', 'shopVisitors'),
    allianceSheet,
    { window: device },
  ),
  cpInterested: shapeMetric(
    'cents',
    ['种草人群成本（CPI）', 'Cost per interested person (CPI)'],
    ratioShape('adCents', 'interestedPeople'),
    juguang,
  ),
  cpDeeplyInterested: shapeMetric(
    'cents',
    ['深度种草人群成本（CPTI）', 'Cost per deeply interested person (CPTI)'],
    ratioShape('adCents', 'deeplyInterestedPeople'),
    juguang,
  ),
  offsiteCost: shapeMetric(
    'cents',
    ['站外活跃成本', 'Off-site active cost'],
    ratioShape('cost', 'offsiteVisitors'),
    allianceSheet,
    { window: device },
  ),
  searchBackCost: shapeMetric(
    'cents',
    ['回搜成本', 'Cost per search-back'],
    ratioShape('cost', 'searchedBack'),
    ['C', 'rules of agencies in public code: at most ¥30 in search, ¥70 in the feed'],
  ),
  overrun: describeMetric(
    'ratio',
    ['超成本率', 'Overrun'],
    [
      '实际转化成本 ÷ 目标成本 − 1；超过 20 % 可获赔付',
      'actual cost / target cost - 1; above 20 % it is compensated',
    ],
    ['B', 'rules of cost-overrun compensation, 58pf.com h-nd-154 and h-nd-149'],
    { window: { zh: '首次消耗后 7 个自然日', en: '7 natural days after the first spend' } },
  ),
};
