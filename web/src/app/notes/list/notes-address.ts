import type { ClimbState } from '@poolrise/contracts';
import { categories, type Category, type NoteType, noteTypes } from '@poolrise/domain';
import { type ColumnId, columnIds, columns, defaultColumns, type NoteSort } from './note-columns';

export const climbStates = [
  'pending',
  'climbing',
  'stopped',
  'limited',
  'rejected',
] as const satisfies readonly ClimbState[];
export const boostedAnswers = ['yes', 'no'] as const;
export const levelNumbers = ['0', '1', '2', '3', '4', '5', '6', '7'] as const;
const orders = ['asc', 'desc'] as const;

/** Everything the list shows depends on these, and all of them stand in the address: a copied link is the same screen. */
export interface NotesAddress {
  q?: string;
  state?: ClimbState;
  level?: string;
  category?: Category;
  type?: NoteType;
  boosted?: 'yes' | 'no';
  sort: NoteSort;
  order: 'asc' | 'desc';
  columns: readonly ColumnId[];
}

export type QueryParams = Record<string, string | undefined>;

/** Reads an address, leaving out what makes no sense: a link typed by hand must not break the page. */
export function readAddress(params: QueryParams): NotesAddress {
  const sorts = columns.flatMap((column) => column.sort ?? []);
  const asked = (params['columns'] ?? '').split(',');
  const chosen = columnIds.filter((id) => asked.includes(id));
  return {
    q: params['q']?.trim().slice(0, 100) || undefined,
    state: oneOf(climbStates, params['state']),
    level: oneOf(levelNumbers, params['level']),
    category: oneOf(categories, params['category']),
    type: oneOf(noteTypes, params['type']),
    boosted: oneOf(boostedAnswers, params['boosted']),
    sort: oneOf(sorts, params['sort']) ?? 'published',
    order: oneOf(orders, params['order']) ?? 'desc',
    columns: chosen.length > 0 ? chosen : defaultColumns,
  };
}

/** What an address asks the api for; which columns are shown is nobody's business there. */
export function listUrl({ columns: _shownOnly, ...address }: NotesAddress): string {
  const asked = Object.entries(address).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/api/v1/notes?${new URLSearchParams(asked)}`;
}

export function isFiltered({ q, state, level, category, type, boosted }: NotesAddress): boolean {
  return [q, state, level, category, type, boosted].some((value) => value !== undefined);
}

function oneOf<T extends string>(known: readonly T[], value: string | undefined): T | undefined {
  return known.find((one) => one === value);
}
