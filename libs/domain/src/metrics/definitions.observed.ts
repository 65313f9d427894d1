import { describeMetric, sources } from './describe-metric';

const files = ['P', 'counted in the files brought in, imports/'] as const;

/** What files say of notes elsewhere, and what can be told from them. */
export const observedMetrics = {
  snapshotsKept: describeMetric(
    'count',
    ['数据快照', 'Snapshots'],
    ['各文件中关于这篇笔记的数据行数', 'rows of note sheets that speak of the note'],
    files,
  ),
  ordersKept: describeMetric(
    'count',
    ['合作订单数', 'Orders'],
    ['各文件中属于这篇笔记的订单数', 'orders of the note in the files'],
    files,
  ),
  adRowsKept: describeMetric(
    'count',
    ['广告报表行数', 'Rows of ad reports'],
    ['广告报表中属于这篇笔记的行数', 'rows of ad reports that belong to the note'],
    files,
  ),
  adImpressions: describeMetric(
    'count',
    ['广告展现', 'Ad impressions'],
    ['该日各广告位展现之和', 'sum over the placements of the day'],
    sources.juguang,
  ),
  adClicks: describeMetric(
    'count',
    ['广告点击', 'Ad clicks'],
    ['该日各广告位点击之和', 'sum over the placements of the day'],
    sources.juguang,
  ),
  observedLift: describeMetric(
    'multiple',
    ['相对同类倍数（估计）', 'Lift over peers (estimate)'],
    [
      '每千次曝光（或阅读、粉丝）的加权互动 ÷ 同龄同类笔记的平均值，按样本量收缩；区间为 80 %',
      'weighted interactions per 1,000 impressions (or reads, or followers) / mean of notes of the same kind and age, shrunk by sample size; interval 80 %',
    ],
    ['P', 'observed/estimate-observed.ts'],
  ),
  observedRate: describeMetric(
    'index',
    ['每千次得分', 'Score per thousand'],
    [
      '1000 × 加权互动 ÷ 曝光（或阅读、粉丝）',
      '1000 x weighted interactions / impressions (or reads, or followers)',
    ],
    ['P', 'observed/estimate-observed.ts'],
  ),
  naturalSpill: describeMetric(
    'index',
    ['付费带来的自然曝光', 'Natural impressions per bought one'],
    [
      '每 1 次付费曝光对应的自然曝光增减，90 % 区间；由投放开关前后估计，不是实验',
      'natural impressions that one bought impression brings or takes, 90 % interval; estimated from when ads ran, and no experiment',
    ],
    ['P', 'observed/estimate-spill.ts'],
  ),
};
