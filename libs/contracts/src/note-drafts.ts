import { aiLabels, categories, languages, mediaLimits, noteTypes, productLimits } from '@poolrise/domain';
import { z } from 'zod';
import { MediaView } from './media';
import { disclosures, NoteProduct } from './notes';
import { pageOf, pageQuery } from './paging';
import { problemCodes } from './problem';
import { instant, line, prose } from './text';

/** `draft`: being written; `scheduled`: publishes itself at its time, unchanged; `published`: a note was made of it. */
export const noteDraftStates = ['draft', 'scheduled', 'published'] as const;
export type NoteDraftState = (typeof noteDraftStates)[number];
/** Drafts that a desk keeps unpublished. */
export const noteDraftsMax = 200;

const topics = z.array(line(30)).max(10);

/** Begins a draft, on a topic where one comes from there. */
export const StartNoteDraft = z
  .strictObject({
    type: z.enum(noteTypes).default('image'),
    category: z.enum(categories).default('lifestyle'),
    language: z.enum(languages).default('zh'),
    topics: topics.default([]),
    title: line(40, 0).default(''),
    /** the weekly topic that led here; kept beside the draft and asked nothing */
    weeklyTopicId: z.uuid().nullable().default(null),
    requestKey: z.uuid(),
  })
  .meta({ id: 'StartNoteDraft' });
export type StartNoteDraft = z.output<typeof StartNoteDraft>;

/** A draft as it is typed: it may lack anything. */
const content = {
  type: z.enum(noteTypes),
  title: line(40, 0),
  body: prose(1_000),
  topics,
  category: z.enum(categories),
  language: z.enum(languages),
  disclosure: z.enum(disclosures),
  aiLabel: z.enum(aiLabels),
  products: z.array(NoteProduct).max(productLimits.links),
  /** uploads of this workspace in their order: images, or one video */
  mediaIds: z.array(z.uuid()).max(mediaLimits.imagesPerNote),
  /** one of the images, or the picture in front of the video; null: the first image, or none */
  coverId: z.uuid().nullable(),
};
/** The version that the writer saw: what somebody else wrote meanwhile is not run over. */
const version = z.int().min(1).max(1_000_000_000);
export const SaveNoteDraft = z.strictObject({ ...content, version }).meta({ id: 'SaveNoteDraft' });
export type SaveNoteDraft = z.output<typeof SaveNoteDraft>;

export const PublishNoteDraft = z
  .strictObject({ version, requestKey: z.uuid() })
  .meta({ id: 'PublishNoteDraft' });
export type PublishNoteDraft = z.output<typeof PublishNoteDraft>;
/** At least 5 minutes and at most 30 days from now. */
export const ScheduleNoteDraft = z.strictObject({ version, at: instant }).meta({ id: 'ScheduleNoteDraft' });
export type ScheduleNoteDraft = z.output<typeof ScheduleNoteDraft>;

/** Why a note did not publish itself at its time. */
const ScheduleFailure = z.object({ at: instant, code: z.enum(problemCodes), detail: z.string() });

const head = {
  id: z.uuid(),
  state: z.enum(noteDraftStates),
  type: z.enum(noteTypes),
  title: z.string(),
  category: z.enum(categories),
  scheduledFor: instant.nullable(),
  failure: ScheduleFailure.nullable(),
  /** the note that was made of it */
  noteId: z.uuid().nullable(),
  publishedAt: instant.nullable(),
  changedAt: instant,
};
export const NoteDraftRow = z
  .object({
    ...head,
    /** the beginning of its words */
    excerpt: z.string(),
    coverUrl: z.string().nullable(),
    pictures: z.int(),
  })
  .meta({ id: 'NoteDraftRow' });
export type NoteDraftRow = z.infer<typeof NoteDraftRow>;
export const NoteDraftsQuery = z.strictObject({
  ...pageQuery,
  show: z.enum(noteDraftStates).default('draft'),
});
export type NoteDraftsQuery = z.output<typeof NoteDraftsQuery>;
export const NoteDraftPage = pageOf(NoteDraftRow);

export const NoteDraftView = z
  .object({
    ...head,
    body: z.string(),
    topics: z.array(z.string()),
    language: z.enum(languages),
    disclosure: z.enum(disclosures),
    aiLabel: z.enum(aiLabels),
    products: z.array(NoteProduct),
    media: z.array(MediaView),
    cover: MediaView.nullable(),
    weeklyTopicId: z.uuid().nullable(),
    version: z.int(),
    /** who wrote the latest version; null for somebody who has left */
    changedBy: z.string().nullable(),
    /** whose name stands on the note, with how many readers the first pool shows it to, by the rules in force */
    creator: z.object({ name: z.string(), followers: z.int() }).nullable(),
    firstPoolTarget: z.int().nullable(),
  })
  .meta({ id: 'NoteDraftView' });
export type NoteDraftView = z.infer<typeof NoteDraftView>;
