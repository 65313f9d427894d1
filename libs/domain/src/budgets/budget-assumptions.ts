import { stressDefaults } from '../creators/stress/stress-settings';
import type { Mark } from '../metrics/mark';

/** What the money is to bring. */
export const budgetGoals = ['reads', 'reach', 'engagements', 'follows'] as const;
export type BudgetGoal = (typeof budgetGoals)[number];

/** What is taken where nothing was counted, and may be changed. */
export interface BudgetAssumptions {
  /** people whom paid media can reach while the campaign runs; null for the readers counted in 30 days */
  people: number | null;
  /** of the pages searched with a keyword, the share on which a paid note can stand, 0 to 1 */
  searchShare: number;
  /** correlation of the luck of two options of one rail, 0 to 1 */
  together: number;
  /** standard deviation of the logarithm of a creator's reads, where too few of her notes are known */
  readsSpread: number;
}

export const budgetDefaults: BudgetAssumptions = {
  people: null,
  searchShare: 0.3,
  together: stressDefaults.settings.together.correlation,
  readsSpread: stressDefaults.readsSpread,
};

/** What the curves rest on, as a screen says it. Those that are no figure of `BudgetAssumptions` cannot be changed. */
export const budgetAssumptionKinds = [
  'people',
  'searchShare',
  'together',
  'readsSpread',
  'creators',
  'boosts',
  'search',
] as const;
export type BudgetAssumptionKind = (typeof budgetAssumptionKinds)[number];

export const budgetSources: Readonly<Record<BudgetAssumptionKind, { mark: Mark; zh: string; en: string }>> = {
  people: {
    mark: 'P',
    zh: '付费曝光最多触达的人数：默认取近 30 天来过的读者；同一人重复看到不重复计（泊松覆盖）',
    en: 'people whom paid media can reach: the readers who came by in 30 days; nobody counts twice for one note (Poisson coverage)',
  },
  searchShare: {
    mark: 'P',
    zh: '搜索关键词的页面中，广告位最多能占的比例',
    en: 'of the pages searched with a keyword, the share on which a paid note can stand',
  },
  together: stressDefaults.sources.together,
  readsSpread: {
    mark: 'P',
    zh: '笔记不足 5 篇的博主，阅读量波动取 0.8（对数标准差）',
    en: 'a creator with fewer than five notes: her reads spread by 0.8 (standard deviation of the logarithm)',
  },
  creators: {
    mark: 'P',
    zh: '博主：报价含平台服务费；阅读取近期笔记中位数，只计目标人群占比',
    en: 'creators: the quote with the platform’s fee; reads are the median of the latest notes, times the share of the audience',
  },
  boosts: {
    mark: 'P',
    zh: '加热：每千次曝光按薯条价格，点击率取类目付费点击率与该笔记自身付费数据；阅后互动按自然水平减半',
    en: 'boosts: the price of impressions of Shutiao; paid click rates of the category and the note’s own; reactions half of natural ones',
  },
  search: {
    mark: 'P',
    zh: '搜索：价格同加热；点击率再乘以本活动笔记“搜索与信息流自然点击率之比”，流量以该词近 7 天命中的搜索量为上限',
    en: 'search: priced as boosts; the click rate is moved by how much oftener these notes are opened in search than in the feed, and traffic ends with the searches that met the keyword in the last 7 days',
  },
};
