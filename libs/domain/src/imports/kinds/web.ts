import { type FileKind, type KindColumn, column, personalColumns } from './file-kind';

const counts: readonly KindColumn[] = [
  column('likes', 'liked_count|likedCount|like_count|点赞数'),
  column('collects', 'collected_count|collectedCount|collect_count|收藏数'),
  column('comments', 'comment_count|commentCount|comments_count|评论数'),
  column('shares', 'share_count|shared_count|shareCount|sharedCount|分享数'),
];

/** W1: notes as public collectors write them down. Creators are left out. Source: NanmiCoder/MediaCrawler, `xhs_note` [B]. */
export const collectorKind: FileKind = {
  id: 'W1',
  record: 'note-snapshot',
  zh: '采集工具笔记文件',
  en: 'Collector note file',
  columns: [
    column('noteId', 'note_id|noteId|笔记ID|笔记id', { required: true }),
    column('noteType', 'type|note_type|笔记类型'),
    column('title', 'title|display_title|标题|笔记标题'),
    column('description', 'desc|description|正文'),
    column('publishedAt', 'time|publish_time|create_time|发布时间'),
    column('editedAt', 'last_update_time|lastUpdateTime'),
    column('dataDate', 'last_modify_ts|add_ts|capture_time|采集时间'),
    ...counts,
    column('tags', 'tag_list|tags|话题'),
    column('noteLink', 'note_url|url|笔记链接'),
    column('sourceKeyword', 'source_keyword|搜索关键词'),
    column('creatorHash', 'creator_hash'),
    column('creatorId', 'user_id|userId'),
    ...personalColumns,
  ],
  fingerprint: [['noteId'], ['likes'], ['collects'], ['comments', 'shares']],
  identity: [[['noteId']], 'dataDate', 'source'],
  rateUnit: null,
  moneyUnit: null,
  interactions: null,
  assumptions: ['cumulative-snapshots'],
};

/** W2: answers of the web itself, in both of their spellings. Tokens are stripped. */
export const webAnswerKind: FileKind = {
  ...collectorKind,
  id: 'W2',
  zh: '网页原始数据（JSON）',
  en: 'Raw web answers (JSON)',
  columns: [
    column('noteId', 'note_card.note_id|note.noteId|noteId|note_id|id|key', { required: true }),
    column('noteType', 'note_card.type|note.type|type'),
    column('title', 'note_card.display_title|note_card.title|note.title|displayTitle|display_title|title'),
    column('description', 'note_card.desc|note.desc|desc'),
    column('publishedAt', 'note_card.time|note.time|time'),
    column('editedAt', 'note_card.last_update_time|note.lastUpdateTime|lastUpdateTime'),
    column('likes', 'interact_info.liked_count|interactInfo.likedCount'),
    column('collects', 'interact_info.collected_count|interactInfo.collectedCount'),
    column('comments', 'interact_info.comment_count|interactInfo.commentCount'),
    column(
      'shares',
      'interact_info.shared_count|interact_info.share_count|interactInfo.shareCount|interactInfo.sharedCount',
    ),
    column('creatorId', 'note_card.user.user_id|user.user_id|user.userId'),
    ...personalColumns,
  ],
  json: true,
};
