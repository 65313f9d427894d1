import type { FolkClaimsView } from '@poolrise/contracts';
import type { ClaimFinding } from '@poolrise/domain';

/** A claim on which the notes are enough, and leave both answers open. */
export function aClaim(changes: Partial<ClaimFinding> = {}): ClaimFinding {
  return {
    claim: 'boost-kills-natural',
    verdict: 'cannot-tell',
    why: 'interval-holds-both',
    effect: { estimate: 0.88, low: 0.6, high: 1.21 },
    effectOnAll: null,
    notes: 31,
    smallestSeen: 0.57,
    design: ['MATCHED_AGE_SIZE_PACE_BEFORE', 'UNBOOSTED_AS_CONTROL'],
    confounders: ['BOOST_CHOSEN_BY_HAND', 'CONTENT_DIFFERS', 'PLATFORM_CHANGED_MEANWHILE'],
    ...changes,
  };
}

export const aLabelClaim = (changes: Partial<ClaimFinding> = {}): ClaimFinding =>
  aClaim({
    claim: 'label-lowers-exposure',
    verdict: 'contradicted',
    why: null,
    effect: { estimate: 1.02, low: 0.94, high: 1.11 },
    effectOnAll: { estimate: 1.3, low: 1.12, high: 1.5 },
    notes: 480,
    smallestSeen: 0.93,
    design: ['COOPERATION_AGAINST_DAILY', 'SAME_AUTHOR_SAME_TYPE', 'SAME_AGE'],
    confounders: ['BRAND_CHOSE_THE_TOPIC', 'UNDECLARED_COOPERATION'],
    ...changes,
  });

export const aFirstHourClaim = (changes: Partial<ClaimFinding> = {}): ClaimFinding =>
  aClaim({
    claim: 'first-hour-decides',
    verdict: 'supported',
    why: null,
    effect: { estimate: 0.71, low: 0.62, high: 0.8 },
    notes: 140,
    smallestSeen: 0.056,
    design: ['RANKS', 'WITHIN_CATEGORY', 'SAME_AGE'],
    confounders: ['GOOD_NOTES_ARE_GOOD_THROUGHOUT', 'PUBLISHED_AT_OTHER_TIMES', 'OTHER_ADS_UNKNOWN'],
    ...changes,
  });

export const someClaims = (changes: Partial<FolkClaimsView> = {}): FolkClaimsView => ({
  asOf: '2026-11-26T02:00:00Z',
  findings: [aClaim(), aLabelClaim(), aFirstHourClaim()],
  observedNotes: 512,
  hostedNotes: 140,
  notesMost: 600,
  ...changes,
});
