import { describeMetric, sources } from './describe-metric';

const worlds = [
  'P',
  'Poolrise worlds played with and without the voucher on the same chance, simulation/one-more-voucher.ts',
] as const;
const interval = ['区间为 80% 的世界', 'interval: eight of ten worlds'] as const;
const change = (zh: string, en: string): [string, string] => [
  `有券世界 − 无券世界的${zh}，取各世界均值；${interval[0]}`,
  `${en} with the voucher - without it, mean over the worlds; ${interval[1]}`,
];

/** What one more voucher would change, in simulated worlds. */
export const oneMoreMetrics = {
  oneMoreImpressions: describeMetric(
    'count',
    ['曝光变化', 'Change in impressions'],
    change('曝光', 'impressions of all rails'),
    worlds,
  ),
  oneMoreNatural: describeMetric(
    'count',
    ['自然曝光变化', 'Change in natural impressions'],
    change('自然曝光', 'natural impressions'),
    worlds,
  ),
  oneMoreReads: describeMetric('count', ['阅读变化', 'Change in reads'], change('阅读', 'reads'), worlds),
  oneMoreEngaged: describeMetric(
    'count',
    ['互动变化', 'Change in engagements'],
    change('互动', 'engagements'),
    worlds,
  ),
  oneMoreNextLevel: describeMetric(
    'ratio',
    ['升级概率变化', 'Change in the chance of the next level'],
    [
      '升到下一级的世界数 ÷ 全部世界数，有券 − 无券；区间为均值的 80% 区间',
      'worlds that reach the next level / all worlds, with the voucher - without it; 80% interval of that mean',
    ],
    worlds,
  ),
  oneMoreOthers: describeMetric(
    'count',
    ['其他笔记阅读变化', 'Change in reads of your other notes'],
    change('本品牌其他笔记阅读', 'reads of the brand’s other notes'),
    worlds,
  ),
  oneMoreNet: describeMetric(
    'count',
    ['品牌阅读净变化', 'Net change in reads'],
    change('本品牌全部笔记阅读', 'reads of all the brand’s notes'),
    worlds,
  ),
  oneMoreGain: describeMetric(
    'count',
    ['比用在本篇多得阅读', 'More reads than here'],
    [
      '在未参与挑选的新世界中：券用在该篇 − 用在本篇的品牌阅读；区间为均值的 80% 区间',
      'reads of the brand with the voucher there - here, in worlds that did not choose it; 80% interval of that mean',
    ],
    worlds,
  ),
  oneMoreFrom: describeMetric(
    'count',
    ['付费曝光的来处', 'Where paid impressions come from'],
    [
      '无券世界 − 有券世界中各方的曝光；合计等于付费曝光',
      'impressions of each without the voucher - with it; together they are the paid ones',
    ],
    worlds,
  ),
  oneMoreCost: describeMetric(
    'cents',
    ['这次加热的价钱', 'Price of this boost'],
    [
      '（钱包支付 + 券面价值）× 实际能投出的比例；未投出的会退回',
      '(wallet + value of the voucher) x the part that is delivered; the rest is paid back',
    ],
    sources.ledger,
  ),
  oneMoreBreakEven: describeMetric(
    'cents',
    ['保本阅读单价', 'Break-even price of a read'],
    ['加热价钱 ÷ 品牌阅读净增', 'price of the boost / net change in reads'],
    worlds,
  ),
  oneMoreWorth: describeMetric(
    'cents',
    ['最多值多少', 'What it is worth'],
    ['品牌阅读净增 × 每次阅读的价值', 'net change in reads x value of a read'],
    worlds,
  ),
  oneMoreReadPrice: describeMetric(
    'cents',
    ['付费阅读单价', 'Price of a paid read'],
    [
      '近 90 天加热消耗 ÷ 加热阅读；不足 100 次阅读时按类目：千次曝光价 ÷ 1,000 ÷ 推广点击率',
      'boost spend of the last 90 days / reads of these boosts; below 100 reads the category’s: price per 1,000 impressions / 1,000 / paid click rate',
    ],
    sources.ledger,
  ),
};
