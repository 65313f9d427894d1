import { EarningsQuery, EarningsView, TakeEarnings } from '../earnings';
import { ProductEventBatch, ProductReceipt } from '../product-events';
import type { Operation } from './operation';

/** What a creator's desk earns, and what reader applications tell of product links. */
export const earningOperations = {
  productEvents: {
    method: 'post',
    path: '/api/v1/product-events',
    tag: 'Reader applications',
    summary:
      'Product links that were opened, what was sold by them and what came back; safe to repeat. A sale counts for the note whose link of the product the reader opened last in the seven days before it',
    access: { scope: 'engagements:write' },
    body: ProductEventBatch,
    answer: { status: 200, schema: ProductReceipt },
    refusals: [],
  },
  earnings: {
    method: 'get',
    path: '/api/v1/earnings',
    tag: 'Creator desk',
    summary:
      'A month of what the desk earned, order by order with its fee; when agreed orders will pay; and, apart, the commission that shops owe',
    access: { ability: 'read:wallet' },
    query: EarningsQuery,
    answer: { status: 200, schema: EarningsView },
    refusals: [],
  },
  takeEarnings: {
    method: 'post',
    path: '/api/v1/earnings/files',
    tag: 'Creator desk',
    summary: 'The same as a file',
    access: { ability: 'read:wallet' },
    body: TakeEarnings,
    answer: {
      status: 200,
      schema: null,
      file: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    },
    refusals: ['export-too-large'],
  },
} satisfies Record<string, Operation>;
