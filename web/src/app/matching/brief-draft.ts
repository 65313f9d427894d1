import type { BriefWishes } from '@poolrise/contracts';
import { type Category, matchWeightPresets } from '@poolrise/domain';
import type { TextKey } from '../../i18n/text-key';

/** The day by the clock of Shanghai, as a date field has it. */
export const dayInShanghai = (at: Date): string =>
  at.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

const dayMs = 86_400_000;
const [balanced] = matchWeightPresets;

/** A brief before anything is written in it: two weeks from now on, for a fortnight, in good health. */
export function emptyBrief(now: Date): BriefWishes {
  const ahead = (days: number): string => dayInShanghai(new Date(now.getTime() + days * dayMs));
  return {
    product: '',
    brand: '',
    category: 'food',
    subCategories: [],
    keywords: [],
    target: { genders: [], ages: [] },
    audience: [],
    kind: 'image',
    budgetCents: 5_000_000,
    perNoteCents: null,
    window: { from: ahead(14), to: ahead(28) },
    tierKeys: [],
    followersFrom: null,
    followersTo: null,
    excludedIds: [],
    competitors: [],
    competitorDays: 30,
    requiredHealth: 'ordinary',
    disclosureRequired: false,
    ordersMax: null,
    presetId: balanced?.id ?? null,
    weights: { ...balanced?.weights },
    remarks: '',
  };
}

/** Where people begin: whom such products are for, and what is written about them. */
export const briefTemplates = {
  food: {
    subCategories: ['drinks', 'snacks'],
    target: { genders: ['female'], ages: ['18-24', '25-34'] },
    audience: [
      { dimension: 'age', value: '18-24', share: 0.35 },
      { dimension: 'age', value: '25-34', share: 0.35 },
    ],
  },
  beauty: {
    subCategories: ['skincare', 'make-up'],
    target: { genders: ['female'], ages: ['18-24', '25-34'] },
    audience: [
      { dimension: 'gender', value: 'female', share: 0.8 },
      { dimension: 'age', value: '18-24', share: 0.4 },
    ],
  },
  'mother-baby': {
    subCategories: ['baby-goods', 'feeding'],
    target: { genders: ['female'], ages: ['25-34', '35-44'] },
    audience: [
      { dimension: 'gender', value: 'female', share: 0.8 },
      { dimension: 'age', value: '25-34', share: 0.5 },
    ],
  },
  home: {
    subCategories: ['storage', 'soft-furnishing'],
    target: { genders: [], ages: ['25-34', '35-44'] },
    audience: [{ dimension: 'age', value: '25-34', share: 0.45 }],
  },
} as const satisfies Partial<Record<Category, Partial<BriefWishes>>>;
export type BriefTemplate = keyof typeof briefTemplates;

/** What stands in the way of saving, in the words of the form. */
export interface BriefFault {
  key: TextKey;
  words?: Record<string, string | number>;
}

/** Contradictions that need no question to the api; it holds the same rules. `windowMoved` asks for days that lie ahead. */
export function briefFaults(
  wishes: BriefWishes,
  { today, windowMoved }: { today: string; windowMoved: boolean },
): BriefFault[] {
  const { window, followersFrom, followersTo, perNoteCents, budgetCents, brand, competitors } = wishes;
  const faults: BriefFault[] = [];
  if (!wishes.product.trim()) faults.push({ key: 'matching.form.fault.product' });
  if (!(budgetCents >= 10_000)) faults.push({ key: 'matching.form.fault.budget' });
  if (perNoteCents !== null && perNoteCents > budgetCents)
    faults.push({ key: 'matching.form.fault.perNote' });
  if (!window.from || !window.to) faults.push({ key: 'matching.form.fault.windowMissing' });
  else if (window.to < window.from) faults.push({ key: 'matching.form.fault.windowTurned' });
  else if (windowMoved && window.to < today)
    faults.push({ key: 'matching.form.fault.windowPast', words: { to: window.to } });
  if (followersFrom !== null && followersTo !== null && followersFrom > followersTo)
    faults.push({ key: 'matching.form.fault.followers' });
  if (brand && competitors.some((name) => name.toLowerCase() === brand.toLowerCase()))
    faults.push({ key: 'matching.form.fault.ownBrand', words: { brand } });
  if (!Object.values(wishes.weights).some((weight) => (weight ?? 0) > 0))
    faults.push({ key: 'matching.form.fault.weights' });
  return faults;
}

/** Percent of a dimension that is asked for, all its bands together. */
export const askedPercent = ({ audience }: BriefWishes, dimension: string): number =>
  Math.round(100 * audience.reduce((sum, one) => sum + (one.dimension === dimension ? one.share : 0), 0));

/** Words with commas of either language between them, each once. */
export const wordsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,，、]/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];
