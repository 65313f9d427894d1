import {
  categoryNames,
  type DayPeriod,
  describeLineage,
  dimensionNames,
  type Language,
  type MetricId,
  metrics,
  planReasonWords,
  type ReaderFormats,
  type ReaderLanguage,
  readerFormats,
  type ReportDimension,
  tierSchemes,
} from '@poolrise/domain';
import type { ReportFigure, ReportResult, ReportSpec } from '@poolrise/contracts';

/** A report as it is written into a file. */
export interface WrittenReport {
  name: string;
  remarks: string;
  workspace: string;
  spec: ReportSpec;
  result: ReportResult;
}

/** The voice of one file. */
export interface Voice {
  language: ReaderLanguage;
  /** the language as the domain names it */
  tongue: Language;
  format: ReaderFormats;
  words: (typeof reportWords)[ReaderLanguage];
}

export const voiceOf = (language: ReaderLanguage): Voice => ({
  language,
  tongue: language === 'en' ? 'en' : 'zh',
  format: readerFormats(language),
  words: reportWords[language],
});

const zh = {
  report: '数据报表',
  about: '说明',
  total: '合计',
  others: (rows: number) => `其余 ${rows} 行`,
  unknown: '未知',
  all: '全部',
  period: '时间范围',
  days: ({ from, to }: DayPeriod) => `${from} 至 ${to}`,
  compared: '对比时间',
  before: '对比期',
  difference: '变化',
  low: '下限',
  high: '上限',
  precision: '精度',
  zone: '时区',
  filters: '筛选条件',
  filtered: {
    noteIds: (n: number) => `${n} 篇指定笔记`,
    creatorIds: (n: number) => `${n} 位指定博主`,
    categories: '类目',
    tierKeys: '博主层级',
    placements: '流量来源 / 投放位置',
    campaigns: '项目标签',
    none: '无，包含全部数据',
  },
  basis: '时间口径',
  bases: { happened: '按数据发生日期', published: '按笔记发布日期，数据截至范围最后一天' },
  asOf: '数据生成时间',
  figures: '关键数字',
  rowsShown: (shown: number, all: number) => (shown < all ? `前 ${shown} 行，共 ${all} 行` : `共 ${all} 行`),
  marks: '读数说明',
  markList: [
    ['≈', '来自四舍五入、抽样或估算的数，真实值在注明的区间内。'],
    ['≥', '来源只给出下限（如 10万+），真实值不低于此数。'],
    ['*', '部分行未知，未计入；未知不等于 0。'],
    ['–', '没有可用的数据。'],
  ],
  none: '这份报表的条件下没有数据。',
  notHad: '无法得出',
  definitions: '指标、口径与来源',
  pageOf: (page: number, pages: number) => `第 ${page} / ${pages} 页`,
  written: (at: string) => `生成于 ${at}`,
  part: (n: number, of: number) => `（${n}/${of}）`,
  exact: '精确',
  precisions: {
    exact: '精确',
    rounded: '四舍五入',
    'lower-bound': '下限',
    estimate: '估算',
    partial: '部分行未知',
  },
  units: {
    cents: '元',
    ratio: '比率',
    seconds: '秒',
    minutes: '分钟',
    hours: '小时',
    multiple: '倍',
    perMille: '‰',
  },
  placements: {
    guaranteed: '保量',
    organic: '自然推荐',
    search: '搜索',
    paid: '加热',
    discover: '发现页',
    profile: '个人页',
    following: '关注页',
    nearby: '附近页',
    other: '其他',
    promoted: '推广',
    heated: '加热',
  },
  audiences: {
    women: '女性',
    men: '男性',
    'under-18': '18 岁以下',
    '18-24': '18–24 岁',
    '25-34': '25–34 岁',
    '35-44': '35–44 岁',
    'over-44': '44 岁以上',
  },
};

const en: typeof zh = {
  report: 'Report',
  about: 'About',
  total: 'Total',
  others: (rows) => `${rows} other rows`,
  unknown: 'Unknown',
  all: 'All',
  period: 'Period',
  days: ({ from, to }) => `${from} to ${to}`,
  compared: 'Compared with',
  before: 'before',
  difference: 'change',
  low: 'at least',
  high: 'at most',
  precision: 'precision',
  zone: 'Time zone',
  filters: 'Filters',
  filtered: {
    noteIds: (n) => `${n} chosen notes`,
    creatorIds: (n) => `${n} chosen creators`,
    categories: 'Category',
    tierKeys: 'Tier',
    placements: 'Placement',
    campaigns: 'Campaign',
    none: 'none: everything is in it',
  },
  basis: 'Days',
  bases: {
    happened: 'the day on which it happened',
    published: 'the day on which the note was published, figures up to the end of the period',
  },
  asOf: 'Filled in at',
  figures: 'Key figures',
  rowsShown: (shown, all) => (shown < all ? `the first ${shown} of ${all} rows` : `${all} rows`),
  marks: 'How to read the figures',
  markList: [
    ['≈', 'From rounded, sampled or estimated numbers; the truth lies within the interval given.'],
    ['≥', 'The source has a lower bound alone (such as 100k+); the truth is not below it.'],
    ['*', 'Some rows are unknown and left out; unknown is not zero.'],
    ['–', 'There is nothing to tell it from.'],
  ],
  none: 'There are no data under the conditions of this report.',
  notHad: 'cannot be had',
  definitions: 'Metrics, definitions and sources',
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  written: (at) => `Written ${at}`,
  part: (n, of) => ` (${n}/${of})`,
  exact: 'exact',
  precisions: {
    exact: 'exact',
    rounded: 'rounded',
    'lower-bound': 'lower bound',
    estimate: 'estimate',
    partial: 'some rows unknown',
  },
  units: {
    cents: 'CNY',
    ratio: 'ratio',
    seconds: 's',
    minutes: 'min',
    hours: 'h',
    multiple: 'times',
    perMille: '‰',
  },
  placements: {
    guaranteed: 'Guaranteed',
    organic: 'Organic',
    search: 'Search',
    paid: 'Boosted',
    discover: 'Discover',
    profile: 'Profile',
    following: 'Following',
    nearby: 'Nearby',
    other: 'Other',
    promoted: 'Promoted',
    heated: 'Heated',
  },
  audiences: {
    women: 'Women',
    men: 'Men',
    'under-18': 'Under 18',
    '18-24': '18 to 24',
    '25-34': '25 to 34',
    '35-44': '35 to 44',
    'over-44': 'Over 44',
  },
};

export const reportWords = { 'zh-CN': zh, en };

const wordOf = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key;

/** What a group is called. */
export function keyName(
  dimension: ReportDimension,
  { key, name }: { key: string | null; name: string | null },
  { tierScheme }: ReportSpec,
  { words, tongue }: Voice,
): string {
  if (name !== null) return name;
  if (key === null) return words.unknown;
  switch (dimension) {
    case 'tier': {
      const tier = tierSchemes.find(({ id }) => id === tierScheme)?.tiers.find((each) => each.key === key);
      return tier?.name[tongue] ?? key;
    }
    case 'category':
      return categoryNames[key as keyof typeof categoryNames]?.[tongue] ?? key;
    case 'placement':
      return wordOf(words.placements, key);
    case 'audience-gender':
    case 'audience-age':
      return wordOf(words.audiences, key);
    case 'hour':
      return key.replace('T', ' ');
    default:
      return key;
  }
}

/** A figure as people read it, with the mark of how far it is to be trusted. */
export function figureText(figure: ReportFigure | undefined, metric: MetricId, { format }: Voice): string {
  if (!figure || figure.value === null) return format.number(null);
  const { value, precision } = figure;
  const mark = precision.includes('lower-bound')
    ? '≥ '
    : precision.includes('rounded') || precision.includes('estimate')
      ? '≈ '
      : '';
  return `${mark}${numberText(value, metric, format)}${precision.includes('partial') ? '*' : ''}`;
}

export function numberText(value: number, metric: MetricId, format: ReaderFormats): string {
  switch (metrics[metric].unit) {
    case 'cents':
      return format.money(value);
    case 'ratio':
    case 'probability':
      return format.percent(value);
    case 'count':
      return format.number(value);
    case 'perMille':
      return `${format.decimal(value)}‰`;
    default:
      return format.decimal(value, 2);
  }
}

/** What the file is about: period, filters, and how days are counted. */
export function statementOf({ spec, result }: WrittenReport, voice: Voice): [term: string, text: string][] {
  const { words, format } = voice;
  const at = new Date(result.asOf);
  return [
    [words.period, `${words.days(result.period)} (${spec.timeZone})`],
    ...(result.comparedWith
      ? ([[words.compared, words.days(result.comparedWith)]] as [string, string][])
      : []),
    [words.basis, words.bases[spec.timeBasis]],
    [words.filters, filterText(spec, voice)],
    [words.asOf, `${format.dayOfYear(at)} ${format.time(at)} (Asia/Shanghai)`],
  ];
}

function filterText(spec: ReportSpec, voice: Voice): string {
  const { filters } = spec;
  const { filtered } = voice.words;
  const named = (dimension: ReportDimension, keys: readonly string[]) =>
    keys
      .map((key) => keyName(dimension, { key, name: null }, spec, voice))
      .join(voice.tongue === 'zh' ? '、' : ', ');
  const list = (title: string, dimension: ReportDimension, keys: readonly string[]) =>
    keys.length ? [`${title} ${named(dimension, keys)}`] : [];
  const parts = [
    ...(filters.noteIds.length ? [filtered.noteIds(filters.noteIds.length)] : []),
    ...(filters.creatorIds.length ? [filtered.creatorIds(filters.creatorIds.length)] : []),
    ...list(filtered.categories, 'category', filters.categories),
    ...list(filtered.tierKeys, 'tier', filters.tierKeys),
    ...list(filtered.placements, 'placement', filters.placements),
    ...list(filtered.campaigns, 'campaign', filters.campaigns),
  ];
  return parts.length ? parts.join(voice.tongue === 'zh' ? '；' : '; ') : filtered.none;
}

/** Each metric with its formula, definition, sources and time of data; or why there is no figure. */
export function definitionsOf(
  { spec, result }: WrittenReport,
  { tongue, words }: Voice,
): { term: string; text: string }[] {
  return result.columns.map(({ metric, refusal, lineage }, at) => {
    const { [tongue]: term } = metrics[metric];
    if (refusal || !lineage) {
      const why = refusal ? planReasonWords[refusal.reason][tongue] : words.none;
      return { term, text: `${words.notHad}${tongue === 'zh' ? '：' : ': '}${why}` };
    }
    const total = result.totals[at]?.figure;
    const lines = describeLineage(
      {
        metric,
        choice: spec.choice,
        origins: lineage.origins,
        originsInAll: lineage.originsInAll,
        window: null,
        dataAt: lineage.dataAt,
        precision: total?.precision ?? [],
        rows: total?.rows ?? 0,
        unknownRows: total?.unknownRows ?? 0,
        ...(lineage.cycleDays !== undefined && { cycleDays: lineage.cycleDays }),
      },
      tongue,
    ).filter(({ key }) => key !== 'metric');
    const colon = tongue === 'zh' ? '：' : ': ';
    return {
      term,
      text: lines.map(({ label, text }) => `${label}${colon}${text}`).join(tongue === 'zh' ? '。' : '. '),
    };
  });
}

export const dimensionTitle = (dimension: ReportDimension, { tongue }: Voice): string =>
  dimensionNames[dimension][tongue];
