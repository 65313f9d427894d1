import type { Bilingual } from '../notes/note';

export const factUnits = ['count', 'cents', 'seconds', 'share'] as const;
export type FactUnit = (typeof factUnits)[number];

/** How far a fact may be added: over anything, or over notes and creators only because the same people come again. */
export type Adds = 'everywhere' | 'people' | 'latest';

export interface Fact extends Bilingual {
  unit: FactUnit;
  adds: Adds;
}

const fact = (unit: FactUnit, zh: string, en: string, adds: Adds = 'everywhere'): Fact => ({
  unit,
  adds,
  zh,
  en,
});
const count = (zh: string, en: string) => fact('count', zh, en);
const people = (zh: string, en: string) => fact('count', zh, en, 'people');
const cents = (zh: string, en: string) => fact('cents', zh, en);

/**
 * What is counted, and never a quotient of it: the columns that every figure of a report is summed from.
 *
 * A fact is a whole number (of times, people or cents) or a sum of seconds or shares, and is never below zero. `people`
 * adds over neither notes nor days without counting somebody twice; `latest` is a standing, of which the last one of a
 * period counts.
 */
export const reportFacts = {
  impressions: count('曝光', 'impressions'),
  naturalImpressions: count('自然曝光', 'natural impressions'),
  promotedImpressions: count('推广曝光', 'promoted impressions'),
  heatedImpressions: count('加热曝光', 'heated impressions'),
  reads: count('阅读', 'reads'),
  naturalReads: count('自然阅读', 'natural reads'),
  promotedReads: count('推广阅读', 'promoted reads'),
  heatedReads: count('加热阅读', 'heated reads'),
  guaranteedReads: count('保底阅读', 'guaranteed reads'),
  readers: people('阅读人数', 'readers'),
  likes: count('点赞', 'likes'),
  collects: count('收藏', 'collects'),
  comments: count('评论', 'comments'),
  shares: count('分享', 'shares'),
  follows: count('涨粉', 'follows'),
  hides: count('不感兴趣', 'hides'),
  interactionsLCC: count('互动量（赞藏评）', 'interactions (LCC)'),
  interactionsLCCS: count('互动量（赞藏评转）', 'interactions (LCCS)'),
  interactionsLCCSF: count('互动量（赞藏评转关）', 'interactions (LCCSF)'),
  dwellSeconds: fact('seconds', '浏览秒数', 'seconds of dwelling'),
  plays: count('播放', 'plays'),
  plays5s: count('播放满 5 秒', 'plays of 5 s and more'),
  finishedPlays: count('播放完成', 'finished plays'),
  exits2s: count('2 秒内退出', 'exits within 2 s'),
  imageReads: count('图文阅读', 'reads of image notes'),
  reads3s: count('图文阅读满 3 秒', 'reads of image notes of 3 s and more'),
  depthSum: fact('share', '每次阅读看到的比例之和', 'sum of the share seen in each read'),

  notes: count('笔记篇数', 'notes'),
  hitNotes: count('爆文篇数', 'hit notes'),
  followers: fact('count', '粉丝数', 'followers', 'latest'),
  likesCollectsEver: fact('count', '累计赞藏', 'likes and collects ever', 'latest'),
  readsMedian30d: fact('count', '近 30 天阅读中位数', 'median reads of 30 days', 'latest'),

  quoteCents: cents('博主报价', 'quote'),
  serviceFeeCents: cents('服务费', 'service fee'),
  orderCents: cents('合作金额（含服务费）', 'order with its fee'),
  adCents: cents('广告消耗', 'ad spend'),
  boostCents: cents('加热消耗', 'boost spend'),
  voucherCents: cents('券抵扣', 'vouchers used'),

  adImpressions: count('广告展现', 'ad impressions'),
  adClicks: count('广告点击', 'ad clicks'),
  adInteractions: count('广告互动量（赞藏评转关）', 'ad interactions (LCCSF)'),
  adFollows: count('广告涨粉', 'ad follows'),
  leads: count('留资', 'leads'),
  interestedPeople: people('新增种草人群', 'newly interested people'),
  deeplyInterestedPeople: people('新增深度种草人群', 'newly deeply interested people'),
  keywordImpressions: count('关键词曝光', 'keyword impressions'),
  firstPlaceImpressions: count('首位曝光', 'first-place impressions'),

  shopVisitors: people('进店访客', 'shop visitors'),
  offsiteVisitors: people('站外活跃访客', 'off-site active visitors'),
  exposedPeople: people('曝光人数', 'people exposed'),
  searchedBack: people('回搜人数', 'people who searched the brand afterwards'),
  visits: count('进店访问', 'shop visits'),
  carts: count('加购', 'carts'),
  paidOrders: count('支付订单', 'paid orders'),
  gmv7dCents: cents('7 日支付金额', 'paid in 7 days'),
  gmvCents: cents('支付金额', 'paid amount'),
  refundCents: cents('退款金额', 'refunds'),
  gmvCycleCents: cents('决策周期内支付金额', 'paid within the decision cycle'),
  categoryImpressions: count('类目曝光', 'impressions of the category'),
  categoryReads: count('类目阅读', 'reads of the category'),
} as const satisfies Record<string, Fact>;

export type FactId = keyof typeof reportFacts;
export const factIds = Object.keys(reportFacts) as readonly FactId[];

/**
 * Facts that a source may state, and that follow from their parts where it does not. The stated one is taken first: a
 * sheet with only a total still has its interactions.
 */
export const derivedFacts = {
  interactionsLCC: ['likes', 'collects', 'comments'],
  interactionsLCCS: ['likes', 'collects', 'comments', 'shares'],
  interactionsLCCSF: ['likes', 'collects', 'comments', 'shares', 'follows'],
  impressions: ['naturalImpressions', 'promotedImpressions', 'heatedImpressions'],
  reads: ['naturalReads', 'promotedReads', 'heatedReads'],
  orderCents: ['quoteCents', 'serviceFeeCents'],
} as const satisfies Partial<Record<FactId, readonly FactId[]>>;
