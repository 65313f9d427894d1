import type { Bilingual } from '../notes/note';

/**
 * What the product itself writes down and every figure that it counts is read from: a stream has one name, in reports and
 * on all pages.
 */
export const streams = {
  'hosted-hours': { zh: '本站每小时互动', en: 'Engagement by hour, counted here' },
  'hosted-boosts': { zh: '加热账本', en: 'Boosts and their ledger' },
  notes: { zh: '笔记列表', en: 'List of notes' },
  'creator-records': { zh: '博主档案', en: 'Records of creators' },
  'pool-runs': { zh: '流量池进程与判定', en: 'Pool runs and verdicts' },
  'peer-days': { zh: '同池笔记每日表现', en: 'Peers of the pools by day' },
  searches: { zh: '读者搜索记录', en: 'Searches of readers' },
  readers: { zh: '读者兴趣与展示记录', en: 'Readers and the slots shown to them' },
  journal: { zh: '钱包分录账', en: 'Journal of the wallet' },
  'agency-books': { zh: '代理账目', en: 'Books of the agency' },
  'order-steps': { zh: '合作订单的每一步', en: 'Steps of cooperation orders' },
  vouchers: { zh: '券账户', en: 'Accounts of vouchers' },
  'imported-rows': { zh: '导入的数据表', en: 'Rows of the sheets brought in' },
  'traffic-watch': { zh: '流量监测', en: 'Watch over traffic' },
  'matching-runs': { zh: '匹配与组合计算', en: 'Matching and portfolio runs' },
  proposals: { zh: '提案与答复', en: 'Proposals and their answers' },
  'labelled-creators': { zh: '已标注的模拟博主', en: 'Simulated creators whose truth is known' },
  'policy-trials': { zh: '规则试算与灰度', en: 'Trials of rule sets' },
  'product-events': { zh: '商品链接的打开与成交', en: 'Opens and sales of product links' },
  benchmarks: { zh: '行业基准表', en: 'Tables of benchmarks' },
} as const satisfies Record<string, Bilingual>;

export type StreamId = keyof typeof streams;
export const streamIds = Object.keys(streams) as readonly StreamId[];

/** Over which time figures of a screen are counted where that differs from row to row, or is no time at all. */
export const countedOver = {
  'note-life': { zh: '自笔记发布起累计', en: 'since each note was published' },
  'boost-life': { zh: '自投放开始起累计', en: 'since each boost began' },
  'pool-stay': { zh: '自进入该流量池起', en: 'since the note entered the pool' },
  'first-pool': { zh: '首池期间', en: 'while the note was in its first pool' },
  'until-verdict': { zh: '自进入该流量池到判定时', en: 'from entering the pool to the verdict' },
  'last-30-days': { zh: '档案日前 30 天', en: 'the 30 days before the day of the record' },
  'all-time': { zh: '开始记录以来', en: 'since records began' },
  'last-measurement': { zh: '最近一次测量', en: 'the last measurement' },
  now: { zh: '当前值，不按时间段累计', en: 'as it stands; not summed over a time' },
  ahead: { zh: '对未来的预测，尚未发生', en: 'a forecast; none of it has happened yet' },
  'sheet-dates': { zh: '各数据表写明的日期', en: 'the dates that each sheet states' },
} as const satisfies Record<string, Bilingual>;

export type CountedOver = keyof typeof countedOver;
