import type { Cell } from '@poolrise/domain';
import { cellOf, flatRecord, type FlatRecord, isObject, type JsonObject } from './flat-record';

/** A table found in a JSON document: `keys` is its first row; `null` where the document has rows without keys. */
export interface JsonSheet {
  keys: Set<string> | null;
  rows: (FlatRecord | Cell[])[];
}

/** The one record of what stands outside every list: an id beside the lists, or the only object of a document. */
export const outerSheet = '{}';

/**
 * Every list of records in a document, at any depth, by its path: `[]`, `items[]`, `data.day.imp_list[]`; an object
 * whose keys are ids counts as a list too (`note.noteDetailMap{}`, the id in the column `key`). Plain values outside
 * lists come last, as `outerSheet`.
 */
export function sheetsIn(document: unknown, charactersMax: number): Map<string, JsonSheet> {
  const sheets = new Map<string, JsonSheet>();
  const outer: FlatRecord = new Map();

  const add = (name: string, row: FlatRecord | Cell[]): void => {
    const sheet = sheets.get(name) ?? { keys: Array.isArray(row) ? null : new Set(), rows: [] };
    sheets.set(name, sheet);
    if (Array.isArray(row) !== (sheet.keys === null)) return;
    if (!Array.isArray(row)) for (const key of row.keys()) sheet.keys?.add(key);
    sheet.rows.push(row);
  };
  const addRecord = (name: string, record: JsonObject) => add(name, flatRecord(record, charactersMax));

  // Of several answers in one document that say different things, none speaks for all.
  const addOuter = (path: string, cell: Cell): void => {
    outer.set(path, !outer.has(path) || outer.get(path) === cell ? cell : null);
  };

  const walkList = (list: readonly unknown[], path: string): void => {
    const name = `${path}[]`;
    for (const element of list)
      if (Array.isArray(element)) add(name, element.map(cellOf));
      else if (isObject(element) && isPage(element)) walk(element, name);
      else if (isObject(element)) addRecord(name, element);
  };
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      if (value.some((element) => typeof element === 'object' && element !== null)) walkList(value, path);
      else if (path && value.length > 0)
        for (const [key, cell] of flatRecord({ [path]: value }, charactersMax)) outer.set(key, cell);
    } else if (isObject(value)) {
      if (isKeyedById(value))
        for (const [key, record] of Object.entries(value)) addRecord(`${path}{}`, { key, ...record });
      else for (const [key, one] of Object.entries(value)) walk(one, path ? `${path}.${key}` : key);
    } else if (path) addOuter(path, cellOf(value));
  };

  walk(document, '');
  if (outer.size > 0) add(outerSheet, outer);
  return sheets;
}

/** Note ids are 24 hexadecimal digits, those of orders and ads long decimal numbers. */
const isKeyedById = (value: JsonObject): value is Record<string, JsonObject> => {
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.every(([key, one]) => /^(?:[\da-f]{16,32}|\d{6,})$/i.test(key) && isObject(one))
  );
};

/** An answer of a server inside a list of answers: it carries a list whose records say more than it says itself. */
function isPage(element: JsonObject): boolean {
  const own = plainValues(element);
  return listsIn(element).some((list) => isObject(list[0]) && plainValues(list[0]) > own);
}

const plainValues = (value: JsonObject): number =>
  Object.values(value).reduce<number>(
    (sum, one) => sum + (isObject(one) ? plainValues(one) : Array.isArray(one) ? 0 : 1),
    0,
  );

const listsIn = (value: JsonObject): (readonly unknown[])[] =>
  Object.values(value).flatMap((one) =>
    Array.isArray(one) ? [one as readonly unknown[]] : isObject(one) ? listsIn(one) : [],
  );
