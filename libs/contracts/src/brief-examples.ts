import type { z } from 'zod';
import type { BriefWishes } from './briefs';

/** How much each part of a match weighs, and what a brief wishes for: for the document and the specs. */
export const weights = { vertical: 0.3, keywords: 0.2, audience: 0.3, cost: 0.2 };
export const wishes: z.input<typeof BriefWishes> = {
  product: '冷泡茉莉花茶',
  brand: '林家茶',
  category: 'food',
  subCategories: ['drinks'],
  keywords: [{ word: '茶', weight: 2 }],
  target: { genders: ['female'], ages: ['18-24', '25-34'] },
  audience: [{ dimension: 'age', value: '18-24', share: 0.4 }],
  kind: 'image',
  budgetCents: 5_000_000,
  perNoteCents: 800_000,
  window: { from: '2036-03-01', to: '2036-03-20' },
  tierKeys: ['junior', 'waist'],
  followersFrom: 1_000,
  followersTo: 500_000,
  excludedIds: [],
  competitors: ['一叶知秋'],
  competitorDays: 30,
  requiredHealth: 'ordinary',
  disclosureRequired: false,
  ordersMax: 5,
  presetId: null,
  weights,
  remarks: '',
};
