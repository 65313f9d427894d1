import type { ImportField } from './fields';
import { type HeaderName, headerKey, nameHeader } from './header-name';
import type { FileKind, KindColumn } from './kinds/file-kind';

/** A column of a file and the column of a kind that it looks like. */
export interface HeaderMatch {
  readonly position: number;
  readonly name: HeaderName;
  readonly column: KindColumn | null;
  /** 1 where the whole header is an alias, less where a part of it is */
  readonly quality: number;
  /** another column of the file says the same field better, or earlier */
  readonly double: boolean;
}

/** The aliases of a kind, prepared for looking up; columns of the same alias in their order. */
type AliasTable = ReadonlyMap<string, readonly KindColumn[]>;
const tables = new WeakMap<FileKind, AliasTable>();

function aliasTable(kind: FileKind): AliasTable {
  const known = tables.get(kind);
  if (known) return known;
  const table = new Map<string, KindColumn[]>();
  for (const column of kind.columns)
    for (const alias of column.aliases) {
      // An alias with a group goes by its whole path only, so that a part of it stays free for others.
      const key = nameHeader(alias).keys[0] ?? headerKey(alias);
      const list = table.get(key) ?? [];
      if (!list.some(({ field }) => field === column.field)) list.push(column);
      table.set(key, list);
    }
  tables.set(kind, table);
  return table;
}

/**
 * Finds for each header the column of a kind with such an alias. Each field is given once: to the header that says it
 * best, and of those to the first. Headers that stand twice are told apart by their order where the kind says so.
 */
export function matchHeaders(headers: readonly string[], kind: FileKind): HeaderMatch[] {
  const table = aliasTable(kind);
  const seen = new Map<string, number>();
  const matches = headers.map((header, position): HeaderMatch => {
    const name = nameHeader(header);
    const none = { position, name, column: null, quality: 0, double: false };
    for (const [index, key] of name.keys.entries()) {
      const columns = table.get(key);
      if (!columns) continue;
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      const column = columnAt(columns, times);
      return column
        ? { ...none, column, quality: Math.max(0.5, 1 - index * 0.1) }
        : { ...none, double: true };
    }
    return none;
  });
  return withoutDoubles(matches);
}

function columnAt(columns: readonly KindColumn[], times: number): KindColumn | null {
  const ordered = columns.find(({ occurrence }) => occurrence === times);
  if (ordered) return ordered;
  return times === 1 || columns.every(({ occurrence }) => occurrence === undefined)
    ? (columns.find(({ occurrence }) => occurrence === undefined) ?? null)
    : null;
}

function withoutDoubles(matches: readonly HeaderMatch[]): HeaderMatch[] {
  const best = new Map<ImportField, HeaderMatch>();
  for (const match of matches) {
    if (!match.column) continue;
    const other = best.get(match.column.field);
    if (!other || isBetter(match, other)) best.set(match.column.field, match);
  }
  return matches.map((match) =>
    match.column && best.get(match.column.field) !== match ? { ...match, column: null, double: true } : match,
  );
}

/** Of two headers that are aliases in full, the alias that the kind names first: 互动量 before 互动. */
function isBetter(one: HeaderMatch, other: HeaderMatch): boolean {
  if (one.quality !== other.quality) return one.quality > other.quality;
  return placeOf(one) < placeOf(other);
}

const placeOf = ({ column, name }: HeaderMatch): number => {
  const place =
    column?.aliases.findIndex((alias) => name.keys.includes(nameHeader(alias).keys[0] ?? '')) ?? -1;
  return place < 0 ? 99 : place;
};

/** How well a header fits a kind, and why. */
export interface KindScore {
  readonly kind: FileKind;
  /** 0 to 1 */
  readonly score: number;
  /** share of the columns that have a meaning */
  readonly coverage: number;
  /** fields that give the kind away and are there */
  readonly found: readonly ImportField[];
  /** groups of them of which none is there */
  readonly missing: readonly (readonly ImportField[])[];
  readonly matches: readonly HeaderMatch[];
}

/**
 * Scores a header against a kind: six tenths for what gives the kind away, four for the share of known columns.
 *
 * The weights are ours; a column that the kind does not know costs half of what one counts that it knows, because
 * people add columns of their own.
 */
export function scoreKind(headers: readonly string[], kind: FileKind): KindScore {
  const matches = matchHeaders(headers, kind);
  const fields = new Set(matches.flatMap(({ column }) => (column ? [column.field] : [])));
  const missing = kind.fingerprint.filter((group) => !group.some((field) => fields.has(field)));
  const found = kind.fingerprint.flat().filter((field) => fields.has(field));
  const weights = matches.filter(({ name }) => name.text !== '').map(weigh);
  const all = weights.reduce((sum, { weight }) => sum + weight, 0);
  const coverage =
    all > 0 ? weights.reduce((sum, { weight, quality }) => sum + weight * quality, 0) / all : 0;
  const seen = 1 - missing.length / kind.fingerprint.length;
  return {
    kind,
    score: 0.6 * seen ** 2 + 0.4 * coverage,
    coverage,
    found: [...new Set(found)],
    missing,
    matches,
  };
}

const weigh = ({ column, quality }: HeaderMatch) => ({ weight: column ? 1 : 0.5, quality });
