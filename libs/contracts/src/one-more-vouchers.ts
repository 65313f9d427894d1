import {
  boostGoals,
  leastWorlds,
  type LifeFigure,
  lifeFigures,
  mostWorlds,
  oneMoreDurations,
  oneMoreVerdicts,
  spillMechanisms,
} from '@poolrise/domain';
import { z } from 'zod';
import { simulationStates } from './simulations';
import { instant } from './text';

/** How far ahead the boost may start: beyond three days the worlds know too little. */
export const startsInHoursMax = 72;

/** What one more voucher on a note would do; the client makes requestKey, so a question is asked once. */
export const AskOneMoreVoucher = z
  .strictObject({
    noteId: z.uuid(),
    voucherId: z.uuid(),
    /** whole hours from now; 0 is at once */
    startsInHours: z.int().min(0).max(startsInHoursMax),
    durationHours: z.literal([...oneMoreDurations]),
    /** worlds to play at most; fewer when the answer is sharp earlier, never fewer than 200 */
    worlds: z.int().min(leastWorlds).max(mostWorlds),
    /** another chance for everything that chance decides; the same one gives the same answer */
    seed: z.int().min(1).max(1_000_000),
    /** what paid readers are assumed to bring along; none is proven */
    assumed: z.array(z.enum(spillMechanisms)).max(spillMechanisms.length),
    requestKey: z.uuid(),
  })
  .meta({ id: 'AskOneMoreVoucher' });
export type AskOneMoreVoucher = z.infer<typeof AskOneMoreVoucher>;

const effect = z.object({
  mean: z.number(),
  median: z.number(),
  /** the middle 80 % of the worlds */
  low: z.number(),
  high: z.number(),
  /** half the width of the 80 % interval of the mean: how much more worlds could still move it */
  half: z.number(),
  /** false when the interval covers 0 */
  visible: z.boolean(),
});
export type EffectView = z.infer<typeof effect>;
const figuresOf = <Figure extends z.ZodType>(figure: Figure) =>
  z.object(Object.fromEntries(lifeFigures.map((name) => [name, figure])) as Record<LifeFigure, Figure>);
const hourOfLife = z.object({ impressions: z.number(), level: z.number() });
const titled = { noteId: z.uuid(), title: z.string() };
const cents = z.number();
const centsOrNever = z.number().nullable();

export const OneMoreResult = z
  .object({
    worlds: z.int(),
    /** worlds in which both runs were equal to the last impression */
    equal: z.int(),
    /** true when fewer worlds than asked for were enough */
    sharp: z.boolean(),
    /** names history and question: equal for two answers that had the same to go by */
    fingerprint: z.string(),
    /** the most of an hour that paid impressions may be, 0 to 1 */
    paidShare: z.number(),
    notes: z.int(),
    historyFrom: instant,
    /** end of the hours that were played */
    until: instant,
    note: z.object({
      before: figuresOf(z.number()),
      after: figuresOf(z.number()),
      difference: figuresOf(effect),
    }),
    /** share of the worlds in which the note comes beyond its level; null where it stands at the last */
    nextLevel: z
      .object({ level: z.int(), before: z.number(), after: z.number(), difference: effect })
      .nullable(),
    /** the brand's other notes in these worlds, together and those that change most */
    others: z.object({
      notes: z.int(),
      difference: figuresOf(effect),
      most: z.array(z.object({ ...titled, impressions: z.number() })),
    }),
    /** reads of all the brand's notes together */
    net: effect,
    /** where the paid impressions come from: the rest sums to `paid` */
    from: z.object({
      paid: z.number(),
      ownNatural: z.number(),
      brand: z.number(),
      strangers: z.number(),
      fillers: z.number(),
    }),
    /** the same voucher on other notes, in the first worlds; the best first */
    alternatives: z.array(z.object({ ...titled, reads: effect, impressions: effect })),
    screeningWorlds: z.int(),
    /** the best of them in worlds that had no part in choosing it; `gain` is what it brings more than the asked note */
    fresh: z.object({ ...titled, worlds: z.int(), reads: effect, gain: effect }).nullable(),
    /** what a read is worth: the workspace's own price of a paid read, or that of the category where none was counted */
    price: z.object({
      centsPerRead: cents,
      source: z.enum(['own', 'category']),
      /** boosts of the last 90 days, what they cost and the reads they had */
      boosts: z.int(),
      spentCents: cents,
      reads: z.int(),
    }),
    judgement: z.object({
      verdict: z.enum(oneMoreVerdicts),
      movedShare: z.number(),
      breakEven: z.object({ cents: centsOrNever, low: centsOrNever, high: centsOrNever }),
      worthCents: z.object({ mean: cents, low: cents, high: cents }),
    }),
    /** impressions so far and level, hour by hour from the start of the boost; means over the worlds */
    life: z.object({ before: z.array(hourOfLife), after: z.array(hourOfLife) }),
    hashes: z.object({ before: z.string(), after: z.string() }),
  })
  .meta({ id: 'OneMoreResult' });
export type OneMoreResult = z.infer<typeof OneMoreResult>;

/** A question: asked, under way, or with its answer, which is kept. */
export const OneMoreVoucher = z
  .object({
    id: z.uuid(),
    state: z.enum(simulationStates),
    /** part that is done, 0 to 1 */
    progress: z.number(),
    ...titled,
    voucherId: z.uuid(),
    voucherName: z.string(),
    /** the boost that uses the voucher up, as it was planned when it was asked about */
    boost: z.object({
      goal: z.enum(boostGoals),
      budgetCents: z.int(),
      walletCents: z.int(),
      voucherCents: z.int(),
      impressions: z.int(),
      startsAt: instant,
      durationHours: z.int(),
    }),
    assumed: z.array(z.enum(spillMechanisms)),
    worldsAsked: z.int(),
    seed: z.int(),
    requestedBy: z.string(),
    /** also the time of the data that the worlds were made from */
    requestedAt: instant,
    finishedAt: instant.nullable(),
    result: OneMoreResult.nullable(),
  })
  .meta({ id: 'OneMoreVoucher' });
export type OneMoreVoucher = z.infer<typeof OneMoreVoucher>;

/** The latest of a note, of a voucher, or of the workspace. */
export const OneMoreQuery = z.strictObject({ noteId: z.uuid().optional(), voucherId: z.uuid().optional() });
export type OneMoreQuery = z.infer<typeof OneMoreQuery>;

/** The latest without their results. */
export const OneMoreList = z
  .object({ asOf: instant, items: z.array(OneMoreVoucher.omit({ result: true })).max(20) })
  .meta({ id: 'OneMoreList' });
export type OneMoreList = z.infer<typeof OneMoreList>;
export type OneMoreRow = OneMoreList['items'][number];
