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
};
