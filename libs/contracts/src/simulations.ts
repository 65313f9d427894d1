import { type LifeFigure, lifeFigures } from '@poolrise/domain';
import { z } from 'zod';
import { bilingual, instant } from './text';

/** What is done differently in the second world; `nothing` shows that the two are equal then. */
export const ReplayChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('nothing') }),
  /** another rule set for all notes */
  z.strictObject({ kind: z.literal('policy'), policyId: z.uuid() }),
  /** this note's verdict at one level, whatever its evidence */
  z.strictObject({
    kind: z.literal('verdict'),
    level: z.int().min(0).max(9),
    ruling: z.enum(['pass', 'stop']),
  }),
  /** paid impressions for this note, from so many hours after its publication on */
  z.strictObject({
    kind: z.literal('boost'),
    hour: z.int().min(0).max(336),
    impressions: z.int().min(100).max(1_000_000),
  }),
]);
export type ReplayChange = z.infer<typeof ReplayChange>;

export const AskReplay = z
  .strictObject({ change: ReplayChange, requestKey: z.uuid() })
  .meta({ id: 'AskReplay' });
export type AskReplay = z.infer<typeof AskReplay>;

const figuresOf = <Figure extends z.ZodType>(figure: Figure) =>
  z.object(Object.fromEntries(lifeFigures.map((name) => [name, figure])) as Record<LifeFigure, Figure>);
const difference = z.object({
  median: z.number(),
  /** the middle 80 % of the worlds */
  low: z.number(),
  high: z.number(),
  /** false when the interval covers 0 */
  visible: z.boolean(),
});
export type DifferenceView = z.infer<typeof difference>;
const hourOfLife = z.object({ impressions: z.number(), level: z.number() });

export const ReplayResult = z.object({
  worlds: z.int(),
  /** worlds in which both runs were equal to the last impression, and in which the change had something to act on */
  equal: z.int(),
  reached: z.int(),
  /** notes and hours of the history that the worlds were made from */
  notes: z.int(),
  hours: z.int(),
  historyFrom: instant,
  before: figuresOf(z.number()),
  after: figuresOf(z.number()),
  difference: figuresOf(difference),
  /** the other notes of the workspace in that time, together and those that changed most */
  others: z.object({
    notes: z.int(),
    difference: figuresOf(difference),
    most: z.array(z.object({ noteId: z.uuid(), title: z.string(), impressions: z.number() })),
  }),
  /** hour by hour from the publication on; means over the worlds */
  life: z.object({ before: z.array(hourOfLife), after: z.array(hourOfLife) }),
  hashes: z.object({ before: z.string(), after: z.string() }),
});
export type ReplayResult = z.infer<typeof ReplayResult>;

export const simulationStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type SimulationState = (typeof simulationStates)[number];

/** A replay: asked for, under way, or with its result, which is kept. */
export const SimulationView = z
  .object({
    id: z.uuid(),
    noteId: z.uuid(),
    state: z.enum(simulationStates),
    /** part that is done, 0 to 1 */
    progress: z.number(),
    change: ReplayChange,
    /** the rule set of the second world where that is what was changed */
    policyName: z.string().nullable(),
    levelName: bilingual.nullable(),
    requestedBy: z.string(),
    requestedAt: instant,
    finishedAt: instant.nullable(),
    result: ReplayResult.nullable(),
  })
  .meta({ id: 'SimulationView' });
export type SimulationView = z.infer<typeof SimulationView>;

/** The latest replays of a note without their results. */
export const SimulationList = z
  .object({ items: z.array(SimulationView.omit({ result: true })).max(20) })
  .meta({ id: 'SimulationList' });
export type SimulationList = z.infer<typeof SimulationList>;
export type SimulationRow = SimulationList['items'][number];
