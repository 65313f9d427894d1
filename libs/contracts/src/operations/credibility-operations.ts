import { CredibilityMeasured, CredibilityView } from '../credibility';
import type { Operation } from './operation';

/** What can be said of the figures of a creator, and how often that is wrong. */
export const credibilityOperations = {
  credibility: {
    method: 'get',
    path: '/api/v1/creators/{creatorId}/credibility',
    tag: 'Creators',
    summary: 'Evidence about the figures of a creator, test by test, with the measured mistakes of each',
    access: { ability: 'read:creators' },
    answer: { status: 200, schema: CredibilityView },
    refusals: [],
  },
  credibilityMeasured: {
    method: 'get',
    path: '/api/v1/credibility/measured',
    tag: 'Creators',
    summary: 'How often each test of credibility is right and wrong where the truth is known',
    access: { ability: 'read:creators' },
    answer: { status: 200, schema: CredibilityMeasured },
    refusals: [],
  },
} satisfies Record<string, Operation>;
