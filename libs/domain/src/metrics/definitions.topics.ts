import { describeMetric, sources } from './describe-metric';

const { ownCount } = sources;
const topics = [
  'P',
  'Poolrise weekly topics, topics/choose-topics.ts and topics/topic-performance.ts',
] as const;

/** What a weekly topic stands on, and what came of it. */
export const topicMetrics = {
  topicSearches: describeMetric(
    'count',
    ['话题搜索次数', 'Searches for a topic'],
    [
      '截至昨天的 28 天内，读者搜索含该词内容的次数；少于 3 次的搜索内容不计',
      'searches of texts that hold the word, in the 28 days up to yesterday; texts searched for fewer than 3 times are left out',
    ],
    ownCount,
  ),
  topicTrend: describeMetric(
    'multiple',
    ['搜索变化', 'Change of searches'],
    [
      '近 28 天搜索次数 ÷ 之前 28 天；区间为 95%，按各周的离散放宽',
      'searches of the last 28 days / those of the 28 before; interval of 95%, widened by how the weeks scatter',
    ],
    topics,
  ),
  topicSupply: describeMetric(
    'count',
    ['供给笔记', 'Notes on a topic'],
    [
      '近 28 天发布、审核通过且含该内容全部词语的同类目笔记',
      'notes of the category published in the last 28 days, passed by the audit, that hold all words of the topic',
    ],
    ownCount,
  ),
  topicPerformance: describeMetric(
    'multiple',
    ['话题表现', 'Performance of a topic'],
    [
      '话题笔记的阅读率 ÷ 类目阅读率，笔记少时向 1 收缩；区间为 95%',
      'read rate of its notes / read rate of the category, drawn towards 1 where notes are few; interval of 95%',
    ],
    topics,
  ),
  crowdingIndex: describeMetric(
    'multiple',
    ['拥挤指数', 'Crowding index'],
    [
      '（供给笔记 + 0.5）÷（搜索次数 + 0.5），再除以类目中位数；1 为平常，小于 1 为空位多，大于 1 为拥挤',
      '(notes + 0.5) / (searches + 0.5), over the median of the category; 1 is as usual, below is open, above is crowded',
    ],
    topics,
  ),
  topicOutcome: describeMetric(
    'multiple',
    ['参与效果', 'Outcome of taking part'],
    [
      '参与笔记的阅读率 ÷ 同周同类目未参与笔记的阅读率；区间为 95%；参与是自愿的，不代表因果',
      'read rate of notes that took part / read rate of notes of the same category and week that did not; interval of 95%; who takes part chose to, so it names no cause',
    ],
    topics,
  ),
};
