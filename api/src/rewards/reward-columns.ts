import type { RewardGift, RewardTaskTerms } from '@poolrise/contracts';
import type { Category, HoldReason, RewardEligibility, RewardPlanState } from '@poolrise/domain';
import { createHash } from 'node:crypto';

/** A plan's columns under the names of the domain; times are epoch milliseconds. */
export const planColumns = (p: string): string => `
  ${p}.id as "planId", ${p}.state as "planState", ${p}.name, ${p}.summary, ${p}.quota, ${p}.issued, ${p}.late_hours as "lateHours",
  ${p}.claim_days as "claimDays", ${p}.eligibility, ${p}.tasks, ${p}.rewards,
  (extract(epoch from ${p}.opens_at) * 1000)::float8 as "opensAt", (extract(epoch from ${p}.closes_at) * 1000)::float8 as "closesAt"`;

export interface PlanRow {
  planId: string;
  planState: RewardPlanState;
  name: { zh: string; en: string };
  summary: { zh: string; en: string };
  quota: number;
  issued: number;
  lateHours: number;
  claimDays: number;
  eligibility: Omit<RewardEligibility, 'categories'> & { categories: Category[] };
  tasks: RewardTaskTerms[];
  rewards: RewardGift[];
  opensAt: number;
  closesAt: number;
}

/** A claim as it is written; what became of its vouchers stands with them. */
export interface ClaimRow {
  id: string;
  requestKey: string;
  state: 'held' | 'issued' | 'refused' | 'revoked';
  holdReasons: HoldReason[];
  voucherIds: string[];
  cashCents: number;
  claimedAt: string;
  issuedAt: string | null;
  reason: string | null;
  vouchers: { used: boolean; over: boolean }[];
}

/** A claim with its vouchers, as one JSON value of a row; $now is the moment at which vouchers are over. */
export const claimJson = (c: string, now: string): string => `
  json_build_object('id', ${c}.id, 'requestKey', ${c}.request_key, 'state', ${c}.state, 'holdReasons', ${c}.hold_reasons,
    'voucherIds', ${c}.voucher_ids, 'cashCents', ${c}.cash_cents, 'claimedAt', ${c}.claimed_at, 'issuedAt', ${c}.issued_at,
    'reason', ${c}.reason,
    'vouchers', coalesce((select json_agg(json_build_object('used', v.used_at is not null,
        'over', v.revoked_at is not null or v.expires_at <= ${now}))
      from voucher v where v.id = any(${c}.voucher_ids)), '[]'))`;

/** Under which a reward is given: the same enrolment and place ask for the same thing, however often they ask. */
export function rewardKey(enrolmentId: string, place: number): string {
  const hex = createHash('sha256').update(`reward ${enrolmentId} ${place}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
