import { naturalRates } from '../../metrics/benchmarks';
import { defaultCapacityRule } from '../capacity-bar';
import type { PoolPolicy } from '../pool-policy';
import { defaultTrafficClock } from '../traffic-clock';
import { ladder } from './ladder';

/** What the platform and its people have said, and the least we had to add to run it. In force. */
export const platformStated: PoolPolicy = {
  name: 'platform-stated',
  version: 2,
  source: 'platform_stated',
  mark: 'A',
  citations: [
    {
      zh: '笔记经关键词分析匹配人群，获得初始流量池；按点击、点赞、评论评分，高于平均则扩大人群，直到低于当前池平均为止（官方文章）[A]',
      en: 'Keywords find the initial pool; the note is rated by clicks, likes and comments; above average widens the audience until the rating falls below the average of its pool (the article) [A]',
    },
    {
      zh: '按“点赞、收藏等的平台价值设计权重”（郭一，2019 阿里云峰会）[A]；权重数值从未公布，此处为本产品默认值 [P]',
      en: 'Weights follow the platform value of likes, collects and so on (Guo Yi, Alibaba Cloud summit 2019) [A]; the figures were never published, these are our defaults [P]',
    },
    {
      zh: '流量池规模、时长与把握度门槛均未公布，为可编辑的默认值 [P]',
      en: 'Pool sizes, windows and degrees of certainty were never published; they are defaults to edit [P]',
    },
    {
      zh: '“当前池平均”按池内正在展示的笔记实时加权计算，并随流量供需调整，避免流量闲置或拥挤 [P]',
      en: 'The average of the pool is that of what it shows at present, by impressions, and moves with demand and capacity so that the feed is neither starved nor crowded [P]',
    },
  ],
  // A hundred impressions are some eight opens: the first step stops only what is clearly poor.
  levels: ladder.map((level) => (level.level === 0 ? { ...level, passAt: 0.2 } : level)),
  weights: { click: 0.5, like: 1, collect: 1, comment: 4, share: 4, follow: 8 },
  peerWindowDays: 14,
  // Fitted spread of new notes: gamma shape about 3 to 5 (pools.md section 1), the opens of 45 impressions.
  prior: {
    categoryRates: naturalRates,
    strengthImpressions: 45,
    maxStrengthImpressions: 2_000,
    minPeers: 12,
  },
  verdict: {
    passAt: 0.5,
    clearPassAt: 0.99,
    clearStopAt: 0.03,
    // Waiting for half of a large pool before a clear stop costs a sixth of what the rule could gain (npm run bench -- pools --sensitivity).
    minSampleShare: 0.1,
    hideRateStopAt: 0.03,
    complaintCertainty: 0.95,
    checksPerRun: 10,
    gatePriorTrials: 20,
  },
  capacity: defaultCapacityRule,
  gates: [],
  coldStart: {
    formula: 'B',
    alpha: 1.3,
    theta: 2,
    baseQuota: 100,
    qualityQuota: 0,
    creatorQuota: 0,
    hours: 24,
  },
  agedOutHours: 720,
  // Every tenth slot from the sixth on; the trade reports 5 to 8 % of slots, which fewer boosts bring about by themselves.
  adLoad: { max: 0.08, positions: [6, 16] },
  trafficClock: defaultTrafficClock,
};
