import { describeMetric, sources } from './describe-metric';

const { ownCount, ownModel } = sources;
const detectors = ['P', 'credibility/; counted on simulated creators whose truth is known'] as const;

/** How many notes stand where, whom they meet, and what the watch over traffic and over creators found. */
export const standingMetrics = {
  notesClimbing: describeMetric(
    'count',
    ['爬升中的笔记', 'Notes climbing'],
    ['当前处于该流量池、仍在考核的笔记篇数', 'notes in the pool now whose verdict is still to come'],
    ownCount,
  ),
  notesStopped: describeMetric(
    'count',
    ['止步的笔记', 'Notes stopped'],
    ['在该流量池未晋级、停止推流的笔记篇数', 'notes that did not pass the pool and get no further exposure'],
    ownCount,
  ),
  notesInState: describeMetric(
    'count',
    ['各状态笔记数', 'Notes by state'],
    ['处于该状态的笔记篇数，每篇只属一种状态', 'notes in the state; each note is in one'],
    ownCount,
  ),
  readerShare: describeMetric(
    'ratio',
    ['首批读者占比', 'Share of first readers'],
    ['该组读者 ÷ 全部已分组读者', 'readers of the group / readers in all groups'],
    ownCount,
  ),
  readerMatch: describeMetric(
    'index',
    ['读者匹配度', 'Match with readers'],
    [
      '（类目 + 关键词 + 未知兴趣 + 口味 + 层级放宽，不低于下限）× 语言；0 至 1',
      '(category + words + unknown interests + taste + reach of the level, at least the floor) x language; from 0 to 1',
    ],
    ['P', 'Poolrise feed, feed/explain-match.ts'],
  ),
  heldEvents: describeMetric(
    'count',
    ['隔离的互动', 'Events held back'],
    ['判定前不计入任何指标的互动条数', 'events that count nowhere until somebody decides'],
    ownCount,
  ),
  trafficMeasured: describeMetric(
    'index',
    ['流量异常值', 'Oddity of traffic'],
    [
      '该读者或应用的实测值，超过界限即隔离；界限取自同期其他读者',
      'what was measured of the reader or application; beyond the limit, which comes from the others of that time, it is held back',
    ],
    ownModel,
  ),
  falseAlarmBound: describeMetric(
    'probability',
    ['误判概率上界', 'Bound on a false alarm'],
    [
      '正常读者被这条规则误判的概率不高于此值',
      'the chance that honest traffic looks like this is at most so much',
    ],
    ownModel,
  ),
  impressionsByFate: describeMetric(
    'count',
    ['曝光去向', 'Impressions by what became of them'],
    [
      '按层级、来源与该次考核结果分列的曝光；各行各列之和相等',
      'impressions by level, rail and how the run ended; rows and columns have one sum',
    ],
    ownCount,
  ),
  slotsServed: describeMetric(
    'count',
    ['发出的展示位', 'Slots served'],
    ['信息流页面中发出的展示位，按来源与是否被看到分列', 'slots of the pages served, by what filled them'],
    ownCount,
  ),
  forecastsJudged: describeMetric(
    'count',
    ['已有结果的预测', 'Forecasts with an outcome'],
    ['作出过预测且结果已知的次数', 'forecasts of which the outcome is known'],
    ownCount,
  ),
  notesJudged: describeMetric(
    'count',
    ['参与比较的笔记', 'Notes compared'],
    ['首池已有得分的笔记篇数', 'notes that have a score from the first pool'],
    ownCount,
  ),
  exposureShare: describeMetric(
    'ratio',
    ['曝光占比', 'Share of impressions'],
    ['该组非推广曝光 ÷ 全部非推广曝光', 'natural impressions of the group / natural impressions of all'],
    ownCount,
  ),
  meritShare: describeMetric(
    'ratio',
    ['实力占比', 'Share of merit'],
    ['该组笔记得分百分位之和 ÷ 全部笔记之和', 'sum of the group’s score percentiles / sum of all'],
    ['P', 'fairness/merit.ts'],
  ),
  verdictsChanged: describeMetric(
    'count',
    ['判定次数', 'Verdicts'],
    ['原判定次数与新规则下的判定次数', 'verdicts as they were given, and as the other rules would give them'],
    ownModel,
  ),
  trialEngagement: describeMetric(
    'ratio',
    ['灰度互动率', 'Engagement in the trial'],
    [
      '赞 + 藏 + 评 + 转 + 关 ÷ 流量池内曝光',
      'likes + collects + comments + shares + follows / impressions in the pools',
    ],
    ownCount,
  ),
  falseAlarmRate: describeMetric(
    'ratio',
    ['误报率', 'False alarms'],
    ['被判异常的诚实博主 ÷ 诚实博主', 'honest creators called unusual / honest creators'],
    detectors,
  ),
  recallRate: describeMetric(
    'ratio',
    ['检出率', 'Recall'],
    [
      '被判异常的造假博主 ÷ 该类造假博主',
      'creators with the fraud who were called unusual / creators with it',
    ],
    detectors,
  ),
  recallOfStrong: describeMetric(
    'ratio',
    ['重度造假检出率', 'Recall of strong fraud'],
    [
      '被判异常的重度造假博主 ÷ 重度造假博主',
      'creators with strong fraud who were called unusual / creators with it',
    ],
    detectors,
  ),
  precisionRate: describeMetric(
    'ratio',
    ['判断准确率', 'Precision'],
    ['真正造假的 ÷ 被判异常的博主', 'those with the fraud / all who were called unusual'],
    detectors,
  ),
  unjudgedCreators: describeMetric(
    'count',
    ['数据不足的博主', 'Creators with too little data'],
    ['数据太少、该项不作判断的博主数', 'creators of whom the test says nothing for want of data'],
    detectors,
  ),
};
