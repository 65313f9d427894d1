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
import { fraction, madeUpNotes, percent } from './made-up';

/** C1: lists of notes of the creator centre, without ids. */
export function creatorNotes(seed: string): CorpusFile[] {
  const random = new RandomStream(seed, 'imports', 'C1');
  const notes = madeUpNotes(random, 6);
  const lines = notes.map((note): Line => ({
    笔记标题: note.title,
    首次发布时间: `${note.published.replace('-', '年').replace('-', '月')}日12时30分05秒`,
    体裁: note.video ? '视频' : '图文',
    曝光: note.impressions,
    观看量: note.reads,
    封面点击率: fraction(note.reads, note.impressions),
    点赞: note.likes,
    评论: note.comments,
    收藏: note.collects,
    涨粉: note.follows,
    分享: note.shares,
    人均观看时长: random.between(10, 60),
  }));
  const expected = { kind: 'C1', header: [1], records: 6, dropped: [], dataDate: 'ask' } as const;
  const twice = withTraps(
    lines,
    [1, '笔记标题', String(lines[0]?.['笔记标题'])],
    [1, '首次发布时间', String(lines[0]?.['首次发布时间'])],
  );
  return [
    corpusFile('c1-plain.xlsx', xlsx, [tableOf(lines)], {
      ...expected,
      values: [[2, 'noteType', notes[0]?.video ? 'video' : 'image']],
    }),
    corpusFile(
      '笔记列表明细表 20261112.xlsx',
      xlsx,
      [sheetOf('Sheet1', [['最多导出排序后前1000条笔记'], headersOf(lines), ...cellsOf(lines)])],
      { ...expected, header: [2], dataDate: 'file-name 2026-11-12' },
    ),
    corpusFile(
      'c1-percent-signs.xlsx',
      xlsx,
      [
        tableOf(
          lines.map((line, index): Line => ({
            ...line,
            封面点击率: percent(notes[index]?.reads ?? 0, notes[index]?.impressions ?? 1),
          })),
        ),
      ],
      expected,
    ),
    corpusFile(
      'c1-titles-with-everything.csv',
      csv,
      [
        tableOf(
          withTraps(
            lines,
            [0, '笔记标题', '他说"好用"，真的,👩‍👧好用'],
            [1, '笔记标题', '合计多少钱'],
            [2, '首次发布时间', ''],
            [3, '首次发布时间', '昨天 12:30'],
            [4, '人均观看时长', '1分20秒'],
            [5, '人均观看时长', '39s'],
          ),
          '',
        ),
      ],
      {
        ...expected,
        records: 5,
        rejected: [[4, 'identity-missing']],
        values: [
          [2, 'title', '他说"好用"，真的,👩‍👧好用'],
          [5, 'publishedAt', '2026-11-14'],
          [6, 'dwellSeconds', 80],
          [7, 'dwellSeconds', 39],
        ],
      },
    ),
    corpusFile('c1-same-title-twice.xlsx', xlsx, [tableOf(twice)], expected),
    corpusFile('c1-cover-rate-differs.xlsx', xlsx, [tableOf(withTraps(lines, [2, '封面点击率', 0.9]))], {
      ...expected,
      findings: [['ctr-differs', 1]],
    }),
  ];
}

const hours = Array.from({ length: 5 }, (_, hour) => `2026-11-01 0${String(hour)}:00`);

/** C2 and C3: curves of one note. */
export function creatorCurves(seed: string): CorpusFile[] {
  const random = new RandomStream(seed, 'imports', 'C2');
  const curve = (name: string, most: number, header = name) =>
    sheetOf(name, [['时间', header], ...hours.map((hour) => [hour, random.between(1, most)])]);
  const day = 1_793_462_400_000;
  const list = (key: string, value: () => number) =>
    Array.from({ length: 3 }, (_, index) => ({ date: day + index * 86_400_000, [key]: value() }));
  const imp = list('count', () => random.between(1, 900));
  const cover = list('coun', () => random.between(200, 900) / 100);
  const vague = list('coun', () => random.between(1, 90) / 100);
  const asSheet = (name: string, points: readonly Line[]) => tableOf(points, name);
  const byHour = Array.from({ length: 26 }, (_, hour) => ({
    date: day + hour * 3_600_000,
    count: 40 - hour,
  }));
  const exits = [0.3125, 0.2875, 0.3].map((coun, index) => ({
    date: day + index * 86_400_000,
    coun: 100 * coun,
  }));
  const noteId = '65f0a1b2c3d4e5f6a7b8c9d0';
  const question = `https://creator.xiaohongshu.com/api/galaxy/creator/datacenter/note/base?note_id=${noteId}`;
  const expected = { kind: 'C2', header: [1], records: 10, dropped: [], dataDate: 'not-needed' } as const;
  const api = { ...expected, kind: 'C3' } as const;
  return [
    corpusFile('c2-by-hour.xlsx', xlsx, [curve('曝光', 900), curve('观看', 90)], {
      ...expected,
      values: [[2, 'pointAt', '2026-11-01']],
    }),
    corpusFile(
      'c2-named-figures.xlsx',
      xlsx,
      [curve('点赞', 20, '数值'), curve('涨粉', 9, '数值')],
      expected,
    ),
    corpusFile(
      'c2-rate-unclear.xlsx',
      xlsx,
      [sheetOf('封面点击率', [['日期', '封面点击率'], ...hours.map((hour) => [hour, 0.12])])],
      { ...expected, records: 0, asks: ['rate-unit-unknown'] },
    ),
    corpusFile(
      'c3-day.json',
      { format: 'json', json: { data: { day: { imp_list: imp, cover_click_rate_list: cover } } } },
      [asSheet('data.day.imp_list[]', imp), asSheet('data.day.cover_click_rate_list[]', cover)],
      {
        ...api,
        records: 6,
        values: [[2, 'pointAt', '2026-11-01']],
      },
    ),
    corpusFile(
      'c3-rate-unclear.json',
      { format: 'json', json: { data: { day: { finish_list: vague } } } },
      [asSheet('data.day.finish_list[]', vague)],
      { ...api, records: 0, asks: ['rate-unit-unknown'] },
    ),
    corpusFile(
      'c3-note-id-beside.json',
      {
        format: 'json',
        json: { code: 0, data: { note_id: noteId, day: { exit_view2s_list: exits, imp_list: imp } } },
      },
      [
        asSheet('data.day.exit_view2s_list[]', exits),
        asSheet('data.day.imp_list[]', imp),
        asSheet('{}', [{ code: 0, 'data.note_id': noteId }]),
      ],
      { ...api, records: 6, subject: noteId, values: [[2, 'pointRate', '≈0.3125']] },
    ),
    corpusFile(
      'c3-with-its-question.json',
      {
        format: 'json',
        json: { url: question, response: { data: { hour: { imp_list: byHour }, day: { view_list: imp } } } },
      },
      [
        asSheet('response.data.hour.imp_list[]', byHour),
        asSheet('response.data.day.view_list[]', imp),
        asSheet('{}', [{ url: question }]),
      ],
      { ...api, records: 29, subject: noteId, values: [[27, 'pointValue', 15]] },
    ),
    corpusFile(
      'c3-two-notes-in-one.json',
      {
        format: 'json',
        json: [
          { note_id: noteId, data: { day: { imp_list: imp } } },
          { note_id: '65f0a1b2c3d4e5f6a7b8c9d1', data: { day: { like_list: imp } } },
        ],
      },
      [
        asSheet('[].data.day.imp_list[]', imp),
        asSheet('[].data.day.like_list[]', imp),
        asSheet('{}', [{ '[].note_id': null }]),
      ],
      { ...api, records: 6 },
    ),
    corpusFile(`单篇笔记趋势_${noteId}.xlsx`, xlsx, [curve('曝光', 900), curve('收藏', 9)], {
      ...expected,
      subject: noteId,
    }),
  ];
}
