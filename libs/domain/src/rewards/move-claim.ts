/** The life of a creator in a plan, in the order in which it is lived. */
export const rewardStates = [
  'eligible',
  'enrolled',
  'in-progress',
  'achieved',
  'claimed',
  'held',
  'issued',
  'redeemed',
  'expired',
  'revoked',
  'refused',
  'missed',
] as const;
/**
 * `claimed` is passed through within one transaction and is never seen at rest. `refused` is a held claim that the platform
 * turned down, `missed` a plan that ended before its tasks were done; `expired` covers a reward that nobody claimed in time
 * as well as a voucher that nobody used.
 */
export type RewardState = (typeof rewardStates)[number];

export const claimMoves = [
  'enrol',
  'begin',
  'achieve',
  'claim',
  'hold',
  'issue',
  'release',
  'refuse',
  'redeem',
  'expire',
  'revoke',
  'miss',
] as const;
export type ClaimMove = (typeof claimMoves)[number];

export type RewardRefusal =
  | 'already-enrolled'
  | 'not-enrolled'
  | 'reward-not-achieved'
  | 'already-claimed'
  | 'reward-over'
  | 'not-held';

const leads: Readonly<Partial<Record<RewardState, Partial<Record<ClaimMove, RewardState>>>>> = {
  eligible: { enrol: 'enrolled' },
  enrolled: { begin: 'in-progress', achieve: 'achieved', miss: 'missed' },
  'in-progress': { achieve: 'achieved', miss: 'missed' },
  achieved: { claim: 'claimed', expire: 'expired' },
  claimed: { hold: 'held', issue: 'issued' },
  held: { release: 'issued', refuse: 'refused' },
  issued: { redeem: 'redeemed', expire: 'expired', revoke: 'revoked' },
};

/** States in which the reward was given out, or its place of the quota is kept for it. */
export const takesPlace = (state: RewardState): boolean =>
  state === 'held' ||
  state === 'issued' ||
  state === 'redeemed' ||
  state === 'expired' ||
  state === 'revoked';

const claimedStates: readonly RewardState[] = ['claimed', 'held', 'issued', 'redeemed', 'revoked', 'refused'];
const ends: readonly RewardState[] = ['redeemed', 'expired', 'revoked', 'refused', 'missed'];

/** Makes a move, or says why not; a refusal is a word of its own, never a state. */
export function moveClaim(state: RewardState, move: ClaimMove): { state: RewardState } | RewardRefusal {
  const next = leads[state]?.[move];
  if (next) return { state: next };
  if (move === 'enrol') return 'already-enrolled';
  if (state === 'eligible') return 'not-enrolled';
  if (move === 'claim' && claimedStates.includes(state)) return 'already-claimed';
  if (move === 'release' || move === 'refuse') return 'not-held';
  return ends.includes(state) ? 'reward-over' : 'reward-not-achieved';
}

/** What is written of a creator in a plan; the state follows from it and from the time, so that it cannot contradict them. */
export interface RewardFacts {
  enrolled: boolean;
  /** whether anything of a task is done */
  begun: boolean;
  achieved: boolean;
  claim: {
    state: 'held' | 'issued' | 'refused' | 'revoked';
    /** vouchers it brought, none where it brought none */
    vouchers: readonly { used: boolean; over: boolean }[];
  } | null;
  /** epoch milliseconds: when counting ends, and until when can be claimed */
  countedUntil: number;
  claimableUntil: number;
}

/** Where somebody stands in a plan. An issued reward is redeemed once every voucher of it is used, expired once the rest is over. */
export function rewardStateOf(facts: RewardFacts, now: number): RewardState {
  const { claim } = facts;
  if (claim) {
    if (claim.state !== 'issued' || claim.vouchers.length === 0) return claim.state;
    if (claim.vouchers.every(({ used }) => used)) return 'redeemed';
    return claim.vouchers.every(({ used, over }) => used || over) ? 'expired' : 'issued';
  }
  if (!facts.enrolled) return 'eligible';
  if (facts.achieved) return now < facts.claimableUntil ? 'achieved' : 'expired';
  if (now >= facts.countedUntil) return 'missed';
  return facts.begun ? 'in-progress' : 'enrolled';
}
