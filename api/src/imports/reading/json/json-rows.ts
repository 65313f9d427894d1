import type { Cell, SheetRow } from '@poolrise/domain';
import type { FileInHand } from '../file-in-hand';
import type { ReadingLimits } from '../limits';
import type { ReadSoFar } from '../read-so-far';
import { FileRefused } from '../refusals';
import { RowKeeper } from '../row-keeper';
import { type Encoding, textOf } from '../text/encoding';
import { flatRecord, type FlatRecord, isObject } from './flat-record';
import { parseJson } from './json-text';
import { sheetsIn } from './json-sheets';

/** The lines of a file of JSON lines are one list of records, and named as such. */
export const jsonLinesSheet = '[]';

/** The tables of one JSON document; the first row of each has its keys. The document is held in memory as a whole. */
export async function* jsonRows(
  file: FileInHand,
  encoding: Encoding,
  limits: ReadingLimits,
  progress: ReadSoFar,
): AsyncGenerator<SheetRow[]> {
  const document = await documentOf(file, encoding, limits);
  const keeper = new RowKeeper(limits);
  const sheets = [...sheetsIn(document, limits.cellCharactersMax)];
  progress.begin(sheets.reduce((sum, [, { rows }]) => sum + rows.length, 0));
  for (const [sheet, { keys, rows }] of sheets) {
    const order = keys && [...keys];
    if (order) keeper.keep(sheet, 1, [...order]);
    for (const [at, row] of rows.entries()) {
      keeper.keep(sheet, at + (order ? 2 : 1), cellsOf(row, order));
      progress.add(1);
      const batch = keeper.ready();
      if (batch) yield batch;
    }
  }
  const rest = keeper.ready(true);
  if (rest) yield rest;
  keeper.close();
}

/** JSON lines, read twice: once for the keys, which the first row must name, once for the records. */
export async function* jsonLineRows(
  file: FileInHand,
  encoding: Encoding,
  limits: ReadingLimits,
): AsyncGenerator<SheetRow[]> {
  const keys = new Set<string>();
  const keeper = new RowKeeper(limits);
  for await (const record of recordsOf(file, encoding, limits)) {
    for (const key of record.keys()) keys.add(key);
    if (keys.size > limits.columnsMax) throw keeper.tooWide(jsonLinesSheet, 1, keys.size);
  }
  const order = [...keys];
  let number = 1;
  keeper.keep(jsonLinesSheet, number, [...order]);
  for await (const record of recordsOf(file, encoding, limits)) {
    keeper.keep(jsonLinesSheet, ++number, cellsOf(record, order));
    const batch = keeper.ready();
    if (batch) yield batch;
  }
  const rest = keeper.ready(true);
  if (rest) yield rest;
  keeper.close();
}

function cellsOf(row: FlatRecord | Cell[], order: readonly string[] | null): Cell[] {
  if (Array.isArray(row)) return row;
  return (order ?? []).map((key) => row.get(key) ?? null);
}

async function documentOf(file: FileInHand, encoding: Encoding, limits: ReadingLimits): Promise<unknown> {
  const tooLarge = (bytes: number) =>
    new FileRefused({ code: 'json-too-large', bytes, bytesMax: limits.jsonBytesMax });
  if (file.size > limits.jsonBytesMax) throw tooLarge(file.size);
  const pieces: string[] = [];
  let characters = 0;
  for await (const piece of textOf(file, encoding, limits)) {
    characters += piece.length;
    if (characters > limits.jsonBytesMax) throw tooLarge(characters);
    pieces.push(piece);
  }
  return parseJson(pieces.join(''), limits);
}

async function* recordsOf(
  file: FileInHand,
  encoding: Encoding,
  limits: ReadingLimits,
): AsyncGenerator<FlatRecord> {
  let line = 0;
  for await (const text of linesOf(file, encoding, limits)) {
    line++;
    if (text.trim() === '') continue;
    const value = parseJson(text, limits, line);
    if (!isObject(value)) throw new FileRefused({ code: 'json-broken', line });
    yield flatRecord(value, limits.cellCharactersMax);
  }
}

async function* linesOf(file: FileInHand, encoding: Encoding, limits: ReadingLimits): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of textOf(file, encoding, limits)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > limits.jsonBytesMax)
      throw new FileRefused({ code: 'json-too-large', bytes: rest.length, bytesMax: limits.jsonBytesMax });
    yield* lines;
  }
  yield rest;
}
