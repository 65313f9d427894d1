import type { PoolPolicy } from '../pool-policy';
import { ladder } from './ladder';
import { platformStated } from './platform-stated';

/** The published recommender course: differentiated guarantee and a boost that follows a delivery curve. */
export const textbook: PoolPolicy = {
  ...platformStated,
  name: 'textbook',
  source: 'textbook',
  mark: 'C',
  citations: [
    {
      zh: '王树森《工业界的推荐系统》冷启动章节：24 小时差异化保量 100–500、提权公式、按流量计时；方法 [A]，数值作者注明仅为示意 [C]',
      en: 'Wang Shusen, recommender course, cold start: 100 to 500 guaranteed impressions in 24 hours by quality, boost formulas, traffic clock; method [A], figures illustrative by the author’s own words [C]',
    },
    {
      zh: '样本用完时概率不低于 30 % 即晋级，低于 5 % 提前停止，不提前晋级：由本产品参考实验选定 [P]',
      en: 'Passes at 30 % when the sample is complete, stops under 5 %, never passes early: chosen by our reference experiments [P]',
    },
  ],
  levels: ladder,
  verdict: {
    ...platformStated.verdict,
    passAt: 0.3,
    clearPassAt: 1,
    clearStopAt: 0.05,
    minSampleShare: 0.25,
  },
  coldStart: {
    formula: 'B',
    alpha: 1.3,
    theta: 2,
    baseQuota: 100,
    qualityQuota: 200,
    creatorQuota: 200,
    hours: 24,
  },
};
