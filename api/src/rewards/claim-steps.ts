import type { RewardClaimView, RewardHistoryRow } from '@poolrise/contracts';

/** Times of a voucher that a claim became. */
export interface VoucherTimes {
  usedAt: string | null;
  expiresAt: string;
}

/** What is known of a claim besides its view. */
export interface ClaimTimes {
  decidedAt: string | null;
  vouchers: VoucherTimes[];
}

const latest = (times: readonly string[]): string | null =>
  times.length ? new Date(Math.max(...times.map((at) => Date.parse(at)))).toISOString() : null;

/** What became of a claim, step by step. A reward of several vouchers is used, or over, with the last of them. */
export function claimSteps(
  claim: RewardClaimView,
  { decidedAt, vouchers }: ClaimTimes,
): Pick<RewardHistoryRow, 'steps' | 'usableUntil'> {
  const used = latest(vouchers.flatMap(({ usedAt }) => usedAt ?? []));
  const over = latest(vouchers.flatMap(({ usedAt, expiresAt }) => (usedAt === null ? expiresAt : [])));
  const ends = {
    held: null,
    issued: null,
    refused: latest(decidedAt ? [decidedAt] : []),
    revoked: latest(decidedAt ? [decidedAt] : []),
    redeemed: used,
    expired: over,
  };
  const end = ends[claim.state];
  const step = (kind: RewardHistoryRow['steps'][number]['kind'], at: string | null) =>
    at ? [{ kind, at }] : [];
  return {
    steps: [
      ...step('claimed', claim.claimedAt),
      ...step('issued', claim.issuedAt),
      ...(claim.state === 'held' || claim.state === 'issued' ? [] : step(claim.state, end)),
    ],
    usableUntil: claim.state === 'issued' ? over : null,
  };
}
