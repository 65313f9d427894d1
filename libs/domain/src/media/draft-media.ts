import { type MediaKind, mediaLimits } from './media-limits';

/** A picture or a video as far as the rules of a draft look at it. */
export interface DraftMedium {
  id: string;
  kind: MediaKind;
}

export type DraftMediaFault =
  'media-repeated' | 'media-not-of-type' | 'too-many-images' | 'more-than-one-video' | 'cover-not-among';

/**
 * What is wrong with the media of a draft; null when nothing is. A note of images carries up to 18 of them, one of which is its
 * cover; a video note carries one video, whose cover is an image beside it. A draft without media is one of words alone.
 *
 * @param cover the image chosen as cover; null: the first image, or none for a video
 */
export function draftMediaFault(
  noteType: MediaKind,
  media: readonly DraftMedium[],
  cover: DraftMedium | null,
): DraftMediaFault | null {
  if (new Set(media.map(({ id }) => id)).size < media.length) return 'media-repeated';
  if (media.some(({ kind }) => kind !== noteType)) return 'media-not-of-type';
  if (noteType === 'image' && media.length > mediaLimits.imagesPerNote) return 'too-many-images';
  if (noteType === 'video' && media.length > 1) return 'more-than-one-video';
  if (!cover) return null;
  const known =
    noteType === 'image'
      ? media.some(({ id }) => id === cover.id)
      : media.length > 0 && cover.kind === 'image';
  return known ? null : 'cover-not-among';
}
