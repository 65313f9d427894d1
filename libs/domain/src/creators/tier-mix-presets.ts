import type { Mark } from '../metrics/mark';
import type { Bilingual } from '../notes/note';

/** What part of a portfolio a tier, or several neighbouring ones together, is to have. */
export interface TierShare {
  /** keys of a `TierScheme` */
  tierKeys: readonly string[];
  /** 0 to 1 */
  shareOfCreators?: number;
  /** of what creators are paid, without boosts; 0 to 1 */
  shareOfSpend?: number;
}

/** A make-up of a portfolio by tier. Tiers that it does not name have no place in it. */
export interface TierMix {
  shares: readonly TierShare[];
  /** how far a share may be off, in parts of the whole: 0.1 lets 30 % be 20 % to 40 % */
  tolerance: number;
}

export interface TierMixPreset extends TierMix {
  id: string;
  name: Bilingual;
  /** of the tier scheme whose keys the shares use */
  scheme: string;
  mark: Mark;
  source: string;
}

/** Ours: no deck says how far from its shares a plan may be [P]. */
const tolerance = 0.1;

const appliances = (shares: Readonly<Record<string, number>>): TierShare[] =>
  Object.entries(shares).map(([tierKey, shareOfCreators]) => ({ tierKeys: [tierKey], shareOfCreators }));

/** The platform's own mixes (domain notes 3.4). The make-up deck gives spend too; the appliance deck creators only. */
export const tierMixPresets: readonly TierMixPreset[] = [
  {
    id: 'make-up-2022',
    name: { zh: '美妆 2022', en: 'Make-up 2022' },
    scheme: 'pugongying',
    mark: 'A',
    source: 'official Pugongying make-up guide 2022, fxbaogao.com/detail/3901989',
    tolerance,
    shares: [
      { tierKeys: ['500k', '300k'], shareOfCreators: 0.15, shareOfSpend: 0.4 },
      { tierKeys: ['100k'], shareOfCreators: 0.2, shareOfSpend: 0.3 },
      { tierKeys: ['50k'], shareOfCreators: 0.15, shareOfSpend: 0.1 },
      { tierKeys: ['10k', '1k'], shareOfCreators: 0.5, shareOfSpend: 0.2 },
    ],
  },
  {
    id: 'appliances-daily',
    name: { zh: '大家电·日常', en: 'Large appliances, daily' },
    scheme: 'pugongying',
    mark: 'A',
    source: 'official Pugongying large-appliances guide 2022, fxbaogao.com/detail/3901995',
    tolerance,
    shares: appliances({ '500k': 0.05, '300k': 0.05, '100k': 0.25, '50k': 0.2, '10k': 0.4, '1k': 0.05 }),
  },
  {
    id: 'appliances-festival',
    name: { zh: '大家电·大促', en: 'Large appliances, festival' },
    scheme: 'pugongying',
    mark: 'A',
    source: 'official Pugongying large-appliances guide 2022, fxbaogao.com/detail/3901995',
    tolerance,
    shares: appliances({ '500k': 0.05, '300k': 0.1, '100k': 0.3, '50k': 0.2, '10k': 0.3, '1k': 0.05 }),
  },
];
