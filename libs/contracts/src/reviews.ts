import { categories, languages } from '@poolrise/domain';
import { z } from 'zod';
import { CreatorBrief } from './notes';
import { pageOf } from './paging';
import { instant, line } from './text';

/** What a person may decide about a note that the machine audit did not dare to. */
export const reviewVerdicts = ['passed', 'limited', 'rejected'] as const;
export type ReviewVerdict = (typeof reviewVerdicts)[number];

/** A note of any workspace that waits for a person of the platform. */
export const ReviewRow = z
  .object({
    noteId: z.uuid(),
    workspaceName: z.string(),
    title: z.string(),
    /** the body around the first word that was found in it */
    excerpt: z.string(),
    topics: z.array(z.string()),
    /** words of the lexicon that stand in the note; none when it was drawn as a sample */
    words: z.array(z.object({ word: z.string(), leadsTo: z.enum(['human_review', 'limited', 'rejected']) })),
    category: z.enum(categories),
    language: z.enum(languages),
    coverHue: z.int().min(0).max(359),
    /** the small picture of its cover; null where it has none */
    coverUrl: z.string().nullable(),
    creator: CreatorBrief,
    publishedAt: instant,
  })
  .meta({ id: 'ReviewRow' });
export type ReviewRow = z.infer<typeof ReviewRow>;
export const ReviewPage = pageOf(ReviewRow);

/** The reason is shown to the workspace whose note it is. */
export const AnswerReview = z
  .strictObject({ verdict: z.enum(reviewVerdicts), reason: line(200) })
  .meta({ id: 'AnswerReview' });
export type AnswerReview = z.infer<typeof AnswerReview>;

export const ReviewAnswer = z
  .object({
    noteId: z.uuid(),
    verdict: z.enum(reviewVerdicts),
    reason: z.string(),
    decidedBy: z.string(),
    decidedAt: instant,
  })
  .meta({ id: 'ReviewAnswer' });
export type ReviewAnswer = z.infer<typeof ReviewAnswer>;
