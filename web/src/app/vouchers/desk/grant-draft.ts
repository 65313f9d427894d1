import type { GrantVouchers } from '@poolrise/contracts';
import {
  type BoostGoal,
  type Category,
  type VoucherKind,
  type VoucherPlacement,
  wholeUseOf,
} from '@poolrise/domain';
import { centsOf } from '../../ui/cents-of';
import { dayOf, endOfDay } from '../../ui/shanghai-day';
import { wholeOf } from '../../ui/whole-of';

/** A grant as it is typed. Days are `YYYY-MM-DD` in Shanghai; it is valid to the end of the last. */
export interface GrantDraft {
  name: string;
  kind: VoucherKind;
  face: string;
  /** percent */
  share: string;
  impressions: string;
  minimum: string;
  from: string;
  to: string;
  stackable: boolean;
  categories: readonly Category[];
  placements: readonly VoucherPlacement[];
  goals: readonly BoostGoal[];
  /** percent of a budget that vouchers pay at most */
  cashRatio: string;
  reason: string;
  workspaces: readonly { id: string; name: string }[];
}

const dayMs = 86_400_000;
/** A month to use it. */
const usualDays = 30;
export const grantBounds = {
  nameMost: 60,
  reasonMost: 200,
  faceLeast: 100,
  faceMost: 100_000_000,
  impressionsMost: 10_000_000,
  workspacesMost: 50,
} as const;

export const emptyGrant = (now: Date): GrantDraft => ({
  name: '',
  kind: 'fixed',
  face: '',
  share: '',
  impressions: '',
  minimum: '0',
  from: dayOf(now.getTime()),
  to: dayOf(now.getTime() + usualDays * dayMs),
  stackable: false,
  categories: [],
  placements: [],
  goals: [],
  cashRatio: '100',
  reason: '',
  workspaces: [],
});

const startOfDay = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);
const faceOf = ({ face }: GrantDraft): number | null => {
  const cents = centsOf(face);
  return cents !== null && cents >= grantBounds.faceLeast && cents <= grantBounds.faceMost ? cents : null;
};
const wholeWithin = (text: string, most: number): number | null => {
  const whole = wholeOf(text);
  return whole !== null && whole >= 1 && whole <= most ? whole : null;
};

/** Percent; no less than the voucher itself pays, or it could never pay what it says. Impressions on top pay for no part of a budget. */
const cashRatioOf = ({ kind, share, cashRatio }: GrantDraft): number | null => {
  const most = wholeWithin(cashRatio, 100);
  return most === null || (kind === 'ratio' && most < (wholeWithin(share, 100) ?? 0)) ? null : most;
};

/** What one voucher gives, as far as it is typed: for its cost. */
export const givenBy = (draft: GrantDraft) => ({
  kind: draft.kind,
  faceCents: faceOf(draft) ?? 0,
  impressions: wholeWithin(draft.impressions, grantBounds.impressionsMost) ?? 0,
});

/**
 * What somebody has to spend to use such a voucher whole: null while that is not typed yet, 'never' where its minimum spend is
 * above the largest boost.
 */
export function useOf(draft: GrantDraft): ReturnType<typeof wholeUseOf> | 'never' {
  const faceCents = faceOf(draft);
  const cashRatio = cashRatioOf(draft);
  const minBudgetCents = centsOf(draft.minimum);
  const share = wholeWithin(draft.share, 100);
  if (draft.kind === 'traffic' || faceCents === null || cashRatio === null || minBudgetCents === null)
    return null;
  const terms = {
    id: '',
    state: 'granted',
    validFrom: startOfDay(draft.from),
    expiresAt: endOfDay(draft.to),
    minBudgetCents,
    maxShareBasisPoints: cashRatio * 100,
    stackable: draft.stackable,
  } as const;
  if (draft.kind === 'fixed') return wholeUseOf({ ...terms, kind: 'fixed', faceCents }) ?? 'never';
  if (share === null) return null;
  return wholeUseOf({ ...terms, kind: 'ratio', basisPoints: share * 100, capCents: faceCents }) ?? 'never';
}

export type GrantField =
  'name' | 'face' | 'share' | 'impressions' | 'minimum' | 'cashRatio' | 'to' | 'reason' | 'workspaces';

export function grantFaults(draft: GrantDraft, now: Date): GrantField[] {
  const name = draft.name.trim();
  const reason = draft.reason.trim();
  const chosen = draft.workspaces.length;
  const ends = endOfDay(draft.to);
  const minimum = centsOf(draft.minimum);
  const checks: [GrantField, boolean][] = [
    ['name', name !== '' && name.length <= grantBounds.nameMost],
    ['face', draft.kind === 'traffic' || faceOf(draft) !== null],
    ['share', draft.kind !== 'ratio' || wholeWithin(draft.share, 100) !== null],
    ['impressions', draft.kind !== 'traffic' || givenBy(draft).impressions > 0],
    ['minimum', minimum !== null && minimum <= grantBounds.faceMost],
    ['cashRatio', draft.kind === 'traffic' || cashRatioOf(draft) !== null],
    ['to', ends > now.getTime() && ends > startOfDay(draft.from)],
    ['reason', reason !== '' && reason.length <= grantBounds.reasonMost],
    ['workspaces', chosen > 0 && chosen <= grantBounds.workspacesMost],
  ];
  return checks.filter(([, good]) => !good).map(([field]) => field);
}

/** What goes to the api of a draft without faults. */
export function grantOf(draft: GrantDraft, requestKey: string): GrantVouchers {
  const { kind, name, stackable, categories, placements, goals } = draft;
  const { faceCents, impressions } = givenBy(draft);
  return {
    workspaceIds: draft.workspaces.map(({ id }) => id),
    name: name.trim(),
    ...{ kind, stackable, requestKey },
    ...(kind !== 'traffic' && { faceCents }),
    ...(kind === 'ratio' && { ratioBasisPoints: Number(draft.share) * 100 }),
    ...(kind === 'traffic' && { impressions }),
    minimumBudgetCents: centsOf(draft.minimum) ?? 0,
    categories: [...categories],
    placements: [...placements],
    goals: [...goals],
    maxShareBasisPoints: kind === 'traffic' ? 10_000 : (cashRatioOf(draft) ?? 100) * 100,
    validFrom: new Date(startOfDay(draft.from)).toISOString(),
    expiresAt: new Date(endOfDay(draft.to)).toISOString(),
    reason: draft.reason.trim(),
  };
}
