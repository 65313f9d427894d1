import { type StressReport, stressShocks } from '@poolrise/domain';
import { z } from 'zod';
import { portfolioStates } from './portfolios';
import { share } from './briefs';
import { asInDomain, bilingual, instant } from './text';

const days = z.number().min(0).max(180);

/** How likely each thing is, and how bad; probabilities and shares from 0 to 1. */
const StressSettings = z.strictObject({
  /** she cancels: money back, readers gone; `replace` books the next best in her place */
  cancel: z.strictObject({ on: z.boolean(), probability: share, replace: z.boolean() }),
  /** the platform limits a note to a share of its readers */
  limited: z.strictObject({ on: z.boolean(), probability: share, keeps: share }),
  /** impressions of boosts cost this share more, for all of the plan */
  dearer: z.strictObject({ on: z.boolean(), probability: share, by: z.number().min(0).max(5) }),
  /** a note is late by so many days in the mean, and so many are in hand before the window closes */
  late: z.strictObject({
    on: z.boolean(),
    probability: share,
    meanDays: days.min(0.5),
    slackDays: days,
  }),
  /** a note misses its creator's median; of what a better one brings, this share is credited */
  reads: z.strictObject({ on: z.boolean(), creditedAbove: share }),
  /** luck is shared within an agency, or a category where there is none */
  together: z.strictObject({ on: z.boolean(), correlation: share }),
});

const question = z.strictObject({
  settings: StressSettings,
  /** the plan is called short below this share of what it promises, or below `targetReaders` where they are given */
  shortBelow: share.gt(0, 'is 0, and nothing is short of nobody'),
  targetReaders: z.int().min(1).max(10_000_000_000).nullable(),
  /** chooses the luck; the same for two plans that are compared */
  seed: z.int().min(1).max(2_147_483_647),
});

/** The same question about the same plan gets the same answer, and is worked out once. */
export const AskStressTest = question.meta({ id: 'AskStressTest' });
export type AskStressTest = z.infer<typeof AskStressTest>;

export const StressTestView = z
  .object({
    id: z.uuid(),
    portfolioId: z.uuid(),
    state: z.enum(portfolioStates),
    asked: question,
    /** null until it is done */
    report: asInDomain<StressReport>('creators/stress/stress-plan.ts').nullable(),
    /** of how many creators the spread of reads is their own, of how many who may publish */
    ownSpreads: z.int(),
    publishers: z.int(),
    /** whom the report names */
    creators: z.array(z.object({ id: z.uuid(), name: z.string() })),
    requestedBy: z.string(),
    requestedAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'StressTestView' });
export type StressTestView = z.infer<typeof StressTestView>;

/** What a stress test of a portfolio starts from, and the one asked for last. */
export const StressDesk = z
  .object({
    asOf: instant,
    /** what is asked when nothing is changed */
    usual: question,
    /** where the usual figures come from: P for an assumption, E for what was counted here */
    evidence: z.array(
      z.object({
        shock: z.enum(stressShocks),
        mark: z.enum(['P', 'E']),
        source: bilingual,
        since: z.iso.date(),
        counted: z
          .object({ trials: z.int(), successes: z.int(), low: z.number(), high: z.number() })
          .nullable(),
      }),
    ),
    /** when notes are to be out, by the brief as it stands */
    window: z.object({ from: z.iso.date(), to: z.iso.date() }),
    draws: z.int(),
    test: StressTestView.nullable(),
  })
  .meta({ id: 'StressDesk' });
export type StressDesk = z.infer<typeof StressDesk>;
