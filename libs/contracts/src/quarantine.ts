import { engagementKinds, trafficRules } from '@poolrise/domain';
import { z } from 'zod';
import { pageOf } from './paging';
import { instant, line } from './text';

export const quarantineStates = ['open', 'releasing', 'released', 'discarded'] as const;
export type QuarantineState = (typeof quarantineStates)[number];

/** Release counts the held events as if they had just been let in; discard never counts them. */
export const quarantineVerdicts = ['release', 'discard'] as const;
export type QuarantineVerdict = (typeof quarantineVerdicts)[number];

export const HeldEvent = z.object({
  kind: z.enum(engagementKinds),
  noteTitle: z.string(),
  at: instant,
  receivedAt: instant,
});

/** Traffic of one application, or of one reader of it, that is held or was. */
export const QuarantineRow = z
  .object({
    id: z.uuid(),
    applicationName: z.string(),
    keyPrefix: z.string(),
    workspaceName: z.string(),
    /** what the tokens tell of the reader; null for the whole application */
    reader: z.string().nullable(),
    state: z.enum(quarantineStates),
    openedAt: instant,
    lastEventAt: instant.nullable(),
    evidence: z.object({
      rule: z.enum(trafficRules),
      kind: z.enum(engagementKinds).nullable(),
      count: z.number(),
      outOf: z.number(),
      measured: z.number(),
      limit: z.number(),
      /** bound on the chance of a false alarm */
      chance: z.number(),
    }),
    /** the same share among all other applications in the last 24 hours; null where there is none */
    others: z.number().nullable(),
    held: z.object({
      events: z.int(),
      impressions: z.int(),
      paidImpressions: z.int(),
      clicks: z.int(),
      likes: z.int(),
    }),
    /** what became of the held events: counted, known before, without their impression */
    released: z.object({ counted: z.int(), repeated: z.int(), orphaned: z.int() }),
    answer: z
      .object({
        verdict: z.enum(quarantineVerdicts),
        reason: z.string(),
        decidedBy: z.string(),
        decidedAt: instant,
      })
      .nullable(),
    /** the latest of the held events */
    sample: z.array(HeldEvent).max(5),
  })
  .meta({ id: 'QuarantineRow' });
export type QuarantineRow = z.infer<typeof QuarantineRow>;
export const QuarantinePage = pageOf(QuarantineRow);

export const AnswerQuarantine = z
  .strictObject({ verdict: z.enum(quarantineVerdicts), reason: line(200) })
  .meta({ id: 'AnswerQuarantine' });
export type AnswerQuarantine = z.infer<typeof AnswerQuarantine>;

export const QuarantineAnswer = z
  .object({
    id: z.uuid(),
    verdict: z.enum(quarantineVerdicts),
    reason: z.string(),
    decidedBy: z.string(),
    decidedAt: instant,
  })
  .meta({ id: 'QuarantineAnswer' });
export type QuarantineAnswer = z.infer<typeof QuarantineAnswer>;
