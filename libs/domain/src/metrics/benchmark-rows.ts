import { naturalRates, paidClickRates, type ResponseRates } from './benchmarks';
import type { MetricId } from './definitions';
import type { Mark } from './mark';
import { type Category, categories } from '../notes/categories';

/** Which traffic a figure was seen on: natural and paid readers differ several times over. */
export const benchmarkMedia = ['natural', 'paid', 'all'] as const;
export type BenchmarkMedium = (typeof benchmarkMedia)[number];

/**
 * What a row says: what is usual, from where on it is called good, what not to fall below or rise above, what one case was,
 * or how far the axis of a chart goes whose series cannot be read.
 */
export const benchmarkKinds = ['typical', 'good', 'excellent', 'least', 'most', 'sample', 'axis'] as const;
export type BenchmarkKind = (typeof benchmarkKinds)[number];

/** What a row is narrower than its category in. */
export const benchmarkScopes = [
  'image',
  'video',
  'feed',
  'search',
  'boost',
  'hit-note',
  'weak-note',
  'large-appliances',
  'creators-of-10k',
] as const;
export type BenchmarkScope = (typeof benchmarkScopes)[number];

/** A published figure to hold one's own against. In the unit of its metric: ratios 0 to 1, money in cents. */
export interface Benchmark {
  metric: MetricId;
  /** null is every category */
  category: Category | null;
  /** null is all of the category */
  scope: BenchmarkScope | null;
  medium: BenchmarkMedium;
  kind: BenchmarkKind;
  /** null where the source gives a range alone; a range without an end has null there */
  value: number | null;
  low: number | null;
  high: number | null;
  mark: Mark;
  source: string;
  /** when the source said so, as exactly as it is known: `2022`, `2026-08`, `2024-12-18`; null when it is not */
  statedOn: string | null;
}

/** One number, or from and to; without an end it is to infinity. */
type Size = number | readonly [low: number, high: number];
const sizeOf = (size: Size): Pick<Benchmark, 'value' | 'low' | 'high'> => {
  if (typeof size === 'number') return { value: size, low: null, high: null };
  return { value: null, low: size[0], high: Number.isFinite(size[1]) ? size[1] : null };
};
const isCategory = (about: string | undefined): about is Category =>
  (categories as readonly (string | undefined)[]).includes(about);

const row = (
  metric: MetricId,
  [medium, kind, about, narrower]: readonly [
    BenchmarkMedium,
    BenchmarkKind,
    (Category | BenchmarkScope)?,
    BenchmarkScope?,
  ],
  size: Size,
  [mark, source, statedOn]: readonly [Mark, string, string?],
): Benchmark => ({
  metric,
  category: isCategory(about) ? about : null,
  scope: narrower ?? (about && !isCategory(about) ? about : null),
  medium,
  kind,
  ...sizeOf(size),
  mark,
  source,
  statedOn: statedOn ?? null,
});

const rateMetric = {
  click: 'ctrNatural',
  like: 'likeRate',
  collect: 'collectRate',
  comment: 'commentRate',
  share: 'shareRate',
  follow: 'followRate',
} as const satisfies Record<keyof ResponseRates, MetricId>;

const categoryOf = (key: string): Category | null => (isCategory(key) ? key : null);
const publicRows = ['C', 'default rows for new accounts in public code'] as const;

const natural = Object.entries(naturalRates).flatMap(([category, rates]) =>
  (Object.keys(rateMetric) as (keyof ResponseRates)[]).map((key) => ({
    ...row(rateMetric[key], ['natural', 'typical'], rates[key], publicRows),
    category: categoryOf(category),
  })),
);
/** Seconds of watching that go with the same rows. */
const watchSeconds = [
  ['beauty', 28],
  ['fashion', 22],
  ['food', 30],
  ['travel', 35],
  ['lifestyle', 20],
  ['knowledge', 45],
] as const;
const watching = [
  row('dwellPerRead', ['natural', 'typical'], 25, publicRows),
  row('finishRate', ['natural', 'typical'], 0.35, publicRows),
  ...watchSeconds.map(([category, seconds]) =>
    row('dwellPerRead', ['natural', 'typical', category], seconds, publicRows),
  ),
];
const paidClicks = Object.entries(paidClickRates).map(([category, { rate, mark, source }]) => ({
  ...row('adCtr', ['paid', 'typical'], rate, [mark, source]),
  category: categoryOf(category),
}));

const juguang = ['D', 'Juguang category table, chazhengzhuang.com/xiaohongshu/8979858256'] as const;
/** Price of a click in cents, and return, by category as the table has them. */
const juguangTable = [
  ['beauty', 210, 1.7],
  ['fashion', 180, 1.3],
  ['home', 240, 1.5],
  ['food', 120, 1.1],
  ['tech', 300, 1.2],
] as const;
const paid = juguangTable.flatMap(([category, clickCents, roi]) => [
  row('adCpc', ['paid', 'typical', category], clickCents, juguang),
  row('roi7d', ['paid', 'typical', category], roi, juguang),
  // The CPM of the same table contradicts CPM = 1000 x CTR x CPC, so it follows from the other two instead.
  row(
    'adCpm',
    ['paid', 'typical', category],
    Math.round(1_000 * (paidClickRates[category]?.rate ?? NaN) * clickCents),
    ['P', '1000 x click rate x price of a click of the Juguang table; its own CPM contradicts them'],
  ),
]);

const ranges = ['D', 'xueyuan.yixiaoer.cn/article/42790'] as const;
const appliances = [
  'A',
  'official chart of large appliances, fxbaogao.com/detail/3901995; the axis, not the series',
  '2022',
] as const;
const orderReport = ['B', 'official order report, one row', '2026-08'] as const;
const agency = ['C', 'rules of an agency in public code'] as const;
const controlled = ['C', 'controlled comparison of registered notes, jingzhunhuoke.net/13062'] as const;
const smallCreator = ['B', 'cooperation notes of one small creator, noir-madlax/GoodGame'] as const;

const single = [
  row('adCtr', ['paid', 'typical', 'beauty'], [0.03, 0.05], ranges),
  row('adCtr', ['paid', 'typical', 'fashion'], [0.02, 0.04], ranges),
  row('adCtr', ['paid', 'typical', 'home'], [0.01, 0.02], ranges),
  row('adCtr', ['paid', 'typical', 'image'], [0.015, 0.03], ranges),
  row('adCtr', ['paid', 'typical', 'video'], [0.03, 0.06], ranges),
  row('adCtr', ['paid', 'least', 'image'], 0.025, [
    'C',
    'floor of practitioners, songtingliang82-dot/xhs-juguang-ops',
  ]),
  row('adCtr', ['paid', 'least', 'video'], 0.04, [
    'C',
    'floor of practitioners, songtingliang82-dot/xhs-juguang-ops',
  ]),
  row('adCpc', ['paid', 'typical', 'feed'], [50, 500], ['D', 'lu-you.com']),
  row('adCpc', ['paid', 'typical', 'search'], [200, 800], ['D', 'ijunjun 36569']),
  row('adCpm', ['paid', 'typical', 'feed'], [3_000, 10_000], ['D', 'lu-you.com']),
  row('adCpm', ['paid', 'typical', 'feed'], [1_500, 5_000], ['D', 'ijunjun 36569']),
  row('cpm', ['paid', 'typical', 'boost'], 1_500, ['D', '¥75 for about 5,000 impressions, ijunjun 36392']),
  row('cpc', ['paid', 'typical', 'boost'], [20, 200], ['D', 'ijunjun 36392']),
  row(
    'noteCpm',
    ['all', 'typical'],
    [5_000, 10_000],
    ['B', 'creator profiles of Pugongying, noir-madlax/GoodGame'],
  ),
  row(
    'noteCpm',
    ['all', 'typical', 'beauty', 'creators-of-10k'],
    [8_000, Infinity],
    ['D', 'above it; ijunjun 36883'],
  ),
  row('cpr', ['all', 'good'], 100, ['C', 'sellerby.com/p/4700']),
  row('cpr', ['all', 'excellent'], 50, ['C', 'sellerby.com/p/4700']),
  row('noteCpe', ['all', 'good'], 1_000, ['C', 'sellerby.com/p/4700']),
  row('noteCpe', ['all', 'excellent'], 500, ['C', 'sellerby.com/p/4700']),
  row('noteCpe', ['all', 'axis', 'large-appliances'], [0, 900], appliances),
  row('cpr', ['all', 'axis', 'large-appliances'], [0, 100], appliances),
  row('interactionRatePerRead', ['all', 'axis', 'large-appliances'], [0, 0.14], appliances),
  row('hitRate', ['all', 'good'], 0.2, ['C', 'tocanan.ai/xiaohongshu-kol-kpi-metrics']),
  row('searchBackCost', ['all', 'most', 'search'], 3_000, agency),
  row('searchBackCost', ['all', 'most', 'feed'], 7_000, agency),
  row('offsiteCost', ['all', 'most'], 2_000, agency),
  row('roi', ['all', 'good'], 1.2, agency),
  row('ctr', ['all', 'sample'], 0.0682, smallCreator),
  row('ctrNatural', ['natural', 'typical'], [0.07, 0.17], ['B', 'between the samples of this list']),
  row('ctrNatural', ['natural', 'sample'], 231 / 1_455, orderReport),
  row('ctrPaid', ['paid', 'sample'], 17 / 814, orderReport),
  row('interactionRatePerRead', ['all', 'sample'], 2 / 248, orderReport),
  row('ctr', ['all', 'sample', 'hit-note'], 0.156, controlled),
  row('ctr', ['all', 'sample', 'weak-note'], 0.17, controlled),
  row('interactionRatePerRead', ['all', 'sample', 'weak-note'], 0.0246, controlled),
];

/** All that was published (domain notes 3.3). Sources contradict each other, so each row stands alone and none is averaged. */
export const benchmarks: readonly Benchmark[] = [...natural, ...watching, ...paidClicks, ...paid, ...single];
