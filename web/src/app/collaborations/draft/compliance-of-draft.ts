import type { MediaView, OrderView } from '@poolrise/contracts';
import type { ComplianceAsk } from '../../compliance/compliance-check';

interface WrittenDraft {
  title: string;
  body: string;
  topics: readonly string[];
  media: readonly MediaView[];
}

/** The longest topic the check takes, and the most of them; what is beyond the form of a note it says by itself. */
const topicMost = 60;
const topicsMost = 50;

/**
 * A draft as the check is asked about it. The two sides name their order, and the server knows the rest; the platform, which is no
 * side, says what every order is: paid, and labelled by the platform.
 */
export function complianceOfDraft(order: OrderView, draft: WrittenDraft): ComplianceAsk {
  const { title, body, topics, media } = draft;
  return {
    title,
    body,
    topics: topics.slice(0, topicsMost).map((topic) => topic.slice(0, topicMost)),
    assets: media.map(({ kind }) => ({ kind })),
    ...(order.side === 'platform'
      ? { category: order.category, interests: ['paid'], disclosure: 'platform-label' }
      : { orderId: order.id }),
  };
}
