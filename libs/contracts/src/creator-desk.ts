import { metricIds, todayKinds, todayUrgencies } from '@poolrise/domain';
import { z } from 'zod';
import { DirectoryCreator } from './desks';
import { NoteRow } from './notes';
import { bilingual, cents, instant } from './text';

/** One thing that needs the desk today. What a kind does not have is null. */
export const TodayThing = z
  .object({
    id: z.string(),
    kind: z.enum(todayKinds),
    subjectId: z.uuid(),
    /** name of the order, the note, the voucher … */
    title: z.string(),
    /** in both languages, where it has a name in both */
    name: bilingual.nullable(),
    /** the other side, where there is one, or the topics that a draft bears */
    who: z.string().nullable(),
    /** a state in which the thing is, by the words that its own page has for it */
    state: z.string().nullable(),
    /** of an order what the creator gets after the platform's fee; of a voucher what is left on it */
    cents: cents.nullable(),
    /** whether it can be less: pay that hangs on reads, or a price that is not agreed on yet */
    centsAtMost: z.boolean(),
    /** impressions that are missing to the next verdict */
    missing: z.int().nullable(),
    /** the odds of passing it, 0 to 1; null in the largest pool too, which has none above it */
    odds: z.number().min(0).max(1).nullable(),
    lapsesAt: instant.nullable(),
    urgency: z.enum(todayUrgencies),
    /** the page of the workspace that deals with it */
    place: z.array(z.string()),
  })
  .meta({ id: 'TodayThing' });
export type TodayThing = z.infer<typeof TodayThing>;

const figure = z.object({
  metric: z.enum(metricIds),
  value: z.number().nullable(),
  previous: z.number().nullable(),
});

/** A note on its way up, and how far it is to the next verdict. */
const climbing = z.object({
  note: NoteRow,
  impressions: z.int(),
  /** impressions at which the next verdict falls */
  nextCheckAt: z.int(),
  /** null in the largest pool, which has none above it */
  odds: z.number().nullable(),
});

/** The first page of a creator's desk. */
export const DeskToday = z
  .object({
    asOf: instant,
    /** where the seven days of the figures begin */
    from: instant,
    things: z.array(TodayThing),
    /** things beyond those */
    more: z.int(),
    figures: z.array(figure),
    climbing: z.array(climbing),
    /** what a new desk does first, as the facts have it; `applied`: on the board, or found by a brand without it */
    steps: z.object({
      /** whose desk it is; a claim that waits is half of it */
      creator: DirectoryCreator.nullable(),
      claimWaits: z.boolean(),
      published: z.boolean(),
      applied: z.boolean(),
    }),
  })
  .meta({ id: 'DeskToday' });
export type DeskToday = z.infer<typeof DeskToday>;
export type DeskClimb = z.infer<typeof climbing>;
