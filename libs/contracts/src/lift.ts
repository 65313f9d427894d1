import { liftTerms, liftVerdicts } from '@poolrise/domain';
import { z } from 'zod';
import { cents, instant } from './text';

/** An interval that holds at all looks together; an end that is not there is null. */
const liftInterval = z.object({
  low: z.number().nullable(),
  mid: z.number().nullable(),
  high: z.number().nullable(),
});
export type LiftInterval = z.infer<typeof liftInterval>;

const arm = z.object({ readers: z.int(), acting: z.int(), rate: z.number().nullable() });
const pair = z.object({ exposed: arm, heldOut: arm });

/** What readers did with notes of the brand that are no part of the trial, by arm. */
export const besideMeasures = ['other-shown', 'other-advertised', 'other-read'] as const;

/** Written down before it began, and never changed. */
export const registrationFields = <Metric extends z.ZodType>(metric: Metric) =>
  z.object({
    registeredAt: instant,
    startsAt: instant,
    /** when the last reader is counted */
    lastLookAt: instant,
    metric,
    share: z.number(),
    minimumEffect: z.number(),
    alpha: z.number(),
    power: z.number(),
    windowHours: z.int(),
    baseRate: z.number(),
    readersExpected: z.int(),
    readersNeeded: z.int(),
  });

/** What a trial says, whatever it is of. */
export const liftFields = {
  asOf: instant,
  spentCents: cents,
  verdict: z.enum(liftVerdicts),
  decidedAt: instant.nullable(),
  counts: pair,
  /** taken in, with their time not over yet */
  waiting: z.object({ exposed: z.int(), heldOut: z.int() }),
  armsAsDrawn: z.boolean(),
  /** of the exposed who did it, the share who would not have without it */
  incrementality: liftInterval.nullable(),
  /** how many times as often the exposed did it */
  ratio: liftInterval.nullable(),
  extraReaders: liftInterval.nullable(),
  /** once every reader is counted and some are due to it */
  extraReaderCostCents: z.number().nullable(),
  /** the same share by hour, at the most one point an hour of the trial */
  band: z.array(z.object({ at: instant, readers: z.int(), share: liftInterval })),
  /** other notes of the brand: whether what was won here was lost there */
  beside: z.array(
    pair.extend({
      measure: z.enum(besideMeasures),
      ratio: liftInterval,
      verdict: z.enum(['more', 'less', 'cannot-tell']),
    }),
  ),
};

export type LiftFigures = z.infer<z.ZodObject<typeof liftFields>>;

/** Readers who are shown nothing of it, so that what it brings can be told from what would have come anyway. */
export const holdoutAskOf = <const Metrics extends readonly [string, ...string[]]>(metrics: Metrics) =>
  z.strictObject({
    /** share of the readers who are held out */
    share: z.number().min(liftTerms.shareMin).max(liftTerms.shareMax),
    metric: z.enum(metrics),
    /** the least effect worth finding, as a share of the readers who come by: 0.01 is 1 in 100 */
    minimumEffect: z.number().min(liftTerms.minimumEffectMin).max(liftTerms.minimumEffectMax),
  });

/** What the holdout asked for would find out, known before it starts. */
export const HoldoutPlanView = z
  .object({
    canTell: z.boolean(),
    /** share of readers expected to do it anyway */
    baseRate: z.number(),
    readersExpected: z.int(),
    readersNeeded: z.int(),
    exposedNeeded: z.int(),
    heldOutNeeded: z.int(),
    powerExpected: z.number(),
    /** with the readers expected; null when no effect would be seen */
    smallestEffect: z.number().nullable(),
    daysNeeded: z.number().nullable(),
  })
  .meta({ id: 'HoldoutPlanView' });
export type HoldoutPlanView = z.infer<typeof HoldoutPlanView>;
