import { VoucherPage, VouchersQuery } from '../boosts';
import { JournalPage, JournalQuery, JournalRow, TopUp, WalletView } from '../wallet';
import type { Operation } from './operation';

/** Wallet and vouchers. */
export const walletOperations = {
  wallet: {
    method: 'get',
    path: '/api/v1/wallet',
    tag: 'Wallet',
    summary: 'Balances',
    access: { ability: 'read:wallet' },
    answer: { status: 200, schema: WalletView },
    refusals: [],
  },
  journal: {
    method: 'get',
    path: '/api/v1/wallet/journal',
    tag: 'Wallet',
    summary: 'The journal behind every balance',
    access: { ability: 'read:wallet' },
    query: JournalQuery,
    answer: { status: 200, schema: JournalPage },
    refusals: ['invalid-cursor'],
  },
  topUp: {
    method: 'post',
    path: '/api/v1/wallet/top-ups',
    tag: 'Wallet',
    summary: 'Record a top-up',
    access: { ability: 'top-up:wallet' },
    body: TopUp,
    answer: { status: 201, schema: JournalRow },
    refusals: ['request-key-reused'],
  },
  vouchers: {
    method: 'get',
    path: '/api/v1/vouchers',
    tag: 'Wallet',
    summary: 'Vouchers of the workspace',
    access: { ability: 'read:wallet' },
    query: VouchersQuery,
    answer: { status: 200, schema: VoucherPage },
    refusals: ['invalid-cursor'],
  },
} satisfies Record<string, Operation>;
