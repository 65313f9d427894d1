import { describeMetric, sources } from './describe-metric';

/** Who reads a creator's desk, and what it earns. */
export const deskMetrics = {
  portraitShare: describeMetric(
    'ratio',
    ['读者占比', 'Share of readers'],
    [
      '该组读者 ÷ 阅读最多的笔记近期自然阅读的全部读者；按阅读应用提供的信息分组',
      'readers of the group / all readers of the newest natural reads of the most read notes, by what their applications told',
    ],
    sources.ownCount,
  ),
  earningsSettled: describeMetric(
    'cents',
    ['已结算收入', 'Earnings settled'],
    [
      '合作订单结算入账，已扣平台服务费',
      'what cooperation orders paid into the wallet, after the fee of the platform',
    ],
    sources.ledger,
  ),
  earningsGross: describeMetric(
    'cents',
    ['合作收入', 'Earned by orders'],
    ['合作订单的结算金额，未扣平台服务费', 'what cooperation orders paid, before the fee of the platform'],
    sources.ledger,
  ),
  earningsFee: describeMetric(
    'cents',
    ['平台服务费', 'Service fee'],
    [
      '结算金额 × 下单时约定的费率，向下取整到分',
      'what was earned × the rate frozen on the order, rounded down to whole cents',
    ],
    sources.ledger,
  ),
  earningsAhead: describeMetric(
    'cents',
    ['待结算收入', 'Still to be paid'],
    [
      '已达成、未结算的合作的报价减服务费；按阅读结算的以报价为上限',
      'quotes of agreed orders that are not paid yet, less the fee; where reads decide, the most that it can be',
    ],
    sources.ledger,
  ),
  rewardCash: describeMetric(
    'cents',
    ['现金奖励', 'Rewards in cash'],
    ['激励计划发到钱包的现金', 'cash that reward plans paid into the wallet'],
    sources.ledger,
  ),
  linkOpens: describeMetric(
    'count',
    ['商品链接打开', 'Link opens'],
    [
      '读者打开笔记里商品链接的次数；同一次曝光、同一商品只计一次',
      'how often readers opened a product link of the note; once per impression and product',
    ],
    sources.ownCount,
  ),
  linkOpensPaid: describeMetric(
    'count',
    ['广告带来的打开', 'Opens from advertisements'],
    ['其中来自付费曝光的次数', 'those of them in paid slots'],
    sources.ownCount,
  ),
  linkSales: describeMetric(
    'count',
    ['带货成交', 'Sales of links'],
    [
      '成交前 7 天内，读者最后一次打开该商品链接的那篇笔记计一单',
      'a sale counts for the note whose link of that product the reader opened last in the 7 days before',
    ],
    sources.ownCount,
  ),
  linkSold: describeMetric(
    'cents',
    ['成交金额', 'Sold'],
    ['带货成交的金额，退货前', 'what these sales were worth, before returns'],
    sources.ownCount,
  ),
  linkReturned: describeMetric(
    'cents',
    ['退货金额', 'Goods returned'],
    ['带货成交中退回的金额', 'what of these sales was returned'],
    sources.ownCount,
  ),
  commissionExpected: describeMetric(
    'cents',
    ['待确认佣金', 'Commission expected'],
    [
      '（成交 − 退货）× 成交时的佣金率，逐单向下取整；成交未满 15 天',
      '(sold − returned) × the rate at the sale, each sale rounded down; sold less than 15 days ago',
    ],
    sources.ownCount,
  ),
  commissionConfirmed: describeMetric(
    'cents',
    ['已确认佣金', 'Commission confirmed'],
    [
      '同上，成交已满 15 天；由店铺支付，不经过钱包',
      'the same, sold 15 days ago or more; owed by the shop, it does not pass through the wallet',
    ],
    sources.ownCount,
  ),
  openToSale: describeMetric(
    'ratio',
    ['打开成交率', 'Open-to-sale rate'],
    ['带货成交 ÷ 商品链接打开', 'sales of links / link opens'],
    sources.ownCount,
  ),
};
