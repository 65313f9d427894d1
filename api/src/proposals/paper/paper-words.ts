import type { ProposalVerdict } from '@poolrise/contracts';
import type { CreatorNoteKind, ForecastBasis, ReaderLanguage } from '@poolrise/domain';

type Counted = (n: number) => string;

/** What a proposal says on paper, in the words that its page has on the screen. */
export interface PaperWords {
  proposal: string;
  madeFor: (name: string) => string;
  from: (name: string) => string;
  version: Counted;
  notShared: string;
  printed: (at: string) => string;
  pageOf: (page: number, pages: number) => string;
  creators: Counted;
  notes: Counted;
  followers: (n: string) => string;
  kind: Record<CreatorNoteKind, string>;
  figures: { price: string; reads: string; impressions: string; reach: string };
  within: (low: string, high: string) => string;
  spreadUnknown: string;
  unknown: string;
  partly: (known: number, n: number) => string;
  reach: (low: string, high: string, error: string, overlap: string) => string;
  reachPartly: (known: number, n: number) => string;
  reachUnknown: string;
  mixes: { tiers: string; categories: string; other: string };
  items: string;
  columns: {
    creator: string;
    terms: string;
    medians: string;
    forecast: string;
    price: string;
    answer: string;
  };
  median: { reads: (n: string) => string; impressions: (n: string) => string };
  basis: Record<ForecastBasis, (n: number, kind: string) => string>;
  noForecast: string;
  gone: string;
  goneText: string;
  remark: (text: string) => string;
  total: string;
  verdict: Record<ProposalVerdict | 'none', string>;
  said: (name: string, at: string) => string;
  carried: string;
  comments: string;
  howToRead: string;
  definitions: { term: string; text: string }[];
}

const zh: PaperWords = {
  proposal: '方案',
  madeFor: (name) => `为${name}准备`,
  from: (name) => `来自${name}`,
  version: (n) => `第 ${n} 版`,
  notShared: '尚未分享给客户',
  printed: (at) => `导出于 ${at}（北京时间）`,
  pageOf: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  creators: (n) => `${n} 位博主`,
  notes: (n) => `${n} 篇笔记`,
  followers: (n) => `${n} 粉丝`,
  kind: { image: '图文', video: '视频' },
  figures: { price: '总价', reads: '预估阅读', impressions: '预估曝光', reach: '去重触达' },
  within: (low, high) => `八成把握在 ${low}–${high}`,
  spreadUnknown: '历史笔记太少，无法给出区间',
  unknown: '没有历史笔记可供预估',
  partly: (known, n) => `${n} 位中 ${known} 位有预估`,
  reach: (low, high, error, overlap) => `95% 区间 ${low}–${high}\n标准误 ±${error}，重叠 ${overlap}`,
  reachPartly: (known, n) => `覆盖 ${known} / ${n} 位`,
  reachUnknown: '尚未测得粉丝构成',
  mixes: { tiers: '按量级分配', categories: '按类目分配', other: '其他' },
  items: '博主',
  columns: {
    creator: '博主',
    terms: '形式',
    medians: '单篇中位数',
    forecast: '预估阅读',
    price: '报价',
    answer: '答复',
  },
  median: { reads: (n) => `阅读 ${n}`, impressions: (n) => `曝光 ${n}` },
  basis: {
    cooperation: (n, kind) => `依据 ${n} 篇合作${kind}`,
    kind: (n, kind) => `依据 ${n} 篇${kind}`,
    all: (n) => `依据全部 ${n} 篇笔记`,
  },
  noForecast: '没有历史笔记可供预估',
  gone: '已离开平台',
  goneText: '该博主已离开平台，数据为写入方案时的数据。',
  remark: (text) => `备注：${text}`,
  total: '合计',
  verdict: { approve: '通过', reject: '否决', replace: '更换', none: '待答复' },
  said: (name, at) => `${name} · ${at}`,
  carried: '沿用上一版的答复',
  comments: '对整个方案的意见',
  howToRead: '数据说明',
  definitions: [
    { term: '总价', text: '方案内全部笔记的客户报价之和，单位为人民币元。' },
    {
      term: '预估阅读、预估曝光',
      text: '取每位博主近 180 天自然流量笔记（最多 100 篇）的中位数乘以篇数；优先依据合作笔记，其次同形式笔记，再次全部笔记，每档至少 5 篇。区间取第 10 至第 90 百分位，五次中约有四次落在其中；少于 5 篇不给区间。',
    },
    {
      term: '去重触达',
      text: '至少关注其中一位博主的人数，每人只计一次，由粉丝抽样估算，附标准误和 95% 区间。关注不等于看到笔记。',
    },
    { term: '单篇中位数', text: '近 30 天日常笔记的自然阅读与曝光中位数，不是平均数。' },
    { term: '冻结的数据', text: '博主数据和预估在写入该版本时冻结，之后不再变动。“–”表示未知，不等于 0。' },
  ],
};

const many = (n: number, one: string, other: string) => `${n} ${n === 1 ? one : other}`;

const en: PaperWords = {
  proposal: 'Proposal',
  madeFor: (name) => `Prepared for ${name}`,
  from: (name) => `From ${name}`,
  version: (n) => `Version ${n}`,
  notShared: 'not shared with the client yet',
  printed: (at) => `exported ${at} (Beijing time)`,
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  creators: (n) => many(n, 'creator', 'creators'),
  notes: (n) => many(n, 'note', 'notes'),
  followers: (n) => `${n} followers`,
  kind: { image: 'Images', video: 'Video' },
  figures: {
    price: 'Price',
    reads: 'Expected reads',
    impressions: 'Expected impressions',
    reach: 'Net reach',
  },
  within: (low, high) => `${low} to ${high},\nfour times out of five`,
  spreadUnknown: 'too few past notes for an interval',
  unknown: 'no past notes to forecast from',
  partly: (known, n) => `known of ${known} of ${n}`,
  reach: (low, high, error, overlap) =>
    `95% interval ${low} to ${high}\nstandard error ±${error}, overlap ${overlap}`,
  reachPartly: (known, n) => `of ${known} of ${n} creators`,
  reachUnknown: 'no audience was measured',
  mixes: { tiers: 'Spend by tier', categories: 'Spend by category', other: 'Other' },
  items: 'Creators',
  columns: {
    creator: 'Creator',
    terms: 'Terms',
    medians: 'Medians of a note',
    forecast: 'Expected reads',
    price: 'Price',
    answer: 'Answer',
  },
  median: { reads: (n) => `reads ${n}`, impressions: (n) => `impr. ${n}` },
  basis: {
    cooperation: (n, kind) => `from ${n} cooperation notes (${kind.toLowerCase()})`,
    kind: (n, kind) => `from ${n} notes (${kind.toLowerCase()})`,
    all: (n) => `from all ${n} notes`,
  },
  noForecast: 'no past notes to forecast from',
  gone: 'left the platform',
  goneText: 'This creator has left the platform; the figures are those of the day of the proposal.',
  remark: (text) => `Remark: ${text}`,
  total: 'Total',
  verdict: { approve: 'Approved', reject: 'Rejected', replace: 'Replace', none: 'No answer' },
  said: (name, at) => `${name} · ${at}`,
  carried: 'carried over from the version before',
  comments: 'Comments on the whole',
  howToRead: 'How to read the figures',
  definitions: [
    { term: 'Price', text: 'What the client pays for all notes of the proposal together, in yuan.' },
    {
      term: 'Expected reads and impressions',
      text: 'The median of each creator’s notes in natural traffic of the last 180 days (100 at most), times the number of notes: of cooperation notes, else of notes of the same kind, else of all, whichever first has five. The interval lies between the 10th and the 90th percentile and holds about four times out of five; with fewer than five notes there is none.',
    },
    {
      term: 'Net reach',
      text: 'People who follow at least one of the creators, each counted once, estimated from a sample of their audiences, with the standard error and the 95% interval. To follow is not yet to read.',
    },
    {
      term: 'Medians of a note',
      text: 'Natural reads and impressions of daily notes of the last 30 days; medians and not means.',
    },
    {
      term: 'Frozen figures',
      text: 'Records and forecasts were frozen when this version was written and have not moved since. “–” is unknown, which is not zero.',
    },
  ],
};

export const paperWords: Record<ReaderLanguage, PaperWords> = { 'zh-CN': zh, en };
