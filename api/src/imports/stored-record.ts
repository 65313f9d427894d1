import {
  type FileKindId,
  fileKindIds,
  type FieldValue,
  type ImportedRecord,
  type ImportField,
  type ReportedFigure,
  type UnknownReason,
} from '@poolrise/domain';

/** A figure as it is stored: a number where it is exact, else with what is known of the rest. */
type StoredFigure = number | { value: number; halfWidth: number } | { value: number; atLeast: true };
type StoredValue = StoredFigure | Exclude<FieldValue, ReportedFigure>;

/**
 * The number of a stored figure as text of PostgreSQL, whatever its precision; null where there is none.
 *
 * @param of a jsonb expression of ours, never input
 */
export const figureSql = (of: string): string => `coalesce(${of} ->> 'value', ${of} #>> '{}')`;

/** What a row of a file says, as it lies in the database: `day` beside it is for the column of the same name. */
export interface StoredRecord {
  day: string | null;
  values: Partial<Record<ImportField, StoredValue>>;
  /** fields of which the file says nothing usable; that they were empty goes without saying */
  unknown?: Partial<Record<ImportField, UnknownReason>>;
  constants?: ImportedRecord['constants'];
}

/** The note that a row speaks of, as the file names it. */
export interface NoteRef {
  platformId: string | null;
  /** title and day of publishing, folded so that two spellings of one title meet */
  nameKey: string | null;
  title: string | null;
  /** ISO 8601 */
  publishedAt: string | null;
}

export function storedRecord({ dataDate, values, unknown, constants }: ImportedRecord): StoredRecord {
  const told = Object.entries(unknown).filter(([, why]) => why !== 'empty');
  return {
    day: dataDate,
    values: Object.fromEntries(
      Object.entries(values).map(([field, value]) => [field, storedValue(value)]),
    ) as StoredRecord['values'],
    ...(told.length && { unknown: Object.fromEntries(told) as StoredRecord['unknown'] }),
    ...(Object.keys(constants).length && { constants }),
  };
}

function storedValue(value: FieldValue): StoredValue {
  if (typeof value !== 'object' || !('value' in value)) return value;
  if (value.precision === 'exact') return value.value;
  return value.precision === 'rounded'
    ? { value: value.value, halfWidth: value.halfWidth }
    : { value: value.value, atLeast: true };
}

/** The kinds of files as they are stored: what was mapped by hand has none. */
export const kindOfSource = (source: string): FileKindId | null =>
  fileKindIds.find((kind) => kind === source) ?? null;
