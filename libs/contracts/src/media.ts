import { mediaKinds, mediaLimits } from '@poolrise/domain';
import { z } from 'zod';
import { line } from './text';

/** `original`: as it is shown large; `thumb`: small, of images alone. */
export const mediaVariants = ['original', 'thumb'] as const;
export type MediaVariant = (typeof mediaVariants)[number];

/** A picture or a video that was uploaded. */
export const MediaView = z
  .object({
    id: z.uuid(),
    kind: z.enum(mediaKinds),
    contentType: z.string(),
    bytes: z.int(),
    width: z.int(),
    height: z.int(),
    /** of videos */
    durationMs: z.int().nullable(),
    /** whether the file as it was sent said of itself that a machine made it; left out where nobody looked */
    aiMarked: z.boolean().optional(),
    /** the colour that stands for it until it is there */
    color: z.string().regex(/^#[0-9a-f]{6}$/),
    /** addresses that hold for some hours, without signing in */
    url: z.string(),
    /** null for videos */
    thumbUrl: z.string().nullable(),
  })
  .meta({ id: 'MediaView' });
export type MediaView = z.infer<typeof MediaView>;

/** The name is told back in refusals and kept nowhere. */
export const UploadMediaQuery = z.strictObject({ name: line(255) });
export type UploadMediaQuery = z.infer<typeof UploadMediaQuery>;

/** As it stands in the addresses of a view; nobody else can write one. */
export const MediaFileQuery = z.strictObject({
  variant: z.enum(mediaVariants),
  /** seconds since 1970 */
  until: z.coerce.number().int().min(0).max(100_000_000_000),
  signature: z
    .string()
    .length(43)
    .regex(/^[\w-]+$/, 'is no signature'),
});
export type MediaFileQuery = z.output<typeof MediaFileQuery>;

const part = z.number().min(0).max(1);
/** A rectangle on a picture: parts of its width and height from the top left; without size it is a point. */
export const RegionView = z.object({ x: part, y: part, w: part, h: part });

/** A moment of a video, in milliseconds from its beginning. */
export const videoMoment = z.int().min(0).max(mediaLimits.videoMs);
