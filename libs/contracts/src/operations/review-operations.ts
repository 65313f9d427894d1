import { PageQuery } from '../paging';
import { AnswerReview, ReviewAnswer, ReviewPage } from '../reviews';
import type { Operation } from './operation';

/** The platform's own work on the notes of everybody. */
export const reviewOperations = {
  reviews: {
    method: 'get',
    path: '/api/v1/reviews',
    tag: 'Review',
    summary: 'Notes of all workspaces that wait for a person, the oldest first',
    access: { ability: 'review:notes' },
    query: PageQuery,
    answer: { status: 200, schema: ReviewPage },
    refusals: ['platform-only', 'invalid-cursor'],
  },
  answerReview: {
    method: 'post',
    path: '/api/v1/reviews/{noteId}',
    tag: 'Review',
    summary: 'Decide about a note that waits for a person; safe to repeat',
    access: { ability: 'review:notes' },
    body: AnswerReview,
    answer: { status: 200, schema: ReviewAnswer },
    refusals: ['platform-only', 'review-already-answered'],
  },
} satisfies Record<string, Operation>;
