import { type FileKind, column, personalColumns } from './file-kind';

/** C1: the list of notes in the creator centre. It has no note ids. Source: public code, domain notes 5.2 [B]. */
export const creatorNotesKind: FileKind = {
  id: 'C1',
  record: 'note-snapshot',
  zh: '创作中心笔记列表',
  en: 'Creator centre notes',
  columns: [
    column('title', '笔记标题|标题', { required: true }),
    column('publishedAt', '首次发布时间|发布时间'),
    column('noteType', '体裁|笔记类型'),
    column('impressions', '曝光|曝光量'),
    column('reads', '观看量|观看|阅读量|播放量'),
    column('ctr', '封面点击率'),
    column('likes', '点赞|点赞量'),
    column('comments', '评论|评论量'),
    column('collects', '收藏|收藏量'),
    column('follows', '涨粉|涨粉数|涨粉量'),
    column('shares', '分享|分享量'),
    column('dwellSeconds', '人均观看时长|平均观看时长'),
    column('danmaku', '弹幕|弹幕量'),
    column('dataDate', '数据更新日期|数据日期'),
    ...personalColumns,
  ],
  fingerprint: [
    ['title'],
    ['publishedAt'],
    ['reads'],
    ['ctr', 'follows', 'dwellSeconds'],
    ['impressions', 'noteType'],
  ],
  identity: [[['title', 'publishedAt']], 'dataDate', 'source'],
  rateUnit: 'fraction',
  moneyUnit: null,
  interactions: null,
  assumptions: ['cumulative-snapshots', 'matched-by-title'],
};

/** C2: the curve of one note, one metric in each sheet, by hour or by day. */
export const trendSheetsKind: FileKind = {
  id: 'C2',
  record: 'series-point',
  zh: '创作中心单篇笔记趋势',
  en: 'Creator centre trend of one note',
  columns: [
    column('pointAt', '时间|日期|小时|统计时间|date|time', { required: true }),
    column('pointValue', '数值|数量|值|数据|count|value'),
    column('pointRate', '比率|比例|rate'),
  ],
  fingerprint: [['pointAt']],
  identity: [[['pointAt']], 'source'],
  rateUnit: null,
  moneyUnit: null,
  interactions: null,
  assumptions: ['counts-of-the-period'],
  bySheet: true,
};

/**
 * C3: the same curves as JSON. Rates stand in a misspelt field, `coun`.
 *
 * Source: xiaohongshu-work-note-statistics-field-mapping.md of hlm/multi-platform-media-manage, domain notes 5.2 [B].
 */
export const trendApiKind: FileKind = {
  ...trendSheetsKind,
  id: 'C3',
  zh: '创作中心趋势数据（JSON）',
  en: 'Creator centre trends (JSON)',
  columns: [
    column('pointAt', 'date|time', { required: true }),
    column('pointValue', 'count'),
    column('pointRate', 'coun'),
  ],
  json: true,
};
