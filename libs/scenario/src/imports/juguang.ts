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
import { fraction, madeUpDigits, madeUpId, percent, yuan } from './made-up';

const placements = ['信息流推广', '搜索推广', '全站智投', '视频流推广'];

function adLine(random: RandomStream, index: number): Line {
  const impressions = random.between(2_000, 9_000);
  const clicks = random.between(60, 300);
  const fee = random.between(10_000, 60_000) / 100;
  const [likes, comments, collects, follows, shares] = [9, 2, 5, 1, 3].map((most) =>
    random.between(1, most + 1),
  ) as [number, number, number, number, number];
  const interactions = likes + comments + collects + follows + shares;
  return {
    时间: `2026-11-0${String(index + 1)}`,
    计划名称: '种草-精华',
    计划ID: madeUpDigits(random, 18),
    单元名称: '信息流-25到34',
    单元ID: madeUpDigits(random, 18),
    创意ID: madeUpDigits(random, 18),
    笔记ID: madeUpId(random),
    投放位置: placements[index % 4] ?? '',
    消费: yuan(fee),
    展现量: impressions,
    点击量: clicks,
    点击率: percent(clicks, impressions),
    平均点击成本: yuan(fee / clicks),
    平均千次展示费用: yuan((1_000 * fee) / impressions),
    点赞: likes,
    评论: comments,
    收藏: collects,
    关注: follows,
    分享: shares,
    互动量: interactions,
    平均互动成本: yuan(fee / interactions),
  };
}

const keys: Readonly<Record<string, string>> = {
  时间: 'time',
  计划名称: 'campaign_name',
  计划ID: 'campaign_id',
  单元名称: 'unit_name',
  单元ID: 'unit_id',
  创意ID: 'creativity_id',
  笔记ID: 'note_id',
  投放位置: 'placement',
  消费: 'fee',
  展现量: 'impression',
  点击量: 'click',
  点击率: 'ctr',
  平均点击成本: 'acp',
  平均千次展示费用: 'cpm',
  点赞: 'like',
  评论: 'comment',
  收藏: 'collect',
  关注: 'follow',
  分享: 'share',
  互动量: 'interaction',
  平均互动成本: 'cpi',
};

/** J1 and J2: ad reports of 聚光. */
export function adReports(seed: string): CorpusFile[] {
  const random = new RandomStream(seed, 'imports', 'J1');
  const lines = Array.from({ length: 6 }, (_, index) => adLine(random, index));
  const headers = headersOf(lines);
  const without = (...names: string[]) =>
    lines.map((line): Line =>
      Object.fromEntries(Object.entries(line).filter(([header]) => !names.includes(header))),
    );
  const asKeys = (all: readonly Line[]) =>
    all.map((line): Line =>
      Object.fromEntries(
        Object.entries(line).map(([header, cell]) => [keys[header] ?? header, String(cell)]),
      ),
    );
  const total = headers.map((header) =>
    header === '时间' ? '合计' : header === '消费' ? '1999.99' : header === '展现量' ? 40_000 : '-',
  );
  const expected = {
    kind: 'J1',
    header: [1],
    records: 6,
    interactions: 'LCCSF',
    dropped: [],
    dataDate: 'column',
  } as const;
  const api = { ...expected, kind: 'J2' } as const;
  const answers = asKeys(lines);
  const fractions = answers.map((line): Line => ({
    ...line,
    ctr: String(fraction(Number(line['click']), Number(line['impression']))),
  }));
  return [
    corpusFile('j1-bom-crlf.csv', csv, [tableOf(lines, '')], {
      ...expected,
      values: [[2, 'campaignId', String(lines[0]?.['计划ID'])]],
    }),
    corpusFile(
      'j1-gb18030.csv',
      { ...csv, encoding: 'gb18030', lineEnds: 'lf' },
      [tableOf(lines, '')],
      expected,
    ),
    corpusFile(
      'j1-utf16-mixed-ends.csv',
      { format: 'csv', encoding: 'utf16le', lineEnds: 'mixed' },
      [tableOf(lines, '')],
      expected,
    ),
    corpusFile('j1-plain.xlsx', xlsx, [tableOf(lines)], expected),
    corpusFile('j1-total-below.csv', csv, [sheetOf('', [headers, ...cellsOf(lines), total])], {
      ...expected,
      skipped: [[8, 'total']],
    }),
    corpusFile('j1-total-above.xlsx', xlsx, [sheetOf('报表', [headers, total, ...cellsOf(lines)])], {
      ...expected,
      skipped: [[2, 'total']],
    }),
    corpusFile(
      'j1-ids-destroyed.csv',
      csv,
      [
        tableOf(
          withTraps(
            lines,
            [0, '计划ID', '1.92837E+17'],
            [1, '创意ID', '2.93848E+17'],
            [2, '单元ID', '1.92E+17'],
          ),
          '',
        ),
      ],
      {
        ...expected,
        records: 3,
        rejected: [
          [2, 'exponent-form'],
          [3, 'exponent-form'],
          [4, 'exponent-form'],
        ],
      },
    ),
    corpusFile(
      'j1-ids-cut.csv',
      csv,
      [
        tableOf(
          lines.map((line): Line => ({ ...line, 计划ID: `${String(line['计划ID']).slice(0, 15)}000` })),
          '',
        ),
      ],
      { ...expected, findings: [['ids-look-cut', 6]] },
    ),
    corpusFile(
      'j1-percent-without-sign.csv',
      csv,
      [
        tableOf(
          lines.map((line): Line => ({ ...line, 点击率: String(line['点击率']).replace('%', '') })),
          '',
        ),
      ],
      expected,
    ),
    corpusFile(
      'j1-rates-that-lie.xlsx',
      xlsx,
      [
        tableOf(
          withTraps(
            lines,
            [0, '点击率', '99.00%'],
            [1, '平均点击成本', '0.01'],
            [2, '平均千次展示费用', '9999.00'],
          ),
        ),
      ],
      {
        ...expected,
        findings: [
          ['ctr-differs', 1],
          ['cost-per-click-differs', 1],
          ['cpm-differs-from-ctr-and-cpc', 3],
        ],
      },
    ),
    corpusFile(
      'j1-by-hour.csv',
      csv,
      [
        tableOf(
          lines.map((line, index): Line => ({ ...line, 时间: `2026-11-01 0${String(index)}:00:00` })),
          '',
        ),
      ],
      expected,
    ),
    corpusFile(
      'j1-keywords.csv',
      csv,
      [
        tableOf(
          without('笔记ID', '创意ID').map((line, index): Line => ({
            关键词: `精华${String(index)}`,
            ...line,
          })),
          '',
        ),
      ],
      expected,
    ),
    corpusFile('聚光_笔记汇总_2026-11-01_2026-11-07.xlsx', xlsx, [tableOf(without('时间'))], {
      ...expected,
      dataDate: 'file-name 2026-11-07',
    }),
    corpusFile(
      'j1-spans-for-days.csv',
      csv,
      [tableOf(withTraps(lines, [0, '时间', '2026-11-01~2026-11-07'], [1, '时间', '11/2/2026']), '')],
      {
        ...expected,
        records: 4,
        rejected: [
          [2, 'date-range'],
          [3, 'ambiguous-day-month'],
        ],
      },
    ),
    corpusFile('j2-list.json', { format: 'json', json: answers }, [tableOf(answers, '[]')], {
      ...api,
      values: [[2, 'campaignId', String(lines[0]?.['计划ID'])]],
    }),
    corpusFile(
      'j2-in-an-answer.json',
      { format: 'json', json: { code: 0, data: { data_list: answers } } },
      [tableOf(answers, 'data.data_list[]'), sheetOf('{}', [['code'], [0]])],
      api,
    ),
    corpusFile(
      'j2-rates-as-fractions.json',
      { format: 'json', json: fractions },
      [tableOf(fractions, '[]')],
      { ...api, values: [[2, 'adCtr', `≈${String(fractions[0]?.['ctr'])}`]] },
    ),
    corpusFile(
      'j1-percent-cells-of-a-spreadsheet.xlsx',
      xlsx,
      [tableOf(lines.map((line, index): Line => ({ ...line, 点击率: Number(fractions[index]?.['ctr']) })))],
      { ...expected, values: [[2, 'adCtr', `≈${String(fractions[0]?.['ctr'])}`]] },
    ),
    corpusFile(
      'j1-rates-that-nothing-explains.xlsx',
      xlsx,
      [tableOf(lines.map((line): Line => ({ ...line, 行动按钮点击率: 0.42 })))],
      { ...expected, records: 0, interactions: null, asks: ['rate-unit-unknown'] },
    ),
  ];
}
