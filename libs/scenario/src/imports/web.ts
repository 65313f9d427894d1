import { RandomStream } from '../random';
import { type CorpusFile, type Line, corpusFile, csv, tableOf, withTraps, xlsx } from './corpus-file';
import { madeUpNotes } from './made-up';

/** W1 and W2: what collectors and browsers write down. */
export function webFiles(seed: string): CorpusFile[] {
  const notes = madeUpNotes(new RandomStream(seed, 'imports', 'W1'), 5);
  const lines = notes.map((note): Line => ({
    note_id: note.id,
    type: note.video ? 'video' : 'normal',
    title: note.title,
    desc: '示例正文',
    video_url: '',
    time: Date.parse(`${note.published}T12:00:00+08:00`),
    last_update_time: Date.parse(`${note.published}T13:00:00+08:00`),
    liked_count: String(note.likes),
    collected_count: String(note.collects),
    comment_count: String(note.comments),
    share_count: String(note.shares),
    image_list: '',
    tag_list: '测评,示例',
    note_url: `https://www.xiaohongshu.com/explore/${note.id}?xsec_token=ABsecret=&xsec_source=pc_search`,
    source_keyword: '精华',
    xsec_token: 'ABsecret=',
    add_ts: Date.parse('2026-11-14T10:00:00+08:00'),
    creator_hash: 'a1b2c3d4e5f6',
  }));
  const old = lines.map(({ creator_hash: _, ...line }): Line => ({
    ...line,
    user_id: '65f000aaaaaaaaaaaaaaaaaa',
    nickname: '示例用户',
    avatar: 'https://example.com/a.png',
    ip_location: '上海',
  }));
  const rounded = withTraps(
    lines,
    [0, 'liked_count', '1.2万'],
    [1, 'liked_count', '10+'],
    [2, 'liked_count', '赞'],
    [3, 'comment_count', '评论'],
    [4, 'collected_count', ''],
  );
  const expected = {
    kind: 'W1',
    header: [1],
    records: 5,
    dropped: ['xsec_token'],
    dataDate: 'column',
  } as const;
  const items = notes.map((note) => ({
    id: note.id,
    model_type: 'note',
    xsec_token: 'ABsecret=',
    note_card: {
      type: note.video ? 'video' : 'normal',
      display_title: note.title,
      user: { user_id: '65f000aaaaaaaaaaaaaaaaaa', nickname: '示例用户' },
      interact_info: {
        liked_count: '99871',
        collected_count: '1.2万',
        comment_count: '评论',
        shared_count: '10+',
      },
    },
  }));
  const flatItems = items.map(({ note_card: card, ...item }): Line => ({
    ...item,
    'note_card.type': card.type,
    'note_card.display_title': card.display_title,
    'note_card.user.user_id': card.user.user_id,
    'note_card.user.nickname': card.user.nickname,
    'note_card.interact_info.liked_count': card.interact_info.liked_count,
    'note_card.interact_info.collected_count': card.interact_info.collected_count,
    'note_card.interact_info.comment_count': card.interact_info.comment_count,
    'note_card.interact_info.shared_count': card.interact_info.shared_count,
  }));
  const details = notes.map((note) => ({
    noteId: note.id,
    title: note.title,
    desc: '示例正文',
    type: note.video ? 'video' : 'normal',
    time: Date.parse(`${note.published}T12:00:00+08:00`),
    ipLocation: '上海',
    interactInfo: { likedCount: '120', collectedCount: '30', commentCount: '5', shareCount: '2' },
  }));
  const flatDetails = (prefix: string) =>
    details.map(({ interactInfo, ...note }): Line => {
      const flat = {
        ...note,
        ...Object.fromEntries(
          Object.entries(interactInfo).map(([key, value]) => [`interactInfo.${key}`, value]),
        ),
      };
      return Object.fromEntries(Object.entries(flat).map(([key, value]) => [prefix + key, value]));
    });
  const web = { ...expected, kind: 'W2', dataDate: 'ask' } as const;
  return [
    corpusFile('w1-notes.csv', { ...csv, encoding: 'utf8', lineEnds: 'lf' }, [tableOf(lines, '')], {
      ...expected,
      values: [
        [2, 'noteLink', `https://www.xiaohongshu.com/explore/${notes[0]?.id ?? ''}`],
        [2, 'noteType', notes[0]?.video ? 'video' : 'image'],
      ],
    }),
    corpusFile('w1-notes.json', { format: 'json', json: lines }, [tableOf(lines, '[]')], expected),
    corpusFile('w1-older.xlsx', xlsx, [tableOf(old)], {
      ...expected,
      dropped: ['xsec_token', 'nickname', 'avatar', 'ip_location'],
    }),
    corpusFile('w1-rounded-counts.csv', csv, [tableOf(rounded, '')], {
      ...expected,
      values: [
        [2, 'likes', '≈12000'],
        [3, 'likes', '≥10'],
        [4, 'likes', 0],
        [5, 'comments', 0],
        [6, 'collects', null],
      ],
    }),
    corpusFile(
      'w1-ids-destroyed.xlsx',
      xlsx,
      [
        tableOf(
          withTraps(
            lines,
            [0, 'note_id', '6.5E+23'],
            [0, 'note_url', ''],
            [1, 'note_id', 6.5e23],
            [2, 'liked_count', '收藏'],
          ),
        ),
      ],
      {
        ...expected,
        records: 2,
        rejected: [
          [2, 'exponent-form'],
          [3, 'id-digits-lost'],
          [4, 'not-a-number'],
        ],
      },
    ),
    corpusFile(
      'w2-search.json',
      { format: 'json', json: { data: { items } } },
      [tableOf(flatItems, 'data.items[]')],
      {
        ...web,
        dropped: ['xsec_token', 'note_card.user.nickname'],
        values: [
          [2, 'likes', 99_871],
          [2, 'collects', '≈12000'],
          [2, 'comments', 0],
          [2, 'shares', '≥10'],
        ],
      },
    ),
    corpusFile(
      'w2-details.json',
      {
        format: 'json',
        json: { note: { noteDetailMap: Object.fromEntries(details.map((note) => [note.noteId, { note }])) } },
      },
      [
        tableOf(
          flatDetails('note.').map((line): Line => ({ key: line['note.noteId'] ?? null, ...line })),
          'note.noteDetailMap{}',
        ),
      ],
      {
        ...web,
        dropped: ['note.ipLocation'],
        values: [
          [2, 'likes', 120],
          [2, 'shares', 2],
        ],
      },
    ),
    corpusFile(
      'w2-list-of-details.json',
      { format: 'json', json: details },
      [tableOf(flatDetails(''), '[]')],
      {
        ...web,
        dropped: ['ipLocation'],
      },
    ),
  ];
}
