import type { JournalRow } from '@poolrise/contracts';
import type { ReaderLanguage, StatementAccount } from '@poolrise/domain';

interface StatementWords {
  statement: string;
  movements: string;
  accounts: Record<StatementAccount, string>;
  kinds: Record<JournalRow['kind'], string>;
  /** of the movements */
  columns: readonly [string, string, string, string, string, string, string];
  /** of the accounts */
  sums: readonly [string, string, string, string, string];
  opening: string;
  closing: string;
  workspace: string;
  period: string;
  asOf: string;
  inYuan: string;
  buyer: string;
  taxNumber: string;
  address: string;
  notSaid: string;
  invoiceable: string;
  invoiceableRule: string;
  spentFrom: string;
}

/** What a statement says of itself, in the reader's language. */
export const statementWords: Record<ReaderLanguage, StatementWords> = {
  'zh-CN': {
    statement: '对账单',
    movements: '明细',
    accounts: {
      cash: '现金',
      voucher: '券',
      compensation: '赔付',
      rebate: '返货',
      credit: '可用授信',
      reserved: '加热冻结',
      orders: '合作冻结',
      spent: '消耗',
    },
    kinds: {
      'top-up': '充值',
      'voucher-granted': '发券',
      'boost-reserved': '加热冻结',
      'boost-spent': '投放消耗',
      'boost-refunded': '退款',
      'voucher-expired': '券过期',
      'voucher-revoked': '券收回',
      'rebate-granted': '返货到账',
      'compensation-paid': '赔付到账',
      'reward-paid': '激励奖金到账',
      'credit-granted': '授信开通',
      'credit-repaid': '授信还款',
      'order-held': '合作款冻结',
      'order-released': '合作款退回',
      'order-paid': '合作款支付',
      'order-earned': '合作收入',
    },
    columns: ['账户', '时间（北京时间）', '事项', '说明', '操作人', '金额（元）', '余额（元）'],
    sums: ['账户', '期初（元）', '增加（元）', '减少（元）', '期末（元）'],
    opening: '期初',
    closing: '期末',
    workspace: '空间',
    period: '期间（含首尾两日，北京时间）',
    asOf: '数据时间',
    inYuan: '金额单位为元。',
    buyer: '购买方名称',
    taxNumber: '纳税人识别号',
    address: '地址',
    notSaid: '未填写',
    invoiceable: '可开票金额（元）',
    invoiceableRule: '现金和授信的消耗；券、返货和赔付不开票。',
    spentFrom: '消耗来源（元）：{account}',
  },
  en: {
    statement: 'Statement',
    movements: 'Movements',
    accounts: {
      cash: 'Cash',
      voucher: 'Vouchers',
      compensation: 'Compensation',
      rebate: 'Rebate',
      credit: 'Free credit',
      reserved: 'Held for boosts',
      orders: 'Held for orders',
      spent: 'Spent',
    },
    kinds: {
      'top-up': 'Top-up',
      'voucher-granted': 'Voucher granted',
      'boost-reserved': 'Reserved for a boost',
      'boost-spent': 'Spent on delivery',
      'boost-refunded': 'Refunded',
      'voucher-expired': 'Voucher expired',
      'voucher-revoked': 'Voucher taken back',
      'rebate-granted': 'Rebate received',
      'compensation-paid': 'Compensation received',
      'reward-paid': 'Reward received',
      'credit-granted': 'Credit granted',
      'credit-repaid': 'Credit paid back',
      'order-held': 'Held for an order',
      'order-released': 'Released from an order',
      'order-paid': 'Paid for an order',
      'order-earned': 'Earned by an order',
    },
    columns: [
      'Account',
      'Time (Asia/Shanghai)',
      'What happened',
      'About',
      'By',
      'Amount (CNY)',
      'Balance (CNY)',
    ],
    sums: ['Account', 'Opening (CNY)', 'In (CNY)', 'Out (CNY)', 'Closing (CNY)'],
    opening: 'Opening balance',
    closing: 'Closing balance',
    workspace: 'Workspace',
    period: 'Period (both days included, Asia/Shanghai)',
    asOf: 'Data as of',
    inYuan: 'Amounts in yuan.',
    buyer: 'Buyer',
    taxNumber: 'Tax number',
    address: 'Address',
    notSaid: 'not given',
    invoiceable: 'Can be invoiced (CNY)',
    invoiceableRule: 'Cash and credit that was spent; vouchers, rebates and compensation are not invoiced.',
    spentFrom: 'Spent from (CNY): {account}',
  },
};
