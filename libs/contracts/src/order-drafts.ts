import { isOnPicture, mediaLimits } from '@poolrise/domain';
import { z } from 'zod';
import { MediaView, RegionView, videoMoment } from './media';
import { instant, line, prose } from './text';

/** From which side a workspace sees an order. */
export const orderSides = ['brand', 'creator', 'platform'] as const;
export type OrderSide = (typeof orderSides)[number];
/** Drafts and outlines in one order; each sending back makes room for one. */
export const orderDraftsMax = 50;

/** What every move on an order carries. */
export const orderMoved = {
  /** of the order as the mover saw it; what others did meanwhile is not run over */
  version: z.int().min(1).max(1_000_000),
  /** what the mover says to it */
  words: prose(2_000).default(''),
  requestKey: z.uuid(),
};
/** Hands in an outline or a draft, whichever the order waits for. */
export const HandInDraft = z
  .strictObject({
    title: line(40),
    body: prose(1_000, 1),
    topics: z.array(line(30)).max(10).default([]),
    /** uploads of this workspace in their order: images, or one video */
    mediaIds: z.array(z.uuid()).max(mediaLimits.imagesPerNote).default([]),
    /** one of the images, or the picture in front of the video; null: the first image, or none */
    coverId: z.uuid().nullable().default(null),
    ...orderMoved,
  })
  .meta({ id: 'HandInDraft' });
export type HandInDraft = z.infer<typeof HandInDraft>;

/** A place in the words of a draft: UTF-16 units of its title or body, `to` not included. */
const TextAnchor = z
  .strictObject({ field: z.enum(['title', 'body']), from: z.int().min(0), to: z.int().min(1) })
  .refine(({ from, to }) => from < to, 'is empty: name at least one character');
const Region = z
  .strictObject(RegionView.shape)
  .refine(isOnPicture, 'reaches beyond the edges of the picture');
/** A place on one image of a draft. */
const ImageAnchor = z.strictObject({ field: z.literal('image'), mediaId: z.uuid(), region: Region });
/** A moment of its video, and a place on the picture of that moment where one is meant. */
const VideoAnchor = z.strictObject({
  field: z.literal('video'),
  mediaId: z.uuid(),
  ms: videoMoment,
  region: Region.nullable(),
});
const Anchor = z.discriminatedUnion('field', [TextAnchor, ImageAnchor, VideoAnchor]);
export type DraftAnchor = z.infer<typeof Anchor>;
export type TextAnchor = z.infer<typeof TextAnchor>;
export type ImageAnchor = z.infer<typeof ImageAnchor>;
export type VideoAnchor = z.infer<typeof VideoAnchor>;
/** A place that is not in the words. */
export type MediaAnchor = ImageAnchor | VideoAnchor;
export const CommentDraft = z
  .strictObject({
    draftVersion: z.int().min(1),
    anchor: Anchor.nullable().default(null),
    words: prose(1_000, 1),
    requestKey: z.uuid(),
  })
  .meta({ id: 'CommentDraft' });
export type CommentDraft = z.infer<typeof CommentDraft>;

export const OrderDraft = z.object({
  version: z.int(),
  kind: z.enum(['outline', 'draft']),
  title: z.string(),
  body: z.string(),
  topics: z.array(z.string()),
  media: z.array(MediaView),
  /** one of the images, or the picture in front of the video */
  cover: MediaView.nullable(),
  at: instant,
  by: z.string(),
  /** what was answered; null while nobody has */
  answer: z.enum(['approved', 'sent-back', 'audit-failed', 'silent-approval']).nullable(),
});
export type OrderDraft = z.infer<typeof OrderDraft>;

export const DraftComment = z.object({
  id: z.uuid(),
  draftVersion: z.int(),
  anchor: Anchor.nullable(),
  /** the text that the anchor marks, as it stands in that version; null for places that are not in the words */
  quoted: z.string().nullable(),
  words: z.string(),
  at: instant,
  by: z.string(),
  side: z.enum(orderSides),
});
export type DraftComment = z.infer<typeof DraftComment>;
