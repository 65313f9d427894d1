import { describeMetric, sources } from './describe-metric';

const { ownModel } = sources;

/** How a note stands in its pool. */
export const poolMetrics = {
  engagementRate: describeMetric(
    'perMille',
    ['池内得分率', 'Engagement rate'],
    [
      '1000 × 加权互动价值 ÷ 自然曝光（权重见当前规则）',
      '1000 x weighted value of reads and interactions / organic impressions, weights of the rule set in force',
    ],
    ownModel,
  ),
  lift: describeMetric(
    'multiple',
    ['相对同池倍数', 'Lift over peers'],
    [
      '加权价值 ÷ 同层级同类目笔记在同样曝光下的平均值，按样本量收缩；区间为 80 %',
      'weighted value / what an average note of the level and category gets in as many impressions, shrunk by sample size; interval 80 %',
    ],
    ['P', 'gamma-Poisson shrinkage (Clayton and Kaldor 1987), pools/estimate-rate.ts'],
  ),
  hook: describeMetric(
    'multiple',
    ['吸引力（点击）', 'Hook'],
    ['实际阅读 ÷ 同池平均预期阅读', 'reads / reads that an average peer gets in as many impressions'],
    ownModel,
  ),
  content: describeMetric(
    'multiple',
    ['内容兑现', 'Content'],
    [
      '点击后的加权互动 ÷ 同池平均（按点击数）',
      'weighted value after the click / what an average peer gets from as many reads',
    ],
    ownModel,
  ),
  probabilityAbove: describeMetric(
    'probability',
    ['高于同池的把握', 'Chance to be above peers'],
    ['真实倍数大于门槛的概率', 'probability that the true lift is above the bar'],
    ownModel,
  ),
  passProbability: describeMetric(
    'probability',
    ['晋级概率', 'Chance to pass'],
    [
      '按目前数据，样本用完时达到晋级门槛的概率',
      'probability of reaching the threshold when the sample is complete, given what is seen now',
    ],
    ['P', 'posterior predictive of the same model, pools/forecast-pass.ts'],
  ),
  peerRank: describeMetric(
    'ratio',
    ['超过同池比例', 'Ahead of peers'],
    [
      '真实倍数低于本篇的同池笔记 ÷ 全部同池笔记，由模型估计',
      'peers whose true lift is lower / all peers, read from the spread of peers',
    ],
    ownModel,
  ),
  poolSample: describeMetric(
    'count',
    ['池内曝光', 'Impressions in this pool'],
    [
      '进入本层级后的自然曝光（保量 + 自然 + 搜索）',
      'organic impressions since entering the level: guaranteed, organic and search',
    ],
    ownModel,
  ),
};
