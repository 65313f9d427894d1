import { describeMetric, sources } from './describe-metric';

/** What a creator's desk earns. */
export const deskMetrics = {
  earningsSettled: describeMetric(
    'cents',
    ['已结算收入', 'Earnings settled'],
    [
      '合作订单结算入账，已扣平台服务费',
      'what cooperation orders paid into the wallet, after the fee of the platform',
    ],
    sources.ledger,
  ),
};
