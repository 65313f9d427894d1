import type { Cell } from '@poolrise/domain';
import { cellText } from '../cell-text';

export type JsonObject = Record<string, unknown>;
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The cells of one record by their dotted keys: `note_card.interact_info.liked_count`. */
export type FlatRecord = Map<string, Cell>;

/**
 * One record, flattened. A list inside it becomes one cell, its values joined by commas: `tag_list` of plain values,
 * `tagList[].name` of objects. What a cell can hold ends the list at a whole value.
 */
export function flatRecord(record: JsonObject, charactersMax: number): FlatRecord {
  const flat: FlatRecord = new Map();
  for (const [key, value] of Object.entries(record)) flatten(key, value, flat, charactersMax);
  return flat;
}

function flatten(key: string, value: unknown, flat: FlatRecord, charactersMax: number): void {
  if (Array.isArray(value)) joinList(key, value, flat, charactersMax);
  else if (isObject(value))
    for (const [inner, one] of Object.entries(value)) flatten(`${key}.${inner}`, one, flat, charactersMax);
  else flat.set(key, cellOf(value));
}

function joinList(key: string, list: readonly unknown[], flat: FlatRecord, charactersMax: number): void {
  const parts = new Map<string, string[]>();
  for (const element of list) {
    const one: FlatRecord = new Map();
    if (isObject(element)) flatten(`${key}[]`, element, one, charactersMax);
    else flatten(key, element, one, charactersMax);
    for (const [name, cell] of one) {
      if (cell === null) continue;
      const values = parts.get(name) ?? [];
      values.push(textOfCell(cell));
      parts.set(name, values);
    }
  }
  for (const [name, values] of parts) flat.set(name, joined(values, charactersMax));
  if (list.length === 0) flat.set(key, null);
}

const textOfCell = (cell: NonNullable<Cell>): string => (typeof cell === 'object' ? '' : String(cell));

function joined(values: readonly string[], charactersMax: number): string {
  let text = '';
  for (const value of values) {
    const longer = text === '' ? value : `${text},${value}`;
    if (longer.length > charactersMax && text !== '') break;
    text = longer;
  }
  return text;
}

export function cellOf(value: unknown): Cell {
  if (typeof value === 'string') return cellText(value);
  if (typeof value === 'boolean') return value;
  // 1e999 is infinite and no number that anybody measured.
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
