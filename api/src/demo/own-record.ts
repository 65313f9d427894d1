import { type ObservedNote, rails, shanghaiOffsetMs, sumOf, trafficSources } from '@poolrise/domain';
import { type Cast, countNames, type DirectoryEntry, type World, workspaceOf } from '@poolrise/scenario';
import type pg from 'pg';

const hourMs = 3_600_000;
const paid = rails.indexOf('paid');
/** Where readers of each rail come from, as the directory says it. */
const sourceOf = rails.map((rail) => trafficSources.indexOf(rail === 'search' ? 'search' : 'discovery'));

interface CountedHour {
  note: number;
  hour: number;
  rail: number;
  count: (name: (typeof countNames)[number]) => number;
}

/** What the directory has of Xiaoman, with the notes that her desk has counted and the followers that they brought. */
export function withOwnNotes(entry: DirectoryEntry, world: World): DirectoryEntry {
  const hours = hoursOf(world, workspaceOf(world.cast, 'xiaoman').id);
  const commenters = [...new Set(entry.notes.flatMap((note) => note.commenters))];
  const own = [...new Set(hours.map(({ note }) => note))]
    .flatMap((index) =>
      observed(
        world,
        index,
        hours.filter(({ note }) => note === index),
        commenters,
      ),
    )
    .sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime());
  const first = own[0]?.publishedAt;
  if (!first) return entry;
  const notes = [...entry.notes.filter(({ publishedAt }) => publishedAt < first), ...own];
  const record = { ...entry.record, lastNoteAt: own.at(-1)?.publishedAt ?? null };
  return { ...entry, notes, record, followersByDay: followersOf(entry, hours) };
}

function hoursOf({ hours, notes }: World, workspaceId: string): CountedHour[] {
  return [...hours.note.keys()].flatMap((row): CountedHour[] => {
    const note = hours.note[row] ?? 0;
    if (notes[note]?.workspaceId !== workspaceId || notes[note].auditState !== 'passed') return [];
    const count: CountedHour['count'] = (name) => hours.counts[name][row] ?? 0;
    return [{ note, hour: hours.hour[row] ?? 0, rail: hours.rail[row] ?? 0, count }];
  });
}

function observed(
  { notes }: World,
  index: number,
  hours: readonly CountedHour[],
  commenters: readonly number[],
): ObservedNote[] {
  const note = notes[index];
  if (!note) return [];
  const natural = hours.filter(({ rail }) => rail !== paid);
  const sum = (name: (typeof countNames)[number], of = hours): number =>
    sumOf(of.map(({ count }) => count(name)));
  const comments = sum('comments');
  const interactionsByHour = Array.from({ length: 24 }, () => 0);
  for (const { hour, count } of hours) {
    const local = Math.floor((hour + shanghaiOffsetMs) / hourMs) % 24;
    const interactions = count('likes') + count('collects') + count('comments') + count('shares');
    interactionsByHour[local] = (interactionsByHour[local] ?? 0) + interactions;
  }
  return [
    {
      id: note.id,
      publishedAt: new Date(note.publishedAt),
      kind: note.type === 'video' ? 'video' : 'image',
      cooperation: note.disclosure === 'sponsored',
      title: note.title,
      ...{ impressionsNatural: sum('impressions', natural), impressionsAll: sum('impressions') },
      ...{ readsNatural: sum('clicks', natural), readsAll: sum('clicks') },
      readsBySource: trafficSources.map((_, source) =>
        sum(
          'clicks',
          hours.filter(({ rail }) => sourceOf[rail] === source),
        ),
      ),
      ...{ likes: sum('likes'), collects: sum('collects'), comments, shares: sum('shares') },
      interactionsByHour,
      // Who it was is not counted; each note has others of those who write under hers.
      commenters: Array.from(
        { length: Math.min(60, comments, commenters.length) },
        (_, at) => commenters[(index * 7 + at) % commenters.length] ?? 0,
      ),
    },
  ];
}

/** Days from whose ends the directory counts what was gained in thirty days. */
const daysGained = 29;
/** Of what was gained, how much by a part of that time: day by day about the same, with a little of a week's tide. */
const gainedBy = (part: number): number => part + 0.003 * Math.sin(8 * Math.PI * part);

/**
 * What her desk counted in the month, told evenly: a note that climbs brings people for weeks, which the tests of credibility take
 * for steps. The days before are the directory's, moved so that nothing leaps.
 */
function followersOf(
  { followersByDay }: DirectoryEntry,
  hours: readonly CountedHour[],
): DirectoryEntry['followersByDay'] {
  const gained = sumOf(hours.map(({ count }) => count('follows')));
  const last = followersByDay.at(-1)?.followers ?? 0;
  const turn = followersByDay.length - 1 - daysGained;
  const moved = (followersByDay[turn]?.followers ?? last) - Math.max(1, last - gained);
  return followersByDay.map(({ day, followers }, at) => ({
    day,
    followers: Math.max(
      1,
      at <= turn
        ? followers - moved
        : last - gained + Math.round(gained * gainedBy((at - turn) / daysGained)),
    ),
  }));
}

/** What the directory says of how Xiaoman deals with orders, from those that her desk has; after all of them. */
export async function writeOwnService(client: pg.Client, cast: Cast, now: number): Promise<void> {
  await client.query(
    `update creator set invitations_90d = told.invited, accepted_90d = told.accepted, completed_90d = told.completed,
            on_time_90d = told.completed, cancelled_90d = 0
       from (select count(*) filter (where o.created_at > $3) as invited,
                    count(*) filter (where o.created_at > $3 and exists (select from order_step where order_id = o.id and kind = 'accept')) as accepted,
                    count(*) filter (where exists (select from order_step where order_id = o.id and state = 'completed' and at > $3)) as completed
               from cooperation_order o where o.desk_id = $2) told
      where creator.id = $1`,
    [cast.xiaoman.id, workspaceOf(cast, 'xiaoman').id, new Date(now - 90 * 24 * hourMs)],
  );
}
