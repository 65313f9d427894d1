import type { z } from 'zod';
import type { LaunchBoost, PreviewBoost } from './boosts';
import type { PreviewKeywords } from './keywords';

/** Good bodies for the operations of boosts. */
export const boostExamples: {
  previewBoost: z.input<typeof PreviewBoost>;
  launchBoost: z.input<typeof LaunchBoost>;
  previewKeywords: z.input<typeof PreviewKeywords>;
} = {
  previewBoost: {
    noteId: '9d7b3c52-1f64-4a3b-8a53-7c2a1e4b6f20',
    goal: 'reads',
    budgetCents: 20_000,
    durationHours: 24,
    audience: { genders: ['female'], ageBands: ['25-34'] },
    voucherIds: [],
  },
  launchBoost: {
    noteId: '9d7b3c52-1f64-4a3b-8a53-7c2a1e4b6f20',
    goal: 'reads',
    budgetCents: 20_000,
    durationHours: 24,
    audience: { genders: ['female'], ageBands: ['25-34'] },
    voucherIds: [],
    holdout: { share: 0.1, metric: 'readers', minimumEffect: 0.02 },
    requestKey: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d02',
  },
  previewKeywords: {
    keywords: [
      { text: '冷泡茶', match: 'phrase' },
      { text: 'cold brew tea', match: 'broad' },
    ],
    negatives: ['奶茶'],
  },
};
