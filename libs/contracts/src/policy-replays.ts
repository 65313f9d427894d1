import { type RuleSetArm, ruleSetArms, type RuleSetFigure, ruleSetFigures } from '@poolrise/domain';
import { z } from 'zod';
import { PolicyRules, previewDaysMax } from './policies';
import { simulationStates } from './simulations';
import { instant } from './text';

/** Plays rules that need not be saved against those in force; the client makes requestKey, so a question is asked once. */
export const AskPolicyReplay = z
  .strictObject({
    document: PolicyRules,
    days: z.int().min(1).max(previewDaysMax),
    requestKey: z.uuid(),
  })
  .meta({ id: 'AskPolicyReplay' });
export type AskPolicyReplay = z.infer<typeof AskPolicyReplay>;

/** Null where there was nothing to measure. */
const figure = z.object({
  value: z.number().nullable(),
  /** half the width of the 95 % interval over the worlds */
  half: z.number().nullable(),
});
export type FigureView = z.infer<typeof figure>;
const difference = figure.extend({
  /** false when the interval covers 0: no difference is visible */
  visible: z.boolean(),
});

const each = <Name extends string, Of extends z.ZodType>(names: readonly Name[], of: Of) =>
  z.object(Object.fromEntries(names.map((name) => [name, of])) as Record<Name, Of>);
const figures = each<RuleSetFigure, typeof figure>(ruleSetFigures, figure);

export const PolicyReplayResult = z
  .object({
    worlds: z.int(),
    /** worlds in which both rule sets did the same to the last impression */
    equal: z.int(),
    /** notes of the history, and those that were measured: young enough, and with long enough to live */
    notes: z.int(),
    measured: z.int(),
    /** no more notes than these are taken, the newest; `cut` says that older ones of the time were left out */
    bound: z.int(),
    cut: z.boolean(),
    /** impressions of the whole time, warm-up included */
    impressions: z.number(),
    from: instant,
    to: instant,
    limits: z.object({
      /** impressions from which a note counts as seen widely */
      wide: z.number(),
      /** a top-decile note with fewer counts as stopped too early */
      stoppedBelow: z.number(),
      shortestLifeHours: z.int(),
    }),
    arms: each<RuleSetArm, typeof figures>(ruleSetArms, figures),
    /** candidate minus in force, paired by world */
    difference: each<RuleSetFigure, typeof difference>(ruleSetFigures, difference),
    /** equal for two rule sets, or two questions, that did the same in all worlds */
    hashes: z.object({ inForce: z.string(), candidate: z.string() }),
  })
  .meta({ id: 'PolicyReplayResult' });
export type PolicyReplayResult = z.infer<typeof PolicyReplayResult>;

const version = z.object({ id: z.uuid(), name: z.string(), version: z.int() });

/** A replay of rules: asked for, under way, or with its result, which is kept. */
export const PolicyReplay = z
  .object({
    id: z.uuid(),
    state: z.enum(simulationStates),
    /** part that is done, 0 to 1 */
    progress: z.number(),
    days: z.int(),
    /** names the rules that were tried: the same rules have the same */
    documentHash: z.string(),
    /** the version that has these rules, when one has been written; the newest of several */
    candidate: version.nullable(),
    inForce: version,
    requestedBy: z.string(),
    requestedAt: instant,
    finishedAt: instant.nullable(),
    result: PolicyReplayResult.nullable(),
  })
  .meta({ id: 'PolicyReplay' });
export type PolicyReplay = z.infer<typeof PolicyReplay>;

/** The latest without their results. */
export const PolicyReplayList = z
  .object({ items: z.array(PolicyReplay.omit({ result: true })).max(20) })
  .meta({ id: 'PolicyReplayList' });
export type PolicyReplayList = z.infer<typeof PolicyReplayList>;
export type PolicyReplayRow = PolicyReplayList['items'][number];
