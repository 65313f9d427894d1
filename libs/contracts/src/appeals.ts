import {
  appealReasonMax,
  appealStates,
  languages,
  violationKinds,
  violationVerdicts,
} from '@poolrise/domain';
import { z } from 'zod';
import { CreatorBrief } from './notes';
import { pageOf, pageQuery } from './paging';
import { bilingual, instant, line, prose } from './text';

const share = z.number().min(0).max(1);

/** The rule that was broken, and how sure we are of its words; null where a person gave a reason of their own. */
const brokenRule = z.object({ rule: bilingual, source: bilingual, mark: z.string() }).nullable();

/** An appeal as the side sees it whose note it is. */
export const AppealView = z
  .object({
    id: z.uuid(),
    state: z.enum(appealStates),
    reason: z.string(),
    askedAt: instant,
    /** by when it shall be answered */
    dueAt: instant,
    answer: z.string().nullable(),
    decidedAt: instant.nullable(),
    /** decided by the person who had decided against the note, there being nobody else */
    decidedAlone: z.boolean(),
  })
  .meta({ id: 'AppealView' });
export type AppealView = z.infer<typeof AppealView>;

/** A note that the audit limited or rejected: what was found, what follows from it, and what can be done. */
export const ViolationRow = z
  .object({
    noteId: z.uuid(),
    title: z.string(),
    language: z.enum(languages),
    coverHue: z.int().min(0).max(359),
    coverUrl: z.string().nullable(),
    publishedAt: instant,
    foundAt: instant,
    kind: z.enum(violationKinds),
    words: z.array(z.string()),
    rule: brokenRule,
    verdict: z.enum(violationVerdicts),
    /** what a person of the platform wrote; null where the machine decided */
    reviewReason: z.string().nullable(),
    /** until when it may be appealed; null where that is over, or was done */
    appealUntil: instant.nullable(),
    appeal: AppealView.nullable(),
  })
  .meta({ id: 'ViolationRow' });
export type ViolationRow = z.infer<typeof ViolationRow>;

export const ViolationsQuery = z.strictObject(pageQuery);
export const ViolationPage = pageOf(ViolationRow);

/** How appeals ended, by what was found: over all workspaces, a year back. */
export const AppealOutcomes = z
  .object({
    asOf: instant,
    from: instant,
    /** below so many a share says little */
    sampleMin: z.int(),
    hoursMedian: z.number().nullable(),
    kinds: z.array(
      z.object({
        kind: z.enum(violationKinds),
        decided: z.int(),
        upheld: z.int(),
        open: z.int(),
        share: share.nullable(),
        low: share,
        high: share,
      }),
    ),
  })
  .meta({ id: 'AppealOutcomes' });
export type AppealOutcomes = z.infer<typeof AppealOutcomes>;

/** Why the decision about a note is wrong; once a note. */
export const AskAppeal = z
  .strictObject({
    reason: prose(appealReasonMax, 1).refine((text) => /\S/.test(text), 'says nothing'),
    requestKey: z.uuid(),
  })
  .meta({ id: 'AskAppeal' });
export type AskAppeal = z.infer<typeof AskAppeal>;

export const appealFilters = ['open', 'decided'] as const;
export const AppealsQuery = z.strictObject({ ...pageQuery, show: z.enum(appealFilters).default('open') });
export type AppealsQuery = z.infer<typeof AppealsQuery>;

/** An appeal in the queue of the platform's people. */
export const AppealRow = AppealView.extend({
  noteId: z.uuid(),
  title: z.string(),
  body: z.string(),
  topics: z.array(z.string()),
  language: z.enum(languages),
  coverHue: z.int().min(0).max(359),
  coverUrl: z.string().nullable(),
  workspaceName: z.string(),
  creator: CreatorBrief,
  kind: z.enum(violationKinds),
  words: z.array(z.string()),
  rule: brokenRule,
  verdict: z.enum(violationVerdicts),
  foundAt: instant,
  /** who decided against the note, if a person did, and in what words */
  reviewer: z.object({ name: z.string(), reason: z.string(), isCaller: z.boolean() }).nullable(),
  /** whether the caller may decide, and whether only because nobody else could */
  mayDecide: z.boolean(),
  alone: z.boolean(),
  decidedBy: z.string().nullable(),
}).meta({ id: 'AppealRow' });
export type AppealRow = z.infer<typeof AppealRow>;
export const AppealPage = pageOf(AppealRow);

export const appealVerdicts = ['upheld', 'dismissed'] as const;
export type AppealVerdict = (typeof appealVerdicts)[number];
/** The reason is shown to the workspace whose note it is. */
export const AnswerAppeal = z
  .strictObject({ verdict: z.enum(appealVerdicts), reason: line(200) })
  .meta({ id: 'AnswerAppeal' });
export type AnswerAppeal = z.infer<typeof AnswerAppeal>;
