import type { FactId, FactRow, FactTableId } from '@poolrise/domain';
import { type FactPiece, keysOf, type ReadAsk, type Traits } from './fact-piece';
import type { Snapshot } from './growth';
import type { Origins } from './origins';
import { factsOfRow, type StoredRow } from './sheet-row';

/** Snapshots of one note in a period that are looked at when it is split by time. */
export const snapshotsMost = 800;

/** All that files say of one note, newest first. */
export interface Sheet {
  id: string;
  publishedOn: string | null;
  rows: StoredRow[];
  hasAds: boolean;
}

/** What is needed of each table that sheets fill. */
export type SheetNeeds = Readonly<Partial<Record<FactTableId, readonly FactId[]>>>;

/** One note of a report on the way to its pieces. */
export interface SheetAsk {
  ask: Omit<ReadAsk, 'facts'>;
  needs: SheetNeeds;
  sheet: Sheet;
  traits: Traits;
  origins: Origins;
}

export const sheetPiece = (
  { spec }: Omit<ReadAsk, 'facts'>,
  table: FactTableId,
  traits: Traits,
  facts: FactRow,
): FactPiece => ({
  table,
  keys: keysOf(spec, traits),
  note: traits.note,
  creator: traits.creator,
  facts,
  rows: 1,
});

/** Rows that speak of a day. */
export const datedRows = ({ rows }: Sheet): StoredRow[] => rows.filter(({ day }) => day !== '');

/** What the rows say of the whole note. */
export const wholeSnapshots = (sheet: Sheet): Snapshot[] =>
  datedRows(sheet).map((row) => ({ day: row.day, source: row.source, facts: factsOfRow(row, null, null) }));
