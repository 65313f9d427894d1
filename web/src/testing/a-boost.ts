import type { BoostOffer, BoostPreview, BoostView, VoucherView } from '@poolrise/contracts';
import { noteId } from './a-note';

export const boostId = '66666666-0000-4000-8000-000000000001';

/** ¥300 on a running boost, ¥30 of it from a voucher; 40 % is delivered and spent. */
export function aBoost(changes: Partial<BoostView> = {}): BoostView {
  return {
    id: boostId,
    asOf: '2026-11-23T06:02:11Z',
    noteId: noteId(1),
    noteTitle: 'Cold brew tea',
    placement: 'feed',
    goal: 'reads',
    state: 'running',
    budgetCents: 30_000,
    voucherCents: 3_000,
    walletCents: 27_000,
    spentCents: 12_000,
    plannedImpressions: 20_000,
    deliveredImpressions: 8_000,
    startsAt: '2026-11-22T23:00:00Z',
    endsAt: '2026-11-23T23:00:00Z',
    launchedAt: '2026-11-22T23:00:00Z',
    endedAt: null,
    pacing: 1.02,
    audience: {},
    words: null,
    holdout: null,
    launchedBy: 'Lin',
    campaign: null,
    wallet: [{ bucket: 'cash', reservedCents: 27_000, spentCents: 9_000, returnedCents: 0 }],
    centsPerThousand: 1_500,
    vouchers: [
      {
        id: voucherId(1),
        name: 'First boost',
        reservedCents: 3_000,
        spentCents: 3_000,
        returnedCents: 0,
        lapsedCents: 0,
      },
    ],
    refundedCents: 0,
    lapsedCents: 0,
    reads: 480,
    likes: 31,
    collects: 12,
    follows: 3,
    organic: { impressions: 3_120, reads: 371, ctr: 0.119 },
    ctr: 0.06,
    cpc: 25,
    cpm: 1_500,
    paceState: 'on-plan',
    series: { hours: [], planned: [], delivered: [] },
    ...changes,
  };
}

export function voucherId(n: number): string {
  return `77777777-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** ¥30 off any boost, valid for years. */
export function aVoucher(changes: Partial<VoucherView> = {}): VoucherView {
  return {
    id: voucherId(1),
    name: 'First boost',
    kind: 'fixed',
    state: 'usable',
    faceCents: 3_000,
    remainingCents: 3_000,
    reservedCents: 0,
    ratioBasisPoints: null,
    capCents: null,
    impressions: null,
    minimumBudgetCents: 0,
    stackable: true,
    categories: [],
    placements: [],
    goals: [],
    noteIds: [],
    maxShareBasisPoints: 10_000,
    validFrom: '2020-01-01T00:00:00Z',
    expiresAt: '2099-01-01T00:00:00Z',
    grantedBy: 'Platform',
    ...changes,
  };
}

export function anOffer(changes: Partial<BoostOffer> = {}): BoostOffer {
  return {
    noteId: noteId(1),
    noteTitle: 'Cold brew tea',
    category: 'food',
    boostable: true,
    notBoostableBecause: null,
    centsPerThousand: 1_500,
    cashCents: 500_000,
    minimumBudgetCents: 7_500,
    maximumBudgetCents: 750_000,
    minimumHours: 6,
    maximumHours: 168,
    vouchers: [aVoucher()],
    noteEvidence: {
      organicImpressions: 0,
      organicReads: 0,
      organicLikes: 0,
      organicCollects: 0,
      organicFollows: 0,
    },
    ...changes,
  };
}

export function aPreview(changes: Partial<BoostPreview> = {}): BoostPreview {
  return {
    asOf: '2026-11-23T06:02:11Z',
    refusal: null,
    voucherCents: 0,
    walletCents: 30_000,
    wallet: { compensation: 0, rebate: 0, cash: changes.walletCents ?? 30_000, credit: 0 },
    impressions: 20_000,
    forecast: {
      reads: { low: 750, mid: 1_194, high: 1_900 },
      likesCollects: { low: 42, mid: 80, high: 150 },
      follows: { low: 3, mid: 8, high: 19 },
      coverage: 0.8,
      source: 'paid click rates of the category',
    },
    refundIfStoppedHalfway: { walletCents: 15_000, voucherCents: 0 },
    holdout: null,
    ...changes,
  };
}
