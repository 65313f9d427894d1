import type { PoolPolicy } from '../pool-policy';
import { platformStated } from './platform-stated';

/** The rule that wins our benchmark of known worlds, in the article's words; `npm run bench -- pools` prints it beside the others. */
export const measured: PoolPolicy = {
  ...platformStated,
  name: 'measured',
  version: 1,
  source: 'custom',
  mark: 'P',
  citations: [
    {
      zh: '由本产品在已知真值的参考世界中比较得出：样本用完时高于池均值的把握不低于 30 % 即晋级，低于 5 % 随时停止，不提前晋级 [P]',
      en: 'Chosen by our benchmark of worlds with known truth: passes at a 30 % chance of being above the pool when the sample is complete, stops under 5 % at any time, never passes early [P]',
    },
    {
      zh: '规则语义沿用官方文章：逐级流量池、与池内平均比较、扩大或停止 [A]',
      en: 'The meaning is the article’s: pools one after another, held against the average of the pool, widened or stopped [A]',
    },
  ],
  levels: platformStated.levels.map(({ passAt: _, ...level }) => level),
  verdict: {
    ...platformStated.verdict,
    passAt: 0.3,
    clearPassAt: 1,
    clearStopAt: 0.05,
    minSampleShare: 0.1,
  },
};
