import type { MetricId } from '../metrics/definitions';
import { type DefinitionChoice, defaultChoice } from '../metrics/metric-shape';
import type { Mark } from '../metrics/mark';
import type { Bilingual } from '../notes/note';
import type { ComparisonKind } from './periods';
import type { ReportDimension, TimeBasis } from './report-words';

export const campaignMoments = ['pre', 'in', 'post'] as const;
export type CampaignMoment = (typeof campaignMoments)[number];
export const momentNames: Readonly<Record<CampaignMoment, Bilingual>> = {
  pre: { zh: '投前', en: 'Before the campaign' },
  in: { zh: '投中', en: 'During the campaign' },
  post: { zh: '投后', en: 'After the campaign' },
};

/** A report to start from, all of which can be changed. */
export interface ReportTemplate {
  id: string;
  moment: CampaignMoment;
  name: Bilingual;
  /** the question that it answers */
  question: Bilingual;
  dimensions: readonly ReportDimension[];
  metrics: readonly MetricId[];
  timeBasis: TimeBasis;
  choice: DefinitionChoice;
  sortBy: MetricId | ReportDimension;
  /** days back from today; null where the campaign says when it was */
  daysBack: number | null;
  /** how long after the last note the period goes on: to the end of its category's decision cycle, or not at all */
  tail: 'none' | 'decision-cycle';
  comparison: Exclude<ComparisonKind, 'own'>;
  mark: Mark;
  source: string;
}

const total: DefinitionChoice = { ...defaultChoice, cost: 'true' };
const suite = {
  mark: 'C',
  source: 'figures that agencies report after a campaign (domain notes 7, row 40)',
} as const;
const efficiency = ['noteCpm', 'cpr', 'noteCpe'] as const satisfies readonly MetricId[];
const results = [
  'notesPublished',
  'impressions',
  'clicks',
  'interactions',
  'trueCost',
  ...efficiency,
  'cpuv',
  'hitRate',
] as const satisfies readonly MetricId[];

/** Reports for before, during and after a campaign. */
export const reportTemplates: readonly ReportTemplate[] = [
  {
    id: 'pre-tiers',
    moment: 'pre',
    name: { zh: '投前：各层级性价比', en: 'Before: what each tier costs' },
    question: {
      zh: '过去一个季度，哪一层级的博主花一样的钱带来更多？',
      en: 'In the last quarter, which tier of creators brought more for the same money?',
    },
    dimensions: ['tier'],
    metrics: [
      'notesPublished',
      'readsPerNoteMedian',
      'interactionsPerNoteMedian',
      'costPerNoteMedian',
      ...efficiency,
      'hitRate',
    ],
    timeBasis: 'published',
    choice: defaultChoice,
    sortBy: 'noteCpe',
    daysBack: 90,
    tail: 'none',
    comparison: 'year-before',
    ...suite,
  },
  {
    id: 'pre-categories',
    moment: 'pre',
    name: { zh: '投前：各类目表现', en: 'Before: how categories do' },
    question: {
      zh: '哪个类目的笔记更容易被点开、被收藏？',
      en: 'In which category are notes opened and collected most?',
    },
    dimensions: ['category'],
    metrics: [
      'notesPublished',
      'ctrNatural',
      'interactionRatePerRead',
      'collectRate',
      'readsPerNoteMedian',
      'hitRate',
    ],
    timeBasis: 'published',
    choice: defaultChoice,
    sortBy: 'hitRate',
    daysBack: 90,
    tail: 'none',
    comparison: 'none',
    ...suite,
  },
  {
    id: 'in-days',
    moment: 'in',
    name: { zh: '投中：每日进展', en: 'During: day by day' },
    question: {
      zh: '曝光、互动和花费每天怎么走，比前一段时间好吗？',
      en: 'How do impressions, interactions and spend go from day to day, and better than before?',
    },
    dimensions: ['day'],
    metrics: [
      'impressions',
      'clicks',
      'ctrNatural',
      'interactions',
      'interactionRatePerRead',
      'adSpend',
      'adCtr',
      'adCpc',
      'adCpe',
    ],
    timeBasis: 'happened',
    // Ad reports count follows among interactions, and stand in this table beside notes.
    choice: { ...defaultChoice, interactions: 'LCCSF' },
    sortBy: 'day',
    daysBack: null,
    tail: 'none',
    comparison: 'same-weekdays',
    ...suite,
  },
  {
    id: 'in-notes',
    moment: 'in',
    name: { zh: '投中：笔记赛马', en: 'During: notes in the race' },
    question: {
      zh: '哪几篇值得继续加热，哪几篇先换封面？',
      en: 'Which notes deserve more boosting, and which need another cover first?',
    },
    dimensions: ['note'],
    metrics: [
      'impressions',
      'impressionsNatural',
      'impressionsHeated',
      'ctrNatural',
      'interactionRatePerRead',
      'boostSpend',
      'adSpend',
      'noteCpe',
    ],
    timeBasis: 'happened',
    choice: total,
    sortBy: 'ctrNatural',
    daysBack: null,
    tail: 'none',
    comparison: 'none',
    mark: 'C',
    source: 'two to five notes race and the winner is kept, songtingliang82-dot/xhs-juguang-ops',
  },
  {
    id: 'post-tiers',
    moment: 'post',
    name: { zh: '投后：按层级复盘', en: 'After: by tier' },
    question: {
      zh: '每个层级花了多少、换来了什么？',
      en: 'What did each tier cost, and what did it bring?',
    },
    dimensions: ['tier'],
    metrics: results,
    timeBasis: 'published',
    choice: total,
    sortBy: 'trueCost',
    daysBack: null,
    tail: 'decision-cycle',
    comparison: 'none',
    ...suite,
  },
  {
    id: 'post-notes',
    moment: 'post',
    name: { zh: '投后：逐篇结算', en: 'After: note by note' },
    question: {
      zh: '每篇笔记的真实总成本和单价是多少？',
      en: 'What did each note truly cost, and what did one read of it cost?',
    },
    dimensions: ['note'],
    metrics: [
      'orderCost',
      'adSpend',
      'boostSpend',
      'vouchersUsed',
      'trueCost',
      'impressions',
      'clicks',
      'interactions',
      ...efficiency,
      'cpuv',
      'deeplyInterestedPeople',
    ],
    timeBasis: 'published',
    choice: total,
    sortBy: 'trueCost',
    daysBack: null,
    tail: 'decision-cycle',
    comparison: 'none',
    ...suite,
  },
  {
    id: 'post-return',
    moment: 'post',
    name: { zh: '投后：决策周期回报', en: 'After: return over the decision cycle' },
    question: {
      zh: '按类目的决策周期算，每位博主带来多少支付金额？',
      en: 'Over the decision cycle of the category, how much was paid through each creator?',
    },
    dimensions: ['creator'],
    metrics: ['trueCost', 'gmv', 'roiCycle', 'roi'],
    timeBasis: 'happened',
    choice: total,
    sortBy: 'roiCycle',
    daysBack: null,
    tail: 'decision-cycle',
    comparison: 'none',
    mark: 'A',
    source: 'ROI(T+x) of the AIPS model, published 18 Dec 2024, news.qq.com/rain/a/20241230A06R0P00',
  },
];
