import { aWorkbookFile, csvOf, inGb18030 } from './files';

/** The three files of a marketer's Monday, of nobody's real notes; each telling has its own, since the same file twice does nothing. */
export interface ExportFile {
  name: string;
  type: string;
  bytes: Buffer;
}

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const noteId = (telling: number, n: number): string => `6e${telling}${n.toString(16).padStart(21, '0')}`;

/** An order report of Pugongying (P0): two orders, and one whose id a spreadsheet has destroyed. */
export function orderReport(telling: number, reads = 2_310): ExportFile {
  const header = [
    '数据更新日期',
    '订单id',
    '合作名称',
    '报备品牌',
    '下单账号',
    '博主昵称',
    '博主报价',
    '服务费金额',
    '是否为优效模式',
    '总消耗',
    '订单来源',
    '总曝光量',
    '总阅读量',
    '总互动量',
    '总点赞量',
    '总收藏量',
    '总评论量',
    '总分享量',
    '总自然曝光量',
    '总推广曝光量',
    '总加热曝光量',
  ];
  const order = (id: string, name: string, read: number) => [
    '2026/11/20',
    id,
    name,
    '林家茶',
    '林家茶官方',
    '小满',
    5_000,
    500,
    '否',
    5_500,
    '定制商单',
    '1.2万',
    read,
    36,
    20,
    10,
    4,
    2,
    '1万',
    2_000,
    0,
  ];
  const rows = [
    header,
    order(`10${telling}0000000000000011`, '秋茶上新', reads),
    order(`10${telling}0000000000000012`, '办公室泡茶', 1_840),
    order('1.23E+17', '冬季礼盒', 900),
  ];
  return {
    name: `订单报告 ${telling}-${reads}.xlsx`,
    type: workbook,
    bytes: aWorkbookFile('订单报告', rows),
  };
}

/** A report of Juguang (J1) as Chinese Windows saves it, with a cost under a name that nobody knows. */
export function adReport(telling: number): ExportFile {
  const rows = [
    ['时间', '计划名称', '笔记ID', '消费', '展现量', '点击量', '点击率', '平均点击成本', '有效行为花费'],
    ['2026-11-18', `秋茶信息流${telling}`, noteId(telling, 1), '128.50', 5140, 257, '5.00%', '0.50', '12.85'],
    ['2026-11-19', `秋茶信息流${telling}`, noteId(telling, 1), '96.00', 4000, 160, '4.00%', '0.60', '9.60'],
    ['合计', '', '', '224.50', 9140, 417, '4.56%', '0.54', ''],
  ];
  return { name: `聚光报表${telling}.csv`, type: 'text/csv', bytes: inGb18030(csvOf(rows)) };
}

/** The list of notes of the creator centre (C1): it does not say of which day it is. */
export function creatorCentreSheet(telling: number): ExportFile {
  const rows = [
    [
      '笔记标题',
      '首次发布时间',
      '体裁',
      '曝光',
      '观看量',
      '封面点击率',
      '点赞',
      '评论',
      '收藏',
      '涨粉',
      '分享',
      '人均观看时长',
    ],
    [
      `第一泡要不要倒掉 ${telling}`,
      '2026年11月02日08时30分00秒',
      '图文',
      18_400,
      2_024,
      0.11,
      86,
      12,
      41,
      9,
      6,
      14,
    ],
    [
      `办公室三分钟泡茶 ${telling}`,
      '2026年11月09日20时05分00秒',
      '视频',
      9_700,
      1_067,
      0.11,
      40,
      5,
      '10+',
      3,
      2,
      21,
    ],
  ];
  return {
    name: `笔记列表明细表${telling}.xlsx`,
    type: workbook,
    bytes: aWorkbookFile('笔记数据', rows),
  };
}

/** Creators as Qiangua exports them (V1): one with an account number, one with the vendor's own id alone. */
export function creatorExport(telling: number): ExportFile {
  const rows = [
    ['达人ID', '昵称', '小红书号', '垂类', '粉丝数', '图文报价', 'CPM', '粉丝真实度', '千瓜指数', '数据日期'],
    [`91${telling}1`, '小满', `story_${telling}`, '美食', '1.2万', '3000', '900', '88%', '812', '2026-11-20'],
    [`91${telling}2`, '小雪', '', '美食', '734', '面议', '-', '79%', '305', '2026-11-20'],
  ];
  return { name: `千瓜达人 ${telling}.csv`, type: 'text/csv', bytes: Buffer.from(csvOf(rows)) };
}
