import type { z } from 'zod';
import type { CheckCompliance } from './compliance';

/** Bodies for the documentation. */
export const complianceExamples = {
  checkCompliance: {
    title: '敏感肌也能用的防晒',
    body: '夏天就靠这支，全网最好用的防晒，想要链接的 v❤ 我。',
    topics: ['防晒'],
    category: 'beauty',
    product: { kind: 'cosmetics', brand: '青岚', recorded: true },
    interests: ['gift'],
    disclosure: 'missing',
    assets: [{ kind: 'image', aiGenerated: true, aiLabelled: false, tags: ['before-after'] }],
    rivals: [],
  },
} satisfies { checkCompliance: z.input<typeof CheckCompliance> };
