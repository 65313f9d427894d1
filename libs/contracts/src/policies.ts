import {
  canaryShareMax,
  canaryShareMin,
  gateMetrics,
  levelFields,
  levelsMax,
  marks,
  noteTypes,
  policyFields,
} from '@poolrise/domain';
import { z } from 'zod';
import { pageOf } from './paging';
import { instant, line } from './text';

/** Numbers at dotted paths as an object, from the same lists as the check and the form. What they may be is `checkPolicy`'s to say. */
function numbersAt(fields: readonly { path: string; optional?: boolean }[]): Record<string, z.ZodType> {
  const groups = new Map<string, { path: string; optional?: boolean }[]>();
  const shape: Record<string, z.ZodType> = {};
  for (const field of fields) {
    const [name = '', ...rest] = field.path.split('.');
    if (!rest.length) shape[name] = field.optional ? z.number().optional() : z.number();
    else groups.set(name, [...(groups.get(name) ?? []), { ...field, path: rest.join('.') }]);
  }
  for (const [name, inside] of groups) {
    const group = z.strictObject({ ...numbersAt(inside), ...besides[name] });
    shape[name] = inside.every(({ optional }) => optional) ? group.optional() : group;
  }
  return shape;
}

const rates = z.strictObject({
  click: z.number(),
  like: z.number(),
  collect: z.number(),
  comment: z.number(),
  share: z.number(),
  follow: z.number(),
});

/** What stands beside the numbers of a group. */
const besides: Record<string, Record<string, z.ZodType>> = {
  // What answers for the categories without a line of their own must be there.
  prior: { categoryRates: z.object({ default: rates }).catchall(rates) },
  coldStart: { formula: z.enum(['A', 'B']) },
  adLoad: { positions: z.array(z.int()).max(50) },
};

/** A rule set without its name, version, source and mark, which the server gives. */
export const PolicyRules = z
  .strictObject({
    citations: z.array(z.strictObject({ zh: line(400), en: line(400) })).max(30),
    levels: z
      .array(
        z.strictObject({
          level: z.int(),
          key: line(40),
          name: z.strictObject({ zh: line(40), en: line(40) }),
          ...numbersAt(levelFields),
        }),
      )
      .max(levelsMax + 1),
    gates: z
      .array(
        z.strictObject({
          level: z.int(),
          metric: z.enum(gateMetrics),
          atLeast: z.number(),
          noteType: z.enum(noteTypes).optional(),
          mark: z.enum(marks),
          source: line(200),
        }),
      )
      .max(50),
    trafficClock: z.array(z.number()).max(48),
    ...numbersAt(policyFields),
  })
  .meta({ id: 'PolicyRules' });

const why = line(200);
const requestKey = z.uuid();

/** A new version of the rule set `basedOnId`; the client makes requestKey when the form opens, so it is never made twice. */
export const WritePolicy = z
  .strictObject({ basedOnId: z.uuid(), document: PolicyRules, why, requestKey })
  .meta({ id: 'WritePolicy' });
export type WritePolicy = z.infer<typeof WritePolicy>;

/** One version as the history lists it. Presets have neither author nor reason: they came with the installation. */
export const PolicyVersion = z
  .object({
    id: z.uuid(),
    name: z.string(),
    version: z.int(),
    source: z.string(),
    mark: z.string(),
    inForce: z.boolean(),
    createdAt: instant,
    author: z.string().nullable(),
    why: z.string().nullable(),
    basedOn: z.object({ id: z.uuid(), name: z.string(), version: z.int() }).nullable(),
  })
  .meta({ id: 'PolicyVersion' });
export type PolicyVersion = z.infer<typeof PolicyVersion>;
export const PolicyVersionPage = pageOf(PolicyVersion);

export const previewDaysMax = 14;
export const PreviewPolicy = z
  .strictObject({ document: PolicyRules, days: z.int().min(1).max(previewDaysMax) })
  .meta({ id: 'PreviewPolicy' });
export type PreviewPolicy = z.infer<typeof PreviewPolicy>;

const count = z.int().min(0);
const PreviewExample = z.object({
  noteId: z.uuid(),
  title: z.string(),
  workspaceId: z.uuid(),
  workspaceName: z.string(),
  level: z.int(),
  decidedAt: instant,
  policy: z.object({ name: z.string(), version: z.int() }),
  was: z.enum(['pass', 'stop']),
  would: z.enum(['pass', 'stop', 'wait']),
  /** probability of being above the bar, then and under the candidate */
  chanceWas: z.number(),
  chanceWould: z.number(),
});
export type PreviewExample = z.infer<typeof PreviewExample>;

/** Open runs judged at this moment under the candidate. */
export const RunningStops = z.object({
  running: count,
  wouldStop: count,
  share: z.number(),
  /** activation asks for a confirmation */
  most: z.boolean(),
});
export type RunningStops = z.infer<typeof RunningStops>;

export const PolicyPreview = z
  .object({
    days: z.int(),
    from: instant,
    to: instant,
    /** verdicts judged again; the newest of the window, at most `bound` */
    judged: count,
    bound: count,
    /** older verdicts of the window were left out */
    cut: z.boolean(),
    /** verdicts on levels that the candidate does not have */
    withoutLevel: count,
    levels: z.array(
      z.object({
        level: z.int(),
        was: z.object({ pass: count, stop: count }),
        would: z.object({ pass: count, stop: count, wait: count }),
        /** passed then and stopped under the candidate, and the reverse */
        stoppedInstead: count,
        passedInstead: count,
      }),
    ),
    stoppedInstead: z.object({ count, examples: z.array(PreviewExample) }),
    passedInstead: z.object({ count, examples: z.array(PreviewExample) }),
    now: RunningStops,
  })
  .meta({ id: 'PolicyPreview' });
export type PolicyPreview = z.infer<typeof PolicyPreview>;

/** `inForceId` is the version that was in force when the operator looked: whoever is second finds another one there. */
export const ActivatePolicy = z
  .strictObject({
    inForceId: z.uuid(),
    why,
    requestKey,
    /** how many running notes the operator has seen that it would stop */
    confirmStops: z.int().min(0).max(1e9).optional(),
  })
  .meta({ id: 'ActivatePolicy' });
export type ActivatePolicy = z.infer<typeof ActivatePolicy>;

export const activationKinds = ['activated', 'rolled-back', 'promoted'] as const;
export type ActivationKind = (typeof activationKinds)[number];
const brief = z.object({ id: z.uuid(), name: z.string(), version: z.int() });
export const PolicyActivationView = z
  .object({
    id: z.uuid(),
    at: instant,
    by: z.string(),
    from: brief,
    to: brief,
    kind: z.enum(activationKinds),
    why: z.string(),
  })
  .meta({ id: 'PolicyActivation' });
export type PolicyActivationView = z.infer<typeof PolicyActivationView>;
export const PolicyActivationPage = pageOf(PolicyActivationView);

export const StartCanary = z
  .strictObject({ share: z.number().min(canaryShareMin).max(canaryShareMax), why, requestKey })
  .meta({ id: 'StartCanary' });
export type StartCanary = z.infer<typeof StartCanary>;

export const EndCanary = z
  .strictObject({
    outcome: z.enum(['promoted', 'ended']),
    why,
    confirmStops: z.int().min(0).max(1e9).optional(),
  })
  .meta({ id: 'EndCanary' });
export type EndCanary = z.infer<typeof EndCanary>;

const interval = z.object({ rate: z.number(), low: z.number(), high: z.number() });
/** The notes of one side that entered the pools since the canary began, the newest of them when there are very many. */
const CanarySide = z.object({
  policy: brief,
  notes: count,
  verdicts: count,
  passes: count,
  stops: count,
  impressions: count,
  /** null while there are too few notes */
  engagedRate: interval.nullable(),
});
export type CanarySide = z.infer<typeof CanarySide>;

export const CanaryView = z
  .object({
    id: z.uuid(),
    share: z.number(),
    startedAt: instant,
    startedBy: z.string(),
    why: z.string(),
    endedAt: instant.nullable(),
    outcome: z.enum(['promoted', 'ended']).nullable(),
    canary: CanarySide,
    control: CanarySide,
    finding: z.enum(['too-early', 'better', 'worse']),
  })
  .meta({ id: 'Canary' });
export type CanaryView = z.infer<typeof CanaryView>;
export const RunningCanary = z.object({ canary: CanaryView.nullable() });
export type RunningCanary = z.infer<typeof RunningCanary>;
