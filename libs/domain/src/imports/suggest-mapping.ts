import type { Cell, SheetRow } from './cells';
import { type ImportField, fieldOf, importFieldKeys } from './fields';
import { headerKey, nameHeader } from './header-name';
import { type HeaderRows, headerText, possibleHeaders } from './header-rows';
import type { RecordType } from './kinds/file-kind';
import { fileKinds } from './kinds/kinds';
import type { MappedColumn, SheetMapping } from './mapping';
import { personalByValues, looksPersonal } from './personal-columns';
import { cellsAt, columnOptions } from './propose-mapping';
import { readField } from './read-field';
import { similarityOf } from './similarity';

/** What a column of an unknown file may be. */
export interface ColumnSuggestion {
  readonly position: number;
  readonly header: string;
  /** null where nothing comes near */
  readonly field: ImportField | null;
  /** 0 to 1: how alike the names are, times the share of values that can be read so */
  readonly confidence: number;
  /** other fields that come near, the best first */
  readonly others: readonly { readonly field: ImportField; readonly confidence: number }[];
  /** some values as they print */
  readonly samples: readonly string[];
}

/** From here on a suggestion stands in the mapping; below it is only offered. Ours. */
export const suggestionTakenFrom = 0.75;
const suggestionOfferedFrom = 0.35;
const samplesShown = 5;

/** The header of a file of no known kind: the first row in which most columns have a different text, and none a number. */
export function likeliestHeader(rows: readonly SheetRow[]): HeaderRows | null {
  const width = Math.max(
    0,
    ...rows.map(({ cells }) => cells.filter((cell) => headerText(cell) !== '').length),
  );
  const singles = possibleHeaders(rows).filter((header) => header.rows.length === 1);
  const looksLikeOne = ({ headers }: HeaderRows): boolean => {
    const texts = headers.filter((text) => text !== '');
    const words = texts.filter((text) => !/^[\d.,%¥+-]+$/.test(text));
    return (
      texts.length * 2 > width && words.length === texts.length && new Set(texts).size * 4 >= texts.length * 3
    );
  };
  return singles.find(looksLikeOne) ?? singles[0] ?? null;
}

/** All names under which a field is known: its aliases in every kind, its key and its names in both languages. */
const namesByField: ReadonlyMap<ImportField, readonly string[]> = new Map(
  importFieldKeys.map((field) => {
    const aliases = Object.values(fileKinds)
      .flatMap(({ columns }) => columns)
      .filter((column) => column.field === field && column.occurrence === undefined)
      .flatMap((column) => column.aliases);
    const { zh, en } = fieldOf(field);
    return [field, [...new Set([...aliases, zh, en, field].map(headerKey))]];
  }),
);

/** The fields that files of such records have in any of the kinds we know. */
export const fieldsOfRecord = (record: RecordType): ReadonlySet<ImportField> =>
  new Set(
    Object.values(fileKinds)
      .filter((kind) => kind.record === record)
      .flatMap(({ columns }) => columns.map(({ field }) => field)),
  );

/**
 * Suggests what the columns of an unknown file are, by the likeness of their names and by what can be read in them.
 *
 * What a row is (a note, an ad, a creator …) is guessed first, because 关注 means another thing in each.
 *
 * @param stated what a row is, where a person has said it
 */
export function suggestMapping(
  headers: readonly string[],
  rows: readonly SheetRow[],
  stated?: RecordType,
): { mapping: SheetMapping; suggestions: ColumnSuggestion[] } {
  if (headers.some((header) => /^comment_?id$/i.test(header.split('.').at(-1) ?? '')))
    return commentsOf(headers, rows);
  const record = stated ?? guessRecord(headers, rows);
  const allowed = fieldsOfRecord(record);
  const raw = headers.map((header, position) => rankFields(header, cellsAt(rows, position), allowed));
  const taken = giveEachFieldOnce(raw);
  const suggestions = headers.map((header, position): ColumnSuggestion => {
    const ranked = raw[position] ?? [];
    const best = ranked.find(({ field }) => taken.get(field) === position) ?? null;
    return {
      position,
      header,
      field: best?.field ?? null,
      confidence: best?.confidence ?? 0,
      others: ranked.filter(({ field }) => field !== best?.field).slice(0, 3),
      samples: samplesOf(cellsAt(rows, position)),
    };
  });
  const columns = suggestions.map((suggestion) => columnOf(suggestion, cellsAt(rows, suggestion.position)));
  return { mapping: { kind: null, record, columns, constants: {} }, suggestions };
}

/** Comments are what persons have said: no row of them is a note, and their texts are dropped. */
function commentsOf(headers: readonly string[], rows: readonly SheetRow[]) {
  const columns = headers.map((header, position): MappedColumn => {
    const isText = /^(?:content|text|评论内容)$/i.test(header.split('.').at(-1) ?? '');
    const field = isText ? 'commentText' : looksPersonal(header, cellsAt(rows, position));
    return { position, header, use: field ? 'dropped' : 'ignored', field, options: {} };
  });
  const mapping: SheetMapping = { kind: null, record: 'note-snapshot', columns, constants: {} };
  return { mapping, suggestions: [] };
}

interface RankedField {
  readonly field: ImportField;
  readonly confidence: number;
}

function rankFields(
  header: string,
  cells: readonly Cell[],
  allowed: ReadonlySet<ImportField>,
): RankedField[] {
  const name = nameHeader(header);
  if (name.keys.length === 0) return [];
  return [...allowed]
    .map((field): RankedField => {
      const alike = likeness(name.keys, namesByField.get(field) ?? []);
      if (alike < suggestionOfferedFrom) return { field, confidence: 0 };
      const options = columnOptions(field, name.unit, { rateUnit: 'fraction', moneyUnit: 'yuan' }, cells);
      return { field, confidence: round(alike * readableShare(field, options, cells)) };
    })
    .filter(({ confidence }) => confidence >= suggestionOfferedFrom)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, 6);
}

/** The likeness of the full name; one that only the last part of a path has counts a tenth less. */
const likeness = (keys: readonly string[], names: readonly string[]): number =>
  Math.max(
    0,
    ...keys.map(
      (key, index) => Math.max(...names.map((name) => similarityOf(key, name))) * (index === 0 ? 1 : 0.9),
    ),
  );

const round = (value: number): number => Math.round(value * 100) / 100;

/** Share of the filled cells that the field's reader accepts; a column without any says nothing against it. */
function readableShare(field: ImportField, options: MappedColumn['options'], cells: readonly Cell[]): number {
  const readings = cells.map((cell) => readField(field, options, cell, { capturedAt: 0 }).kind);
  const filled = readings.filter((kind) => kind !== 'unknown').length;
  return filled === 0 ? 1 : readings.filter((kind) => kind === 'value').length / filled;
}

function giveEachFieldOnce(ranked: readonly (readonly RankedField[])[]): Map<ImportField, number> {
  const taken = new Map<ImportField, number>();
  const served = new Set<number>();
  const all = ranked.flatMap((fields, position) => fields.map((one) => ({ ...one, position })));
  for (const { field, position } of all.sort(
    (a, b) => b.confidence - a.confidence || a.position - b.position,
  )) {
    if (taken.has(field) || served.has(position)) continue;
    taken.set(field, position);
    served.add(position);
  }
  return taken;
}

/** What gives each kind of row away; the one with the most of it is taken, a note's if there is nothing. */
const signs: Readonly<Record<Exclude<RecordType, 'series-point'>, readonly ImportField[]>> = {
  'note-snapshot': [
    'noteId',
    'title',
    'impressions',
    'reads',
    'interactions',
    'likes',
    'collects',
    'publishedAt',
  ],
  'ad-row': [
    'fee',
    'adImpressions',
    'adClicks',
    'adCtr',
    'campaignId',
    'campaignName',
    'creativityId',
    'costPerClick',
  ],
  'creator-snapshot': ['accountId', 'followers', 'imageQuote', 'videoQuote', 'medianReads', 'hitRate', 'cpe'],
  order: ['orderId', 'quote', 'serviceFee', 'isEfficientMode', 'totalSpend', 'orderSource'],
  'shop-order': ['shopOrderId', 'paidAt', 'commissionRate', 'commissionBase', 'buyerPaid', 'refunded'],
};

function guessRecord(headers: readonly string[], rows: readonly SheetRow[]): RecordType {
  const weigh = (record: keyof typeof signs): number => {
    const wanted = new Set(signs[record]);
    const best = headers.map(
      (header, position) => rankFields(header, cellsAt(rows, position), wanted)[0]?.confidence ?? 0,
    );
    return best.reduce((sum, confidence) => sum + confidence, 0) / Math.sqrt(wanted.size);
  };
  const records = Object.keys(signs) as (keyof typeof signs)[];
  return records
    .map((record) => ({ record, weight: weigh(record) }))
    .reduce((a, b) => (b.weight > a.weight ? b : a)).record;
}

function columnOf(
  { position, header, field, confidence }: ColumnSuggestion,
  cells: readonly Cell[],
): MappedColumn {
  const base = { position, header };
  const personal = looksPersonal(header, cells) ?? personalByValues(cells);
  if (personal) return { ...base, use: 'dropped', field: personal, options: {} };
  if (!field || confidence < suggestionTakenFrom)
    return { ...base, use: 'ignored', field: null, options: {} };
  if (fieldOf(field).personal) return { ...base, use: 'dropped', field, options: {} };
  const options = columnOptions(field, nameHeader(header).unit, {}, cells);
  return { ...base, use: 'field', field, options };
}

const samplesOf = (cells: readonly Cell[]): string[] =>
  cells
    .filter((cell) => cell !== null && cell !== '')
    .slice(0, samplesShown)
    .map((cell) =>
      typeof cell === 'object' && cell !== null ? String(cell.excelSerial) : String(cell).slice(0, 60),
    );
