import { CheckGuidance, GuidanceView } from '../guidance';
import type { Operation } from './operation';

/** What peers tell of a note before it is published. */
export const guidanceOperations = {
  checkGuidance: {
    method: 'post',
    path: '/api/v1/guidance/check',
    tag: 'Guidance',
    summary:
      'Hold a note against its peers before it is published: odds of the first pool, searches, form and time; nothing is kept of it',
    access: { ability: 'read:notes', scope: 'notes:write' },
    body: CheckGuidance,
    answer: { status: 200, schema: GuidanceView },
    refusals: ['not-found'],
  },
} satisfies Record<string, Operation>;
