import { type FieldDefinition, amount, date, rate } from './describe-field';

/** One point of a curve: an hour or a day of one metric of one note. */
export const seriesFields = {
  pointAt: date('时间点', 'Point in time'),
  pointValue: amount('当期数值', 'Figure of the period', { signed: true }),
  pointRate: rate('当期比率', 'Rate of the period'),
} as const satisfies Record<string, FieldDefinition>;

/** What a curve may be of, with the sheet names and JSON lists that say so. */
export const seriesMetrics = {
  impressions: { zh: '曝光', en: 'Impressions', names: ['曝光', '曝光量', 'imp_list'], rate: false },
  reads: { zh: '观看', en: 'Views', names: ['观看', '观看量', '阅读', '阅读量', 'view_list'], rate: false },
  likes: { zh: '点赞', en: 'Likes', names: ['点赞', '点赞量', 'like_list'], rate: false },
  comments: { zh: '评论', en: 'Comments', names: ['评论', '评论量', 'comment_list'], rate: false },
  collects: { zh: '收藏', en: 'Collects', names: ['收藏', '收藏量', 'collect_list'], rate: false },
  shares: { zh: '分享', en: 'Shares', names: ['分享', '分享量', 'share_list'], rate: false },
  follows: { zh: '涨粉', en: 'Follows', names: ['涨粉', '涨粉量', 'rise_fans_list'], rate: false },
  danmaku: { zh: '弹幕', en: 'Bullet comments', names: ['弹幕', '弹幕量', 'danmaku_list'], rate: false },
  coverCtr: {
    zh: '封面点击率',
    en: 'Cover click-through rate',
    names: ['封面点击率', 'cover_click_rate_list'],
    rate: true,
  },
  exit2sRate: {
    zh: '2 秒退出率',
    en: '2-second exit rate',
    names: ['2秒退出率', '2s退出率', 'exit_view2s_list'],
    rate: true,
  },
  completionRate: { zh: '完播率', en: 'Completion rate', names: ['完播率', 'finish_list'], rate: true },
  dwellSeconds: {
    zh: '人均观看时长',
    en: 'Average watch time',
    names: ['人均观看时长', 'view_time_list'],
    rate: false,
  },
} as const satisfies Record<string, { zh: string; en: string; names: readonly string[]; rate: boolean }>;
export type SeriesMetric = keyof typeof seriesMetrics;
