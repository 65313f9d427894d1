import { ApprovalPage, ApprovalsQuery, ApprovalView, ExplainApproval, RejectApproval } from '../approvals';
import type { Operation } from './operation';

/** Acts that commit more than one person alone may commit. */
export const approvalOperations = {
  approvals: {
    method: 'get',
    path: '/api/v1/approvals',
    tag: 'Approvals',
    summary: 'Acts that wait or waited for a second person, the latest first',
    access: { ability: 'read:approvals' },
    query: ApprovalsQuery,
    answer: { status: 200, schema: ApprovalPage },
    refusals: ['invalid-cursor'],
  },
  approval: {
    method: 'get',
    path: '/api/v1/approvals/{approvalId}',
    tag: 'Approvals',
    summary: 'One of them, with the figures of its rehearsal',
    access: { ability: 'read:approvals' },
    answer: { status: 200, schema: ApprovalView },
    refusals: [],
  },
  approve: {
    method: 'post',
    path: '/api/v1/approvals/{approvalId}/approval',
    tag: 'Approvals',
    summary:
      'Approve and carry out, as a second person; what cannot be carried out any more is refused with its own code and goes on waiting. Safe to repeat',
    access: { ability: 'decide:approvals' },
    answer: { status: 200, schema: ApprovalView },
    refusals: ['approval-own', 'approval-decided', 'approval-over', 'wallet-too-low', 'campaign-moved-on'],
  },
  reject: {
    method: 'post',
    path: '/api/v1/approvals/{approvalId}/rejection',
    tag: 'Approvals',
    summary: 'Reject, saying why; whoever asked takes it back that way. Safe to repeat',
    access: { ability: 'decide:approvals' },
    body: RejectApproval,
    answer: { status: 200, schema: ApprovalView },
    refusals: ['approval-decided', 'approval-over'],
  },
  explainApproval: {
    method: 'post',
    path: '/api/v1/approvals/{approvalId}/words',
    tag: 'Approvals',
    summary: 'Say what the money is for, as whoever asked and while it waits',
    access: { ability: 'decide:approvals' },
    body: ExplainApproval,
    answer: { status: 200, schema: ApprovalView },
    refusals: ['approval-not-own', 'approval-decided', 'approval-over'],
  },
} satisfies Record<string, Operation>;
