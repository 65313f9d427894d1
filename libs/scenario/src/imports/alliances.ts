import { RandomStream } from '../random';
import {
  type CorpusFile,
  type Line,
  cellsOf,
  corpusFile,
  csv,
  headersOf,
  sheetOf,
  xlsx,
} from './corpus-file';
import { madeUpNotes } from './made-up';
import { noteLine } from './note-lines';

const surfaces = ['发现页', '搜索页', '个人页', '关注页', '附近页', '其他'];
const exposure = [0.7, 0.15, 0.05, 0.04, 0.01, 0.05];
const reads = [0.5, 0.3, 0.08, 0.05, 0.02, 0.05];

/** P2: full sheets, in which six surfaces stand twice and the first column has no header. */
export function fullSheets(seed: string): CorpusFile[] {
  const notes = madeUpNotes(new RandomStream(seed, 'imports', 'P2'), 5);
  const lines = notes.map((note, index): Line => {
    const line = noteLine(note, index);
    delete line['数据更新日期'];
    return {
      ...line,
      任务名称: '示例星任务',
      星任务主任务id: '6600123',
      抽样比例: 0.2,
      阅读uv: note.reads - 5,
      进店uv: 12,
      进店率: 0.03,
      累计进店成本: '45.50',
      '站外活跃行为uv（30天设备归因）': 30,
      '站外活跃行为uv（15天设备归因）': 20,
      '站外活跃成本（15天设备归因）': '18.20',
      品牌名称: '示例品牌',
      自然曝光量: note.natural,
      自然阅读量: note.naturalReads,
    };
  });
  const tail = ['粉丝占比', '女', '男', '<18', '18~24', '25~34', '35~44', '>44'];
  const shares = [0.2, 0.8, 0.2, 0.05, 0.3, 0.4, 0.2, 0.05];
  const tops = ['top1占比', 'top2占比', 'top3占比'];
  const rows = (second: (name: string) => string, day: string) => [
    ['', ...headersOf(lines), ...surfaces, ...surfaces.map(second), ...tail, ...tops, ...tops.map(second)],
    ...cellsOf(lines).map((cells) => [
      day,
      ...cells,
      ...exposure,
      ...reads,
      ...shares,
      ...['机型甲 30%', '机型乙 20%', '机型丙 10%'],
      ...['广东 20%', '浙江 15%', '江苏 10%'],
    ]),
  ];
  const expected = {
    kind: 'P2',
    header: [1],
    records: 5,
    interactions: 'LCCS',
    dropped: ['博主昵称'],
    dataDate: 'column',
    values: [
      [2, 'exposureShareDiscover', '≈0.7'],
      [2, 'readShareDiscover', '≈0.5'],
      [2, 'exposureShareSearch', '≈0.15'],
      [2, 'readShareSearch', '≈0.3'],
      [2, 'age18Share', '≈0.3'],
      [2, 'ageOver44Share', '≈0.05'],
      [2, 'phoneTop1', '机型甲 30%'],
      [2, 'provinceTop1', '广东 20%'],
      [2, 'samplingRatio', '≈0.2'],
      [2, 'offSiteVisitors30', 30],
      [2, 'offSiteVisitors15', 20],
      [2, 'dataDate', '2026-11-15'],
    ],
  } as const;
  const twice = rows((name) => name, '2026-11-15');
  return [
    corpusFile('p2-surfaces-twice.xlsx', xlsx, [sheetOf('Sheet1', twice)], expected),
    corpusFile(
      'p2-as-pandas-writes-it.csv',
      { ...csv, encoding: 'utf8', lineEnds: 'lf' },
      [
        sheetOf(
          '',
          rows((name) => `${name}.1`, '2026-11-15'),
        ),
      ],
      expected,
    ),
    corpusFile('p2-utf16.csv', { ...csv, encoding: 'utf16le' }, [sheetOf('', twice)], expected),
    corpusFile(
      'p2-title-above.xlsx',
      { format: 'xlsx', merges: ['A1:D1'] },
      [sheetOf('Sheet1', [['小红星数据', '小红星数据', '小红星数据', '小红星数据'], ...twice])],
      { ...expected, header: [2], values: [[3, 'readShareDiscover', '≈0.5']] },
    ),
  ];
}
