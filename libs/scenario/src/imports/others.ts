import { RandomStream } from '../random';
import {
  type CorpusFile,
  type Line,
  cellsOf,
  corpusFile,
  csv,
  headersOf,
  sheetOf,
  tableOf,
  withTraps,
  xlsx,
} from './corpus-file';
import { madeUpDigits, madeUpId, madeUpNotes, percent, yuan } from './made-up';

/** Q1: orders of goods through buyers. */
export function buyerOrders(seed: string): CorpusFile[] {
  const random = new RandomStream(seed, 'imports', 'Q1');
  const lines = Array.from({ length: 5 }, (_, index): Line => {
    const paid = random.between(50, 400);
    return {
      支付时间: `2026-11-0${String(index + 1)} 12:30:05`,
      订单ID: `P${madeUpDigits(random, 18)}`,
      订单状态: '已签收',
      规格名称: '示例精华 30ml',
      规格ID: madeUpId(random),
      价格: yuan(paid),
      达人名称: `示例买手${String(index + 1)}`,
      达人ID: madeUpId(random),
      商家实收金额: yuan(paid),
      用户实付金额: yuan(paid),
      退款金额: '0.00',
      '有效销售金额（计佣金额）': yuan(paid),
      佣金率: 0.35,
      预估支出佣金: yuan(paid * 0.35),
      合作类型: '买手合作',
      推广渠道: '直播',
    };
  });
  const expected = {
    kind: 'Q1',
    header: [1],
    records: 5,
    dropped: ['达人名称'],
    dataDate: 'not-needed',
  } as const;
  return [
    corpusFile('q1-plain.xlsx', xlsx, [tableOf(lines)], {
      ...expected,
      values: [
        [2, 'commissionRate', '≈0.35'],
        [2, 'refunded', 0],
      ],
    }),
    corpusFile(
      'q1-commission-differs.xlsx',
      xlsx,
      [tableOf(withTraps(lines, [0, '预估支出佣金', '1.00'], [1, '佣金率', '35%']))],
      { ...expected, findings: [['commission-differs', 1]] },
    ),
    corpusFile(
      'q1-buyers-in-it.csv',
      csv,
      [
        tableOf(
          lines.map((line): Line => ({
            ...line,
            收货人: '示例',
            收货地址: '示例路1号',
            手机号码: '13800000000',
          })),
          '',
        ),
      ],
      { ...expected, dropped: ['达人名称', '收货人', '收货地址', '手机号码'] },
    ),
  ];
}

/** N1: analysis of notes with industry ranks. */
export function noteAnalyses(seed: string): CorpusFile[] {
  const lines = madeUpNotes(new RandomStream(seed, 'imports', 'N1'), 5).map((note, index): Line => ({
    笔记名称: note.title,
    笔记id: note.id,
    笔记发布时间: `${note.published} 12:30`,
    笔记创作者名称: `示例博主${String(index + 1)}`,
    笔记创作者ID: note.id.replace('65f000', '65f001'),
    笔记类型: note.video ? '视频' : '图文',
    笔记是否已推广: '是',
    员工姓名: '示例员工',
    博主报价: note.price,
    '地域分布-省份（top1及占比）': '广东 12.3%',
    全部曝光量: note.impressions,
    全部曝光量行业排名: '前10%',
    全部阅读量: note.reads,
    全部阅读量行业排名: '前20%',
    全部阅读率: percent(note.reads, note.impressions),
    全部互动量: note.likes + note.collects,
    自然曝光量: note.natural,
    自然阅读量: note.naturalReads,
    竞价推广曝光量: note.promoted,
    竞价推广点击量: note.promotedReads,
    竞价推广点击率: percent(note.promotedReads, note.promoted),
    加热助推总曝光量: note.heated,
    '7日支付ROI': 1.2,
  }));
  const headers = headersOf(lines);
  const top = headers.map((header) =>
    header.startsWith('竞价推广')
      ? '竞价推广'
      : header.startsWith('加热助推')
        ? '加热助推'
        : header.startsWith('全部')
          ? '全部数据'
          : '基础信息',
  );
  const short = headers.map((header) => header.replace(/^(竞价推广|加热助推)/, ''));
  const few = withTraps(
    lines,
    [0, '全部阅读率', '数据较少'],
    [1, '竞价推广曝光量', '数据较少'],
    [2, '7日支付ROI', '-'],
  );
  const expected = {
    kind: 'N1',
    header: [1],
    records: 5,
    dropped: ['笔记创作者名称', '员工姓名'],
    dataDate: 'ask',
  } as const;
  return [
    corpusFile('n1-one-row.xlsx', xlsx, [tableOf(lines)], {
      ...expected,
      values: [
        [2, 'impressionsRank', '前10%'],
        [2, 'isPromoted', true],
      ],
    }),
    corpusFile('n1-cascade.xlsx', xlsx, [sheetOf('笔记', [top, headers, ...cellsOf(few)])], {
      ...expected,
      header: [2],
      values: [
        [3, 'readRate', null],
        [4, 'biddingImpressions', null],
        [5, 'roi7d', null],
      ],
    }),
    corpusFile(
      'n1-cascade-short-names.xlsx',
      { format: 'xlsx', merges: ['A1:J1'] },
      [sheetOf('笔记', [top, short, ...cellsOf(lines)])],
      {
        ...expected,
        header: [1, 2],
        dropped: ['基础信息/笔记创作者名称', '基础信息/员工姓名'],
        values: [[3, 'impressionsRank', '前10%']],
      },
    ),
    corpusFile('n1-gb18030.csv', { ...csv, encoding: 'gb18030' }, [tableOf(few, '')], {
      ...expected,
      values: [[2, 'readRate', null]],
    }),
  ];
}

/** Files of no known kind: a mapping is suggested, and a person decides. */
export function strangeFiles(seed: string): CorpusFile[] {
  const notes = madeUpNotes(new RandomStream(seed, 'imports', 'unknown'), 5);
  const own = notes.map((note, index): Line => ({
    内容编号: note.id,
    内容标题: note.title,
    发布人昵称: `示例${String(index)}`,
    总浏览量: note.reads,
    展示次数: note.impressions,
    点赞次数: note.likes,
    收藏次数: note.collects,
  }));
  const english = notes.map((note): Line => ({
    'Note ID': note.id,
    'Note title': note.title,
    Impressions: note.impressions,
    Reads: note.reads,
    Likes: note.likes,
    Comments: note.comments,
    'Phone number': '13800000000',
  }));
  const recipe = [
    { 食材: '面粉', 克数: 500 },
    { 食材: '黄油', 克数: 80 },
  ];
  return [
    corpusFile('unknown-own-words.xlsx', xlsx, [tableOf(own)], {
      kind: null,
      header: [1],
      records: 0,
      dropped: ['发布人昵称'],
      dataDate: 'ask',
      asks: ['required-missing'],
    }),
    corpusFile('unknown-english.csv', csv, [tableOf(english, '')], {
      kind: null,
      header: [1],
      records: 5,
      dropped: ['Phone number'],
      dataDate: 'ask',
      values: [[2, 'impressions', notes[0]?.impressions ?? 0]],
    }),
    corpusFile('unknown-recipe.xlsx', xlsx, [tableOf(recipe)], {
      kind: null,
      header: [1],
      records: 0,
      dropped: [],
      dataDate: 'ask',
      asks: ['nothing-mapped'],
    }),
    corpusFile(
      'unknown-title-above.xlsx',
      xlsx,
      [sheetOf('Sheet1', [['我的数据'], headersOf(english), ...cellsOf(english)])],
      { kind: null, header: [2], records: 5, dropped: ['Phone number'], dataDate: 'ask' },
    ),
  ];
}
