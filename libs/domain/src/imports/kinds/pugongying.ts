import { surfaces } from '../fields.reach';
import { type FileKind, type KindColumn, column, personalColumns } from './file-kind';

/** Columns of the post-campaign note sheets of 蒲公英, P1 and P2. Source: public code, domain notes 5.2 [B]. */
const noteSheet: readonly KindColumn[] = [
  column('noteId', '笔记ID|笔记id|note_id'),
  column('title', '笔记标题|笔记名称'),
  column('noteLink', '笔记链接|笔记地址|链接'),
  column('nickname', '博主昵称|达人|发布账号|达人昵称|达人名称'),
  column('publishedAt', '笔记发布日期|发布时间|笔记发布时间|发布日期'),
  column('orderingAccount', '下单账号'),
  column('spuName', 'SPU名称|spu名称|SPU'),
  column('dataDate', '数据更新日期|数据日期|更新日期|数据更新时间'),
  column('noteType', '笔记类型|体裁'),
  column('contentTag', '内容标签'),
  column('orderAmount', '蒲公英金额|蒲公英总金额'),
  column('offSiteCost15', '站外活跃成本（15天设备归因）|站外活跃成本（15日设备归因）'),
  column('impressions', '曝光量|曝光|总曝光量'),
  column('reads', '阅读量|阅读|总阅读量'),
  column('interactions', '互动量|互动|总互动量'),
  column('costPerRead', '阅读单价'),
  column('costPerInteraction', '互动单价'),
  column('likes', '点赞量|点赞|点赞数'),
  column('collects', '收藏量|收藏|收藏数'),
  column('comments', '评论量|评论|评论数'),
  column('shares', '分享量|分享|分享数'),
  column('follows', '关注量|关注|关注数'),
  column('naturalImpressions', '自然曝光量'),
  column('naturalReads', '自然阅读量'),
  column('promotedImpressions', '推广曝光量|总推广曝光量'),
  column('promotedReads', '推广阅读量|总推广阅读量'),
  column('heatedImpressions', '加热曝光量|总加热曝光量'),
  column('heatedReads', '加热阅读量|总加热阅读量'),
  column('remark', '备注'),
  ...personalColumns,
];

const noteIdentity = [
  [['noteId'], ['noteLink'], ['title', 'publishedAt']],
  'dataDate',
  'source',
] as const satisfies FileKind['identity'];

/** P1: what a brand or an agency exports of its notes after a campaign. */
export const noteSheetKind: FileKind = {
  id: 'P1',
  record: 'note-snapshot',
  zh: '蒲公英投后笔记数据',
  en: 'Pugongying post-campaign notes',
  columns: noteSheet,
  fingerprint: [['noteId', 'noteLink'], ['orderAmount', 'orderingAccount'], ['impressions'], ['reads']],
  identity: noteIdentity,
  rateUnit: null,
  moneyUnit: 'yuan',
  interactions: 'LCCS',
  assumptions: ['cumulative-snapshots', 'cost-includes-service-fee'],
};

const surfaceHeaders = {
  Discover: '发现页',
  Search: '搜索页',
  Profile: '个人页',
  Following: '关注页',
  Nearby: '附近页',
  Other: '其他',
};

// The six surfaces stand twice under the same names: first shares of natural exposure, then of natural reads.
const surfaceColumns = surfaces.flatMap((surface): KindColumn[] => [
  column(`exposureShare${surface}`, surfaceHeaders[surface], { occurrence: 1, rateUnit: 'fraction' }),
  column(`readShare${surface}`, [surfaceHeaders[surface], `${surfaceHeaders[surface]}.1`], {
    occurrence: 2,
    rateUnit: 'fraction',
  }),
]);

// As with the surfaces: phones first, then provinces.
const topColumns = ([1, 2, 3] as const).flatMap((place): KindColumn[] => [
  column(`phoneTop${place}`, `top${String(place)}占比`, { occurrence: 1 }),
  column(`provinceTop${place}`, [`top${String(place)}占比`, `top${String(place)}占比.1`], { occurrence: 2 }),
]);

const offSite = (days: 15 | 30): KindColumn[] => {
  const within = `（${String(days)}天设备归因）`;
  return [
    column(`offSiteVisitors${days}`, `站外活跃行为uv${within}|站外活跃行为UV${within}|站外活跃UV${within}`),
    column(`offSiteRate${days}`, `站外活跃行为率${within}|站外活跃率${within}`),
    column(`offSiteCost${days}`, `站外活跃行为成本${within}|站外活跃成本${within}`),
    column(`offSiteActors${days}`, `站外行为UV${within}`),
    column(`offSiteConversion${days}`, `站外转化率${within}`),
    column(`offSiteConversionCost${days}`, `站外转化成本${within}`),
  ];
};

const part = { rateUnit: 'fraction' } as const;

/** P2: the full sheet with 小红星 and other alliances: who read, where, and what they did elsewhere. */
export const fullSheetKind: FileKind = {
  ...noteSheetKind,
  id: 'P2',
  zh: '蒲公英全量数据（含小红星等）',
  en: 'Pugongying full sheet with alliances',
  columns: [
    ...noteSheet.filter(({ field }) => field !== 'offSiteCost15'),
    column('taskName', '任务名称'),
    column('starTaskId', '星任务主任务id|星任务主任务ID'),
    column('taskStartsAt', '任务开始时间'),
    column('taskEndsAt', '任务结束时间'),
    column('samplingRatio', '抽样比例', part),
    column('readers', '阅读uv'),
    column('commenters', '评论uv'),
    column('likers', '点赞uv'),
    column('collectors', '收藏uv'),
    column('sharers', '分享uv'),
    column('newFollowers', '关注uv'),
    column('totalAmount', '总金额'),
    column('adAmount', '广告金额'),
    column('shopVisitors', '进店uv'),
    column('shopVisitRate', '进店率'),
    column('shopVisitCost', '累计进店成本|进店成本'),
    column('crossProjectName', '跨域项目名称'),
    column('crossProjectId', '跨域项目ID'),
    ...offSite(30),
    ...offSite(15),
    column('brandName', '品牌名称'),
    ...surfaceColumns,
    column('fanShare', '粉丝占比', part),
    column('womenShare', '女', part),
    column('menShare', '男', part),
    column('ageUnder18Share', '<18', part),
    column('age18Share', '18~24', part),
    column('age25Share', '25~34', part),
    column('age35Share', '35~44', part),
    column('ageOver44Share', '>44', part),
    ...topColumns,
    column('bodyComponentImpressions', '正文组件曝光量'),
    column('bodyComponentClicks', '正文组件点击量'),
    column('bodyComponentClickers', '正文组件点击人数'),
    column('commentComponentImpressions', '评论区组件曝光量'),
    column('commentComponentClicks', '评论区组件点击量'),
    column('commentComponentClickers', '评论区组件点击人数'),
  ],
  fingerprint: [
    ['noteId', 'noteLink'],
    ['samplingRatio', 'shopVisitors', 'offSiteVisitors30', 'offSiteActors30', 'starTaskId'],
    ['exposureShareDiscover', 'shopVisitors', 'samplingRatio', 'fanShare'],
    ['reads'],
  ],
  rateUnit: 'fraction',
  assumptions: ['cumulative-snapshots', 'surfaces-twice-named', 'portraits-twice-named'],
};

const components = [
  ['body', '正文组件'],
  ['footer', '笔记底栏组件'],
  ['comment', '评论区组件'],
] as const;

/** P0: 订单报告, the most current official export. One row is an order, with the note's figures and where they came from. */
export const orderReportKind: FileKind = {
  id: 'P0',
  record: 'order',
  zh: '蒲公英订单报告',
  en: 'Pugongying order report',
  columns: [
    column('dataDate', '数据更新日期|数据更新时间'),
    column('noteCount', '笔记数'),
    column('publisherCount', '发布人数'),
    column('imageNoteShare', '图文笔记占比'),
    column('videoNoteShare', '视频笔记占比'),
    column('orderId', '订单id|订单ID|订单编号', { required: true }),
    column('cooperationName', '合作名称'),
    column('reportedBrand', '报备品牌'),
    column('orderingAccount', '下单账号'),
    column('noteId', '笔记ID|笔记id'),
    column('noteLink', '笔记链接'),
    column('title', '笔记标题'),
    column('quote', '博主报价'),
    column('serviceFee', '服务费金额|服务费'),
    column('isEfficientMode', '是否为优效模式'),
    column('totalBudget', '总预算'),
    column('totalSpend', '总消耗'),
    column('orderSource', '订单来源'),
    column('orderCreatedAt', '订单创建时间'),
    column('orderFinishedAt', '订单完成时间'),
    column('spuName', 'spu名称|SPU名称'),
    column('impressions', '总曝光量|曝光量'),
    column('reads', '总阅读量|阅读量'),
    column('readers', '总阅读UV|阅读UV'),
    column('play5sRate', '5s播放率'),
    column('read3sRate', '3s阅读率'),
    column('dwellSeconds', '平均浏览时长'),
    column('interactions', '总互动量|互动量'),
    column('interactionRate', '总互动率|互动率'),
    column('likes', '总点赞量|点赞量'),
    column('collects', '总收藏量|收藏量'),
    column('comments', '总评论量|评论量'),
    column('shares', '总分享量|分享量'),
    column('follows', '总关注量|关注量'),
    column('naturalImpressions', '总自然曝光量|自然曝光量'),
    column('naturalReads', '总自然阅读量|自然阅读量'),
    column('readAchievement', '阅读量达成率'),
    column('promotedImpressions', '总推广曝光量|推广曝光量'),
    column('promotedReads', '总推广阅读量|推广阅读量'),
    column('heatedImpressions', '总加热曝光量|加热曝光量'),
    column('heatedReads', '总加热阅读量|加热阅读量'),
    column('costPerRead', '阅读单价'),
    column('costPerInteraction', '互动单价'),
    ...components.flatMap(([id, zh]): KindColumn[] => [
      column(`${id}ComponentType`, [`${zh}/类型`]),
      column(`${id}ComponentText`, [`${zh}/文案`]),
      column(`${id}ComponentImpressions`, [`${zh}/曝光量`]),
      column(`${id}ComponentClicks`, [`${zh}/点击量`]),
      column(`${id}ComponentCtr`, [`${zh}/CTR`, `${zh}/点击率`]),
    ]),
    column('applicantCount', '申请人数'),
    column('brandFollows', '品牌号关注量'),
    column('searchWordClicks', '搜索词点击量'),
    column('assistedImpressions', '助推笔记曝光量'),
    column('assistedReads', '助推笔记阅读量'),
    column('trialComponentImpressions', '体验合集组件曝光量|体验合集组件/曝光量'),
    column('trialComponentClicks', '体验合集组件点击量|体验合集组件/点击量'),
    column('trialComponentClickers', '体验合集组件点击人数|体验合集组件/点击人数'),
    column('trialComponentCtr', '体验合集组件点击率|体验合集组件/点击率'),
    ...personalColumns,
  ],
  fingerprint: [['orderId'], ['quote'], ['serviceFee'], ['isEfficientMode', 'orderSource', 'totalSpend']],
  identity: [[['orderId']], 'dataDate', 'source'],
  rateUnit: 'percent',
  moneyUnit: 'yuan',
  interactions: 'LCCS',
  assumptions: ['cumulative-snapshots', 'cost-includes-service-fee'],
};
