import { liftMetrics, liftVerdicts } from '@poolrise/domain';
import { z } from 'zod';
import { boostStates } from './boosts';
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

/** What readers did with other notes of the brand, by arm. */
export const besideMeasures = ['other-shown', 'other-advertised', 'other-read'] as const;

export const BoostLiftView = z
  .object({
    asOf: instant,
    boostId: z.uuid(),
    noteId: z.uuid(),
    noteTitle: z.string(),
    state: z.enum(boostStates),
    spentCents: cents,
    /** written down before the boost began, and never changed */
    registration: z.object({
      registeredAt: instant,
      startsAt: instant,
      /** when the last reader is counted */
      lastLookAt: instant,
      metric: z.enum(liftMetrics),
      share: z.number(),
      minimumEffect: z.number(),
      alpha: z.number(),
      power: z.number(),
      windowHours: z.int(),
      baseRate: z.number(),
      readersExpected: z.int(),
      readersNeeded: z.int(),
    }),
    verdict: z.enum(liftVerdicts),
    decidedAt: instant.nullable(),
    counts: pair,
    /** taken in, with their time not over yet */
    waiting: z.object({ exposed: z.int(), heldOut: z.int() }),
    armsAsDrawn: z.boolean(),
    /** of the exposed who did it, the share who would not have without the boost */
    incrementality: liftInterval.nullable(),
    /** how many times as often the exposed did it */
    ratio: liftInterval.nullable(),
    extraReaders: liftInterval.nullable(),
    /** once every reader is counted and some are due to the boost */
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
  })
  .meta({ id: 'BoostLiftView' });
export type BoostLiftView = z.infer<typeof BoostLiftView>;
