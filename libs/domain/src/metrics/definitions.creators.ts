import { describeMetric } from './describe-metric';

const profile = [
  'B',
  'creator profile of Pugongying, field names in noir-madlax/GoodGame; a median and never a mean',
] as const;
const derived = ['P', 'price of the record / median of the record'] as const;
const service = [
  'B',
  'service record of the August 2022 profile, niaogebiji.com/article-174631-1.html',
] as const;

/** What is measured of a creator, over 30 days unless it says otherwise. */
export const creatorMetricDefinitions = {
  followers: describeMetric('count', ['粉丝数', 'Followers'], ['当前粉丝数', 'followers now'], profile),
  growth30d: describeMetric(
    'ratio',
    ['粉丝增长率', 'Follower growth'],
    [
      '（粉丝数 − 30 天前粉丝数）÷ 30 天前粉丝数',
      '(followers - followers 30 days ago) / followers 30 days ago',
    ],
    profile,
  ),
  notes30d: describeMetric(
    'count',
    ['发布笔记数', 'Notes published'],
    ['近 30 天发布的笔记篇数', 'notes published in 30 days'],
    profile,
  ),
  impressionsMedian: describeMetric(
    'count',
    ['曝光中位数', 'Median impressions'],
    ['近 30 天日常笔记自然曝光的中位数', 'median of natural impressions of daily notes of 30 days'],
    profile,
  ),
  readsMedian: describeMetric(
    'count',
    ['阅读中位数', 'Median reads'],
    ['近 30 天日常笔记自然阅读的中位数', 'median of natural reads of daily notes of 30 days'],
    profile,
  ),
  interactionsMedian: describeMetric(
    'count',
    ['互动中位数', 'Median interactions'],
    [
      '近 30 天日常笔记（赞 + 藏 + 评 + 分享）的中位数',
      'median of likes + collects + comments + shares of daily notes of 30 days',
    ],
    profile,
  ),
  interactionRate: describeMetric(
    'ratio',
    ['互动率（中位）', 'Interaction rate (medians)'],
    ['互动中位数 ÷ 阅读中位数', 'median interactions / median reads'],
    derived,
  ),
  hundredLikesShare: describeMetric(
    'ratio',
    ['百赞笔记占比', 'Notes with 100 likes'],
    [
      '近 30 天点赞 ≥ 100 的日常笔记 ÷ 全部日常笔记',
      'daily notes of 30 days with at least 100 likes / all daily notes of 30 days',
    ],
    profile,
  ),
  thousandLikesShare: describeMetric(
    'ratio',
    ['千赞笔记占比', 'Notes with 1,000 likes'],
    [
      '近 30 天点赞 ≥ 1000 的日常笔记 ÷ 全部日常笔记',
      'daily notes of 30 days with at least 1,000 likes / all daily notes of 30 days',
    ],
    profile,
  ),
  finishShare: describeMetric(
    'ratio',
    ['视频完播率', 'Videos finished'],
    ['看完的播放 ÷ 全部播放', 'plays seen to the end / plays'],
    profile,
  ),
  activeShare: describeMetric(
    'ratio',
    ['活跃粉丝占比', 'Active followers'],
    ['近 28 天打开过应用的粉丝 ÷ 粉丝数', 'followers who opened the app in 28 days / followers'],
    profile,
  ),
  engagedShare: describeMetric(
    'ratio',
    ['互动粉丝占比', 'Engaged followers'],
    [
      '近 30 天与其笔记互动过的粉丝 ÷ 粉丝数',
      'followers who interacted with their notes in 30 days / followers',
    ],
    profile,
  ),
  imageCents: describeMetric(
    'cents',
    ['图文报价', 'Image note quote'],
    ['一篇图文笔记的报价', 'quote for one image note'],
    profile,
  ),
  videoCents: describeMetric(
    'cents',
    ['视频报价', 'Video note quote'],
    ['一篇视频笔记的报价', 'quote for one video note'],
    profile,
  ),
  imageReadCents: describeMetric(
    'cents',
    ['图文阅读成本', 'Cost per read, image'],
    ['图文报价 ÷ 图文阅读中位数', 'image quote / median reads of image notes'],
    derived,
  ),
  videoReadCents: describeMetric(
    'cents',
    ['视频阅读成本', 'Cost per read, video'],
    ['视频报价 ÷ 视频阅读中位数', 'video quote / median reads of video notes'],
    derived,
  ),
  imageInteractionCents: describeMetric(
    'cents',
    ['图文互动成本', 'Cost per interaction, image'],
    ['图文报价 ÷ 图文互动中位数', 'image quote / median interactions of image notes'],
    derived,
  ),
  imageCpmCents: describeMetric(
    'cents',
    ['图文千次曝光成本', 'CPM, image'],
    ['图文报价 ÷ 曝光中位数 × 1000', 'image quote / median impressions x 1,000'],
    derived,
  ),
  cpuvCents: describeMetric(
    'cents',
    ['预估进店成本', 'Estimated CPUV'],
    ['平台预估的每个进店访客的成本', 'price of one visitor of the shop, as the platform estimates it'],
    ['B', 'estimateCpuv30d of the search body'],
  ),
  activeOrders: describeMetric(
    'count',
    ['进行中订单', 'Orders in progress'],
    ['已接单、未完成的合作', 'orders accepted and not completed'],
    profile,
  ),
  acceptanceShare: describeMetric(
    'ratio',
    ['接单率', 'Acceptance'],
    ['90 天内接受的邀约 ÷ 收到的邀约', 'invitations accepted / invitations received, in 90 days'],
    service,
  ),
  onTimeShare: describeMetric(
    'ratio',
    ['按时率', 'On time'],
    ['90 天内按时交付的订单 ÷ 完成的订单', 'orders delivered on time / orders completed, in 90 days'],
    service,
  ),
  replyMinutesMedian: describeMetric(
    'minutes',
    ['响应时间', 'Reply time'],
    ['从邀约到首次回复的分钟数的中位数', 'median minutes from an invitation to the first answer'],
    service,
  ),
  cancelledOrders: describeMetric(
    'count',
    ['取消的订单', 'Orders cancelled'],
    ['90 天内接单后取消的订单', 'orders cancelled after they were accepted, in 90 days'],
    service,
  ),
  noteImpressionsMedian: describeMetric(
    'count',
    ['笔记曝光（中位）', 'Impressions of a note (median)'],
    [
      '近 30 天这类笔记曝光的中位数；一篇爆文不会把它拉高，平均数会',
      'median of impressions of such notes of 30 days; one hit does not lift it, as it would a mean',
    ],
    profile,
  ),
  noteReadsMedian: describeMetric(
    'count',
    ['笔记阅读（中位）', 'Reads of a note (median)'],
    [
      '近 30 天这类笔记阅读的中位数；一篇爆文不会把它拉高，平均数会',
      'median of reads of such notes of 30 days; one hit does not lift it, as it would a mean',
    ],
    profile,
  ),
  noteInteractionsMedian: describeMetric(
    'count',
    ['笔记互动（中位）', 'Interactions of a note (median)'],
    [
      '近 30 天这类笔记（赞 + 藏 + 评 + 分享）的中位数；一篇爆文不会把它拉高，平均数会',
      'median of likes + collects + comments + shares of such notes of 30 days; one hit does not lift it, as it would a mean',
    ],
    profile,
  ),
  readSourceShare: describeMetric(
    'ratio',
    ['阅读来源', 'Where reads come from'],
    ['近 30 天笔记从这个入口获得的阅读 ÷ 全部阅读', 'reads of 30 days that came this way / all reads'],
    profile,
  ),
  audienceShare: describeMetric(
    'ratio',
    ['粉丝画像', 'Audience portrait'],
    ['属于这一组的粉丝 ÷ 画像样本', 'followers in this band / followers in the sample'],
    profile,
  ),
};
