import { categoryNames, dayInShanghai } from '@poolrise/domain';
import { createHash } from 'node:crypto';
import { noteHistories, type NoteHistory } from '../observed/note-history';
import type { World } from '../world/world';
import type { WorldNote } from '../world/world-note';
import { demoCreatorFiles } from './demo-creator-files';
import { demoCsv, type DemoFile, roundedCount } from './demo-file';

const dayMs = 86_400_000;
/** How many days ago the sheets were exported, the oldest first. */
const exportedDaysAgo = [21, 16, 11, 7, 4, 2];
/** About so many of those that were not advertised. */
const notesMax = 48;

const sheetHeader =
  '笔记ID,笔记标题,博主昵称,笔记发布日期,下单账号,SPU名称,数据更新日期,笔记类型,内容标签,蒲公英金额,曝光量,阅读量,互动量,点赞量,收藏量,评论量,分享量,自然曝光量,推广曝光量,加热曝光量'.split(
    ',',
  );
const adHeader = '时间,计划名称,笔记ID,投放位置,消费,展现量,点击量,点击率,平均点击成本'.split(',');
const ownHeader = '笔记标题,首次发布时间,体裁,曝光,观看量,封面点击率,点赞,评论,收藏,涨粉,分享'.split(',');

interface Seen {
  note: WorldNote;
  history: NoteHistory;
}

/**
 * The files of a brand that had notes made on the platform: a post-campaign sheet each week (P1), an advertising report (J1), the
 * curves of one note by hour and day (C3), and the note list of a creator's own centre (C1), which knows no ids. The notes are
 * those of the other brands of the world, so the figures climb as notes do. Before the last stand files about creators (V1, P3).
 */
export function demoFiles(world: World, brandId: string, now: number): DemoFile[] {
  const histories = noteHistories(world);
  const seen = world.notes
    .map((note, at): Seen => ({ note, history: histories[at] as NoteHistory }))
    .filter(
      ({ note }) =>
        note.workspaceId !== brandId && note.auditState === 'passed' && note.publishedAt < now - 4 * dayMs,
    )
    .filter(
      // All that were advertised, and of the others every so many.
      ({ history }, place, all) =>
        history.at(now).paid.impressions > 0 || place % Math.ceil(all.length / notesMax) === 0,
    );
  // Figures of a day are those at its end, which is the beginning of the next.
  const endOf = (daysAgo: number): number => startOfDay(now - (daysAgo - 1) * dayMs);
  const sheets = exportedDaysAgo.map((days) => sheetAt(seen, endOf(days)));
  const last = exportedDaysAgo.at(-1) ?? 0;
  return [
    ...sheets,
    adReport(seen, now),
    ...noteCurve(seen, now),
    ...demoCreatorFiles(world.cast, now),
    ownList(seen.slice(0, 14), endOf(last)),
  ];
}

const day = (at: number): string => dayInShanghai(new Date(at));
const startOfDay = (at: number): number => Date.parse(`${day(at)}T00:00:00+08:00`);
/** An id as the platform makes them, from our own. */
const platformId = ({ id }: WorldNote): string => createHash('sha1').update(id).digest('hex').slice(0, 24);

function sheetAt(seen: readonly Seen[], at: number): DemoFile {
  const dataDay = day(at - 1);
  const rows = seen.flatMap(({ note, history }) => {
    if (note.publishedAt > at) return [];
    const { natural, paid } = history.at(at);
    const all = (name: keyof typeof natural): number => natural[name] + paid[name];
    const reactions = [all('likes'), all('collects'), all('comments'), all('shares')];
    const quote = 400 + (note.title.length % 9) * 150;
    return [
      [
        platformId(note),
        note.title,
        note.creator.name,
        day(note.publishedAt),
        '林家茶',
        '冷泡茶',
        dataDay,
        note.type === 'video' ? '视频' : '图文',
        categoryNames[note.category].zh,
        (quote * 1.1).toFixed(2),
        roundedCount(all('impressions')),
        all('clicks'),
        reactions.reduce((sum, count) => sum + count, 0),
        ...reactions,
        roundedCount(natural.impressions),
        roundedCount(paid.impressions),
        0,
      ],
    ];
  });
  return demoCsv(`蒲公英投后数据 ${dataDay}.csv`, [sheetHeader, ...rows]);
}

function adReport(seen: readonly Seen[], now: number): DemoFile {
  const rows = seen.flatMap(({ note, history }) =>
    Array.from({ length: 14 }, (_, back) => startOfDay(now) - (15 - back) * dayMs).flatMap((at) => {
      const [before, after] = [history.at(at), history.at(at + dayMs)];
      const impressions = after.paid.impressions - before.paid.impressions;
      const clicks = after.paid.clicks - before.paid.clicks;
      if (impressions <= 0) return [];
      const fee = (impressions * 1.5) / 100;
      return [
        [
          day(at),
          '秋季种草',
          platformId(note),
          '信息流推广',
          fee.toFixed(2),
          impressions,
          clicks,
          `${((100 * clicks) / impressions).toFixed(2)}%`,
          clicks ? (fee / clicks).toFixed(2) : '-',
        ],
      ];
    }),
  );
  return demoCsv(`聚光投放报表 ${day(now - dayMs)}.csv`, [adHeader, ...rows]);
}

/** How long the creator centre shows a note day by day, and hour by hour. */
const curveDays = 14;
const curveHours = 48;
const curveLists = {
  imp_list: 'impressions',
  view_list: 'clicks',
  like_list: 'likes',
  collect_list: 'collects',
  comment_list: 'comments',
  share_list: 'shares',
  rise_fans_list: 'follows',
} as const;

/** The curves of the note that came furthest of those that were advertised after their first days, as its author passed them on. */
function noteCurve(seen: readonly Seen[], now: number): DemoFile[] {
  const firstDay = ({ publishedAt }: WorldNote): number => startOfDay(publishedAt);
  const told = seen
    .filter(({ note, history }) => {
      const boughtBy = (days: number) => history.at(firstDay(note) + days * dayMs).paid.impressions;
      return boughtBy(1) === 0 && boughtBy(curveDays) > 0 && firstDay(note) + (curveDays + 1) * dayMs < now;
    })
    .sort((a, b) => b.history.at(now).natural.impressions - a.history.at(now).natural.impressions)[0];
  if (!told) return [];
  const { note, history } = told;
  const by = (from: number, step: number, count: number) => {
    const steps = Array.from({ length: count }, (_, at) => from + at * step);
    const came = (name: keyof ReturnType<NoteHistory['at']>['natural'], at: number): number => {
      const [before, after] = [history.at(at), history.at(at + step)];
      return after.natural[name] + after.paid[name] - before.natural[name] - before.paid[name];
    };
    const counts = Object.entries(curveLists).map(([list, name]) => [
      list,
      steps.map((date) => ({ date, count: came(name, date) })),
    ]);
    const rates = steps.flatMap((date) => {
      const impressions = came('impressions', date);
      return impressions > 0 ? [{ date, coun: percent(came('clicks', date) / impressions) }] : [];
    });
    return { ...Object.fromEntries(counts), cover_click_rate_list: rates } as Record<string, unknown>;
  };
  const hour = note.publishedAt - (note.publishedAt % 3_600_000);
  const data = {
    note_id: platformId(note),
    hour: by(hour, 3_600_000, curveHours),
    day: by(firstDay(note), dayMs, curveDays),
  };
  const name = `单篇笔记趋势 ${day(firstDay(note) + curveDays * dayMs)}.json`;
  return [{ name, bytes: Buffer.from(JSON.stringify({ code: 0, success: true, data })) }];
}

const percent = (share: number): number => Math.round(10_000 * share) / 100;

/** Some of the titles were changed after the sheet was made, as happens: these have to be matched by a person. */
function ownList(seen: readonly Seen[], at: number): DemoFile {
  const rows = seen.map(({ note, history }, place) => {
    const { natural, paid } = history.at(at);
    const all = (name: keyof typeof natural): number => natural[name] + paid[name];
    const impressions = all('impressions');
    return [
      note.title,
      `${day(note.publishedAt + (place % 5 === 4 ? dayMs : 0))} 12:30:05`,
      note.type === 'video' ? '视频' : '图文',
      impressions,
      all('clicks'),
      impressions ? (all('clicks') / impressions).toFixed(4) : '-',
      all('likes'),
      all('comments'),
      all('collects'),
      all('follows'),
      all('shares'),
    ];
  });
  return demoCsv(`创作中心笔记列表 ${day(at - 1)}.csv`, [ownHeader, ...rows]);
}
