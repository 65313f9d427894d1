import type { ReaderLanguage, StatementLineKind } from '@poolrise/domain';

interface MonthFileWords {
  statement: string;
  kinds: Record<StatementLineKind, string>;
  columns: readonly [string, string, string, string, string];
  sums: { media: string; fee: string; adjustment: string; rebate: string; total: string };
  agency: string;
  client: string;
  month: string;
  state: Record<'running' | 'open' | 'closed' | 'sent', string>;
  stateLabel: string;
  rule: string;
  page: (page: number, pages: number) => string;
}

/** What a month's statement says of itself, in the reader's language. */
export const monthFileWords: Record<ReaderLanguage, MonthFileWords> = {
  'zh-CN': {
    statement: '月结单',
    kinds: {
      order: '合作订单',
      boost: '笔记加热',
      late: '往月补记',
      'fee-percent': '服务费（按比例）',
      'fee-retainer': '服务费（固定月费）',
      rebate: '返点返还',
      adjustment: '调整',
    },
    columns: ['类别', '项目', '活动', '消耗（元）', '应收（元）'],
    sums: { media: '媒介支出', fee: '服务费', adjustment: '调整', rebate: '返点返还', total: '应付合计' },
    agency: '代理商',
    client: '客户',
    month: '月份',
    state: { running: '本月进行中，未结账', open: '未结账', closed: '已结账', sent: '已结账并已发送' },
    stateLabel: '状态',
    rule: '消耗由券、返货和赔付承担的部分不收取；金额单位为元。',
    page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  },
  en: {
    statement: 'Monthly statement',
    kinds: {
      order: 'Cooperation order',
      boost: 'Boost',
      late: 'Found of earlier months',
      'fee-percent': 'Fee, share of spend',
      'fee-retainer': 'Fee, retainer',
      rebate: 'Rebate handed on',
      adjustment: 'Adjustment',
    },
    columns: ['Kind', 'Item', 'Campaign', 'Spent (CNY)', 'Charged (CNY)'],
    sums: {
      media: 'Media spend',
      fee: 'Agency fee',
      adjustment: 'Adjustments',
      rebate: 'Rebate handed on',
      total: 'Total due',
    },
    agency: 'Agency',
    client: 'Client',
    month: 'Month',
    state: {
      running: 'running, not closed',
      open: 'not closed',
      closed: 'closed',
      sent: 'closed and sent',
    },
    stateLabel: 'State',
    rule: 'What vouchers, rebates and compensation paid for is not charged. Amounts in yuan.',
    page: (page, pages) => `Page ${page} of ${pages}`,
  },
};
