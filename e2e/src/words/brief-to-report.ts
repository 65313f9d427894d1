/** What the pages say, in Chinese, on the way of one cooperation from its brief to the report. */
export const wayWords = {
  boost: '投放加热',
  vouchers: ['冬季加热券 ¥100', '流量券 3,000 次曝光'],
  holdout: /留一部分读者不展示/,
  seeBoost: '查看加热',
  protected: '保护期',
  settled: '已结算',
  settledNet: '¥540.00',
  pays: '品牌支付',
  ended: '已完成',
  seeLift: '查看增量',
  liftTitle: '加热增量',
  template: /^逐篇结算/,
  grid: '全部数据',
  only: '筛选',
  notes: '笔记',
  impressions: '曝光',
} as const;
