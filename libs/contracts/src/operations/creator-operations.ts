import {
  CreatorNotePage,
  CreatorNotesQuery,
  CreatorSearchPage,
  CreatorsQuery,
  CreatorView,
} from '../creators';
import type { Operation } from './operation';

/** The directory of creators. */
export const creatorOperations = {
  creators: {
    method: 'get',
    path: '/api/v1/creators',
    tag: 'Creators',
    summary: 'Search creators by the filters of the marketplace, with facet counts',
    access: { ability: 'read:creators' },
    query: CreatorsQuery,
    answer: { status: 200, schema: CreatorSearchPage },
    // A list that the search names may be gone.
    refusals: ['invalid-cursor', 'not-found'],
  },
  creator: {
    method: 'get',
    path: '/api/v1/creators/{creatorId}',
    tag: 'Creators',
    summary: 'The whole record of a creator',
    access: { ability: 'read:creators' },
    answer: { status: 200, schema: CreatorView },
    refusals: [],
  },
  creatorNotes: {
    method: 'get',
    path: '/api/v1/creators/{creatorId}/notes',
    tag: 'Creators',
    summary: 'Notes of a creator as the platform shows them, the latest first',
    access: { ability: 'read:creators' },
    query: CreatorNotesQuery,
    answer: { status: 200, schema: CreatorNotePage },
    refusals: ['invalid-cursor'],
  },
} satisfies Record<string, Operation>;
