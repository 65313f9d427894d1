import type { ApprovalView } from '@poolrise/contracts';
import { noteId } from './a-note';

export const approvalId = '99999999-0000-4000-8000-000000000001';

/** Mei wants to boost a note for ¥300; above ¥100 a second person agrees. */
export const anApproval = (changes: Partial<ApprovalView> = {}): ApprovalView => ({
  id: approvalId,
  kind: 'launch-boost',
  title: 'Cold brew tea',
  state: 'waiting',
  commitsCents: 30_000,
  aloneCents: 0,
  limitCents: 10_000,
  askedBy: 'Mei',
  own: false,
  askedAt: '2026-11-23T06:02:11Z',
  expiresAt: '2026-11-26T06:02:11Z',
  words: 'It passed the third gate',
  decidedBy: null,
  decidedAt: null,
  reason: '',
  asOf: '2026-11-23T06:02:11Z',
  subjectId: noteId(1),
  resultId: null,
  figures: { budgetCents: 30_000, walletCents: 25_000, voucherCents: 5_000, impressions: 20_000, hours: 24 },
  refusal: null,
  sumHours: 24,
  deciders: 2,
  ...changes,
});
