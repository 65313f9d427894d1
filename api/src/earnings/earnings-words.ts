import type { PayoutRow } from '@poolrise/contracts';
import type { ReaderLanguage } from '@poolrise/domain';

interface EarningsWords {
  earnings: string;
  sheets: { orders: string; rewards: string; payouts: string; commission: string };
  orders: readonly string[];
  rewards: readonly string[];
  payouts: readonly string[];
  commission: readonly string[];
  steps: Record<PayoutRow['step'], string>;
  late: Record<'payment' | 'draft', string>;
  sum: string;
  upTo: string;
  desk: string;
  month: string;
  asOf: string;
  inYuan: string;
  attribution: string;
  apart: string;
}

/** What stands in the files of earnings, as the console says it. */
export const earningsWords: Record<ReaderLanguage, EarningsWords> = {
  'zh-CN': {
    earnings: '收入',
    sheets: { orders: '合作结算', rewards: '现金奖励', payouts: '结算日程', commission: '带货佣金' },
    orders: [
      '合作',
      '品牌',
      '结算时间（北京时间）',
      '结算金额（元）',
      '服务费率',
      '服务费（元）',
      '到账（元）',
    ],
    rewards: ['激励计划', '到账时间（北京时间）', '金额（元）'],
    payouts: [
      '合作',
      '品牌',
      '当前进度',
      '预计结算（北京时间）',
      '逾期',
      '报价（元）',
      '服务费（元）',
      '预计到账（元）',
      '说明',
    ],
    commission: [
      '笔记',
      '商品',
      '佣金率',
      '打开',
      '其中广告',
      '成交',
      '成交金额（元）',
      '退货金额（元）',
      '待确认佣金（元）',
      '已确认佣金（元）',
    ],
    steps: {
      work: '创作中',
      answer: '等待审核',
      publish: '等待发布',
      'note-back': '笔记需恢复可见',
      dispute: '等待平台裁定',
      protection: '保护期内',
      payment: '等待打款',
    },
    late: { payment: '打款逾期', draft: '交稿逾期' },
    sum: '合计',
    upTo: '按阅读结算，以报价为上限',
    desk: '工作台',
    month: '月份（北京时间）',
    asOf: '数据截至',
    inYuan: '金额单位：元。',
    attribution:
      '成交前 {days} 天内，读者最后一次打开该商品链接的那篇笔记计一单；成交满 {confirm} 天后佣金确认。',
    apart: '佣金由店铺支付，不经过钱包，未计入到账。',
  },
  en: {
    earnings: 'Earnings',
    sheets: { orders: 'Orders', rewards: 'Rewards', payouts: 'Payouts', commission: 'Commission' },
    orders: [
      'Order',
      'Brand',
      'Paid (Asia/Shanghai)',
      'Gross (CNY)',
      'Fee rate',
      'Service fee (CNY)',
      'Net (CNY)',
    ],
    rewards: ['Reward plan', 'Paid (Asia/Shanghai)', 'Amount (CNY)'],
    payouts: [
      'Order',
      'Brand',
      'Where it stands',
      'Falls due (Asia/Shanghai)',
      'Late',
      'Quote (CNY)',
      'Service fee (CNY)',
      'Net (CNY)',
      'Remark',
    ],
    commission: [
      'Note',
      'Product',
      'Rate',
      'Opens',
      'Of them from ads',
      'Sales',
      'Sold (CNY)',
      'Goods returned (CNY)',
      'Commission expected (CNY)',
      'Commission confirmed (CNY)',
    ],
    steps: {
      work: 'being made',
      answer: 'waits for a review',
      publish: 'waits to be published',
      'note-back': 'the note has to be visible again',
      dispute: 'the platform decides',
      protection: 'under protection',
      payment: 'waits for payment',
    },
    late: { payment: 'payment is late', draft: 'the draft is late' },
    sum: 'Total',
    upTo: 'paid by reads, up to the quote',
    desk: 'Desk',
    month: 'Month (Asia/Shanghai)',
    asOf: 'Data as of',
    inYuan: 'Amounts in yuan.',
    attribution:
      'A sale counts for the note whose link of the product the reader opened last in the {days} days before; its commission is confirmed {confirm} days after the sale.',
    apart: 'Commission is paid by shops. It does not pass through the wallet and is in no net amount.',
  },
};
