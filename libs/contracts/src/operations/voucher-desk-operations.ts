import {
  GrantedVoucher,
  GrantedVoucherPage,
  GrantVouchers,
  RevokeVoucher,
  VoucherDeskQuery,
  VouchersGranted,
  VoucherWorkspacePage,
  VoucherWorkspacesQuery,
} from '../voucher-desk';
import type { Operation } from './operation';

const access = { ability: 'grant:vouchers' } as const;
const tag = 'Voucher desk';

/** Vouchers of everybody, for the platform's own people. */
export const voucherDeskOperations = {
  voucherDesk: {
    method: 'get',
    path: '/api/v1/voucher-desk',
    tag,
    summary: 'Vouchers of all workspaces, the latest to expire first; for the platform’s own people',
    access,
    query: VoucherDeskQuery,
    answer: { status: 200, schema: GrantedVoucherPage },
    refusals: ['platform-only', 'invalid-cursor'],
  },
  voucherWorkspaces: {
    method: 'get',
    path: '/api/v1/voucher-desk/workspaces',
    tag,
    summary: 'Workspaces that may be given vouchers, by name; for the platform’s own people',
    access,
    query: VoucherWorkspacesQuery,
    answer: { status: 200, schema: VoucherWorkspacePage },
    refusals: ['platform-only', 'invalid-cursor'],
  },
  grantVouchers: {
    method: 'post',
    path: '/api/v1/voucher-desk/grants',
    tag,
    summary: 'Give one voucher to each of several workspaces; for the platform’s own people',
    access,
    body: GrantVouchers,
    answer: { status: 201, schema: VouchersGranted },
    refusals: ['platform-only', 'not-found', 'request-key-reused'],
  },
  revokeVoucher: {
    method: 'post',
    path: '/api/v1/voucher-desk/{grantedVoucherId}/revoke',
    tag,
    summary: 'Take a voucher back; boosts that run keep what they reserved. For the platform’s own people',
    access,
    body: RevokeVoucher,
    answer: { status: 200, schema: GrantedVoucher },
    refusals: ['platform-only', 'not-found'],
  },
} satisfies Record<string, Operation>;
