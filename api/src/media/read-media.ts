import { type MediaKind, mediaLimits } from '@poolrise/domain';
import { fileTypeFromFile } from 'file-type';
import type { ReceivedFile } from '../files/receive-file';
import { Refused } from '../http/refused';
import { isMarkedAiMade } from './ai-mark';
import { inTurns } from '../threads/in-turns';
import { imageTypes, readImage } from './read-image';
import { readVideo, videoTypes } from './read-video';

/** A file that was made anew; what is kept lies in `files` until the reception is over. */
export interface RemadeMedia {
  kind: MediaKind;
  contentType: string;
  /** of what is kept as the original */
  bytes: number;
  width: number;
  height: number;
  durationMs: number | null;
  color: string;
  files: { original: string; thumb?: string };
}

/** A file that was read, and what is known of where it came from. */
export interface ReadMedia extends RemadeMedia {
  /** whether the file as it was sent said that a machine made it */
  aiMarked: boolean;
}

/** A decoded picture takes up to 200 MB: more than two at once would be felt by everybody. */
const decoding = inTurns(2);

/**
 * Recognises a file by what it holds, whatever it is called, and makes it anew.
 * @throws Refused media-type-refused, media-too-large, media-unreadable, media-too-many-pixels, media-too-small, video-too-long
 */
export async function readMedia(file: ReceivedFile, name: string): Promise<ReadMedia> {
  const found = (await fileTypeFromFile(file.place))?.mime ?? null;
  const kind =
    found && imageTypes.includes(found) ? 'image' : found && videoTypes.includes(found) ? 'video' : null;
  if (!found || !kind)
    throw new Refused('media-type-refused', {
      detail: `“${name}” holds ${found ?? 'neither an image nor a video that is taken here'}.`,
    });
  if (file.bytes > mediaLimits.bytes[kind]) throw tooLarge(kind);
  const aiMarked = await isMarkedAiMade(file.place);
  const media = await decoding(() =>
    kind === 'image' ? readImage(file.place, found) : readVideo(file.place, found),
  );
  return { ...media, aiMarked };
}

export const tooLarge = (kind: MediaKind): Refused =>
  new Refused('media-too-large', {
    detail: `${kind === 'image' ? 'An image' : 'A video'} may have ${mediaLimits.bytes[kind] / 1_000_000} MB.`,
    figures: { most: mediaLimits.bytes[kind] },
  });
