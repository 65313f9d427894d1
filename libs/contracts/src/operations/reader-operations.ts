import { AskFeed, EngagementBatch, EngagementReceipt, FeedView } from '../feed';
import type { Operation } from './operation';

/** The two calls of a reader application. */
export const readerOperations = {
  feed: {
    method: 'post',
    path: '/api/v1/feed',
    tag: 'Reader applications',
    summary: 'Up to 20 slots for one reader, each with the product links of its note',
    access: { scope: 'feed:read' },
    body: AskFeed,
    answer: { status: 200, schema: FeedView },
    refusals: [],
  },
  engagements: {
    method: 'post',
    path: '/api/v1/engagements',
    tag: 'Reader applications',
    summary: 'What readers did; safe to repeat',
    access: { scope: 'engagements:write' },
    body: EngagementBatch,
    answer: { status: 200, schema: EngagementReceipt },
    refusals: ['unavailable'],
  },
} satisfies Record<string, Operation>;
