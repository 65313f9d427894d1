import { describeMetric, sources } from './describe-metric';

const { ownCount, ownModel } = sources;

const skillFormula = [
  '1 − 本产品的 CRPS ÷ 朴素预测的 CRPS；朴素预测把每篇晋级笔记都当作平均水平的晋级笔记',
  '1 - CRPS of the product / CRPS of a naive forecast that takes every note for an average one of those that passed',
] as const;
const skillSource = [
  'P',
  'continuous ranked probability score, Gneiting and Raftery 2007, section 4.2',
] as const;

/** Whether forecasts come true, exposure is fair, and every impression is accounted for. */
export const trustMetrics = {
  coverage: describeMetric(
    'ratio',
    ['区间命中率', 'Coverage'],
    [
      '结果落在 80 % 区间内的预测 ÷ 全部已有结果的预测；区间已计入后续样本的随机波动',
      'forecasts whose 80 % interval held what happened / all forecasts with an outcome; the intervals allow for the luck of the later sample',
    ],
    ['P', 'gamma-Poisson predictive distribution, calibration/predict-lift.ts'],
  ),
  liftSkill: describeMetric('ratio', ['倍数的预测技巧', 'Skill: lift'], skillFormula, skillSource),
  hookSkill: describeMetric('ratio', ['吸引力的预测技巧', 'Skill: hook'], skillFormula, skillSource),
  levelDrift: describeMetric(
    'multiple',
    ['进入下一级的变化', 'Drift to the next pool'],
    [
      '晋级笔记在下一级的实际价值 ÷ 按本级倍数预测的价值；低于 1 说明更大的人群不如本级匹配，核对区间时已扣除',
      'value that passed notes got in the next pool / value forecast from their lift here; below 1 the wider audience fits less, which the check of intervals takes out',
    ],
    ownModel,
  ),
  brier: describeMetric(
    'index',
    ['布里尔分数', 'Brier score'],
    [
      '（预测的晋级概率 − 实际是否晋级）² 的平均值，0 最好，0.25 等于抛硬币',
      'mean of (stated chance to pass - 1 if it passed, else 0) squared; 0 is best, 0.25 is a coin',
    ],
    ['P', 'Brier 1950; parts by Murphy 1973, calibration/brier.ts'],
  ),
  gini: describeMetric(
    'index',
    ['曝光基尼系数', 'Gini of impressions'],
    [
      '按博主汇总的非推广曝光的集中度：0 为平均分配，接近 1 为集中于一人。好规则也会集中，不作为目标',
      'concentration of natural impressions over creators: 0 is all alike, near 1 is all for one. Good rules concentrate too, so it is no goal',
    ],
    ['P', 'Gini 1914, fairness/concentration.ts'],
  ),
  smallCreatorShare: describeMetric(
    'ratio',
    ['小博主曝光占比', 'Share to small creators'],
    [
      '粉丝数低于 1000 的博主获得的非推广曝光 ÷ 全部非推广曝光；平台自称约 50 %',
      'natural impressions of creators with fewer than 1,000 followers / all natural impressions; the platform claims about 50 %',
    ],
    ['A', 'claim by report: Xu Lei, ismes.cn/knowledge/1191; the figure itself is counted'],
  ),
  smallCreatorParity: describeMetric(
    'multiple',
    ['小博主公平比', 'Parity of small creators'],
    [
      '在得分前 10 % 的笔记中：小博主的曝光占比 ÷ 小博主的篇数占比；1 为公平，目标 0.95–1.05',
      'among the best tenth of notes: small creators’ share of impressions / their share of those notes; 1 is fair, the aim is 0.95 to 1.05',
    ],
    ['P', 'fairness/merit.ts; interval 95 %, delta method'],
  ),
  exposureOverMerit: describeMetric(
    'multiple',
    ['曝光 ÷ 实力', 'Exposure over merit'],
    [
      '该组的曝光占比 ÷ 该组的实力占比；实力为首池收缩后得分在全部笔记中的百分位；1 为公平',
      'the group’s share of impressions / its share of merit; merit is the percentile of the shrunk score in the first pool; 1 is fair',
    ],
    ['P', 'fairness/merit.ts'],
  ),
  promiseKept: describeMetric(
    'ratio',
    ['保量兑现率', 'Promise kept'],
    [
      '拿满首池曝光的笔记 ÷ 首池已结束的笔记',
      'notes that got their whole first pool / notes whose first pool is over',
    ],
    ownCount,
  ),
  hoursToFirst100: describeMetric(
    'hours',
    ['前百次曝光用时', 'Time to the first 100'],
    [
      '半数笔记从发布到累计 100 次非推广曝光所用的小时数，按整点向上计；未达到的视为无限长',
      'hours after publishing in which half of the notes had 100 natural impressions, to the end of that hour; notes that never got there count as never',
    ],
    ownCount,
  ),
  newNoteCtr: describeMetric(
    'ratio',
    ['新笔记点击率', 'Click rate of new notes'],
    ['首池内：阅读 ÷ 非推广曝光', 'reads / natural impressions in the first pool'],
    ownCount,
  ),
  publishingCreators: describeMetric(
    'count',
    ['发布的博主', 'Publishing creators'],
    [
      '期间发布过笔记的博主数。发布渗透率还需日活读者数，接入方不提供',
      'creators who published in the period. Publishing penetration would also need daily readers, which applications do not report',
    ],
    ownCount,
  ),
};
