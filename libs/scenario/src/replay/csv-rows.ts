import { CsvError, parse } from 'csv-parse/sync';
import { WrongUse } from '../command';

/** A file that cannot be replayed; the message names the row and the column. */
export class UnreadableRows extends WrongUse {}

export type CsvRow<Column extends string> = Record<Column, string>;

/**
 * The rows of a CSV file that has these columns, in any order and among others.
 * @throws UnreadableRows when a column is missing or a row is of another length; the header is row 1
 */
export function readRows<Column extends string>(
  text: string,
  columns: readonly Column[],
): { record: CsvRow<Column>; row: number }[] {
  let parsed: { record: string[]; info: { lines: number } }[];
  try {
    parsed = parse(text, {
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as typeof parsed;
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableRows(`The file is no CSV: ${error.message}.`);
    throw error;
  }
  const [header, ...rows] = parsed;
  if (!header) throw new UnreadableRows('The file is empty.');
  const places = columns.map((column) => header.record.indexOf(column));
  const missing = columns.filter((_, index) => (places[index] ?? -1) < 0);
  if (missing.length > 0)
    throw new UnreadableRows(
      `Row 1 lacks the column ${missing.join(', ')}; it has ${header.record.join(', ')}.`,
    );
  return rows.map(({ record, info }) => {
    if (record.length !== header.record.length)
      throw new UnreadableRows(
        `Row ${info.lines} has ${record.length} columns and the header ${header.record.length}.`,
      );
    return {
      row: info.lines,
      record: Object.fromEntries(
        columns.map((column, index) => [column, record[places[index] ?? 0] ?? '']),
      ) as CsvRow<Column>,
    };
  });
}

/** A text of 1 to 50 letters. */
export function textOf<Column extends string>(record: CsvRow<Column>, row: number, column: Column): string {
  const text = record[column];
  if (!text || text.length > 50)
    throw mistake(row, column, text ? 'it is longer than 50 letters' : 'it is empty');
  return text;
}

export const mistake = (row: number, column: string, what: string): UnreadableRows =>
  new UnreadableRows(`Row ${row}, column ${column}: ${what}.`);
