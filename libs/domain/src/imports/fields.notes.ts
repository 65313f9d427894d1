import {
  type FieldDefinition,
  anyId,
  count,
  date,
  flag,
  money,
  rate,
  seconds,
  share,
  text,
} from './describe-field';

/** Which note a row is about, and what is known of it. */
export const noteFields = {
  noteId: { reader: 'noteId', zh: '笔记 ID', en: 'Note id' },
  noteLink: { reader: 'noteLink', zh: '笔记链接', en: 'Note link' },
  title: text('笔记标题', 'Note title'),
  description: text('笔记正文', 'Note text'),
  noteType: { reader: 'noteType', zh: '笔记类型', en: 'Note type' },
  publishedAt: date('发布时间', 'Published at'),
  editedAt: date('笔记更新时间', 'Edited at'),
  dataDate: date('数据日期', 'Data date'),
  noteStatus: text('笔记状态', 'Note status'),
  noteSource: text('笔记来源', 'Note source'),
  contentTag: text('内容标签', 'Content tag'),
  customTag: text('自定义标签', 'Custom tag'),
  tags: text('话题', 'Topics'),
  sourceKeyword: text('来源关键词', 'Source keyword'),
  productBinding: text('产品绑定状态', 'Product binding'),
  isPromoted: flag('是否已推广', 'Promoted'),
  remark: text('备注', 'Remark'),
  creatorId: anyId('博主 ID', 'Creator id'),
  creatorHash: anyId('博主散列标识', 'Creator hash'),
} as const satisfies Record<string, FieldDefinition>;

const ownWord = (...zeroWords: string[]) => ({ zeroWords });

/** What readers did, cumulative from publishing to the data date. */
export const noteCountFields = {
  impressions: count('曝光量', 'Impressions'),
  reads: count('阅读量', 'Reads'),
  readers: count('阅读 UV', 'Unique readers'),
  interactions: count('互动量', 'Interactions'),
  likes: count('点赞量', 'Likes', ownWord('赞', '点赞', 'like', 'Like', 'Likes')),
  collects: count('收藏量', 'Collects', ownWord('收藏', 'collect', 'Collect', 'Save')),
  comments: count('评论量', 'Comments', ownWord('评论', '抢首评', 'comment', 'Comment')),
  shares: count('分享量', 'Shares', ownWord('分享', '转发', 'share', 'Share')),
  follows: count('关注量', 'Follows', { signed: true }),
  danmaku: count('弹幕量', 'Bullet comments'),
  likers: count('点赞 UV', 'Unique likers'),
  collectors: count('收藏 UV', 'Unique collectors'),
  commenters: count('评论 UV', 'Unique commenters'),
  sharers: count('分享 UV', 'Unique sharers'),
  newFollowers: count('关注 UV', 'Unique new followers'),
  naturalImpressions: count('自然曝光量', 'Natural impressions'),
  naturalReads: count('自然阅读量', 'Natural reads'),
  promotedImpressions: count('推广曝光量', 'Promoted impressions'),
  promotedReads: count('推广阅读量', 'Promoted reads'),
  heatedImpressions: count('加热曝光量', 'Heated impressions'),
  heatedReads: count('加热阅读量', 'Heated reads'),
} as const satisfies Record<string, FieldDefinition>;

/** Rates and times per read or per impression. */
export const noteRateFields = {
  ctr: rate('点击率', 'Click-through rate'),
  readRate: rate('阅读率', 'Read rate'),
  naturalReadRate: rate('自然阅读率', 'Natural read rate'),
  interactionRate: rate('互动率', 'Interaction rate'),
  play5sRate: rate('5 秒播放率', '5-second play rate'),
  read3sRate: rate('3 秒阅读率', '3-second read rate'),
  completionRate: rate('完播率', 'Completion rate'),
  readAchievement: rate('阅读量达成率', 'Achievement of guaranteed reads', { mayExceedWhole: true }),
  dwellSeconds: seconds('平均浏览时长（秒）', 'Average dwell time, seconds'),
  samplingRatio: share('抽样比例', 'Sampling ratio'),
} as const satisfies Record<string, FieldDefinition>;

/** What the note cost, and what a read of it cost. */
export const noteCostFields = {
  totalAmount: money('总金额', 'Total amount'),
  orderAmount: money('蒲公英金额', 'Order amount'),
  adAmount: money('广告金额', 'Ad amount'),
  costPerRead: money('阅读单价', 'Cost per read'),
  costPerInteraction: money('互动单价', 'Cost per interaction'),
} as const satisfies Record<string, FieldDefinition>;

const industryRank = (zh: string, en: string) => text(`${zh}行业排名`, `Industry rank: ${en}`);

/** How a note stands among its trade, as text such as 前 10%. */
export const rankFields = {
  impressionsRank: industryRank('曝光量', 'impressions'),
  readsRank: industryRank('阅读量', 'reads'),
  readRateRank: industryRank('阅读率', 'read rate'),
  interactionsRank: industryRank('互动量', 'interactions'),
  interactionRateRank: industryRank('互动率', 'interaction rate'),
  naturalImpressionsRank: industryRank('自然曝光量', 'natural impressions'),
  naturalReadsRank: industryRank('自然阅读量', 'natural reads'),
  biddingImpressionsRank: industryRank('竞价推广曝光量', 'bidding impressions'),
  biddingClicksRank: industryRank('竞价推广点击量', 'bidding clicks'),
  biddingCtrRank: industryRank('竞价推广点击率', 'bidding click-through rate'),
  biddingInteractionsRank: industryRank('竞价推广互动量', 'bidding interactions'),
  biddingInteractionRateRank: industryRank('竞价推广互动率', 'bidding interaction rate'),
} as const satisfies Record<string, FieldDefinition>;
