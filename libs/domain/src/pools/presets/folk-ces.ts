import type { PoolPolicy } from '../pool-policy';
import { level } from './ladder';
import { platformStated } from './platform-stated';

const telling = 'mm.edrawsoft.cn/template/1556140, September 2025 (telling B)';

/** What the trade tells: CES points and fixed thresholds. Kept to compare with, and labelled as folklore. */
export const folkCes: PoolPolicy = {
  ...heldAgainstPeersAlone(platformStated),
  name: 'folk-ces',
  source: 'folk_ces',
  mark: 'D',
  citations: [
    {
      zh: '民间 CES：赞 1、藏 1、评 4、转 4、关 8；无任何官方出处，各家说法互相矛盾 [D]',
      en: 'Folk CES: like 1, collect 1, comment 4, share 4, follow 8; no official trace, and the tellings contradict one another [D]',
    },
    {
      zh: '八级流量池与门槛，说法 B（mm.edrawsoft.cn，2025-09）[D]；没有讲明分母，此处按阅读计算互动率与评论率 [P]',
      en: 'Eight pools and their gates, telling B (mm.edrawsoft.cn, September 2025) [D]; it does not say what to divide by, interaction and comment rates are per read here [P]',
    },
  ],
  levels: [
    level(0, 'restricted', '限流池', 'Restricted', 100, 24, 0.02),
    level(1, 'initial', '初始池', 'Initial', 500, 48, 0.05),
    level(2, 'thousand', '千人池', 'Thousand', 2_000, 72, 0.12),
    level(3, 'ten-thousand', '万人池', 'Ten thousand', 20_000, 72, 0.3),
    level(4, 'small-hot', '小热门', 'Small hot', 100_000, 96, 0.5),
    level(5, 'medium-hot', '中热门', 'Medium hot', 1_000_000, 168, 0.7),
    level(6, 'big-hot', '大热门', 'Big hot', 5_000_000, 336, 0.9),
    level(7, 'whole-site', '全站推荐', 'Whole site', 30_000_000, 720, 1),
  ],
  weights: { click: 0, like: 1, collect: 1, comment: 4, share: 4, follow: 8 },
  // Folklore compares the bare figures: one impression of prior, and no verdict before the pool is full.
  prior: { ...platformStated.prior, strengthImpressions: 1, maxStrengthImpressions: 1 },
  verdict: { ...platformStated.verdict, passAt: 0.5, clearPassAt: 1, clearStopAt: 0 },
  gates: [
    { level: 2, metric: 'ctr', atLeast: 0.08, mark: 'D', source: telling },
    {
      level: 2,
      metric: 'interactionRatePerRead',
      atLeast: 0.05,
      noteType: 'image',
      mark: 'D',
      source: telling,
    },
    { level: 4, metric: 'commentRate', atLeast: 0.05, mark: 'D', source: telling },
  ],
};

/** Folklore knows fixed thresholds and no capacity. */
function heldAgainstPeersAlone({ capacity: _, ...policy }: PoolPolicy): PoolPolicy {
  return policy;
}
