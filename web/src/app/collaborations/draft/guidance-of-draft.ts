import type { MediaView, OrderView } from '@poolrise/contracts';
import { type GuidanceAsk, mediaToGuide } from '../../guidance/guidance-ask';
import { complianceOfDraft } from './compliance-of-draft';

interface WrittenDraft {
  title: string;
  body: string;
  topics: readonly string[];
  media: readonly MediaView[];
  cover?: MediaView | null;
}

/** A draft as guidance is asked about it: the words as for the compliance check, with the type and the pictures. */
export function guidanceOfDraft(order: OrderView, draft: WrittenDraft): GuidanceAsk {
  const { title, body, topics, orderId, category } = complianceOfDraft(order, draft);
  return {
    title,
    body,
    topics,
    ...(orderId ? { orderId } : { category }),
    type: order.noteType,
    media: mediaToGuide(draft.media, draft.cover),
  };
}
