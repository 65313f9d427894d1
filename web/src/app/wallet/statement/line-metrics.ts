import type { MetricId, StatementAccount } from '@poolrise/domain';

/** What the balance of a line of a statement is called in the glossary. */
export const metricOf: Record<StatementAccount, MetricId> = {
  cash: 'balance',
  voucher: 'voucherBalance',
  compensation: 'compensationBalance',
  rebate: 'rebateBalance',
  credit: 'creditBalance',
  reserved: 'reserved',
  orders: 'reserved',
  spent: 'spend',
};
