import type { SheetRow } from '@poolrise/domain';
import { CsvError, parse, type Parser } from 'csv-parse';
import { cellText } from '../cell-text';
import { chunksOf, type FileInHand } from '../file-in-hand';
import type { ReadingLimits } from '../limits';
import { asRefused, FileRefused } from '../refusals';
import { RowKeeper } from '../row-keeper';
import { type Encoding, textOf } from './encoding';
import { declaresSeparator, type Separator } from './separator';

/** A text file has one sheet, and its name is this. */
export const csvSheet = 'csv';

// A quote that never closes swallows the rest of the file; this is as much of it as is held in memory.
const recordBytesMax = 4 * 2 ** 20;

/** The rows of separated text. Lines may end in any way and mixed; quotes inside a cell that has none around it stay. */
export async function* csvRows(
  file: FileInHand,
  { encoding, separator }: { encoding: Encoding; separator: Separator },
  limits: ReadingLimits,
): AsyncGenerator<SheetRow[]> {
  const keeper = new RowKeeper(limits);
  let row = 0;
  const parser = parse({
    bom: true,
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: recordBytesMax,
    on_record: (fields: string[]) => {
      row++;
      if (row === 1 && declaresSeparator(fields)) return null;
      keeper.keep(csvSheet, row, fields.map(cellText));
      return null;
    },
  });
  // The error of a write comes back from that write; unheard, the event would end the process.
  parser.on('error', () => undefined);
  // The parser works on bytes of UTF-8, and the file was found to be such or not before.
  const pieces = encoding === 'utf-8' ? chunksOf(file, limits) : textOf(file, encoding, limits);
  try {
    for await (const piece of pieces) {
      await write(parser, piece);
      const batch = keeper.ready();
      if (batch) yield batch;
    }
    await ended(parser);
  } catch (error) {
    throw csvRefused(error, row + 1);
  } finally {
    parser.destroy();
  }
  const rest = keeper.ready(true);
  if (rest) yield rest;
  keeper.close();
}

const write = (parser: Parser, piece: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    parser.write(piece, (error) => (error ? reject(error) : resolve()));
  });

const ended = (parser: Parser): Promise<void> =>
  new Promise((resolve, reject) => {
    parser.once('error', reject).once('end', resolve).resume().end();
  });

function csvRefused(error: unknown, row: number): FileRefused {
  const code = error instanceof CsvError ? error.code : null;
  // A record of megabytes is a quote that swallowed the lines after it.
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE')
    return new FileRefused({ code: 'quote-unclosed', sheet: csvSheet, row }, { cause: error });
  return asRefused(error, 'csv');
}
