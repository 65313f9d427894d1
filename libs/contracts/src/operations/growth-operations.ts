import { GrowthView } from '../growth';
import type { Operation } from './operation';

/** How far a creator's desk has grown. */
export const growthOperations = {
  growth: {
    method: 'get',
    path: '/api/v1/growth',
    tag: 'Creator desk',
    summary:
      'The growth level of this desk, the rules of all levels beside its figures, and how it came to this',
    access: { ability: 'read:rewards' },
    answer: { status: 200, schema: GrowthView },
    refusals: ['creator-desk-only'],
  },
} satisfies Record<string, Operation>;
