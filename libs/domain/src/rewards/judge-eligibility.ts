import type { GrowthFacts } from '../growth/growth-levels';
import { type GrowthLine, growthLines } from '../growth/judge-growth';
import type { Category } from '../notes/categories';
import type { RewardEligibility } from './reward-plan';

/** What is known of an account on the day it is asked about. */
export interface RewardAccount {
  /** null where the desk speaks for nobody in the directory */
  followers: number | null;
  categories: readonly Category[];
  /** passed notes published within the days that the plan names */
  notes: number;
  /** whole days since the latest note that the audit rejected or limited; null when there was none */
  daysSinceViolation: number | null;
  /** the growth level that the desk holds, and the figures it is judged by; null where none is known */
  growth: { level: number; facts: GrowthFacts } | null;
}

export const eligibilityRules = [
  'account-tied',
  'followers-min',
  'followers-max',
  'categories',
  'notes-in-days',
  'no-violation',
  'growth-level',
] as const;
export type EligibilityRule = (typeof eligibilityRules)[number];

/** One rule of a plan beside what the account has. `has` is null where nothing is known. */
export interface EligibilityLine {
  rule: EligibilityRule;
  met: boolean;
  needs: number;
  has: number | null;
  /** how far it is to go, in the unit of the rule: followers, notes, days, levels; 0 when it is met */
  missing: number;
  /** of `notes-in-days`: within so many days */
  days?: number;
  /** of `categories`: those of which one is asked */
  categories?: readonly Category[];
  /** of `growth-level`: the rules of the level asked for that are not met, in figures */
  lacks?: readonly GrowthLine[];
}

/**
 * Reads a plan's rules against an account, line by line, so that a creator sees what is missing and by how much.
 * Rules that a plan does not have give no line; no line at all means that everybody may take part.
 *
 * Units: followers, notes and whole days.
 * Source: product notes 1.6 for the kinds of rules; the bounds are those of the plan.
 */
export function judgeEligibility(rules: RewardEligibility, account: RewardAccount): EligibilityLine[] {
  const lines: EligibilityLine[] = [];
  const tied = account.followers !== null;
  // Followers and categories are those of the directory, so a plan that asks for them asks for the tie as well.
  const asksDirectory =
    rules.followersMin !== null || rules.followersMax !== null || rules.categories.length > 0;
  if (rules.accountTied || asksDirectory)
    lines.push({ rule: 'account-tied', met: tied, needs: 1, has: tied ? 1 : 0, missing: tied ? 0 : 1 });

  const followers = account.followers;
  if (rules.followersMin !== null)
    lines.push({
      rule: 'followers-min',
      met: followers !== null && followers >= rules.followersMin,
      needs: rules.followersMin,
      has: followers,
      missing: Math.max(0, rules.followersMin - (followers ?? 0)),
    });
  if (rules.followersMax !== null)
    lines.push({
      rule: 'followers-max',
      met: followers !== null && followers <= rules.followersMax,
      needs: rules.followersMax,
      has: followers,
      missing: Math.max(0, (followers ?? 0) - rules.followersMax),
    });
  if (rules.categories.length > 0) {
    const shared = account.categories.filter((category) => rules.categories.includes(category)).length;
    lines.push({
      rule: 'categories',
      met: shared > 0,
      needs: 1,
      has: shared,
      missing: shared > 0 ? 0 : 1,
      categories: rules.categories,
    });
  }
  if (rules.notesInDays) {
    const { notes, days } = rules.notesInDays;
    lines.push({
      rule: 'notes-in-days',
      met: account.notes >= notes,
      needs: notes,
      has: account.notes,
      missing: Math.max(0, notes - account.notes),
      days,
    });
  }
  if (rules.noViolationDays !== null) {
    const since = account.daysSinceViolation;
    const met = since === null || since >= rules.noViolationDays;
    lines.push({
      rule: 'no-violation',
      met,
      needs: rules.noViolationDays,
      has: since,
      missing: met ? 0 : rules.noViolationDays - since,
    });
  }
  if (rules.growthLevelMin !== null) lines.push(growthLineOf(rules.growthLevelMin, account.growth));
  return lines;
}

/** A level that is kept for some days is a level: what counts is the one that is held. */
function growthLineOf(needs: number, growth: RewardAccount['growth']): EligibilityLine {
  const missing = Math.max(0, needs - (growth?.level ?? 0));
  return {
    rule: 'growth-level',
    met: missing === 0,
    needs,
    has: growth?.level ?? null,
    missing,
    ...(missing > 0 && growth && { lacks: growthLines(needs, growth.facts).filter(({ met }) => !met) }),
  };
}

export const isEligible = (lines: readonly EligibilityLine[]): boolean => lines.every(({ met }) => met);
