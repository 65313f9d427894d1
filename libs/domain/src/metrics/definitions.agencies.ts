import { describeMetric } from './describe-metric';

const books = ['P', 'agencies/month-statement.ts; what was spent is that of the client’s journal'] as const;
const tasks = ['P', 'agencies/agency-tasks.ts'] as const;

/** What an agency earns with a client, and how it keeps its word. */
export const agencyMetrics = {
  clientCharged: describeMetric(
    'cents',
    ['应收', 'Charged to the client'],
    [
      '合作与加热支出（自有资金部分）+ 服务费 + 调整 − 返还客户的返点',
      'spend of the client’s own money + fee + adjustments - rebate handed on',
    ],
    books,
  ),
  clientMedia: describeMetric(
    'cents',
    ['媒介支出', 'Media spend'],
    [
      '当月合作订单已付与加热消耗，不含券、返货和赔付',
      'orders paid and boosts spent in the month, without vouchers, rebates and compensation',
    ],
    books,
  ),
  agencyFee: describeMetric(
    'cents',
    ['代理服务费', 'Agency fee'],
    ['媒介支出 × 费率，向下取整到分 + 固定月费', 'media spend x rate, rounded down to the cent + retainer'],
    books,
  ),
  creatorRebateExpected: describeMetric(
    'cents',
    ['应收返点', 'Rebate expected'],
    [
      '当月已付博主的合作款 × 资源库中约定的返点',
      'paid to creators in the month x the rebate agreed in the resource pool',
    ],
    books,
  ),
  creatorRebateReceived: describeMetric(
    'cents',
    ['实收返点', 'Rebate received'],
    ['当月登记到账的博主返点', 'rebates of creators written down in the month'],
    books,
  ),
  grossMargin: describeMetric(
    'cents',
    ['毛利', 'Gross margin'],
    ['应收 − 媒介支出 + 实收返点', 'charged to the client - media spend + rebate received'],
    books,
  ),
  grossMarginShare: describeMetric(
    'ratio',
    ['毛利率', 'Gross margin share'],
    ['毛利 ÷ 应收；应收为零时不计', 'gross margin / charged to the client; none where nothing is charged'],
    books,
  ),
  openTasks: describeMetric(
    'count',
    ['待办', 'Open tasks'],
    [
      '客户空间里等待代理商处理的初稿、报价、下架申请、报名、充值和寄样',
      'drafts, counter-offers, wishes to take down, applications, top-ups and samples that wait for the agency',
    ],
    tasks,
  ),
  overdueTasks: describeMetric(
    'count',
    ['已超时', 'Overdue'],
    [
      '超过期限的待办；期限取自订时限与平台时限中较早者',
      'tasks past their time, which is the agency’s own or the platform’s, whichever is earlier',
    ],
    tasks,
  ),
  slaKept: describeMetric(
    'ratio',
    ['按时审稿率', 'Reviews in time'],
    [
      '在自订时限内答复的初稿 ÷ 期间内全部结束等待的初稿；沉默通过不算按时',
      'drafts answered within the agency’s own hours / all whose wait ended in the period; approval by silence is not in time',
    ],
    tasks,
  ),
};
