/**
 * A creator's desk says which creator of the directory it speaks for; the platform looks whether that is so.
 * `superseded`: another desk was found to be that creator's.
 */
export const deskClaimStates = [
  'waiting',
  'approved',
  'refused',
  'superseded',
  'withdrawn',
  'undone',
] as const;
export type DeskClaimState = (typeof deskClaimStates)[number];

/** What the platform does about a claim. */
export const deskClaimVerdicts = ['approved', 'refused', 'undone'] as const;
export type DeskClaimVerdict = (typeof deskClaimVerdicts)[number];

/** What is known when a claim is judged. */
export interface DeskClaimGround {
  state: DeskClaimState;
  /** whether this desk, or another, speaks for the creator already */
  creatorTaken: boolean;
  /** whether the desk speaks for some creator already */
  deskTied: boolean;
  /** cooperation orders of the desk that are not over */
  openOrders: number;
}

export type DeskClaimRefusal = 'claim-answered' | 'creator-taken' | 'desk-tied' | 'desk-has-orders';

/** Whether a claim may be answered so now; null when it may. A tie is undone only when nobody's money hangs on it. */
export function mayAnswerClaim(ground: DeskClaimGround, verdict: DeskClaimVerdict): DeskClaimRefusal | null {
  if (verdict === 'undone') {
    if (ground.state !== 'approved') return 'claim-answered';
    return ground.openOrders > 0 ? 'desk-has-orders' : null;
  }
  if (ground.state !== 'waiting') return 'claim-answered';
  if (verdict === 'refused') return null;
  if (ground.creatorTaken) return 'creator-taken';
  return ground.deskTied ? 'desk-tied' : null;
}
