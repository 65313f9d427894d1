import type { CheckGuidance, MediaView } from '@poolrise/contracts';
import { brightnessOf } from '@poolrise/domain';

/** What is asked about a draft from a screen. */
export type GuidanceAsk = Pick<CheckGuidance, 'title' | 'body' | 'topics'> &
  Partial<Pick<CheckGuidance, 'orderId' | 'category' | 'type' | 'media' | 'plannedAt'>>;

/** A word to write, and where it fits. */
export interface WordToAdd {
  text: string;
  place: 'title' | 'topic' | 'body';
}

/** What guidance reads of pictures: their shape and the brightness of the colour that stands for them; the cover first. */
export function mediaToGuide(
  media: readonly MediaView[],
  cover: MediaView | null = null,
): NonNullable<CheckGuidance['media']> {
  const ordered = cover ? [cover, ...media.filter(({ id }) => id !== cover.id)] : media;
  return ordered.map(({ kind, width, height, durationMs, color }) => ({
    kind,
    width,
    height,
    durationMs,
    brightness: brightnessOf(color),
  }));
}
