import type { Bilingual } from '../notes/note';

/** What a report can be split by. */
export const reportDimensions = [
  'hour',
  'day',
  'week',
  'month',
  'note',
  'creator',
  'tier',
  'category',
  'placement',
  'campaign',
  'audience-gender',
  'audience-age',
] as const;
export type ReportDimension = (typeof reportDimensions)[number];

export const dimensionNames: Readonly<Record<ReportDimension, Bilingual>> = {
  hour: { zh: '小时', en: 'Hour' },
  day: { zh: '日', en: 'Day' },
  week: { zh: '周', en: 'Week' },
  month: { zh: '月', en: 'Month' },
  note: { zh: '笔记', en: 'Note' },
  creator: { zh: '博主', en: 'Creator' },
  tier: { zh: '博主层级', en: 'Tier' },
  category: { zh: '类目', en: 'Category' },
  placement: { zh: '流量来源 / 投放位置', en: 'Placement' },
  campaign: { zh: '项目标签', en: 'Campaign' },
  'audience-gender': { zh: '读者性别', en: 'Gender of readers' },
  'audience-age': { zh: '读者年龄', en: 'Age of readers' },
};

export const timeDimensions = ['hour', 'day', 'week', 'month'] as const satisfies readonly ReportDimension[];
export const isTimeDimension = (dimension: ReportDimension): boolean =>
  (timeDimensions as readonly ReportDimension[]).includes(dimension);

/** Portraits of readers: each splits them once, and no file has two of them together. */
export const audienceKeys = {
  'audience-gender': ['women', 'men'],
  'audience-age': ['under-18', '18-24', '25-34', '35-44', 'over-44'],
} as const satisfies Partial<Record<ReportDimension, readonly string[]>>;
export type ReportAudience = keyof typeof audienceKeys;
export type AudienceKey = (typeof audienceKeys)[ReportAudience][number];
export const isAudienceDimension = (dimension: ReportDimension): dimension is ReportAudience =>
  dimension in audienceKeys;

/** By which portrait some parts of an audience tell readers apart; null for none. */
export const audienceOf = ([first]: readonly string[]): ReportAudience | null =>
  first === undefined
    ? null
    : (audienceKeys['audience-gender'] as readonly string[]).includes(first)
      ? 'audience-gender'
      : 'audience-age';

/**
 * Which day a figure belongs to: the one on which it happened, or the one on which its note was published, so that a note's
 * cost and all that came of it stand together.
 */
export const timeBases = ['happened', 'published'] as const;
export type TimeBasis = (typeof timeBases)[number];

/** Where facts lie. Streams are counted by the product, sheets are brought in as files. */
export const factTableIds = [
  'hosted-hours',
  'hosted-boosts',
  'notes',
  'note-snapshots',
  'orders',
  'ad-rows',
  'alliance-sheets',
  'shop-orders',
  'creator-records',
] as const;
export type FactTableId = (typeof factTableIds)[number];

/** Why a figure cannot be had, or a table takes no part in it. */
export const planReasons = [
  'needs-experiment',
  'needs-reach',
  'not-from-totals',
  'nobody-states-it',
  'no-source',
  'not-hourly',
  'no-day',
  'no-note',
  'no-creator',
  'no-category',
  'no-placement',
  'no-campaign',
  'no-audience',
  'median-needs-notes',
  'cost-on-another-day',
  'placements-differ',
  'published-by-day',
] as const;
export type PlanReason = (typeof planReasons)[number];

/** Each as one sentence that a marketer can act on. */
export const planReasonWords: Readonly<Record<PlanReason, Bilingual>> = {
  'needs-experiment': {
    zh: '只有设对照组的实验才能得出，报告里的合计得不出',
    en: 'Only an experiment with a holdout gives it; totals do not',
  },
  'needs-reach': {
    zh: '需要去重人数，见“匹配”里的净触达；合计会重复计人',
    en: 'It needs people counted once: see net reach under Match. Totals count people again',
  },
  'not-from-totals': {
    zh: '由平台或模型直接给出，不能由合计算得',
    en: 'A platform or a model states it; it does not follow from totals',
  },
  'nobody-states-it': {
    zh: '目前没有任何来源提供这项数据',
    en: 'No source gives it so far',
  },
  'no-source': {
    zh: '还没有导入提供这项数据的文件',
    en: 'No file that has it was imported yet',
  },
  'not-hourly': {
    zh: '来源只按天记录，不能按小时拆分',
    en: 'The source has days and no hours: split by day',
  },
  'no-day': {
    zh: '来源只给累计值，不能按时间拆分；可改为按笔记发布日期',
    en: 'The source gives totals so far and no days: put notes by the day of publishing instead',
  },
  'no-note': {
    zh: '来源不含笔记，不能按笔记拆分；可按博主',
    en: 'The source names no notes: split by creator instead',
  },
  'no-creator': { zh: '来源不含博主', en: 'The source names no creators' },
  'no-category': { zh: '来源不含类目', en: 'The source names no category' },
  'no-placement': {
    zh: '这项数据不分流量来源或投放位置',
    en: 'It is not recorded by placement',
  },
  'no-campaign': { zh: '来源没有项目标签', en: 'The source has no campaign tags' },
  'no-audience': {
    zh: '来源没有这项数据的读者画像；可按画像看的只有阅读，以及加热花费（按定向）',
    en: 'The source has no portrait of it: only reads can be told by audience, and boosts by whom they were aimed at',
  },
  'median-needs-notes': {
    zh: '中位数在笔记之间取，不能再按这一维度拆分',
    en: 'A median is taken over notes and cannot be split that way',
  },
  'cost-on-another-day': {
    zh: '合作费用不在产生曝光的那天发生，按日相除没有意义；请改为按笔记发布日期',
    en: 'An order is not paid on the day of its impressions, so a price by day means nothing: put notes by the day of publishing',
  },
  'placements-differ': {
    zh: '两边的来源划分不同，不能按位置相除',
    en: 'The two sides name placements differently and cannot be divided by placement',
  },
  'published-by-day': {
    zh: '按发布日期统计时最细到天',
    en: 'By the time of publishing a day is the finest',
  },
};
