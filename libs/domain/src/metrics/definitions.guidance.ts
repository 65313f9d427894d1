import { describeMetric } from './describe-metric';

/** What is told of a note before it is published. */
export const guidanceMetrics = {
  firstPoolOdds: describeMetric(
    'probability',
    ['首池通过概率', 'Odds of the first pool'],
    [
      '由 90 天内首池判定按品类、体裁、文字特征与作者往绩分层回归得出；80 % 区间含参数与作者的不确定，不含画面与内容质量',
      'hierarchical regression on first-pool verdicts of 90 days by category, type, plain features of the text and the creator’s own verdicts; the 80 % interval holds what is unknown of effects and creator, and nothing of pictures or quality',
    ],
    ['P', 'logistic regression with partial pooling, guidance/fit-odds.ts; Gelman and Hill 2007, ch. 14'],
  ),
  toldOdds: describeMetric(
    'ratio',
    ['预测兑现率', 'Odds that came true'],
    [
      '被告知某一档概率且首池判定为通过的笔记 ÷ 被告知这一档且已判定的全部笔记；区间为 95 % Wilson 区间',
      'notes told odds of one band that passed their first pool / all notes told that band and judged since; 95 % Wilson interval',
    ],
    ['P', 'reliability diagram, calibration/brier.ts'],
  ),
  peerOpens: describeMetric(
    'multiple',
    ['同类点开倍数', 'Opens against peers'],
    [
      '同品类 90 天内，有此特征的笔记首池点击率 ÷ 无此特征的，按体裁校正；95 % 区间按作者聚类。只是对照，不是因果',
      'clicks per impression in the first pool of notes with the feature over those without, same category, 90 days, adjusted for type; 95 % interval clustered by creator. A comparison, no cause',
    ],
    ['P', 'cluster-robust variance, Liang and Zeger 1986; guidance/compare-peers.ts'],
  ),
  timeOpens: describeMetric(
    'multiple',
    ['时段点开倍数', 'Opens by time'],
    [
      '该时段发布的同品类笔记首池点击率 ÷ 全天平均，部分合并后给 95 % 区间；整个区间高于 1 才算更好',
      'clicks per impression in the first pool of notes published then over the average, partially pooled; a time is better only if its whole 95 % interval is above 1',
    ],
    ['P', 'DerSimonian and Laird 1986; guidance/best-time.ts'],
  ),
  wordSearches: describeMetric(
    'count',
    ['近 28 天搜索', 'Searches in 28 days'],
    [
      '最近 28 个完整自然日（上海）含该词的搜索次数；搜索者过少的词不显示',
      'searches that hold the word on the last 28 whole days of Shanghai; words that hardly anybody searched for are not shown',
    ],
    ['P', 'counted by Poolrise from pages of search results'],
  ),
};
