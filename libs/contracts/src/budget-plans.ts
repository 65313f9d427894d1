import {
  budgetAssumptionKinds,
  budgetGoals,
  type BudgetRefusal,
  type BudgetReport,
  campaignRails,
  type RailChange,
} from '@poolrise/domain';
import { z } from 'zod';
import { faultsOf, share } from './briefs';
import { portfolioStates } from './portfolios';
import { asInDomain, bilingual, cents, instant } from './text';

const money = cents.min(0).max(100_000_000_000);
const railGuard = z.strictObject({
  /** of the whole rail, with what has gone out */
  minCents: money,
  /** null where nothing binds it */
  maxCents: money.nullable(),
});
const byRail = <T extends z.ZodType>(of: T) =>
  z.strictObject(
    Object.fromEntries(campaignRails.map((rail) => [rail, of])) as Record<(typeof campaignRails)[number], T>,
  );

const question = z.strictObject({
  /** what the money is to bring */
  goal: z.enum(budgetGoals),
  /** whose candidates may be booked; null for none */
  portfolioId: z.uuid().nullable(),
  rails: byRail(railGuard),
  /** of what is still to be spent, so much at least goes to creators of each tier */
  tiers: z.array(z.strictObject({ tierKey: z.string().min(1).max(20), minCents: money })).max(12),
  /** the dearest that one of what the money is to bring may be, in cents; null for any price */
  ceilingCents: z.number().gt(0, 'is 0, and nothing is to be had for it').max(100_000_000).nullable(),
  assumptions: z.strictObject({
    people: z.int().min(1).max(10_000_000_000).nullable(),
    searchShare: share,
    together: share,
    readsSpread: z.number().min(0).max(3),
  }),
  /** chooses the luck; the same for two plans that are compared */
  seed: z.int().min(1).max(2_147_483_647),
});
type Question = z.output<typeof question>;

const consistent = faultsOf(({ rails, tiers }: Question) => [
  ...campaignRails.flatMap((rail) => {
    const { minCents, maxCents } = rails[rail];
    return maxCents !== null && minCents > maxCents
      ? [
          {
            path: ['rails', rail, 'minCents'],
            message: 'is above the most of the rail: lower it, or raise the most',
          },
        ]
      : [];
  }),
  ...tiers.flatMap(({ tierKey }, at) =>
    tiers.findIndex((one) => one.tierKey === tierKey) < at
      ? [{ path: ['tiers', at, 'tierKey'], message: 'stands there twice: keep one of the two' }]
      : [],
  ),
]);

/** The same question about the same campaign gets the same plan, and is worked out once a day. */
export const AskBudgetPlan = question.superRefine(consistent).meta({ id: 'AskBudgetPlan' });
export type AskBudgetPlan = z.infer<typeof AskBudgetPlan>;

/** Of the campaign as whoever applies the plan has read it. */
export const ApplyBudgetPlan = z
  .strictObject({ version: z.int().min(1).max(1_000_000) })
  .meta({ id: 'ApplyBudgetPlan' });
export type ApplyBudgetPlan = z.infer<typeof ApplyBudgetPlan>;

/** What has changed since a plan was made. */
export const budgetStaleness = ['campaign', 'gone-out', 'candidates', 'vouchers', 'old'] as const;

export const BudgetPlanView = z
  .object({
    id: z.uuid(),
    campaignId: z.uuid(),
    state: z.enum(portfolioStates),
    asked: question,
    /** when the figures behind the curves were read */
    requestedAt: instant,
    requestedBy: z.string(),
    finishedAt: instant.nullable(),
    /** null until it is done, and where no plan can be made */
    report: asInDomain<BudgetReport>('budgets/budget-report.ts').nullable(),
    refusal: asInDomain<BudgetRefusal>('budgets/budget-ask.ts').nullable(),
    /** what the options of the report are */
    options: z.array(
      z.object({
        id: z.string(),
        /** a creator's, a note's title, or a keyword */
        name: z.string(),
        creatorId: z.uuid().nullable(),
        noteId: z.uuid().nullable(),
        tier: bilingual.nullable(),
      }),
    ),
    /** the budget of the campaign, and what of it has gone out or is held, by rail */
    budgetCents: cents,
    goneOut: byRail(cents),
    /** what the curves rest on */
    counted: z.object({
      people: z.int(),
      days: z.number(),
      creators: z.int(),
      /** candidates without a median of reads, who could not be considered */
      withoutReads: z.int(),
      notes: z.int(),
      keywords: z.int(),
      /** keywords with too few searches for the smallest order */
      tooQuiet: z.int(),
      vouchers: z.int(),
    }),
    stale: z.array(z.enum(budgetStaleness)),
    /** what applying it would change now; null where nothing can be */
    change: asInDomain<RailChange>('budgets/rail-change.ts').nullable(),
    /** of the campaign that `change` was held against */
    version: z.int(),
    appliedAt: instant.nullable(),
  })
  .meta({ id: 'BudgetPlanView' });
export type BudgetPlanView = z.infer<typeof BudgetPlanView>;

/** What a plan of a campaign's budget starts from, and the one asked for last. */
export const BudgetDesk = z
  .object({
    asOf: instant,
    /** what is asked when nothing is changed */
    usual: question,
    /** readers of the platform within 30 days, which `people` is when it is null */
    people: z.int(),
    sources: z.array(
      z.object({
        kind: z.enum(budgetAssumptionKinds),
        mark: z.enum(['A', 'B', 'C', 'D', 'P']),
        source: bilingual,
      }),
    ),
    /** whose candidates may be booked, the newest first */
    portfolios: z.array(
      z.object({ id: z.uuid(), name: z.string(), candidates: z.int(), requestedAt: instant }),
    ),
    tiers: z.array(z.object({ key: z.string(), name: bilingual })),
    plan: BudgetPlanView.nullable(),
  })
  .meta({ id: 'BudgetDesk' });
export type BudgetDesk = z.infer<typeof BudgetDesk>;
