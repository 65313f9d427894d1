import { LiveQuery, NoticePage, NoticesQuery, OverviewView, SearchQuery, SearchView } from '../overview';
import type { Operation } from './operation';

/** Screens that read across nouns, and the live stream. */
export const consoleOperations = {
  overview: {
    method: 'get',
    path: '/api/v1/overview',
    tag: 'Console',
    summary: 'The overview of a workspace',
    access: { ability: 'read:notes' },
    answer: { status: 200, schema: OverviewView },
    refusals: [],
  },
  search: {
    method: 'get',
    path: '/api/v1/search',
    tag: 'Console',
    summary: 'Find notes, creators, boosts and pasted ids',
    access: { ability: 'read:notes' },
    query: SearchQuery,
    answer: { status: 200, schema: SearchView },
    refusals: [],
  },
  notices: {
    method: 'get',
    path: '/api/v1/notices',
    tag: 'Console',
    summary: 'What happened to notes and boosts',
    access: { ability: 'read:notes' },
    query: NoticesQuery,
    answer: { status: 200, schema: NoticePage },
    refusals: ['invalid-cursor'],
  },
  noticesSeen: {
    method: 'post',
    path: '/api/v1/notices/seen',
    tag: 'Console',
    summary: 'Mark all notices as read',
    access: { ability: 'read:notes' },
    answer: { status: 204, schema: null },
    refusals: [],
  },
  live: {
    method: 'get',
    path: '/api/v1/live',
    tag: 'Console',
    summary: 'Server-sent events: which topics changed',
    access: { ability: 'read:live' },
    query: LiveQuery,
    answer: { status: 200, schema: null, stream: true },
    refusals: [],
  },
} satisfies Record<string, Operation>;
