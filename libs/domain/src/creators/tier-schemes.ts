import type { Bilingual } from '../notes/note';
import type { Mark } from '../metrics/mark';

export interface CreatorTier {
  key: string;
  name: Bilingual;
  /** first number of followers that belongs to it; it ends where the next begins */
  from: number;
}

export interface TierScheme {
  id: string;
  name: Bilingual;
  mark: Mark;
  source: string;
  /** rising; the first begins at 0 */
  tiers: readonly CreatorTier[];
}

/** The tier of a creator with so many followers. @throws Error for a scheme without tiers */
export function tierOf(scheme: TierScheme, followers: number): CreatorTier {
  const tier = scheme.tiers.findLast(({ from }) => followers >= from) ?? scheme.tiers[0];
  if (!tier) throw new Error(`Tier scheme ${scheme.id} has no tiers`);
  return tier;
}

const tier = (key: string, from: number, zh: string, en: string): CreatorTier => ({
  key,
  name: { zh, en },
  from,
});

/** Schemes disagree, so they are data and each workspace chooses (domain notes 3.4). The first is the default. */
export const tierSchemes: readonly TierScheme[] = [
  {
    id: 'newrank',
    name: { zh: '新榜 2021', en: 'Newrank 2021' },
    mark: 'C',
    source: 'm.wenkunet.com/p-22586744; the one with a method, and Qiangua\u2019s bounds too',
    tiers: [
      tier('nano', 0, '素人', 'Nano'),
      tier('junior', 5_000, '初级', 'Junior'),
      tier('waist', 50_000, '腰部', 'Waist'),
      tier('head', 500_000, '头部', 'Head'),
    ],
  },
  {
    id: 'huojian',
    name: { zh: '火箭 2021', en: 'Huojian 2021' },
    mark: 'C',
    source: 'practitioners\u2019 article on CSDN',
    tiers: [
      tier('below', 0, '素人', 'Below KOC'),
      tier('koc', 1_000, 'KOC', 'KOC'),
      tier('base', 50_000, '底部', 'Base'),
      tier('waist', 100_000, '腰部', 'Waist'),
      tier('head', 300_000, '头部', 'Head'),
    ],
  },
  {
    id: '06925',
    name: { zh: '06925 行业站', en: '06925.com' },
    mark: 'D',
    source: '06925.com',
    tiers: [
      tier('below', 0, '素人', 'Below'),
      tier('grassroots', 10_000, '草根', 'Grassroots'),
      tier('waist', 100_000, '腰部', 'Waist'),
      tier('head', 500_000, '头部', 'Head'),
      tier('super', 1_000_000, '超头部', 'Super'),
    ],
  },
  {
    id: 'allxhs',
    name: { zh: '海外四级', en: 'International' },
    mark: 'D',
    source: 'allxhs, as English guides count',
    tiers: [
      tier('nano', 0, 'Nano', 'Nano'),
      tier('micro', 10_000, 'Micro', 'Micro'),
      tier('macro', 100_000, 'Macro', 'Macro'),
      tier('mega', 1_000_000, 'Mega', 'Mega'),
    ],
  },
  {
    id: 'pugongying',
    name: { zh: '蒲公英官方指南', en: 'Official Pugongying guides' },
    mark: 'A',
    source: 'fxbaogao.com/detail/3901995 and 3901989',
    tiers: [
      tier('below', 0, '1 千以下', 'Below 1k'),
      tier('1k', 1_000, '1 千–1 万', '1k–10k'),
      tier('10k', 10_000, '1–5 万', '10k–50k'),
      tier('50k', 50_000, '5–10 万', '50k–100k'),
      tier('100k', 100_000, '10–30 万', '100k–300k'),
      tier('300k', 300_000, '30–50 万', '300k–500k'),
      tier('500k', 500_000, '50 万以上', '500k and more'),
    ],
  },
];
