import { Injectable } from '@nestjs/common';
import type { DataCentreQuery, DataCentreView, ReadersOfNotes } from '@poolrise/contracts';
import {
  addCounts,
  ctr,
  dayInShanghai,
  dwellPerRead,
  type EngagementCounts,
  hideRate,
  interactions,
  type MetricId,
  noCounts,
  offsetOfZone,
  rails,
  shiftDay,
  startOfDay,
} from '@poolrise/domain';
import { readerCounters } from '../db/counter-columns';
import { Db } from '../db/db';
import { NoteAudienceQueries } from '../feed/note-audience.queries';
import { countedDaysSql, countedNotesSql, countedParameters, type Days } from './counted-days';
import { readReaders } from './readers-of-notes';

const shanghai = offsetOfZone('Asia/Shanghai');
/** The most read notes whose readers are looked at; of the first few of them the first readers are put together. */
const readNotes = 10;
const portraitNotes = 3;

/** What is shown of a span, and how it comes of the counts: the definitions are those of the metrics. */
const figuresOf: readonly [MetricId, (counts: EngagementCounts) => number | null][] = [
  ['impressions', ({ impressions }) => impressions],
  ['clicks', ({ clicks }) => clicks],
  ['ctr', ctr],
  ['likes', ({ likes }) => likes],
  ['collects', ({ collects }) => collects],
  ['comments', ({ comments }) => comments],
  ['shares', ({ shares }) => shares],
  ['follows', ({ follows }) => follows],
  ['dwellPerRead', dwellPerRead],
  ['dwellSeconds', ({ dwellSeconds }) => dwellSeconds],
  ['hides', ({ hides }) => hides],
  ['hideRate', hideRate],
];

type TopNote = Omit<ReadersOfNotes['notes'][number], 'exits'>;
type Row = Record<(typeof readerCounters)[number], string> & { day: string; rail: number };

/** The last whole days: the day that is not over would make every morning a fall. */
export function spanOf(days: number, now: Date): Days {
  const last = shiftDay(dayInShanghai(now), -1);
  return { first: shiftDay(last, 1 - days), last };
}

/** How the notes of a workspace did, by day and by source. */
@Injectable()
export class DataCentreQueries {
  constructor(
    private readonly db: Db,
    private readonly audiences: NoteAudienceQueries,
  ) {}

  async view(workspaceId: string, ask: DataCentreQuery, now = new Date()): Promise<DataCentreView> {
    const days = Number(ask.days);
    const span = spanOf(days, now);
    const { rows, top } = await this.db.inWorkspace(workspaceId, async (tx) => {
      const parameters = await countedParameters(tx, { ...span, first: shiftDay(span.first, -days) });
      const within = await countedParameters(tx, span);
      return {
        rows: await tx.query<Row[]>(daysSql, parameters),
        top: await tx.query<TopNote[]>(topSql, [...within, readNotes]),
      };
    });
    const own = Array.from({ length: days }, (_, at) => shiftDay(span.first, at));
    const current = rows.filter(({ day }) => day >= span.first);
    const total = sumOf(current);
    const before = sumOf(rows.filter(({ day }) => day < span.first));
    const daily = own.map((day) => sumOf(current.filter((row) => row.day === day)));
    return {
      asOf: now.toISOString(),
      days,
      ...span,
      points: own.map((day) => new Date(startOfDay(day, shanghai)).toISOString()),
      figures: figuresOf.map(([metric, of]) => ({
        metric,
        value: of(total),
        previous: of(before),
        daily: daily.map(of),
      })),
      sources: rails.map((rail, at) => {
        const counts = sumOf(current.filter((row) => row.rail === at));
        return {
          rail,
          impressions: counts.impressions,
          reads: counts.clicks,
          ctr: ctr(counts),
          interactionsLccs: interactions(counts, 'LCCS'),
        };
      }),
      portrait: await this.portrait(workspaceId, top.slice(0, portraitNotes), now),
      readers: top.length
        ? await this.db.asEngine((tx) => readReaders(tx, top, new Date(startOfDay(span.first, shanghai))))
        : null,
    };
  }

  /** The first readers of a few notes put together; each note keeps groups that are too small to itself. */
  private async portrait(
    workspaceId: string,
    notes: TopNote[],
    now: Date,
  ): Promise<DataCentreView['portrait']> {
    const audiences = await Promise.all(notes.map(({ id }) => this.audiences.audience(workspaceId, id, now)));
    const groups = new Map<string, NonNullable<DataCentreView['portrait']>['groups'][number]>();
    for (const { kind, category, readers } of audiences.flatMap(({ first }) => first.groups)) {
      const key = category ?? kind;
      const kept = groups.get(key) ?? { kind, category, readers: 0, share: 0 };
      groups.set(key, { ...kept, readers: kept.readers + readers });
    }
    const readers = [...groups.values()].reduce((sum, group) => sum + group.readers, 0);
    const [first] = audiences;
    if (!first || readers === 0) return null;
    return {
      notes: notes.map(({ id, title }) => ({ id, title })),
      readers,
      floor: first.privacyFloor,
      groups: [...groups.values()]
        .map((group) => ({ ...group, share: group.readers / readers }))
        .sort((a, b) => b.readers - a.readers),
    };
  }
}

const daysSql = `
  select day::text as day, rail, ${readerCounters.map((name) => `sum(${name}) as ${name}`).join(', ')}
  from (${countedDaysSql}) counted group by day, rail`;

const topSql = `
  select note.id, note.title, note.language from (
    select note_id, sum(clicks) as reads from (${countedNotesSql}) counted group by note_id order by reads desc, note_id limit $6
  ) top join note on note.id = top.note_id where top.reads > 0 order by top.reads desc, note.id`;

/** Counts of rows as they come from the database: bigint as text. */
export function sumOf(rows: readonly Omit<Row, 'day' | 'rail'>[]): EngagementCounts {
  return rows.reduce(
    (sum, row) =>
      addCounts(sum, {
        impressions: Number(row.impressions),
        clicks: Number(row.clicks),
        likes: Number(row.likes),
        collects: Number(row.collects),
        comments: Number(row.comments),
        shares: Number(row.shares),
        follows: Number(row.follows),
        dwellSeconds: Number(row.dwell_seconds),
        hides: Number(row.hides),
        purchases: 0,
      }),
    noCounts(),
  );
}
