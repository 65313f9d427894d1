const header =
  '笔记ID,笔记标题,博主昵称,笔记发布日期,下单账号,数据更新日期,蒲公英金额,曝光量,阅读量,互动量,点赞量,备注';

/** The id of the n-th made-up note. */
export const noteId = (n: number): string => `6f${n.toString(16).padStart(22, '0')}`;

/** A line of a post-campaign sheet (P1), with cells of one's own. */
export function noteLine(n: number, over: Readonly<Record<string, string | number>> = {}): string {
  const cells: Record<string, string | number> = {
    笔记ID: noteId(n),
    笔记标题: `第${n}篇笔记`,
    博主昵称: '小满',
    笔记发布日期: '2026-10-02',
    下单账号: '林家茶',
    数据更新日期: '2026/11/01',
    蒲公英金额: '¥1100.00',
    曝光量: '1.2万',
    阅读量: 900 + n,
    互动量: '10+',
    点赞量: '-',
    备注: '',
    ...over,
  };
  return header
    .split(',')
    .map((name) => cells[name] ?? '')
    .join(',');
}

/** A post-campaign sheet as bytes: UTF-8 with its mark, as the platform writes it. */
export const noteSheet = (...lines: readonly string[]): Buffer =>
  Buffer.from(`\ufeff${[header, ...lines].join('\r\n')}\r\n`);
