import { describeMetric, sources } from './describe-metric';
import { type FactSum, ratioShape, sumShape, weighted } from './metric-shape';

const { creatorCentre, juguang, ownCount, pugongying } = sources;

const paidImpressions: FactSum = [
  ['promotedImpressions', 1],
  ['heatedImpressions', 1],
];
const paidReads: FactSum = [
  ['promotedReads', 1],
  ['heatedReads', 1],
];
const cesTerms: FactSum = [
  ['likes', 1],
  ['collects', 1],
  ['comments', 4],
  ['shares', 4],
  ['follows', 8],
];

/** What readers did. */
export const engagementMetrics = {
  impressions: describeMetric(
    'count',
    ['曝光', 'Impressions'],
    ['在屏幕上展示一次计一次，四个来源之和', 'one display on a screen; the sum of the four rails'],
    ownCount,
    { shape: sumShape('impressions') },
  ),
  impressionsGuaranteed: describeMetric(
    'count',
    ['保量曝光', 'Guaranteed impressions'],
    ['冷启动保量带来的曝光', 'impressions owed to every new note by the cold start'],
    ownCount,
  ),
  impressionsOrganic: describeMetric(
    'count',
    ['自然曝光', 'Organic impressions'],
    ['发现页按流量池获得的曝光', 'impressions in the discovery feed, earned in the pools'],
    ownCount,
  ),
  impressionsSearch: describeMetric(
    'count',
    ['搜索曝光', 'Search impressions'],
    ['搜索结果中的曝光', 'impressions in search results'],
    ownCount,
  ),
  impressionsPaid: describeMetric(
    'count',
    ['推广曝光', 'Paid impressions'],
    ['加热（付费位）带来的曝光，不参与流量池判定', 'impressions in paid slots; no pool verdict reads them'],
    ownCount,
    { shape: weighted(paidImpressions) },
  ),
  impressionsNatural: describeMetric(
    'count',
    ['非推广曝光', 'Natural impressions'],
    ['保量 + 自然 + 搜索，流量池判定只看这些', 'guaranteed + organic + search: what pool verdicts read'],
    ownCount,
    { shape: sumShape('naturalImpressions') },
  ),
  clicks: describeMetric(
    'count',
    ['阅读', 'Reads'],
    ['打开笔记，每次曝光最多计一次', 'the note was opened; at most once per impression'],
    creatorCentre,
    { shape: sumShape('reads') },
  ),
  clicksNatural: describeMetric(
    'count',
    ['非推广阅读', 'Natural reads'],
    ['非推广曝光带来的阅读', 'reads that came of impressions without the paid rail'],
    creatorCentre,
    { shape: sumShape('naturalReads') },
  ),
  likes: describeMetric(
    'count',
    ['点赞', 'Likes'],
    ['每次曝光最多一次', 'at most one per impression'],
    creatorCentre,
    { shape: sumShape('likes') },
  ),
  collects: describeMetric(
    'count',
    ['收藏', 'Collects'],
    ['每次曝光最多一次', 'at most one per impression'],
    creatorCentre,
    { shape: sumShape('collects') },
  ),
  comments: describeMetric('count', ['评论', 'Comments'], ['评论条数', 'comments written'], creatorCentre, {
    shape: sumShape('comments'),
  }),
  shares: describeMetric('count', ['分享', 'Shares'], ['分享次数', 'times shared'], creatorCentre, {
    shape: sumShape('shares'),
  }),
  follows: describeMetric(
    'count',
    ['涨粉', 'Follows'],
    [
      '从这篇笔记关注作者，每次曝光最多一次',
      'follows of the author from this note; at most one per impression',
    ],
    creatorCentre,
    { shape: sumShape('follows') },
  ),
  hides: describeMetric(
    'count',
    ['不感兴趣', 'Hides'],
    ['读者选择不再看到这篇笔记', 'readers who asked not to see the note'],
    ownCount,
    { shape: sumShape('hides') },
  ),
  purchases: describeMetric(
    'count',
    ['购买', 'Purchases'],
    ['笔记带来的下单数', 'orders from the note'],
    ownCount,
  ),
  dwellSeconds: describeMetric(
    'seconds',
    ['总浏览时长', 'Total dwell time'],
    ['全部阅读的浏览秒数之和', 'seconds spent in all reads'],
    creatorCentre,
    { shape: sumShape('dwellSeconds') },
  ),
  dwellPerRead: describeMetric(
    'seconds',
    ['平均浏览时长', 'Average dwell time'],
    ['总浏览时长 ÷ 阅读', 'total dwell time / reads'],
    creatorCentre,
    { shape: ratioShape('dwellSeconds', 'reads') },
  ),
  ctr: describeMetric(
    'ratio',
    ['点击率', 'Click rate (CTR)'],
    ['阅读 ÷ 曝光', 'reads / impressions'],
    creatorCentre,
    { shape: ratioShape('reads', 'impressions') },
  ),
  ctrNatural: describeMetric(
    'ratio',
    ['自然点击率', 'Natural click rate'],
    ['非推广阅读 ÷ 非推广曝光', 'reads / impressions without the paid rail'],
    creatorCentre,
    { shape: ratioShape('naturalReads', 'naturalImpressions') },
  ),
  ctrPaid: describeMetric(
    'ratio',
    ['推广点击率', 'Paid click rate'],
    ['推广阅读 ÷ 推广曝光', 'reads / impressions of the paid rail'],
    juguang,
    { shape: ratioShape(paidReads, paidImpressions) },
  ),
  interactionsLCC: describeMetric(
    'count',
    ['互动量（赞藏评）', 'Interactions (LCC)'],
    ['点赞 + 收藏 + 评论', 'likes + collects + comments'],
    ['C', 'Newrank and agencies'],
    { shape: sumShape('interactionsLCC') },
  ),
  interactionsLCCS: describeMetric(
    'count',
    ['互动量（赞藏评转）', 'Interactions (LCCS)'],
    ['点赞 + 收藏 + 评论 + 分享', 'likes + collects + comments + shares'],
    pugongying,
    { shape: sumShape('interactionsLCCS') },
  ),
  interactionsLCCSF: describeMetric(
    'count',
    ['互动量（赞藏评转关）', 'Interactions (LCCSF)'],
    ['点赞 + 收藏 + 评论 + 分享 + 关注', 'likes + collects + comments + shares + follows'],
    juguang,
    { shape: sumShape('interactionsLCCSF') },
  ),
  interactionRatePerRead: describeMetric(
    'ratio',
    ['互动率（阅读）', 'Interaction rate per read'],
    ['互动量（默认赞藏评转）÷ 阅读', 'interactions (LCCS unless said otherwise) / reads'],
    pugongying,
    { shape: ratioShape('interactions', 'reads') },
  ),
  interactionRatePerImpression: describeMetric(
    'ratio',
    ['互动率（曝光）', 'Interaction rate per impression'],
    ['互动量（默认赞藏评转）÷ 曝光', 'interactions (LCCS unless said otherwise) / impressions'],
    ['C', 'agency practice'],
    { shape: ratioShape('interactions', 'impressions') },
  ),
  likeRate: describeMetric(
    'ratio',
    ['点赞率', 'Like rate'],
    ['点赞 ÷ 阅读', 'likes / reads'],
    creatorCentre,
    { shape: ratioShape('likes', 'reads') },
  ),
  collectRate: describeMetric(
    'ratio',
    ['收藏率', 'Collect rate'],
    ['收藏 ÷ 阅读', 'collects / reads'],
    creatorCentre,
    { shape: ratioShape('collects', 'reads') },
  ),
  commentRate: describeMetric(
    'ratio',
    ['评论率', 'Comment rate'],
    ['评论 ÷ 阅读', 'comments / reads'],
    creatorCentre,
    { shape: ratioShape('comments', 'reads') },
  ),
  shareRate: describeMetric(
    'ratio',
    ['分享率', 'Share rate'],
    ['分享 ÷ 阅读', 'shares / reads'],
    creatorCentre,
    { shape: ratioShape('shares', 'reads') },
  ),
  followRate: describeMetric(
    'ratio',
    ['关注率', 'Follow rate'],
    ['涨粉 ÷ 阅读', 'follows / reads'],
    creatorCentre,
    { shape: ratioShape('follows', 'reads') },
  ),
  hideRate: describeMetric(
    'ratio',
    ['负反馈率', 'Hide rate'],
    ['不感兴趣 ÷ 曝光', 'hides / impressions'],
    ownCount,
    { shape: ratioShape('hides', 'impressions') },
  ),
  ces: describeMetric(
    'count',
    ['CES（民间）', 'CES (folk)'],
    ['赞×1 + 藏×1 + 评×4 + 转×4 + 关×8', 'likes + collects + 4 x comments + 4 x shares + 8 x follows'],
    ['D', 'sjzkangxin.com/13060 and many others; no official trace'],
    { shape: weighted(cesTerms) },
  ),
  cesRate: describeMetric(
    'perMille',
    ['CES 率（民间）', 'CES rate (folk)'],
    ['1000 × CES ÷ 曝光', '1000 x CES / impressions'],
    ['P', 'folk CES [D]; the folk formula names no denominator, impressions are our choice'],
    { shape: ratioShape(cesTerms, 'impressions', 1_000) },
  ),
};
