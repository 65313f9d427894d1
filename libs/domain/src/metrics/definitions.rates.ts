import { describeMetric, shapeMetric, sources } from './describe-metric';
import { medianShape, ratioShape, sumShape } from './metric-shape';

const { agencies, creatorCentre, noteSheet, orderReport, ownCount } = sources;
const month = ['近 30 天', 'the last 30 days'] as const;
const people = [
  '同一人看两篇会计两次，只对单篇准确',
  'who reads two notes counts twice, so exact for one note only',
] as const;

/** What readers did, as reports and imported sheets count it. */
export const rateMetrics = {
  impressionsPromoted: shapeMetric(
    'count',
    ['广告曝光', 'Promoted impressions'],
    sumShape('promotedImpressions'),
    orderReport,
    { remark: ['竞价广告带来的笔记曝光', 'impressions of the note through auction ads'] },
  ),
  impressionsHeated: shapeMetric(
    'count',
    ['加热曝光', 'Heated impressions'],
    sumShape('heatedImpressions'),
    orderReport,
    { remark: ['加热助推带来的笔记曝光', 'impressions of the note through boosts'] },
  ),
  notesPublished: shapeMetric('count', ['笔记篇数', 'Notes'], sumShape('notes'), ownCount),
  interactions: shapeMetric('count', ['互动量', 'Interactions'], sumShape('interactions'), [
    'B',
    'LCC Newrank and agencies, LCCS Pugongying sample row, LCCSF Juguang: every figure says which',
  ]),
  interactionRatePerFollower: shapeMetric(
    'ratio',
    ['互动率（粉丝）', 'Interaction rate per follower'],
    ratioShape('interactions', 'followers'),
    ['C', 'as GRIN divides; it says little, because most readers follow nobody'],
  ),
  collectLikeRatio: shapeMetric(
    'ratio',
    ['藏赞比', 'Collects per like'],
    ratioShape('collects', 'likes'),
    agencies,
  ),
  likeFollowerRatio: shapeMetric(
    'multiple',
    ['赞粉比', 'Likes and collects per follower'],
    ratioShape('likesCollectsEver', 'followers'),
    agencies,
    { window: ['账号创建以来', 'since the account began'] },
  ),
  readFollowerRatio: shapeMetric(
    'ratio',
    ['阅粉比', 'Reads per follower'],
    ratioShape('readsMedian30d', 'followers'),
    agencies,
    { window: month },
  ),
  finishRate: shapeMetric(
    'ratio',
    ['完播率', 'Completion rate'],
    ratioShape('finishedPlays', 'plays'),
    creatorCentre,
  ),
  play5sRate: shapeMetric(
    'ratio',
    ['5s播放率', '5-second play rate'],
    ratioShape('plays5s', 'plays'),
    orderReport,
  ),
  exit2sRate: shapeMetric(
    'ratio',
    ['2秒退出率', '2-second exit rate'],
    ratioShape('exits2s', 'reads'),
    creatorCentre,
    {
      remark: [
        '在本站统计时，只计算已知停留时长的阅读',
        'where it is counted here, of the reads whose seconds were told',
      ],
    },
  ),
  read3sRate: shapeMetric(
    'ratio',
    ['3s阅读率', '3-second read rate'],
    ratioShape('reads3s', 'imageReads'),
    orderReport,
  ),
  watchPerReader: shapeMetric(
    'seconds',
    ['人均观看时长', 'Average watch time'],
    ratioShape('dwellSeconds', 'readers'),
    creatorCentre,
    { remark: people },
  ),
  readDepth: shapeMetric(
    'ratio',
    ['阅读深度', 'Read depth'],
    ratioShape('depthSum', 'reads'),
    ['P', 'Poolrise proposal'],
    {
      remark: [
        '图文为看到的图片数 ÷ 图片总数，视频为观看秒数 ÷ 时长',
        'seen images / images of image notes, watched seconds / length of videos',
      ],
    },
  ),
  hitRate: shapeMetric(
    'ratio',
    ['爆文率', 'Hit rate'],
    ratioShape('hitNotes', 'notes'),
    ['C', 'hit from 10,000 interactions, small hit from 1,000; tocanan.ai/xiaohongshu-kol-kpi-metrics'],
    {
      window: month,
      remark: ['互动量达到所选门槛的笔记', 'a hit has at least the interactions that the workspace asks for'],
    },
  ),
  impressionsPerNoteMedian: shapeMetric(
    'count',
    ['单篇曝光中位数', 'Median impressions per note'],
    medianShape('impressions'),
    noteSheet,
  ),
  readsPerNoteMedian: shapeMetric(
    'count',
    ['单篇阅读中位数', 'Median reads per note'],
    medianShape('reads'),
    noteSheet,
  ),
  interactionsPerNoteMedian: shapeMetric(
    'count',
    ['单篇互动中位数', 'Median interactions per note'],
    medianShape('interactions'),
    noteSheet,
  ),
  readsAchieved: shapeMetric(
    'ratio',
    ['阅读量达成率', 'Reads achieved'],
    ratioShape('reads', 'guaranteedReads'),
    orderReport,
    { remark: ['实际 ÷ 保底', 'actual / guaranteed'] },
  ),
  publishingPenetration: describeMetric(
    'ratio',
    ['发布渗透率', 'Publishing penetration'],
    ['当日发布者 ÷ 当日活跃用户', 'publishers of a day / people active on that day'],
    ['A', 'recommender course of Wang Shusen, cold start: 1 M / 20 M = 5 % as an example'],
    { window: { zh: '一天', en: 'one day' } },
  ),
};
