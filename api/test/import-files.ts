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

/** A report of orders (P0) with one order, which names no note; its figures are those of the published example. */
export function orderReport(over: Readonly<Record<string, string | number>> = {}): Buffer {
  const cells = {
    数据更新日期: '2026/11/02',
    订单id: '202608060000000001',
    合作名称: '新品试饮',
    下单账号: '林家茶',
    博主报价: '50.0',
    服务费金额: '5.0',
    是否为优效模式: '否',
    订单来源: '定制商单',
    订单创建时间: '2026/09/28',
    总曝光量: '2,269',
    总阅读量: 248,
    总互动量: 2,
    总自然曝光量: '1,455',
    总自然阅读量: 231,
    总推广曝光量: 814,
    总推广阅读量: 17,
    总加热曝光量: 0,
    总加热阅读量: 0,
    ...over,
  };
  const quoted = (cell: string | number): string => `"${cell}"`;
  return Buffer.from(`${Object.keys(cells).join(',')}\r\n${Object.values(cells).map(quoted).join(',')}\r\n`);
}

/** A line of the note analysis (N1), which tells natural from promoted impressions; nothing is heated. */
export function analysisLine(
  n: number,
  day: string,
  { naturalImpressions, promotedImpressions }: { naturalImpressions: number; promotedImpressions: number },
): string {
  const all = naturalImpressions + promotedImpressions;
  return [
    noteId(n),
    `第${n}篇笔记`,
    '2026-10-02',
    day,
    all,
    naturalImpressions,
    promotedImpressions,
    0,
    400,
  ].join(',');
}

/** A note analysis as bytes. */
export const noteAnalysis = (...lines: readonly string[]): Buffer =>
  Buffer.from(
    `\ufeff${['笔记id,笔记名称,笔记发布时间,数据更新日期,全部曝光量,自然曝光量,推广总曝光量,加热助推总曝光量,全部阅读量,笔记创作者ID,全部曝光量行业排名', ...lines].join('\r\n')}\r\n`,
  );

/** The note list of the creator centre (C1), which names notes by title and time alone. */
export const ownList = (...lines: string[]): Buffer =>
  Buffer.from(
    `笔记标题,首次发布时间,体裁,曝光,观看量,封面点击率,点赞,评论,收藏,涨粉,分享,人均观看时长\n${lines.join('\n')}\n`,
  );

/** A line of it. */
export const ownLine = (title: string, time: string, impressions: string | number): string =>
  `${title},${time},图文,${impressions},300,10.5%,20,3,9,1,2,31`;

/** Midnight of a day in Shanghai, in milliseconds, as the creator centre writes it. */
const midnight = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);

/** Curves of one note from the creator centre (C3), day by day from `first` on; rates stand in the misspelt field, in per cent. */
export function noteCurves(
  first: string,
  lists: Readonly<Record<string, readonly number[]>>,
  beside: Readonly<Record<string, unknown>> = {},
): Buffer {
  const points = (name: string, figures: readonly number[]) =>
    figures.map((figure, at) => ({
      date: midnight(first) + at * 86_400_000,
      [/rate|exit|finish/.test(name) ? 'coun' : 'count']: figure,
    }));
  const day = Object.fromEntries(
    Object.entries(lists).map(([name, figures]) => [name, points(name, figures)]),
  );
  return Buffer.from(JSON.stringify({ code: 0, ...beside, data: { day } }));
}
