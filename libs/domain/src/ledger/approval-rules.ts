import type { Mark } from '../metrics/mark';

/** How acts are held for a second person, from one day on. */
export interface ApprovalRule {
  /** how long an act goes on waiting */
  waitHours: number;
  /** what one person commits alone within so many hours, on the same ground, counts as one amount */
  sumHours: number;
  /** first day in force, `YYYY-MM-DD` in Shanghai */
  from: string;
  mark: Mark;
  source: string;
}

/** Every rule as it has been; a later row takes the place of the earlier ones. */
export const approvalRules: readonly ApprovalRule[] = [
  {
    waitHours: 72,
    sumHours: 24,
    from: '2020-01-01',
    mark: 'P',
    source:
      'a default of this product: three days, as invitations and reviews of orders have; one day and night, so that a sum is not parted at midnight',
  },
];

/**
 * The rule in force on a day.
 * @param day `YYYY-MM-DD`
 * @throws RangeError when none has begun by then
 */
export function approvalRuleOn(day: string, rules: readonly ApprovalRule[] = approvalRules): ApprovalRule {
  const begun = rules.filter(({ from }) => from <= day).sort((a, b) => (a.from < b.from ? -1 : 1));
  const rule = begun.at(-1);
  if (!rule) throw new RangeError(`No rule for approvals on ${day}`);
  return rule;
}

/** What is bought, as far as sums go: exposure, work of creators, and plans, which promise money before any of it moves. */
export const commitmentGrounds = ['boosts', 'creators', 'plans'] as const;
export type CommitmentGround = (typeof commitmentGrounds)[number];

/** What an act commits. Whole cents. */
export interface Committing {
  /** all that the act leaves committed: of an order whose price goes up, the whole new price */
  cents: number;
  /** what it adds to what was committed before; of a new thing all of it */
  addsCents: number;
}

/**
 * Whether one person may do this alone. The whole amount counts, and so does what it adds to all that the same person committed
 * alone before: ten boosts of 900 are one of 9,000.
 * @param aloneCents committed alone within the hours of the rule, on the same ground
 * @param limitCents null when nobody has to agree, whatever the amount
 */
export const isAboveLimit = (
  { cents, addsCents }: Committing,
  aloneCents: number,
  limitCents: number | null,
): boolean => limitCents !== null && Math.max(cents, aloneCents + addsCents) > limitCents;

/** Whether a limit lets more through than the one before; null lets everything through. */
export const isLooserLimit = (cents: number | null, beforeCents: number | null): boolean =>
  beforeCents !== null && (cents === null || cents > beforeCents);
