import type { AuditState, Bilingual } from '../notes/note';

/** What a boost costs and how large it may be. Frozen into the boost at launch. */
export interface BoostTerms {
  centsPerThousand: number;
  minBudgetCents: number;
  maxBudgetCents: number;
  minDurationHours: number;
  maxDurationHours: number;
}

/**
 * Source: Shutiao operation deck, April 2024 [A]: ¥75 to ¥7,500 an order, 6 hours to 7 days; ¥75 for about 5,000
 * impressions [D], which makes ¥15 per thousand.
 */
export const boostTerms: BoostTerms = {
  centsPerThousand: 1_500,
  minBudgetCents: 7_500,
  maxBudgetCents: 750_000,
  minDurationHours: 6,
  maxDurationHours: 168,
};

/** Where the price of a thousand impressions comes from, as a screen says it. */
export const boostPriceSource: Bilingual = {
  zh: '薯条运营资料（2024 年 4 月）：每单 ¥75 起；从业者反馈 ¥75 约 5,000 次曝光',
  en: 'Shutiao operation deck, April 2024: ¥75 an order at the least; about 5,000 impressions for it as practitioners report',
};

/** The durations that the launch dialog offers, in hours: the ones Shutiao has. */
export const boostDurations = [6, 12, 24, 48, 72, 168] as const;

export const boostRefusals = [
  'note-not-boostable',
  'budget-too-low',
  'budget-too-high',
  'duration-too-short',
  'duration-too-long',
  'starts-in-past',
  'vouchers-do-not-stack',
  'voucher-spent',
  'voucher-expired',
  'voucher-not-yet-valid',
  'voucher-revoked',
  'voucher-wrong-scope',
  'budget-below-voucher',
  'wallet-too-low',
] as const;
export type BoostRefusal = (typeof boostRefusals)[number];

/** What is asked about a note before money is put on it. */
export interface BoostableNote {
  noteId: string;
  category: string;
  auditState: AuditState;
  /** False when its owner has hidden or deleted it. */
  visible: boolean;
}

/** Paid impressions need a note that readers may see and that the audit has let through. */
export function isBoostable(note: BoostableNote): boolean {
  return note.visible && note.auditState === 'passed';
}

/** Impressions that a budget buys, rounded down so that we never promise one it does not pay for. */
export function impressionsFor(budgetCents: number, centsPerThousand: number): number {
  return Math.floor((budgetCents * 1_000) / centsPerThousand);
}
