import { adGroupsZh, type AdGroup } from '../fields.ads';
import { type FileKind, type KindColumn, column, personalColumns } from './file-kind';

/** Q1: orders that buyers brought (千帆买手数据). Commission = commissionable sales x rate. Source: domain notes 5.2 [B]. */
export const buyerOrdersKind: FileKind = {
  id: 'Q1',
  record: 'shop-order',
  zh: '千帆买手订单明细',
  en: 'Qianfan buyer orders',
  columns: [
    column('paidAt', '支付时间'),
    column('shopOrderId', '订单ID|订单id|订单号', { required: true }),
    column('shopOrderStatus', '订单状态'),
    column('specName', '规格名称'),
    column('specId', '规格ID|规格id'),
    column('goodsPrice', '价格|单价'),
    column('nickname', '达人名称|买手名称'),
    column('creatorId', '达人ID|达人id|买手ID'),
    column('sellerReceived', '商家实收金额'),
    column('buyerPaid', '用户实付金额'),
    column('refunded', '退款金额'),
    column('commissionBase', '有效销售金额（计佣金额）|有效销售金额|计佣金额'),
    column('commissionRate', '佣金率', { rateUnit: 'fraction' }),
    column('commission', '预估支出佣金'),
    column('cooperationType', '合作类型'),
    column('salesChannel', '推广渠道'),
    ...personalColumns,
  ],
  fingerprint: [
    ['paidAt'],
    ['shopOrderId'],
    ['creatorId'],
    ['commissionRate', 'commissionBase', 'commission'],
  ],
  identity: [[['shopOrderId', 'specId'], ['shopOrderId']], 'source'],
  rateUnit: 'fraction',
  moneyUnit: 'yuan',
  interactions: null,
  assumptions: [],
};

const rank = (field: KindColumn['field'], header: string) =>
  column(field, [`${header}行业排名`, `${header}/行业排名`]);

const groupColumns = (Object.keys(adGroupsZh) as AdGroup[]).flatMap((id): KindColumn[] => {
  const zh = adGroupsZh[id];
  const both = (metric: string) => [`${zh}${metric}`, `${zh}/${metric}`];
  return [
    column(`${id}Impressions`, both('曝光量')),
    column(`${id}Clicks`, both('点击量')),
    column(`${id}Ctr`, both('点击率')),
    column(`${id}Interactions`, both('互动量')),
    column(`${id}InteractionRate`, both('互动率')),
  ];
});

const tops = ([1, 2, 3] as const).flatMap((place): KindColumn[] => {
  const what = `（top${String(place)}及占比）`;
  return [
    column(`provinceTop${place}`, `地域分布-省份${what}`),
    column(`cityTop${place}`, `地域分布-城市${what}`),
    column(`interestTop${place}`, `用户兴趣${what}`),
  ];
});

/** N1: analysis of notes in 聚光 and 专业号, with ranks in the trade; `数据较少` is unknown. Source: domain notes 5.2 [B]. */
export const noteAnalysisKind: FileKind = {
  id: 'N1',
  record: 'note-snapshot',
  zh: '聚光 / 专业号笔记分析',
  en: 'Note analysis with industry ranks',
  columns: [
    column('title', '笔记名称|笔记标题'),
    column('noteId', '笔记id|笔记ID'),
    column('publishedAt', '笔记发布时间'),
    column('nickname', '笔记创作者名称'),
    column('creatorId', '笔记创作者ID'),
    column('noteStatus', '笔记状态'),
    column('noteSource', '笔记来源'),
    column('noteType', '笔记类型'),
    column('noteLink', '笔记链接'),
    column('followers', '作者粉丝量'),
    column('category', '博主垂类'),
    column('contentTag', '内容标签'),
    column('customTag', '自定义标签'),
    column('productBinding', '产品绑定状态'),
    column('isPromoted', '笔记是否已推广'),
    column('quote', '博主报价'),
    column('serviceFee', '服务费金额'),
    ...tops,
    column('impressions', '全部曝光量'),
    rank('impressionsRank', '全部曝光量'),
    column('reads', '全部阅读量'),
    rank('readsRank', '全部阅读量'),
    column('readRate', '全部阅读率'),
    rank('readRateRank', '全部阅读率'),
    column('interactions', '全部互动量'),
    rank('interactionsRank', '全部互动量'),
    column('interactionRate', '全部互动率'),
    rank('interactionRateRank', '全部互动率'),
    column('readers', '阅读uv'),
    column('dwellSeconds', '平均阅读时长'),
    column('read3sRate', '3S图文阅读率'),
    column('play5sRate', '5S视频完播率'),
    column('completionRate', '视频笔记完播率'),
    column('naturalImpressions', '自然曝光量'),
    rank('naturalImpressionsRank', '自然曝光量'),
    column('naturalReads', '自然阅读量'),
    rank('naturalReadsRank', '自然阅读量'),
    column('naturalReadRate', '自然阅读率'),
    column('promotedImpressions', '推广总曝光量'),
    column('promotedReads', '推广总阅读量'),
    column('heatedImpressions', '加热助推总曝光量|加热助推/总曝光量'),
    column('heatedReads', '加热助推总阅读量|加热助推/总阅读量'),
    column('heatedCtr', '加热助推点击率|加热助推/点击率'),
    column('heatedMessages', '加热助推私信数|加热助推/私信数'),
    column('heatedMessageRate', '加热助推私信率|加热助推/私信率'),
    column('heatedLeads', '加热助推留资数|加热助推/留资数'),
    column('heatedLeadRate', '加热助推留资率|加热助推/留资率'),
    ...groupColumns,
    rank('biddingImpressionsRank', '竞价推广曝光量'),
    rank('biddingClicksRank', '竞价推广点击量'),
    rank('biddingCtrRank', '竞价推广点击率'),
    rank('biddingInteractionsRank', '竞价推广互动量'),
    rank('biddingInteractionRateRank', '竞价推广互动率'),
    column('formSubmissions', '表单提交'),
    column('messageEnquiries', '私信咨询数'),
    column('messagesOpened', '私信开口数'),
    column('messageLeads', '私信留资数'),
    column('shopVisits', '进店访问量'),
    column('goodsVisitors', '商品访客量'),
    column('cartAdds', '商品加购量'),
    column('paidOrders7d', '7日支付订单量'),
    column('paidAmount7d', '7日支付金额'),
    column('paidConversion7d', '7日支付转化率'),
    column('roi7d', '7日支付ROI'),
    column('paidConversion1d', '1日支付转化率'),
    column('dataDate', '数据更新日期|数据日期'),
    ...personalColumns,
  ],
  fingerprint: [
    ['noteId'],
    ['title'],
    ['nickname', 'creatorId'],
    ['impressionsRank', 'readsRank', 'readRate'],
    ['impressions'],
  ],
  identity: [[['noteId'], ['noteLink'], ['title', 'publishedAt']], 'dataDate', 'source'],
  rateUnit: 'percent',
  moneyUnit: 'yuan',
  interactions: null,
  assumptions: ['cumulative-snapshots'],
};
