import { boostGoals } from '@poolrise/domain';
import { z } from 'zod';
import { VoucherView } from './boosts';
import { cents, instant } from './text';

export const VoucherPortfolioQuery = z.strictObject({
  /** the most that the wallet adds to all boosts together; its cash when left out */
  walletCents: z.coerce.number().int().min(0).max(100_000_000).optional(),
  /** what is bought where vouchers leave the choice */
  goal: z.enum(boostGoals).default('reads'),
});

export const leftReasons = ['not-yet-valid', 'fits-no-note', 'needs-more-cash', 'planned-later'] as const;
export const burnReasons = ['ends-sooner', 'more-restricted', 'worth-less', 'same'] as const;

/** A boost that the plan proposes; with these figures it is what the launch comes to. */
export const ProposedBoostView = z
  .object({
    noteId: z.uuid(),
    noteTitle: z.string(),
    goal: z.enum(boostGoals),
    budgetCents: cents,
    durationHours: z.int(),
    vouchers: z.array(z.object({ id: z.uuid(), name: z.string() })),
    walletCents: cents,
    savedCents: cents,
    impressions: z.int(),
    /** what the goal is about, with its 80 % interval */
    brings: z.object({ low: z.number(), mid: z.number(), high: z.number() }),
    launchBefore: instant,
  })
  .meta({ id: 'ProposedBoostView' });
export type ProposedBoostView = z.infer<typeof ProposedBoostView>;

/** What vouchers there are, what of them will be lost, and the plan that loses least. Amounts in cents. */
export const VoucherPortfolioView = z
  .object({
    asOf: instant,
    /** the first to burn first; at most 100 */
    vouchers: z.array(
      VoucherView.extend({
        worthCents: cents,
        /** the probability that nobody uses it in time, at the pace so far */
        lostChance: z.number(),
        /** why it burns before the next one; null for the last */
        burnsBecause: z.enum(burnReasons).nullable(),
      }),
    ),
    /** from now on, seven days each; the last one is open */
    weeks: z.array(
      z.object({
        from: instant,
        until: instant.nullable(),
        vouchers: z.int(),
        fixedCents: cents,
        discountCents: cents,
        impressions: z.int(),
        lostCents: cents,
      }),
    ),
    worthCents: cents,
    /** what is lost if everything goes on as before, with the 80 % interval, and the pace it is read from */
    waste: z.object({ lowCents: cents, expectedCents: cents, highCents: cents }),
    pace: z.object({ uses: z.int(), days: z.number() }),
    plan: z.object({
      boosts: z.array(ProposedBoostView),
      walletCents: cents,
      /** the most it might have taken, and the cash there is */
      walletLimitCents: cents,
      cashCents: cents,
      savedCents: cents,
      /** no plan in whole yuan saves more */
      boundCents: cents,
      left: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          why: z.enum(leftReasons),
          needsCents: cents.nullable(),
        }),
      ),
    }),
    /** what burn order alone would save with the same cash, at the budget that is usual here */
    burnOrderAlone: z.object({ savedCents: cents, walletCents: cents, usualBudgetCents: cents }),
  })
  .meta({ id: 'VoucherPortfolioView' });
export type VoucherPortfolioView = z.infer<typeof VoucherPortfolioView>;
