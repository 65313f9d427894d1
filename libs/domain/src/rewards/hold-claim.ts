import type { CredibilityTest } from '../creators/credibility/evidence';

/** What is known against a claim when its tasks are done. */
export interface ClaimFacts {
  /** organic reads of the counted notes */
  reads: number;
  /** events of the counted notes that lie in quarantine or were thrown away there */
  quarantined: number;
  /** organic reads that are known one by one, and the readers behind them, each once a note */
  opened: number;
  readers: number;
  /** tests of credibility that found something unusual */
  unusual: readonly CredibilityTest[];
  /** other desks in the same plan that one of this desk's people is a member of */
  sharedDesks: number;
}

export const holdReasons = [
  'quarantined-traffic',
  'few-readers',
  'unusual-figures',
  'shared-person',
] as const;
export type HoldReason = (typeof holdReasons)[number];

/**
 * [P] Thresholds of the hold; the platform publishes none. One event in twenty set aside is more than the noise of a feed
 * without bots; one unusual test alone happens to the honest (see the benchmark of credibility), two seldom. A feed does not show
 * a reader the same note twice, so only searches and profiles bring somebody back: who opens a note more than twice on the mean
 * is no crowd. Fewer than twenty reads say nothing of it.
 */
export const holdThresholds = {
  quarantinedShare: 0.05,
  readersPerRead: 0.5,
  opened: 20,
  unusualTests: 2,
  sharedDesks: 1,
} as const;

/** Why a person should look before anything is issued; nothing in the list issues at once. Shares are 0 to 1. */
export function holdClaim(facts: ClaimFacts): HoldReason[] {
  const reasons: HoldReason[] = [];
  const seen = facts.reads + facts.quarantined;
  if (seen > 0 && facts.quarantined / seen > holdThresholds.quarantinedShare)
    reasons.push('quarantined-traffic');
  const { opened, readers } = facts;
  if (opened >= holdThresholds.opened && readers / opened < holdThresholds.readersPerRead)
    reasons.push('few-readers');
  if (facts.unusual.length >= holdThresholds.unusualTests) reasons.push('unusual-figures');
  if (facts.sharedDesks >= holdThresholds.sharedDesks) reasons.push('shared-person');
  return reasons;
}
