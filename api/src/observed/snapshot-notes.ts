import {
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

/** A note has at most so many snapshots here: a year of days from several sources. */
const snapshotsMax = 1_500;

/** What all files say of these notes, as series. */
export async function snapshotNotes(
  tx: EntityManager,
  noteIds: readonly string[],
): Promise<Map<string, KnownNote>> {
  const rows = await tx.query<ObservationRow[]>(
    `select note.id as "noteId", note.published_at as "publishedAt", said.source, said.day, said.values
     from unnest($1::uuid[]) as asked (id) join observed_note note on note.id = asked.id
     cross join lateral (
       select source, day::text as day, record -> 'values' as values from observation
       where observation.workspace_id = note.workspace_id and note_id = note.id and ${countsNote} and day is not null
       order by day desc limit ${snapshotsMax}) said`,
    [noteIds],
  );
  const byNote = new Map<string, ObservationRow[]>();
  for (const row of rows) {
    const its = byNote.get(row.noteId);
    if (its) its.push(row);
    else byNote.set(row.noteId, [row]);
  }
  return new Map([...byNote].map(([id, its]) => [id, noteOf(id, its)]));
}

/** Files of the platform for those who order notes: what they list is a note that was ordered. */
const ofOrders: readonly string[] = ['P0', 'P1', 'P2'];

function noteOf(id: string, rows: readonly ObservationRow[]): KnownNote {
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
    publishedAt: rows[0]?.publishedAt?.getTime() ?? null,
    series: joinSnapshots(rows.map(snapshotOf)),
  };
}

function snapshotOf({ source, day, values }: ObservationRow): NoteSnapshot {
  const readings: NoteSnapshot['readings'] = Object.fromEntries(
    Object.entries(metricOfField).flatMap(([field, metric]) => {
      const value = values[field] as ReportedValue | undefined;
      const reading = value === undefined ? null : readingOf(value);
      return reading ? [[metric, reading]] : [];
    }),
  );
  return { day, source, trust: trustOfSource(kindOfSource(source)), readings };
}

export const valueOf = (value: ReportedValue): number => (typeof value === 'number' ? value : value.value);

/** Follows may fall below 0 in a file; a counter that only grows cannot, and such a figure says nothing here. */
function readingOf(value: ReportedValue): NoteSnapshot['readings'][ObservedMetric] {
  if (valueOf(value) < 0) return null;
  if (typeof value === 'number') return { value };
  return 'halfWidth' in value
    ? { value: value.value, half: value.halfWidth }
    : { value: value.value, atLeast: true };
}
