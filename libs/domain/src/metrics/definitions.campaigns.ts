import { describeMetric, sources } from './describe-metric';

/** What a campaign plans to spend and what went out for it. */
export const campaignMoneyMetrics = {
  plannedSpend: describeMetric(
    'cents',
    ['应投', 'Planned spend'],
    [
      '各段排期预算 × 该段已过流量时钟比例，再按投向的预算占比',
      'budget of each flight x elapsed share of its traffic clock, split as the budget is',
    ],
    ['P', 'pacing along the traffic clock, as boosts are delivered; pools/traffic-clock.ts'],
  ),
  committedSpend: describeMetric(
    'cents',
    ['实投', 'Money out'],
    ['合作订单冻结与已付（含服务费）+ 加热消耗', 'held and paid for orders, fees included + spend of boosts'],
    sources.ledger,
  ),
  committed: describeMetric(
    'cents',
    ['审批金额', 'Amount committed'],
    [
      '这一步之后共占用的钱：加热、赛马和活动为预算，合作为报价加服务费，招募为承诺金额',
      'all that an act leaves committed: the budget of a boost, race or campaign; the price of an order with its fees; what a recruitment promises',
    ],
    sources.ledger,
  ),
  committedAlone: describeMetric(
    'cents',
    ['单人累计', 'Committed alone'],
    [
      '同一个人在规则的小时数内、未经第二人同意而新增占用的同类金额之和，退回的也计入',
      'the sum of what one person newly committed without a second one, within the hours of the rule and for the same kind of thing; what came back counts too',
    ],
    sources.ledger,
  ),
  promised: describeMetric(
    'cents',
    ['承诺金额', 'Promised'],
    ['招募名额 ×（最高报价 + 服务费）', 'places of a recruitment x the highest quote with its fees'],
    sources.ledger,
  ),
};
