import { RandomStream } from '../random';
import { type Line, headersOf } from './corpus-file';
import { type MadeUpNote, madeUpNotes, yuan } from './made-up';

export const linkOf = (id: string): string => `https://www.xiaohongshu.com/explore/${id}`;

/** A line of P1; its 互动量 counts likes, collects, comments and shares. */
export function noteLine(note: MadeUpNote, index: number): Line {
  const interactions = note.likes + note.collects + note.comments + note.shares;
  const cost = note.price * 1.1;
  return {
    笔记ID: note.id,
    笔记标题: note.title,
    笔记链接: linkOf(note.id),
    博主昵称: `示例博主${String(index + 1)}`,
    笔记发布日期: note.published,
    下单账号: '示例品牌官方',
    SPU名称: '示例精华',
    数据更新日期: '2026-11-15',
    笔记类型: note.video ? '视频' : '图文',
    内容标签: '测评',
    蒲公英金额: yuan(cost),
    曝光量: note.impressions,
    阅读量: note.reads,
    互动量: interactions,
    阅读单价: yuan(cost / note.reads),
    互动单价: yuan(cost / interactions),
    点赞量: note.likes,
    收藏量: note.collects,
    评论量: note.comments,
    分享量: note.shares,
    备注: '',
  };
}

/** What comes of a sheet without traps. */
export const plainNotes = {
  kind: 'P1',
  header: [1],
  records: 6,
  interactions: 'LCCS',
  dropped: ['博主昵称'],
  dataDate: 'column',
} as const;

/** Six lines of P1 to set traps in. */
export function noteLines(seed: string) {
  const lines = madeUpNotes(new RandomStream(seed, 'imports', 'P1'), 6).map(noteLine);
  return {
    lines,
    headers: headersOf(lines),
    ids: lines.map((line) => String(line['笔记ID'])),
    without: (...dropped: string[]): Line[] =>
      lines.map((line) =>
        Object.fromEntries(Object.entries(line).filter(([header]) => !dropped.includes(header))),
      ),
  };
}
