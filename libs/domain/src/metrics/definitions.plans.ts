import { describeMetric, sources } from './describe-metric';

const { ledger, ownCount } = sources;
const matching = ['P', 'Poolrise matching, creators/match-creators.ts'] as const;
const reach = ['P', 'reach sketches, creators/net-reach.ts'] as const;
const portfolio = ['P', 'creators/plan-portfolio.ts and creators/report-portfolio.ts'] as const;
const stress = ['P', 'creators/stress/stress-plan.ts; probabilities are assumptions unless counted'] as const;
const budget = ['P', 'budgets/plan-budget.ts and budgets/budget-curves.ts'] as const;
const proposal = ['P', 'frozen when the version of the proposal was written'] as const;
const vouchers = ['P', 'vouchers/plan-vouchers.ts and vouchers/waste-forecast.ts'] as const;
const forecast = ['P', 'creators/forecast-notes.ts; notes are taken as independent'] as const;

/** What a plan, a proposal or a boost would cost and bring. */
export const planMetrics = {
  matchScore: describeMetric(
    'index',
    ['匹配分', 'Match score'],
    ['各项得分（0 至 100）按权重加权求和', 'sum of the parts, each from 0 to 100, by their weights'],
    matching,
  ),
  matchPart: describeMetric(
    'index',
    ['匹配分项', 'Part of the match'],
    [
      '该项得分 × 权重；权重之和为 1，未知的项不计',
      'value of the part x its weight; weights sum to 1, and what is unknown takes no part',
    ],
    matching,
  ),
  hourlyPay: describeMetric(
    'cents',
    ['每小时收入', 'Pay an hour'],
    [
      '到手金额（按阅读结算的取您的阅读中位数）÷ 工时中值；工时由您填写，从不改稿到改满允许的次数',
      'what is left after the fee (by your median reads where pay hangs on them) / the hours in the middle, from no revision to all that are allowed; the hours are yours',
    ],
    ['P', 'collaborations/compare-offers.ts; nothing is published about working hours'],
  ),
  quoteOfPlan: describeMetric(
    'cents',
    ['报价', 'Quote'],
    [
      '计划所选笔记形式的公开报价，不含服务费',
      'the published quote for the kind of note planned, without the fee',
    ],
    ['B', 'creator profile of Pugongying, field names in noir-madlax/GoodGame'],
  ),
  pickPrice: describeMetric(
    'cents',
    ['合作费用', 'Price of a pick'],
    ['报价 × 篇数 + 平台服务费', 'quote x notes + the fee of the platform'],
    portfolio,
  ),
  audienceOverlap: describeMetric(
    'ratio',
    ['受众重复率', 'Audience counted twice'],
    ['1 − 净触达 ÷ 各博主受众人数之和', '1 - net reach / sum of the audiences'],
    reach,
  ),
  centsPerThousandReached: describeMetric(
    'cents',
    ['每千人触达成本', 'Cost per 1,000 people reached'],
    ['1000 × 花费 ÷ 新增触达人数', '1000 x spend / people reached who were not reached before'],
    portfolio,
  ),
  budgetLeft: describeMetric(
    'cents',
    ['剩余预算', 'Budget left'],
    ['预算 − 博主与加热的花费', 'budget - spend on creators and boosts'],
    portfolio,
  ),
  overGreedy: describeMetric(
    'ratio',
    ['比逐个挑选多触达', 'Gain over picking one by one'],
    [
      '（组合净触达 − 逐个挑选的净触达）÷ 逐个挑选的净触达',
      '(net reach of the plan - net reach of picking one by one) / net reach of picking one by one',
    ],
    portfolio,
  ),
  readersPerThousandYuan: describeMetric(
    'count',
    ['每千元触达人数', 'People reached per ¥1,000'],
    ['1000 × 新增触达人数 ÷ 花费（元）', '1000 x people reached / yuan spent'],
    portfolio,
  ),
  stressReach: describeMetric(
    'count',
    ['压力测试净触达', 'Net reach under stress'],
    [
      '每次模拟中按时发布且未取消的博主触达的目标人数，同一个人只算一次；取 2000 次模拟的分位数',
      'people of the target reached by those who neither cancel nor come late, each counted once; percentiles of 2,000 draws',
    ],
    stress,
  ),
  shortfallChance: describeMetric(
    'ratio',
    ['未达标概率', 'Chance to fall short'],
    ['触达低于底线的模拟次数 ÷ 全部模拟次数', 'draws that reach fewer than the line / all draws'],
    stress,
  ),
  stressSpend: describeMetric(
    'cents',
    ['压力测试花费', 'Spend under stress'],
    [
      '每次模拟中未取消的博主费用 + 实际投放的加热费用',
      'prices of those who do not cancel + boosts that are placed, in each draw',
    ],
    stress,
  ),
  stressCost: describeMetric(
    'cents',
    ['压力测试每千人成本', 'Cost per 1,000 reached under stress'],
    ['1000 × 该次模拟的花费 ÷ 该次模拟的触达人数', '1000 x spend of the draw / people it reaches'],
    stress,
  ),
  budgetOutcome: describeMetric(
    'count',
    ['预算方案预计', 'Expected of a plan of the budget'],
    [
      '入选博主近期中位数 × 目标人群占比 + 加热与搜索的预计值（重复触达不计）',
      'medians of the creators times the share of the audience + what boosts and search are expected to bring, nobody twice for one note',
    ],
    budget,
  ),
  budgetMargin: describeMetric(
    'count',
    ['再花 ¥100 带来', 'Brought by a further ¥100'],
    ['100 × 预计增量 ÷ 增加的花费（元）', '100 x what is brought more / yuan spent more'],
    budget,
  ),
  notesInTime: describeMetric(
    'count',
    ['按时发布的笔记', 'Notes in the window'],
    [
      '未取消且未延期到档期之后的笔记数，取各次模拟的均值',
      'notes that are neither cancelled nor later than the window, as the mean of the draws',
    ],
    stress,
  ),
  shockEffect: describeMetric(
    'count',
    ['影响人数', 'Effect in people'],
    [
      '同一组随机数下，改动后与改动前触达之差的均值；区间为 95%',
      'mean difference of the reach with and without the change on the same random numbers, with its 95 % interval',
    ],
    stress,
  ),
  shareOfCreators: describeMetric(
    'ratio',
    ['博主数占比', 'Share of creators'],
    ['该层级入选博主数 ÷ 全部入选博主数', 'creators of the tier / creators picked'],
    portfolio,
  ),
  shareOfSpend: describeMetric(
    'ratio',
    ['费用占比', 'Share of spend'],
    ['该部分的费用 ÷ 总费用', 'money of the part / money of all'],
    portfolio,
  ),
  proposalPrice: describeMetric(
    'cents',
    ['提案报价', 'Price of the proposal'],
    ['各博主单篇价格 × 篇数之和', 'sum of price per note x notes over the creators'],
    proposal,
  ),
  forecastReads: describeMetric(
    'count',
    ['预计阅读', 'Expected reads'],
    [
      '各博主过往同类笔记阅读的中位数 × 篇数，求和；区间为第 10 至第 90 百分位',
      'median of the creator’s own notes of the kind x notes, summed over creators; interval from the 10th to the 90th percentile',
    ],
    forecast,
  ),
  forecastImpressions: describeMetric(
    'count',
    ['预计曝光', 'Expected impressions'],
    [
      '各博主过往同类笔记曝光的中位数 × 篇数，求和；区间为第 10 至第 90 百分位',
      'median of the creator’s own notes of the kind x notes, summed over creators; interval from the 10th to the 90th percentile',
    ],
    forecast,
  ),
  proposalsAtHand: describeMetric(
    'count',
    ['进行中的提案', 'Proposals at hand'],
    ['未归档的提案数', 'proposals that are not put away'],
    ownCount,
  ),
  itemsUnanswered: describeMetric(
    'count',
    ['待客户答复', 'Waiting for an answer'],
    ['已分享版本中客户尚未表态的博主数', 'creators in shared versions on whom the client has not decided'],
    ownCount,
  ),
  itemsToReplace: describeMetric(
    'count',
    ['客户要求更换', 'To be replaced'],
    ['客户最近一次答复为更换的博主数', 'creators whose last answer asks for another one'],
    ownCount,
  ),
  pricePerThousand: describeMetric(
    'cents',
    ['千次曝光价', 'Price per thousand'],
    ['下单时锁定的每千次付费曝光价格', 'what a thousand paid impressions cost, fixed at launch'],
    ledger,
  ),
  boostReturned: describeMetric(
    'cents',
    ['退回金额', 'Returned'],
    ['冻结金额 − 消耗 − 过期部分', 'reserved - spend - what lapsed'],
    ledger,
  ),
  voucherLapsed: describeMetric(
    'cents',
    ['券过期金额', 'Lapsed'],
    ['退回时券已过期、不再可用的部分', 'what came back to a voucher after its end, and is gone'],
    ledger,
  ),
  voucherFace: describeMetric(
    'cents',
    ['券面额', 'Face of the voucher'],
    ['发放时的金额', 'the amount that was granted'],
    ledger,
  ),
  voucherWorth: describeMetric(
    'cents',
    ['可用券价值', 'Vouchers to use'],
    [
      '代金券余额 + 折扣券封顶额 + 流量券曝光 × 千次曝光价',
      'what fixed vouchers hold + the caps of discounts + extra impressions at the price of a thousand',
    ],
    ledger,
  ),
  voucherWaste: describeMetric(
    'cents',
    ['预计浪费', 'Likely wasted'],
    [
      '各券价值 × 到期前没有用掉的可能，求和；用券节奏取最近 60 天',
      'worth x the chance that nobody uses it in time, summed over vouchers; pace of the last 60 days',
    ],
    vouchers,
  ),
  voucherSaved: describeMetric(
    'cents',
    ['方案用掉的券', 'Used by the plan'],
    [
      '各次加热中券抵扣的金额 + 流量券曝光 × 千次曝光价',
      'what vouchers pay in the boosts of the plan + extra impressions at the price of a thousand',
    ],
    vouchers,
  ),
  voucherPlanWallet: describeMetric(
    'cents',
    ['方案需钱包支付', 'From the wallet'],
    ['方案中各次加热的预算 − 券抵扣', 'budgets of the boosts of the plan - what vouchers pay'],
    vouchers,
  ),
  voucherLostChance: describeMetric(
    'ratio',
    ['浪费的可能', 'Chance of being wasted'],
    [
      '到期前轮不到这张券的情形 ÷ 全部情形；按最近 60 天的用券次数推算，快到期的先用',
      'cases in which its turn does not come in time / all cases, at the uses of the last 60 days; the soonest to end first',
    ],
    vouchers,
  ),
  ledgerMovement: describeMetric(
    'cents',
    ['分录金额', 'Movement'],
    [
      '一笔交易在该账户的增减；同一笔各账户之和为 0',
      'what a transaction adds to the account; its lines sum to zero',
    ],
    ledger,
  ),
};
