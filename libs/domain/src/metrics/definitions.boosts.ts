import { describeMetric, sources } from './describe-metric';
import { ratioShape, sumShape } from './metric-shape';

const { juguang, ledger, ownCount } = sources;

/** What boosts cost and deliver, and what the wallet holds. */
export const boostMetrics = {
  budget: describeMetric(
    'cents',
    ['预算', 'Budget'],
    ['投放金额，含券抵扣', 'the amount of a boost, vouchers included'],
    ledger,
  ),
  spend: describeMetric(
    'cents',
    ['消耗', 'Spend'],
    [
      '预算 × 已交付曝光 ÷ 计划曝光，向下取整到分',
      'budget x delivered / planned impressions, rounded down to the cent',
    ],
    ledger,
    { shape: sumShape('boostCents') },
  ),
  spendShare: describeMetric(
    'ratio',
    ['消耗占比', 'Share of budget spent'],
    ['消耗 ÷ 预算', 'spend / budget'],
    ledger,
  ),
  spendAfterHit: describeMetric(
    'cents',
    ['命中后的消耗', 'Spend after the hit'],
    [
      '命中那一小时之后这次加热实际又消耗的金额；停止的规则当时生效就不会花',
      'what the boost went on to spend after the hour of the hit; a rule that stops would have kept it',
    ],
    ['P', 'hourly counts of the boost at its price, rules/replay-rule.ts'],
  ),
  remaining: describeMetric('cents', ['剩余', 'Remaining'], ['预算 − 消耗', 'budget - spend'], ledger),
  planned: describeMetric(
    'count',
    ['计划曝光', 'Planned impressions'],
    [
      '预算 × 1000 ÷ 千次曝光价，向下取整，加流量券曝光',
      'budget x 1000 / price per thousand, rounded down, plus voucher impressions',
    ],
    ['B', 'Shutiao promises impressions; ¥75 for about 5,000 [D]'],
  ),
  delivered: describeMetric(
    'count',
    ['已交付曝光', 'Delivered impressions'],
    ['付费位上的曝光', 'impressions served in paid slots'],
    ownCount,
  ),
  pacing: describeMetric(
    'ratio',
    ['预算消耗进度', 'Pacing'],
    [
      '消耗 ÷（预算 × 已过流量时钟比例），1 为按计划',
      'spend / (budget x elapsed share of the traffic clock); 1 is on plan',
    ],
    ['A', 'smooth delivery is a promise of Shutiao (REDtech, October 2022)'],
  ),
  cpm: describeMetric(
    'cents',
    ['千次曝光成本', 'CPM'],
    ['1000 × 消耗 ÷ 推广曝光', '1000 x spend / paid impressions'],
    juguang,
    { shape: ratioShape('boostCents', 'heatedImpressions', 1_000) },
  ),
  cpc: describeMetric('cents', ['平均点击成本', 'CPC'], ['消耗 ÷ 推广阅读', 'spend / paid reads'], juguang, {
    shape: ratioShape('boostCents', 'heatedReads'),
  }),
  cpe: describeMetric(
    'cents',
    ['平均互动成本', 'CPE'],
    ['消耗 ÷ 推广互动量（赞藏评转关）', 'spend / paid interactions (LCCSF)'],
    juguang,
  ),
  cpf: describeMetric(
    'cents',
    ['涨粉成本', 'Cost per follow'],
    ['消耗 ÷ 推广涨粉', 'spend / paid follows'],
    juguang,
  ),
  eligibleReaders: describeMetric(
    'count',
    ['符合条件的读者', 'Eligible readers'],
    [
      '加热或活动的推广被选中要展示给的读者，每人一次，观察期满（加热 24 小时，活动 72 小时）才计入；对照组选中后不展示，同样计入',
      'readers for whom the boost, or anything of the campaign, was chosen; once each, counted when their time is over (24 hours of a boost, 72 of a campaign); the held-out count too, though nothing was shown',
    ],
    ownCount,
  ),
  actingReaders: describeMetric(
    'count',
    ['有行为的读者', 'Readers who did it'],
    [
      '符合条件的读者中，观察期内至少做过一次登记行为的人数，不论来自推广还是自然；加热看这篇笔记，活动看品牌所有笔记或活动关键词的搜索',
      'eligible readers who did at least once within their time what was registered, paid or organic: with the note of a boost, with any note of the brand of a campaign, or a search for its keywords',
    ],
    ownCount,
  ),
  actingRate: describeMetric(
    'ratio',
    ['行为率', 'Rate of readers'],
    ['有行为的读者 ÷ 符合条件的读者', 'readers who did it / eligible readers'],
    ownCount,
  ),
  incrementality: describeMetric(
    'ratio',
    ['推广带来的占比', 'Share due to the promotion'],
    [
      '1 −（对照组行为率 ÷ 展示组行为率）；区间在每次查看时同时成立',
      '1 - rate of the held-out / rate of the exposed; its interval holds at every look at once',
    ],
    [
      'P',
      'beta-binomial mixture over who was exposed among those who did it (Lindon and Malek, NeurIPS 2022; Robbins 1970)',
    ],
  ),
  extraReaders: describeMetric(
    'count',
    ['因推广而来的读者', 'Readers due to the promotion'],
    ['展示组中有行为的读者 × 推广带来的占比', 'exposed readers who did it x share due to the promotion'],
    ['P', 'estimated by the holdout of the boost or campaign, see lift/judge-lift.ts'],
  ),
  extraReaderCost: describeMetric(
    'cents',
    ['每位新增读者的成本', 'Cost of one more reader'],
    ['消耗 ÷ 因推广而来的读者', 'spend / readers due to the promotion'],
    ['P', 'spend from the journal over the estimate of the holdout; of a campaign that of feed and search'],
  ),
  adLoad: describeMetric(
    'ratio',
    ['广告占比', 'Ad load'],
    ['推广曝光 ÷ 全部曝光', 'paid impressions / all impressions'],
    ownCount,
  ),
  balance: describeMetric(
    'cents',
    ['可用余额', 'Available cash'],
    ['现金账户分录之和', 'sum of the journal lines of the cash account'],
    ledger,
  ),
  voucherBalance: describeMetric(
    'cents',
    ['券余额', 'Voucher balance'],
    ['券账户分录之和', 'sum of the journal lines of the voucher account'],
    ledger,
  ),
  rebateBalance: describeMetric(
    'cents',
    ['返货余额', 'Rebate balance'],
    ['返货账户分录之和', 'sum of the journal lines of the rebate account'],
    ledger,
  ),
  compensationBalance: describeMetric(
    'cents',
    ['赔付余额', 'Compensation balance'],
    ['赔付账户分录之和', 'sum of the journal lines of the compensation account'],
    ledger,
  ),
  creditBalance: describeMetric(
    'cents',
    ['可用授信', 'Free credit'],
    [
      '授信账户分录之和：额度减去已用和冻结',
      'sum of the journal lines of the credit account: the limit less what is used or held',
    ],
    ledger,
  ),
  invoiceable: describeMetric(
    'cents',
    ['可开票金额', 'Can be invoiced'],
    ['期间消耗中由现金和授信支付的部分', 'what cash and credit paid of the spend of a period'],
    ledger,
  ),
  reserved: describeMetric(
    'cents',
    ['冻结金额', 'Reserved'],
    [
      '进行中的加热未消耗的部分，加上合作订单冻结的金额',
      'what running boosts hold and have not spent, and what cooperation orders hold',
    ],
    ledger,
  ),
};
