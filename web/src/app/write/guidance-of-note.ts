import type { MediaView } from '@poolrise/contracts';
import { type GuidanceAsk, mediaToGuide } from '../guidance/guidance-ask';
import { complianceOfNote } from './compliance-of-note';
import type { TypedNote } from './typed-note';

/** A note of one's own as guidance is asked about it. */
export function guidanceOfNote(
  typed: TypedNote,
  media: readonly MediaView[],
  cover: MediaView | null,
): GuidanceAsk {
  const { title, body, topics } = complianceOfNote(typed, media);
  const { type, category } = typed;
  return { title, body, topics, category, type, media: mediaToGuide(media, cover) };
}
