import { AskOneMoreVoucher, OneMoreList, OneMoreQuery, OneMoreVoucher } from '../one-more-vouchers';
import type { Operation } from './operation';

/** What one more voucher would do, in worlds with and without it. */
export const oneMoreOperations = {
  askOneMoreVoucher: {
    method: 'post',
    path: '/api/v1/one-more-vouchers',
    tag: 'Simulations',
    summary: 'Ask what one more voucher on a note would do; safe to repeat',
    access: { ability: 'read:simulations' },
    body: AskOneMoreVoucher,
    answer: { status: 202, schema: OneMoreVoucher },
    refusals: [
      'request-key-reused',
      'too-many-simulations',
      'nothing-to-replay',
      'note-not-boostable',
      'voucher-spent',
      'voucher-expired',
      'voucher-not-yet-valid',
      'voucher-revoked',
      'voucher-wrong-scope',
      'budget-below-voucher',
    ],
  },
  oneMoreVouchers: {
    method: 'get',
    path: '/api/v1/one-more-vouchers',
    tag: 'Simulations',
    summary: 'The latest questions about one more voucher',
    access: { ability: 'read:notes' },
    query: OneMoreQuery,
    answer: { status: 200, schema: OneMoreList },
    refusals: [],
  },
  oneMoreVoucher: {
    method: 'get',
    path: '/api/v1/one-more-vouchers/{oneMoreId}',
    tag: 'Simulations',
    summary: 'One question about one more voucher with its answer',
    access: { ability: 'read:notes' },
    answer: { status: 200, schema: OneMoreVoucher },
    refusals: [],
  },
  cancelOneMoreVoucher: {
    method: 'post',
    path: '/api/v1/one-more-vouchers/{oneMoreId}/cancel',
    tag: 'Simulations',
    summary: 'Stop a question about one more voucher that is waiting or under way',
    access: { ability: 'read:simulations' },
    answer: { status: 202, schema: OneMoreVoucher },
    refusals: [],
  },
} satisfies Record<string, Operation>;
