import { describeMetric, sources } from './describe-metric';

const { creatorCentre, juguang, ownCount, pugongying } = sources;

/** What readers did. */
export const engagementMetrics = {
  impressions: describeMetric(
    'count',
    ['曝光', 'Impressions'],
    ['在屏幕上展示一次计一次，四个来源之和', 'one display on a screen; the sum of the four rails'],
    ownCount,
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
  ),
  impressionsNatural: describeMetric(
    'count',
    ['非推广曝光', 'Natural impressions'],
    ['保量 + 自然 + 搜索，流量池判定只看这些', 'guaranteed + organic + search: what pool verdicts read'],
    ownCount,
  ),
  clicks: describeMetric(
    'count',
    ['阅读', 'Reads'],
    ['打开笔记，每次曝光最多计一次', 'the note was opened; at most once per impression'],
    creatorCentre,
  ),
  likes: describeMetric(
    'count',
    ['点赞', 'Likes'],
    ['每次曝光最多一次', 'at most one per impression'],
    creatorCentre,
  ),
  collects: describeMetric(
    'count',
    ['收藏', 'Collects'],
    ['每次曝光最多一次', 'at most one per impression'],
    creatorCentre,
  ),
  comments: describeMetric('count', ['评论', 'Comments'], ['评论条数', 'comments written'], creatorCentre),
  shares: describeMetric('count', ['分享', 'Shares'], ['分享次数', 'times shared'], creatorCentre),
  follows: describeMetric(
    'count',
    ['涨粉', 'Follows'],
    [
      '从这篇笔记关注作者，每次曝光最多一次',
      'follows of the author from this note; at most one per impression',
    ],
    creatorCentre,
  ),
  hides: describeMetric(
    'count',
    ['不感兴趣', 'Hides'],
    ['读者选择不再看到这篇笔记', 'readers who asked not to see the note'],
    ownCount,
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
  ),
  dwellPerRead: describeMetric(
    'seconds',
    ['平均浏览时长', 'Average dwell time'],
    ['总浏览时长 ÷ 阅读', 'total dwell time / reads'],
    creatorCentre,
  ),
  ctr: describeMetric(
    'ratio',
    ['点击率', 'Click rate (CTR)'],
    ['阅读 ÷ 曝光', 'reads / impressions'],
    creatorCentre,
  ),
  ctrNatural: describeMetric(
    'ratio',
    ['自然点击率', 'Natural click rate'],
    ['非推广阅读 ÷ 非推广曝光', 'reads / impressions without the paid rail'],
    creatorCentre,
  ),
  ctrPaid: describeMetric(
    'ratio',
    ['推广点击率', 'Paid click rate'],
    ['推广阅读 ÷ 推广曝光', 'reads / impressions of the paid rail'],
    juguang,
  ),
  interactionsLCC: describeMetric(
    'count',
    ['互动量（赞藏评）', 'Interactions (LCC)'],
    ['点赞 + 收藏 + 评论', 'likes + collects + comments'],
    ['C', 'Newrank and agencies'],
  ),
  interactionsLCCS: describeMetric(
    'count',
    ['互动量（赞藏评转）', 'Interactions (LCCS)'],
    ['点赞 + 收藏 + 评论 + 分享', 'likes + collects + comments + shares'],
    pugongying,
  ),
  interactionsLCCSF: describeMetric(
    'count',
    ['互动量（赞藏评转关）', 'Interactions (LCCSF)'],
    ['点赞 + 收藏 + 评论 + 分享 + 关注', 'likes + collects + comments + shares + follows'],
    juguang,
  ),
  interactionRatePerRead: describeMetric(
    'ratio',
    ['互动率（阅读）', 'Interaction rate per read'],
    ['互动量（赞藏评转）÷ 阅读', 'interactions (LCCS) / reads'],
    pugongying,
  ),
  interactionRatePerImpression: describeMetric(
    'ratio',
    ['互动率（曝光）', 'Interaction rate per impression'],
    ['互动量（赞藏评转）÷ 曝光', 'interactions (LCCS) / impressions'],
    ['C', 'agency practice'],
  ),
  likeRate: describeMetric('ratio', ['点赞率', 'Like rate'], ['点赞 ÷ 阅读', 'likes / reads'], creatorCentre),
  collectRate: describeMetric(
    'ratio',
    ['收藏率', 'Collect rate'],
    ['收藏 ÷ 阅读', 'collects / reads'],
    creatorCentre,
  ),
  commentRate: describeMetric(
    'ratio',
    ['评论率', 'Comment rate'],
    ['评论 ÷ 阅读', 'comments / reads'],
    creatorCentre,
  ),
  shareRate: describeMetric(
    'ratio',
    ['分享率', 'Share rate'],
    ['分享 ÷ 阅读', 'shares / reads'],
    creatorCentre,
  ),
  followRate: describeMetric(
    'ratio',
    ['关注率', 'Follow rate'],
    ['涨粉 ÷ 阅读', 'follows / reads'],
    creatorCentre,
  ),
  hideRate: describeMetric(
    'ratio',
    ['负反馈率', 'Hide rate'],
    ['不感兴趣 ÷ 曝光', 'hides / impressions'],
    ownCount,
  ),
  ces: describeMetric(
    'count',
    ['CES（民间）', 'CES (folk)'],
    ['赞×1 + 藏×1 + 评×4 + 转×4 + 关×8', 'likes + collects + 4 x comments + 4 x shares + 8 x follows'],
    ['D', 'sjzkangxin.com/13060 and many others; no official trace'],
  ),
  cesRate: describeMetric(
    'perMille',
    ['CES 率（民间）', 'CES rate (folk)'],
    ['1000 × CES ÷ 曝光', '1000 x CES / impressions'],
    ['P', 'folk CES [D]; the folk formula names no denominator, impressions are our choice'],
  ),
};
