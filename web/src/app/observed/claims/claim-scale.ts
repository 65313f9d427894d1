import type { ClaimEffect, FolkClaim } from '@poolrise/domain';

/** Claims of a loss are drawn as a change against none; the first hour as a share from nothing to everything. */
export const isShare = (claim: FolkClaim): boolean => claim === 'first-hour-decides';

/** A figure of a claim as the axis has it: 0 is no effect. */
export const onAxis = (claim: FolkClaim, figure: number): number => (isShare(claim) ? figure : figure - 1);

export interface ClaimScale {
  from: number;
  to: number;
  /** where a value stands, in per cent of the width */
  at: (value: number) => number;
}

const reaches = [0.1, 0.25, 0.5, 1] as const;

/** The axis holds zero and all that is drawn; a loss ends at -100 %, a gain has no end. */
export function claimScale(
  claim: FolkClaim,
  effects: readonly ClaimEffect[],
  smallestSeen: number | null,
): ClaimScale {
  const values = [
    ...effects.flatMap(({ low, high }) => [onAxis(claim, low), onAxis(claim, high)]),
    ...(smallestSeen === null ? [] : [onAxis(claim, smallestSeen)]),
  ];
  const to = isShare(claim) ? 1 : reachOf(Math.max(0, ...values));
  const from = isShare(claim) ? 0 : -Math.min(1, reachOf(Math.max(0, ...values.map((value) => -value))));
  return { from, to, at: (value) => (100 * (value - from)) / (to - from) };
}

/** The next round figure, whole hundreds of per cent beyond the first. */
const reachOf = (value: number): number => reaches.find((reach) => reach >= value) ?? Math.ceil(value);
