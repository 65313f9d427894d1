import { describeMetric, shapeMetric, sources } from './describe-metric';
import { ratioShape, sumShape } from './metric-shape';

const { agencies, juguang } = sources;
const sevenDays = ['点击后 7 天', '7 days after the click'] as const;
const cycle = [
  'T 到 T+x：T 为曝光日，x 为类目决策周期（护肤精华 29 天，婴儿辅食 70 天，其他 30 天）',
  'T to T+x: T is the day of exposure, x the decision cycle of the category (face serum 29 days, baby food 70, others 30)',
] as const;
const refunds = ['报告注明是否扣除退款', 'the report says whether refunds are taken off'] as const;
const aips = ['A', 'AIPS model, published 18 Dec 2024, news.qq.com/rain/a/20241230A06R0P00'] as const;
const experiment = ['P', 'only from an experiment with a holdout; never read off totals'] as const;

/** What came of it: searches, visits, orders, money, and what would not have come without it. */
export const outcomeMetrics = {
  searchBackRate: shapeMetric(
    'ratio',
    ['回搜率', 'Search-back rate'],
    ratioShape('searchedBack', 'exposedPeople'),
    ['C', 'rules of agencies in public code'],
  ),
  shareOfVoice: shapeMetric(
    'ratio',
    ['曝光声量占比（SOV）', 'Share of voice (SOV)'],
    ratioShape('impressions', 'categoryImpressions'),
    agencies,
  ),
  shareOfContent: shapeMetric(
    'ratio',
    ['内容声量占比（SOC）', 'Share of content (SOC)'],
    ratioShape('reads', 'categoryReads'),
    agencies,
  ),
  firstPlaceShare: shapeMetric(
    'ratio',
    ['首位曝光占比', 'First-place share'],
    ratioShape('firstPlaceImpressions', 'keywordImpressions'),
    juguang,
  ),
  cartRate: shapeMetric('ratio', ['加购率', 'Add-to-cart rate'], ratioShape('carts', 'visits'), juguang, {
    window: sevenDays,
  }),
  conversionRate: shapeMetric(
    'ratio',
    ['转化率（CVR）', 'Conversion rate (CVR)'],
    ratioShape('paidOrders', 'adClicks'),
    juguang,
    { window: sevenDays },
  ),
  gmv: shapeMetric('cents', ['支付金额（GMV）', 'Paid amount (GMV)'], sumShape('gmv'), juguang, {
    remark: refunds,
  }),
  roi7d: shapeMetric(
    'multiple',
    ['7日支付 ROI', 'ROI, paid in 7 days'],
    ratioShape('gmv7dCents', 'adCents'),
    juguang,
    {
      window: sevenDays,
      remark: ['平台口径，含退款', 'as the platform counts, refunds included'],
    },
  ),
  roi: shapeMetric('multiple', ['投入产出比', 'Return on cost'], ratioShape('gmv', 'cost'), agencies, {
    remark: refunds,
  }),
  roiCycle: shapeMetric(
    'multiple',
    ['决策周期 ROI(T+x)', 'ROI (T+x)'],
    ratioShape('gmvCycleCents', 'cost'),
    aips,
    {
      window: cycle,
    },
  ),
  iroi: describeMetric(
    'multiple',
    ['增量 ROI', 'Incremental ROI'],
    [
      '（实验组支付金额 − 按人数折算的对照组支付金额）÷ 成本',
      '(paid by the treated - paid by the holdout, scaled to as many people) / cost',
    ],
    experiment,
  ),
  experimentLift: describeMetric(
    'ratio',
    ['增量', 'Lift over holdout'],
    [
      '（实验组比率 − 对照组比率）÷ 对照组比率，附区间',
      '(rate of the treated - rate of the holdout) / rate of the holdout, with its interval',
    ],
    experiment,
  ),
  gpm: shapeMetric(
    'cents',
    ['千次曝光成交额（GPM）', 'GMV per mille (GPM)'],
    ratioShape('gmvCents', 'impressions', 1_000),
    ['C', 'public code'],
    {
      remark: [
        '等于 1000 × 笔记点击率 × 商品点击率 × 转化率 × 客单价',
        'the same as 1000 x CTR of the note x CTR of the product x CVR x price',
      ],
    },
  ),
  emv: describeMetric(
    'cents',
    ['媒体价值（EMV）', 'Earned media value (EMV)'],
    [
      'Σ 曝光 × 基准 CPM ÷ 1000 × 质量系数（0.8–1.2）；默认关闭，给出的是范围',
      'sum of impressions x benchmark CPM / 1000 x quality (0.8 to 1.2); off by default, and a band',
    ],
    ['C', 'industry convention without a standard; reports/emv.ts'],
  ),
  seedingValue: describeMetric(
    'index',
    ['种草值', 'Seeding value'],
    ['平台定义的人群指标，公式未公布', 'an audience figure of the platform, whose formula is not published'],
    aips,
  ),
  interestedPeople: shapeMetric(
    'count',
    ['新增种草人群（I）', 'Newly interested people (I)'],
    sumShape('interestedPeople'),
    juguang,
    { remark: ['人群由平台定义', 'who counts is defined by the platform'] },
  ),
  deeplyInterestedPeople: shapeMetric(
    'count',
    ['新增深度种草人群（TI）', 'Newly deeply interested people (TI)'],
    sumShape('deeplyInterestedPeople'),
    juguang,
    { remark: ['人群由平台定义', 'who counts is defined by the platform'] },
  ),
  aips: describeMetric(
    'count',
    ['AIPS 人群', 'AIPS audience'],
    [
      '认知、种草、深度种草、购买、分享五层人群，由平台定义和计数',
      'people in awareness, interest, true interest, purchase and share, as the platform defines and counts them',
    ],
    aips,
  ),
  netReach: describeMetric(
    'count',
    ['净触达', 'Net reach'],
    ['各博主受众并集的人数，每人只计一次', 'people in any of the audiences, each counted once'],
    ['P', 'reach sketches, creators/net-reach.ts'],
  ),
  overlap: describeMetric(
    'ratio',
    ['重合率', 'Overlap'],
    ['两边共有的人数 ÷ 较小一边的人数', 'people in both / people in the smaller of the two'],
    ['C', 'overlap coefficient (Szymkiewicz 1934, Simpson 1943), as agencies use it'],
  ),
  marginalReach: describeMetric(
    'count',
    ['边际触达', 'Marginal reach'],
    ['加上这位博主后的净触达 − 加上之前的净触达', 'net reach with the creator - net reach without'],
    ['P', 'reach sketches, creators/net-reach.ts'],
  ),
  frequency: shapeMetric(
    'multiple',
    ['频次', 'Frequency'],
    ratioShape('impressions', 'exposedPeople'),
    agencies,
  ),
};
