import { AddTopic, CurateTopic, DeskTopic, TopicDeskView, TopicsQuery, TopicsView } from '../topics';
import type { Operation } from './operation';

const tag = 'Weekly topics';
const curating = { ability: 'curate:topics' } as const;

/** What readers ask for this week and few answer. */
export const topicOperations = {
  topics: {
    method: 'get',
    path: '/api/v1/topics',
    tag,
    summary: 'Topics of a week with what they stand on, how they fit this desk, and what it made of them',
    access: { ability: 'read:topics' },
    query: TopicsQuery,
    answer: { status: 200, schema: TopicsView },
    refusals: [],
  },
  topicDesk: {
    method: 'get',
    path: '/api/v1/topic-desk',
    tag,
    summary: 'Topics of a week before and after they are shown; for the platform’s own people',
    access: curating,
    query: TopicsQuery,
    answer: { status: 200, schema: TopicDeskView },
    refusals: ['platform-only'],
  },
  addTopic: {
    method: 'post',
    path: '/api/v1/topic-desk',
    tag,
    summary: 'Add a topic to this week or the next; for the platform’s own people',
    access: curating,
    body: AddTopic,
    answer: { status: 201, schema: DeskTopic },
    refusals: ['platform-only'],
  },
  curateTopic: {
    method: 'post',
    path: '/api/v1/topic-desk/{topicId}',
    tag,
    summary: 'Rename, pin, show or hide a topic; for the platform’s own people',
    access: curating,
    body: CurateTopic,
    answer: { status: 200, schema: DeskTopic },
    refusals: ['platform-only', 'not-found'],
  },
} satisfies Record<string, Operation>;
