import * as compute from './compute';
import { type MetricId, metricIds, metrics } from './definitions';
import { noCounts } from './engagement';
import { axesOf, defaultChoice, factsOf, formulaOf, resolveShape } from './metric-shape';
import { evaluateMetric } from './evaluate-metric';
import { sumRows } from './metric-sums';
import { exactFact } from './fact-value';

/** Every row of section 8.4 of the domain notes by a word of its own, and the definitions that say it. */
const glossary: [word: string, ...ids: MetricId[]][] = [
  ['点击率', 'ctr', 'adCtr', 'ctrPaid'],
  ['自然点击率', 'ctrNatural'],
  ['互动量', 'interactions', 'interactionsLCC', 'interactionsLCCS', 'interactionsLCCSF'],
  ['互动率（阅读）', 'interactionRatePerRead'],
  ['互动率（曝光）', 'interactionRatePerImpression'],
  ['互动率（粉丝）', 'interactionRatePerFollower'],
  ['CES', 'ces', 'cesRate'],
  ['点赞率', 'likeRate'],
  ['收藏率', 'collectRate'],
  ['评论率', 'commentRate'],
  ['分享率', 'shareRate'],
  ['关注率', 'followRate'],
  ['藏赞比', 'collectLikeRatio'],
  ['赞粉比', 'likeFollowerRatio'],
  ['阅粉比', 'readFollowerRatio'],
  ['完播率', 'finishRate'],
  ['5s播放率', 'play5sRate'],
  ['2秒退出率', 'exit2sRate'],
  ['3s阅读率', 'read3sRate'],
  ['人均观看时长', 'watchPerReader'],
  ['平均浏览时长', 'dwellPerRead'],
  ['阅读深度', 'readDepth'],
  ['爆文率', 'hitRate'],
  ['阅读中位数', 'readsMedian', 'readsPerNoteMedian'],
  ['互动中位数', 'interactionsMedian', 'interactionsPerNoteMedian'],
  ['曝光中位数', 'impressionsMedian', 'impressionsPerNoteMedian'],
  ['活跃粉丝占比', 'activeShare'],
  ['互动粉丝占比', 'engagedShare'],
  ['CPM', 'noteCpm'],
  ['千次阅读成本', 'cpmRead'],
  ['点击成本', 'cpc', 'adCpc'],
  ['阅读单价', 'cpr'],
  ['互动单价', 'noteCpe'],
  ['互动成本', 'adCpe', 'cpe'],
  ['涨粉', 'noteCpf', 'adCpf', 'cpf'],
  ['留资成本', 'cpl'],
  ['进店成本', 'cpuv'],
  ['CPI', 'cpInterested'],
  ['CPTI', 'cpDeeplyInterested'],
  ['站外活跃成本', 'offsiteCost'],
  ['回搜率', 'searchBackRate'],
  ['回搜成本', 'searchBackCost'],
  ['SOV', 'shareOfVoice'],
  ['SOC', 'shareOfContent'],
  ['首位曝光占比', 'firstPlaceShare'],
  ['加购率', 'cartRate'],
  ['CVR', 'conversionRate'],
  ['GMV', 'gmv'],
  ['7日支付', 'roi7d'],
  ['ROI(T+x)', 'roiCycle'],
  ['增量 ROI', 'iroi'],
  ['增量', 'experimentLift'],
  ['GPM', 'gpm'],
  ['EMV', 'emv'],
  ['种草值', 'seedingValue'],
  ['种草人群', 'interestedPeople'],
  ['深度种草人群', 'deeplyInterestedPeople'],
  ['AIPS', 'aips'],
  ['净触达', 'netReach'],
  ['重合率', 'overlap'],
  ['边际触达', 'marginalReach'],
  ['频次', 'frequency'],
  ['消耗', 'spend', 'adSpend', 'boostSpend'],
  ['预算消耗', 'pacing'],
  ['达成率', 'readsAchieved'],
  ['超成本率', 'overrun'],
  ['基尼系数', 'gini'],
  ['曝光 ÷ 实力', 'exposureOverMerit'],
  ['区间命中率', 'coverage'],
  ['发布渗透率', 'publishingPenetration'],
  ['平均位次', 'averagePosition'],
  ['前三位展现占比', 'topThreeShare'],
  ['搜索页占有率', 'searchPageShare'],
];

describe('the glossary of metrics', () => {
  it.each(glossary.map(([word, ...ids]) => ({ word, ids })))('$word is defined', ({ word, ids }) => {
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) {
      expect(metrics[id].id).toBe(id);
      expect(`${metrics[id].zh} ${metrics[id].formula.zh}`).toContain(word);
    }
  });

  it('has no row twice', () => {
    const words = glossary.map(([word]) => word);
    expect(new Set(words).size).toBe(words.length);
    const ids = glossary.flatMap(([, ...named]) => named);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says of every ratio what it is divided by', () => {
    const silent = metricIds.filter((id) => {
      const { unit, formula, shape } = metrics[id];
      const divides = unit === 'ratio' || unit === 'perMille' || shape?.kind === 'ratio';
      return divides && !(formula.zh.includes('÷') && formula.en.includes(' / '));
    });
    expect(silent).toEqual([]);
  });

  it('reads formulas off what is computed', () => {
    expect(metrics.cpuv.formula).toEqual({
      zh: '成本（按口径）÷ 进店访客',
      en: 'cost (as defined) / shop visitors',
    });
    expect(metrics.trueCost.formula.en).toBe('order with its fee + ad spend + boost spend - vouchers used');
    const { shape } = metrics.noteCpm;
    if (!shape) throw new Error('no shape');
    const total = resolveShape(shape, { ...defaultChoice, cost: 'true' });
    expect(formulaOf(total).zh).toBe('1000 ×（合作金额（含服务费）+ 广告消耗 + 加热消耗 − 券抵扣）÷ 曝光');
    expect(axesOf(shape)).toEqual(['cost']);
    expect(factsOf(total)).toEqual(['orderCents', 'adCents', 'boostCents', 'voucherCents', 'impressions']);
  });
});

describe('shapes of metrics that the console computes as well', () => {
  const counts = {
    ...noCounts(),
    impressions: 32_166,
    clicks: 2_194,
    likes: 178,
    collects: 21,
    comments: 9,
    shares: 4,
    follows: 11,
    hides: 7,
    dwellSeconds: 48_000,
  };
  const { clicks, ...others } = counts;
  const row = Object.fromEntries(
    Object.entries({ ...others, reads: clicks }).map(([fact, value]) => [fact, exactFact(value)]),
  );
  const of = (id: MetricId, interactions: compute.InteractionKind = 'LCCS') => {
    const { shape } = metrics[id];
    if (!shape) throw new Error(`${id} has no shape`);
    const resolved = resolveShape(shape, { ...defaultChoice, interactions });
    return evaluateMetric(resolved, sumRows(resolved, [row])).value;
  };

  it('give the same figure', () => {
    expect(of('ctr')).toBe(compute.ctr(counts));
    expect(of('ces')).toBe(compute.ces(counts));
    expect(of('cesRate')).toBeCloseTo(compute.cesRate(counts) ?? 0, 12);
    expect(of('likeRate')).toBe(compute.likeRate(counts));
    expect(of('collectRate')).toBe(compute.collectRate(counts));
    expect(of('commentRate')).toBe(compute.commentRate(counts));
    expect(of('shareRate')).toBe(compute.shareRate(counts));
    expect(of('followRate')).toBe(compute.followRate(counts));
    expect(of('hideRate')).toBe(compute.hideRate(counts));
    expect(of('dwellPerRead')).toBe(compute.dwellPerRead(counts));
    for (const kind of compute.interactionKinds) {
      expect(of('interactions', kind)).toBe(compute.interactions(counts, kind));
      expect(of('interactionRatePerRead', kind)).toBe(compute.interactionRatePerRead(counts, kind));
      expect(of('interactionRatePerImpression', kind)).toBe(
        compute.interactionRatePerImpression(counts, kind),
      );
    }
  });

  it('divides the order report of the dossier as the platform does', () => {
    const report = {
      quoteCents: exactFact(5_000),
      serviceFeeCents: exactFact(500),
      impressions: exactFact(2_269),
      naturalImpressions: exactFact(1_455),
      reads: exactFact(248),
      naturalReads: exactFact(231),
      likes: exactFact(1),
      collects: exactFact(0),
      comments: exactFact(0),
      shares: exactFact(1),
    };
    const figure = (id: MetricId) => {
      const { shape } = metrics[id];
      if (!shape) throw new Error(`${id} has no shape`);
      const resolved = resolveShape(shape, defaultChoice);
      return evaluateMetric(resolved, sumRows(resolved, [report])).value;
    };
    expect(figure('cpr')).toBeCloseTo(22.18, 2);
    expect(figure('noteCpe')).toBe(2_750);
    expect(figure('interactionRatePerRead')).toBeCloseTo(0.0081, 4);
    expect(figure('ctrNatural')).toBeCloseTo(0.159, 3);
    expect(figure('noteCpm')).toBeCloseTo((1_000 * 5_500) / 2_269, 9);
    expect(figure('cpmRead')).toBeCloseTo((1_000 * 5_500) / 248, 9);
    // Follows are unknown here, so the definition that counts them has no answer rather than a smaller one.
    expect(figure('noteCpf')).toBeNull();
  });
});
