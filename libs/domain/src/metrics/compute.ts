import type { EngagementCounts } from './engagement';

/**
 * The three definitions of an interaction (互动量) in use. They differ by half and more, so a figure always says which:
 * LCC likes, collects, comments (Newrank, agencies); LCCS with shares (as in Pugongying's sample row);
 * LCCSF with shares and follows (Juguang).
 */
export const interactionKinds = ['LCC', 'LCCS', 'LCCSF'] as const;
export type InteractionKind = (typeof interactionKinds)[number];

/** A share or a price, or null when there is nothing to divide by. Never NaN, never infinite. */
export function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

/** Clicks per impression. */
export function ctr(counts: EngagementCounts): number | null {
  return ratio(counts.clicks, counts.impressions);
}

export function interactions(counts: EngagementCounts, kind: InteractionKind): number {
  const { likes, collects, comments, shares, follows } = counts;
  const core = likes + collects + comments;
  if (kind === 'LCC') return core;
  return kind === 'LCCS' ? core + shares : core + shares + follows;
}

/** Interactions per read, as Pugongying divides. */
export function interactionRatePerRead(counts: EngagementCounts, kind: InteractionKind): number | null {
  return ratio(interactions(counts, kind), counts.clicks);
}

export function interactionRatePerImpression(counts: EngagementCounts, kind: InteractionKind): number | null {
  return ratio(interactions(counts, kind), counts.impressions);
}

/** Folk engagement points: like 1, collect 1, comment 4, share 4, follow 8. Practitioners' hearsay, not the platform's. */
export function ces(counts: EngagementCounts): number {
  const { likes, collects, comments, shares, follows } = counts;
  return likes + collects + 4 * comments + 4 * shares + 8 * follows;
}

/** CES points per thousand impressions. The folk formula never says what to divide by; this is our choice. */
export function cesRate(counts: EngagementCounts): number | null {
  return ratio(1_000 * ces(counts), counts.impressions);
}

export function likeRate(counts: EngagementCounts): number | null {
  return ratio(counts.likes, counts.clicks);
}

export function collectRate(counts: EngagementCounts): number | null {
  return ratio(counts.collects, counts.clicks);
}

export function commentRate(counts: EngagementCounts): number | null {
  return ratio(counts.comments, counts.clicks);
}

export function shareRate(counts: EngagementCounts): number | null {
  return ratio(counts.shares, counts.clicks);
}

export function followRate(counts: EngagementCounts): number | null {
  return ratio(counts.follows, counts.clicks);
}

/** Hides per impression. */
export function hideRate(counts: EngagementCounts): number | null {
  return ratio(counts.hides, counts.impressions);
}

/** Seconds per read. */
export function dwellPerRead(counts: EngagementCounts): number | null {
  return ratio(counts.dwellSeconds, counts.clicks);
}

/** Cents per thousand impressions. */
export function cpm(costCents: number, counts: EngagementCounts): number | null {
  return ratio(1_000 * costCents, counts.impressions);
}

/** Cents per click. */
export function cpc(costCents: number, counts: EngagementCounts): number | null {
  return ratio(costCents, counts.clicks);
}

/** Cents per interaction, under the definition given. */
export function cpe(costCents: number, counts: EngagementCounts, kind: InteractionKind): number | null {
  return ratio(costCents, interactions(counts, kind));
}

/** Cents per follow. */
export function cpf(costCents: number, counts: EngagementCounts): number | null {
  return ratio(costCents, counts.follows);
}

/** Spend over what the plan has spent by now: 1 is on plan. `trafficShare` is elapsed traffic, 0 to 1. */
export function pacing(spentCents: number, budgetCents: number, trafficShare: number): number | null {
  return ratio(spentCents, budgetCents * trafficShare);
}

/** Paid slots over all slots. */
export function adLoad(paidImpressions: number, allImpressions: number): number | null {
  return ratio(paidImpressions, allImpressions);
}
