import {
  type CurveReading,
  joinCurves,
  joinSnapshots,
  type NoteSnapshot,
  type NoteType,
  type ObservedMetric,
  type SnapshotNote,
  trustOfSource,
} from '@poolrise/domain';
import type { ReportedValue } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { countsNote } from '../imports/name-notes';
import { kindOfSource } from '../imports/stored-record';
import { curveDays, curveReadings } from './curve-readings';
import { readingOf, valueOf } from './source-values';

/** Fields of files that are counters of a note. */
const metricOfField: Readonly<Record<string, ObservedMetric>> = {
  impressions: 'impressions',
  naturalImpressions: 'impressionsNatural',
  promotedImpressions: 'impressionsPromoted',
  heatedImpressions: 'impressionsHeated',
  reads: 'reads',
  naturalReads: 'readsNatural',
  promotedReads: 'readsPromoted',
  heatedReads: 'readsHeated',
  likes: 'likes',
  collects: 'collects',
  comments: 'comments',
  shares: 'shares',
  follows: 'follows',
};

interface ObservationRow {
  noteId: string;
  publishedAt: Date | null;
  source: string;
  day: string;
  values: Record<string, unknown>;
}

/** A note whose date of publishing nobody knows can be shown but not estimated. */
export type KnownNote = Omit<SnapshotNote, 'publishedAt'> & { publishedAt: number | null };

/** For an estimate. */
export function datedNote(note: KnownNote | undefined): SnapshotNote | null {
  const publishedAt = note?.publishedAt ?? null;
  return note && publishedAt !== null ? { ...note, publishedAt } : null;
}

/** What else is asked of a note's rows. */
const toldOfNote = ['creatorId', 'creatorHash', 'category', 'contentTag', 'noteType', 'followers'];

/** Rows of a sheet have dozens of values; of hundreds of peers only these are brought along. */
const toldValues = `jsonb_strip_nulls(jsonb_build_object(${[...Object.keys(metricOfField), ...toldOfNote]
  .map((field) => `'${field}', record #> '{values,${field}}'`)
  .join(', ')}))`;

/** A note has at most so many snapshots here: a year of days from several sources. */
const snapshotsMax = 1_500;

/** What all files say of one note, its hours among it. */
export async function snapshotNote(tx: EntityManager, noteId: string): Promise<KnownNote | undefined> {
  const curves = new Map([[noteId, await curveReadings(tx, noteId)]]);
  return (await notesWith(tx, [noteId], curves)).get(noteId);
}

/** What all files say of these notes, as series by day. */
export async function snapshotNotes(
  tx: EntityManager,
  noteIds: readonly string[],
): Promise<Map<string, KnownNote>> {
  return notesWith(tx, noteIds, await curveDays(tx, noteIds));
}

async function notesWith(
  tx: EntityManager,
  noteIds: readonly string[],
  curves: ReadonlyMap<string, readonly CurveReading[]>,
): Promise<Map<string, KnownNote>> {
  const rows = await tx.query<
    (ObservationRow | (Pick<ObservationRow, 'noteId' | 'publishedAt'> & { source: null }))[]
  >(
    `select note.id as "noteId", note.published_at as "publishedAt", said.source, said.day, said.values
     from unnest($1::uuid[]) as asked (id) join observed_note note on note.id = asked.id
     left join lateral (
       select source, day::text as day, ${toldValues} as values from observation
       where observation.workspace_id = note.workspace_id and note_id = note.id and ${countsNote} and day is not null
       order by day desc limit ${snapshotsMax}) said on true`,
    [noteIds],
  );
  const byNote = new Map<string, { publishedAt: Date | null; rows: ObservationRow[] }>();
  for (const row of rows) {
    const its = byNote.get(row.noteId) ?? { publishedAt: row.publishedAt, rows: [] };
    byNote.set(row.noteId, its);
    if (row.source !== null) its.rows.push(row);
  }
  return new Map(
    [...byNote].flatMap(([id, its]) => {
      const own = curves.get(id) ?? [];
      return its.rows.length + own.length > 0 ? [[id, noteOf(id, its, own)]] : [];
    }),
  );
}

/** Files of the platform for those who order notes: what they list is a note that was ordered. */
const ofOrders: readonly string[] = ['P0', 'P1', 'P2'];

function noteOf(
  id: string,
  { publishedAt: published, rows }: { publishedAt: Date | null; rows: readonly ObservationRow[] },
  curves: readonly CurveReading[],
): KnownNote {
  const publishedAt = published?.getTime() ?? null;
  const said = (field: string): unknown =>
    rows.find(({ values }) => values[field] !== undefined)?.values[field];
  const text = (field: string): string | null => {
    const value = said(field);
    return typeof value === 'string' ? value : null;
  };
  const followers = said('followers');
  return {
    id,
    authorId: text('creatorId') ?? text('creatorHash'),
    category: text('category') ?? text('contentTag') ?? 'unknown',
    type: (text('noteType') as NoteType | null) ?? 'image',
    cooperation: rows.some(({ source }) => ofOrders.includes(source)) ? true : null,
    followers: followers === undefined ? null : valueOf(followers as ReportedValue),
    publishedAt,
    series: joinSnapshots(rows.map(snapshotOf), { curves: joinCurves(curves), publishedAt }),
  };
}

function snapshotOf({ source, day, values }: ObservationRow): NoteSnapshot {
  const readings: NoteSnapshot['readings'] = Object.fromEntries(
    Object.entries(metricOfField).flatMap(([field, metric]) => {
      const value = values[field] as ReportedValue | undefined;
      // Follows may fall below 0 in a file; a counter that only grows cannot, and such a figure says nothing here.
      return value === undefined || valueOf(value) < 0 ? [] : [[metric, readingOf(value)]];
    }),
  );
  return { day, source, trust: trustOfSource(kindOfSource(source)), readings };
}
