import { type CorpusFile, cellsOf, corpusFile, csv, sheetOf, tableOf, withTraps, xlsx } from './corpus-file';
import { linkOf, noteLines, plainNotes as expected } from './note-lines';

/** P1: sheets of notes after a campaign, and the values that stand in them. */
export function noteSheets(seed: string): CorpusFile[] {
  const { lines, headers, ids, without } = noteLines(seed);
  const title = headers.map(() => '示例品牌 2026年10月 蒲公英投后数据');
  return [
    corpusFile('p1-plain.xlsx', xlsx, [tableOf(lines)], expected),
    corpusFile(
      'p1-title-merged.xlsx',
      { format: 'xlsx', merges: ['A1:U1'] },
      [sheetOf('投后数据', [title, headers, ...cellsOf(lines)])],
      { ...expected, header: [2] },
    ),
    corpusFile(
      'p1-two-titles-and-a-gap.csv',
      { ...csv, encoding: 'gb18030' },
      [sheetOf('', [['示例品牌投后数据'], ['导出时间：2026-11-15 10:00'], [], headers, ...cellsOf(lines)])],
      { ...expected, header: [4] },
    ),
    corpusFile(
      'p1-wan-and-bounds.xlsx',
      xlsx,
      [
        tableOf(
          withTraps(
            lines,
            [0, '曝光量', '1.2万'],
            [1, '曝光量', '3.1w'],
            [2, '曝光量', '1.1亿'],
            [3, '点赞量', '10+'],
            [4, '曝光量', '10万+'],
            [5, '曝光量', '12k'],
          ),
        ),
      ],
      {
        ...expected,
        values: [
          [2, 'impressions', '≈12000'],
          [3, 'impressions', '≈31000'],
          [4, 'impressions', '≈110000000'],
          [5, 'likes', '≥10'],
          [6, 'impressions', '≥100000'],
          [7, 'impressions', '≈12000'],
        ],
      },
    ),
    corpusFile(
      'p1-unknown-is-not-zero.xlsx',
      xlsx,
      [
        tableOf(
          withTraps(
            lines,
            [0, '曝光量', '-'],
            [1, '曝光量', '--'],
            [2, '曝光量', '—'],
            [3, '曝光量', '数据较少'],
            [4, '曝光量', ''],
            [5, '点赞量', '赞'],
            [5, '互动量', '-'],
          ),
        ),
      ],
      {
        ...expected,
        values: [
          [2, 'impressions', null],
          [5, 'impressions', null],
          [6, 'impressions', null],
          [7, 'likes', 0],
        ],
      },
    ),
    corpusFile(
      'p1-full-width-and-currency.csv',
      { ...csv, lineEnds: 'mixed' },
      [
        tableOf(
          withTraps(
            lines,
            [0, '曝光量', '１２，３４５'],
            [1, '蒲公英金额', '¥1,234.00'],
            [2, '蒲公英金额', '1 234元'],
            [3, '曝光量', '\u200b12,345\u200b'],
          ),
          '',
        ),
      ],
      {
        ...expected,
        values: [
          [2, 'impressions', 12_345],
          [3, 'orderAmount', 123_400],
          [4, 'orderAmount', 123_400],
          [5, 'impressions', 12_345],
        ],
      },
    ),
    corpusFile(
      'p1-misreadable-numbers.xlsx',
      xlsx,
      [
        tableOf(
          withTraps(
            lines,
            [0, '曝光量', '1.2.3'],
            [1, '曝光量', '12万3'],
            [2, '曝光量', '1e5'],
            [3, '曝光量', -5],
            [4, '阅读量', '5%'],
            [4, '曝光量', '1,23'],
            [5, '点赞量', { excelSerial: 46_204 }],
          ),
        ),
      ],
      {
        ...expected,
        records: 0,
        interactions: null,
        rejected: [
          [2, 'malformed-number'],
          [3, 'malformed-number'],
          [4, 'exponent-form'],
          [5, 'negative-impossible'],
          [6, 'malformed-number', 'percent-in-count'],
          [7, 'date-in-number-column'],
        ],
      },
    ),
    corpusFile(
      'p1-links-only.xlsx',
      xlsx,
      [
        tableOf(
          withTraps(
            without('笔记ID'),
            [0, '笔记链接', `${linkOf(ids[0] ?? '')}?xsec_token=ABsecret=&xsec_source=pc_share`],
            [1, '笔记链接', `https://www.xiaohongshu.com/discovery/item/${ids[1] ?? ''}`],
            [2, '笔记链接', `https://www.rednote.com/explore/${ids[2] ?? ''}`],
            [3, '笔记链接', 'http://xhslink.com/a/AbC123'],
            [4, '笔记链接', 'https://www.xiaohongshu.com/user/profile/65f000aaaaaaaaaaaaaaaaaa'],
            [5, '笔记链接', 'https://example.com/explore/65f000aaaaaaaaaaaaaaaaaa'],
          ),
        ),
      ],
      {
        ...expected,
        records: 4,
        rejected: [
          [6, 'profile-link'],
          [7, 'foreign-link'],
        ],
        values: [
          [2, 'noteId', ids[0] ?? ''],
          [2, 'noteLink', linkOf(ids[0] ?? '')],
          [4, 'noteId', ids[2] ?? ''],
          [5, 'noteLink', 'http://xhslink.com/a/AbC123'],
        ],
      },
    ),
    corpusFile(
      'p1-dates-of-all-forms.xlsx',
      xlsx,
      [
        tableOf(
          withTraps(
            lines,
            [0, '笔记发布日期', '2026年10月01日12时30分05秒'],
            [1, '笔记发布日期', '2026/10/1'],
            [2, '笔记发布日期', { excelSerial: 46_296 }],
            [3, '笔记发布日期', 1_790_784_000],
            [4, '笔记发布日期', '10-01'],
            [5, '笔记发布日期', '2026-02-30'],
          ),
        ),
      ],
      {
        ...expected,
        records: 5,
        rejected: [[7, 'impossible-date']],
        values: [
          [2, 'publishedAt', '2026-10-01'],
          [3, 'publishedAt', '2026-10-01'],
          [4, 'publishedAt', '2026-10-01'],
          [5, 'publishedAt', '2026-10-01'],
          [6, 'publishedAt', '2026-10-01'],
        ],
      },
    ),
  ];
}
