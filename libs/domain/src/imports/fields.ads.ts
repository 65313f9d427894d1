import {
  type FieldDefinition,
  amount,
  anyId,
  count,
  date,
  digitsId,
  money,
  rate,
  text,
} from './describe-field';

/** Rows of an advertising report (聚光). */
export const adFields = {
  adTime: date('时间', 'Time'),
  placement: text('投放位置', 'Placement'),
  campaignName: text('计划名称', 'Campaign'),
  campaignId: digitsId('计划 ID', 'Campaign id'),
  unitName: text('单元名称', 'Unit'),
  unitId: digitsId('单元 ID', 'Unit id'),
  creativityName: text('创意名称', 'Creative'),
  creativityId: digitsId('创意 ID', 'Creative id'),
  keyword: text('关键词', 'Keyword'),
  targeting: text('精准定向', 'Targeting'),
  // Below 0 where the platform gives back what it took too much.
  fee: money('消费', 'Spend on ads', { signed: true }),
  adImpressions: count('展现量', 'Ad impressions'),
  adClicks: count('点击量', 'Ad clicks'),
  adCtr: rate('广告点击率', 'Ad click-through rate'),
  costPerClick: money('平均点击成本', 'Cost per click'),
  costPerMille: money('平均千次展示费用', 'Cost per thousand impressions'),
  costPerAdInteraction: money('平均互动成本', 'Cost per ad interaction'),
  actionClicks: count('行动按钮点击量', 'Action button clicks'),
  actionCtr: rate('行动按钮点击率', 'Action button click rate'),
  screenshots: count('截图', 'Screenshots'),
  pictureSaves: count('保存图片', 'Pictures saved'),
  searchComponentClicks: count('搜索组件点击量', 'Search component clicks'),
  searchComponentRate: rate('搜索组件点击转化率', 'Search component click rate'),
  readsAfterSearch: count('搜后阅读量', 'Reads after search'),
  notesAfterSearch: amount('平均搜索后阅读笔记篇数', 'Notes read after a search'),
  interestedPeople: count('新增种草人群', 'New interested people'),
  interestedCost: money('新增种草人群成本', 'Cost per interested person'),
  deeplyInterestedPeople: count('新增深度种草人群', 'New deeply interested people'),
  deeplyInterestedCost: money('新增深度种草人群成本', 'Cost per deeply interested person'),
  starTaskFee: money('小红星任务期消费', 'Spend during the star task'),
} as const satisfies Record<string, FieldDefinition>;

const groupNames = {
  bidding: ['竞价推广', 'Bidding'],
  biddingFeed: ['竞价信息流', 'Bidding, feed'],
  biddingInStream: ['竞价视频流', 'Bidding, in-stream'],
  biddingSearch: ['竞价搜索', 'Bidding, search'],
  brandAds: ['品牌广告', 'Brand ads'],
} as const;
export type AdGroup = keyof typeof groupNames;
export const adGroupsZh = Object.fromEntries(
  Object.entries(groupNames).map(([id, [zh]]) => [id, zh]),
) as Record<AdGroup, string>;

type GroupMetric = 'Impressions' | 'Clicks' | 'Ctr' | 'Interactions' | 'InteractionRate';

function adGroup<P extends AdGroup>(id: P) {
  const [zh, en] = groupNames[id];
  const metrics: Record<GroupMetric, FieldDefinition> = {
    Impressions: count(`${zh}曝光量`, `${en}: impressions`),
    Clicks: count(`${zh}点击量`, `${en}: clicks`),
    Ctr: rate(`${zh}点击率`, `${en}: click-through rate`),
    Interactions: count(`${zh}互动量`, `${en}: interactions`),
    InteractionRate: rate(`${zh}互动率`, `${en}: interaction rate`),
  };
  const pairs = Object.entries(metrics).map(([metric, definition]) => [id + metric, definition]);
  return Object.fromEntries(pairs) as Record<`${P}${GroupMetric}`, FieldDefinition>;
}

/** Paid delivery of one note by way of buying, and what it led to. */
export const paidNoteFields = {
  ...adGroup('bidding'),
  ...adGroup('biddingFeed'),
  ...adGroup('biddingInStream'),
  ...adGroup('biddingSearch'),
  ...adGroup('brandAds'),
  heatedCtr: rate('加热点击率', 'Heated click-through rate'),
  heatedMessages: count('加热私信数', 'Heated direct messages'),
  heatedMessageRate: rate('加热私信率', 'Heated direct message rate'),
  heatedLeads: count('加热留资数', 'Heated leads'),
  heatedLeadRate: rate('加热留资率', 'Heated lead rate'),
  formSubmissions: count('表单提交', 'Forms submitted'),
  messageEnquiries: count('私信咨询数', 'Direct message enquiries'),
  messagesOpened: count('私信开口数', 'Direct messages opened'),
  messageLeads: count('私信留资数', 'Leads by direct message'),
  shopVisits: count('进店访问量', 'Shop visits'),
  goodsVisitors: count('商品访客量', 'Product visitors'),
  cartAdds: count('商品加购量', 'Cart additions'),
  paidOrders7d: count('7 日支付订单量', 'Paid orders, 7 days'),
  paidAmount7d: money('7 日支付金额', 'Paid amount, 7 days'),
  paidConversion7d: rate('7 日支付转化率', 'Paid conversion, 7 days'),
  roi7d: amount('7 日支付 ROI', 'Return on spend, 7 days'),
  paidConversion1d: rate('1 日支付转化率', 'Paid conversion, 1 day'),
} as const satisfies Record<string, FieldDefinition>;

export const accountFields = {
  advertiserId: anyId('广告主 ID', 'Advertiser id'),
} as const satisfies Record<string, FieldDefinition>;
