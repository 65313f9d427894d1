import type { SearchView } from '@poolrise/contracts';
import type { IconName } from '../ui/icons';

export type Hit = SearchView['hits'][number];
export type ItemKind = 'page' | 'action' | Hit['kind'];

/** One line of the palette and what choosing it does. */
export interface PaletteItem {
  key: string;
  kind: ItemKind;
  icon: IconName;
  title: string;
  subtitle: string;
  run: () => unknown;
  /** kept among the recent ones: things, not commands */
  hit?: Hit;
}

export interface PaletteGroup {
  title: string;
  items: PaletteItem[];
}

/** Words of the query in any order, each somewhere in the title; empty matches everything. */
export function matches(query: string, title: string): boolean {
  const where = title.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => where.includes(word));
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** What to ask the api for: of a pasted link only the id it ends with, else the words. */
export function searchedFor(query: string): string {
  const ids = query.match(uuid);
  return ids?.[ids.length - 1] ?? query.trim().slice(0, 100);
}
