import type { Mark } from '../metrics/mark';
import type { Bilingual } from '../notes/note';

/** What a match is judged by. Each part is 0 to 1 (`match-parts.ts`); hard rules are apart (`match-rules.ts`). */
export const matchPartKeys = [
  'vertical',
  'keywords',
  'audience',
  'gender',
  'engagement',
  'comments',
  'activity',
  'experience',
  'stability',
  'price',
  'cost',
] as const;
export type MatchPartKey = (typeof matchPartKeys)[number];

export const matchPartNames: Readonly<Record<MatchPartKey, Bilingual>> = {
  vertical: { zh: '垂类匹配', en: 'Category' },
  keywords: { zh: '关键词匹配', en: 'Keywords' },
  audience: { zh: '受众匹配', en: 'Audience' },
  gender: { zh: '性别匹配', en: 'Gender' },
  engagement: { zh: '互动表现', en: 'Engagement' },
  comments: { zh: '评论表现', en: 'Comments' },
  activity: { zh: '活跃度', en: 'Activity' },
  experience: { zh: '合作经验', en: 'Experience' },
  stability: { zh: '数据稳定性', en: 'Stability' },
  price: { zh: '报价水平', en: 'Price' },
  cost: { zh: '互动成本', en: 'Cost per interaction' },
};

/** Parts left out weigh nothing. */
export type MatchWeights = Readonly<Partial<Record<MatchPartKey, number>>>;

export interface MatchWeightPreset {
  id: string;
  name: Bilingual;
  mark: Mark;
  source: string;
  weights: MatchWeights;
}

/** Starting points for the sliders (domain notes 4.3). The first is the default. */
export const matchWeightPresets: readonly MatchWeightPreset[] = [
  {
    id: 'poolrise',
    name: { zh: '均衡', en: 'Balanced' },
    mark: 'P',
    source: 'ours: the workbench\u2019s weights with room for the brief\u2019s keywords and for stability',
    weights: {
      vertical: 0.2,
      keywords: 0.12,
      audience: 0.24,
      gender: 0.04,
      engagement: 0.14,
      activity: 0.06,
      stability: 0.06,
      cost: 0.14,
    },
  },
  {
    id: 'pugongying-workbench',
    name: { zh: '蒲公英工作台', en: 'Pugongying workbench' },
    mark: 'C',
    source: 'github.com/DAI06316/pugongying-workbench',
    weights: { vertical: 0.28, audience: 0.24, gender: 0.06, engagement: 0.18, activity: 0.08, cost: 0.16 },
  },
  {
    id: 'pugongying-skill',
    name: { zh: '蒲公英选人', en: 'Pugongying skill' },
    mark: 'C',
    source: 'github.com/tianhhe/pugongying-skill',
    weights: { audience: 30, experience: 25, price: 20, engagement: 15, comments: 5, stability: 5 },
  },
];

/**
 * Weights that sum to 1, in proportion to those given.
 *
 * @throws RangeError when one is negative or no number, or all are 0
 */
export function normaliseWeights(weights: MatchWeights): Record<MatchPartKey, number> {
  const given = matchPartKeys.map((part) => weights[part] ?? 0);
  const sum = given.reduce((all, weight) => all + weight, 0);
  if (given.some((weight) => !(weight >= 0)) || !(sum > 0 && Number.isFinite(sum)))
    throw new RangeError('The weights of a match are numbers from 0, and not all of them 0');
  return Object.fromEntries(matchPartKeys.map((part, at) => [part, (given[at] as number) / sum])) as Record<
    MatchPartKey,
    number
  >;
}
