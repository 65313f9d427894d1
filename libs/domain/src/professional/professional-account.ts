import type { Mark } from '../metrics/mark';

const dayMs = 86_400_000;
const shanghaiMs = 8 * 3_600_000;

/**
 * What becomes of an application to be verified as a business. `replaced`: a later one was verified in its place.
 * A verification that has run out is still `verified` here; its last moment says so.
 */
export const professionalStates = [
  'submitted',
  'verified',
  'refused',
  'withdrawn',
  'suspended',
  'replaced',
] as const;
export type ProfessionalState = (typeof professionalStates)[number];

/** What the platform's people do about an application, or about a verification. */
export const professionalVerdicts = ['verified', 'refused', 'suspended', 'reinstated'] as const;
export type ProfessionalVerdict = (typeof professionalVerdicts)[number];

/** What an applicant can do about a refusal, so that every refusal comes with a way out. */
export const professionalRemedies = [
  'clearer-licence',
  'name-as-licence',
  'code-as-licence',
  'reachable-contact',
  'as-the-reason-says',
] as const;
export type ProfessionalRemedy = (typeof professionalRemedies)[number];

/** Where a workspace stands with its verification as a business. */
export const verificationStates = [
  'none',
  'submitted',
  'refused',
  'verified',
  'expired',
  'suspended',
] as const;
export type VerificationState = (typeof verificationStates)[number];

/** Days that a verification holds: a year, as practitioners report of the platform [C, xunmiwang.cn/613189.html]. */
export const professionalDays = 365;
/** Working days within which an application shall be answered: one to three [C, the same]. */
export const professionalAnswerDays = 3;
export const professionalTermsMark: Mark = 'C';
/** Days before its end from which a verification can be renewed [P]. */
export const professionalRenewalDays = 60;

/** Days before its end on which a verification is spoken of; 0: on the day it ended [P]. */
export const professionalAlarmDays = [30, 7, 0] as const;

/** The end of a verification. A renewal before the end goes on from there, so that nobody loses days by coming early. */
export const professionalUntil = (verifiedAt: number, heldUntil: number | null): number =>
  Math.max(verifiedAt, heldUntil ?? 0) + professionalDays * dayMs;

/** From when on a verification that ends then can be renewed; epoch milliseconds. */
export const renewableFrom = (until: number): number => until - professionalRenewalDays * dayMs;

/**
 * When an application shall be answered by: the same time of day after so many days from Monday to Friday in Shanghai. Public
 * holidays are not known here.
 *
 * Units: epoch milliseconds. Source: `professionalAnswerDays` [C].
 */
export function professionalDue(askedAt: number): number {
  let at = askedAt;
  for (let left = professionalAnswerDays; left > 0;) {
    at += dayMs;
    const weekday = new Date(at + shanghaiMs).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return at;
}

/** What is known of a workspace's applications. Epoch milliseconds. */
export interface ProfessionalGround {
  /** the one that was verified last and not replaced; until when it holds */
  holding: { state: 'verified' | 'suspended'; until: number } | null;
  /** whether one waits to be answered */
  waits: boolean;
  /** whether the latest that was answered was refused */
  refused: boolean;
}

/** Where a workspace stands now. What holds goes before what waits: a renewal takes nothing away while it is looked at. */
export function verificationOf(
  { holding, waits, refused }: ProfessionalGround,
  now: number,
): VerificationState {
  if (holding?.state === 'suspended') return 'suspended';
  if (holding && now < holding.until) return 'verified';
  if (waits) return 'submitted';
  if (refused) return 'refused';
  return holding ? 'expired' : 'none';
}

export type ProfessionalRefusal = 'professional-waiting' | 'professional-suspended' | 'renewal-too-early';

/** Whether a workspace may apply now; null when it may. */
export function mayApply({ holding, waits }: ProfessionalGround, now: number): ProfessionalRefusal | null {
  if (holding?.state === 'suspended') return 'professional-suspended';
  if (waits) return 'professional-waiting';
  return holding && now < renewableFrom(holding.until) ? 'renewal-too-early' : null;
}

/** What an application is after a verdict; null when the verdict does not answer its state. */
export function professionalAfter(
  state: ProfessionalState,
  verdict: ProfessionalVerdict,
): ProfessionalState | null {
  switch (verdict) {
    case 'verified':
    case 'refused':
      return state === 'submitted' ? verdict : null;
    case 'suspended':
      return state === 'verified' ? 'suspended' : null;
    case 'reinstated':
      return state === 'suspended' ? 'verified' : null;
  }
}
