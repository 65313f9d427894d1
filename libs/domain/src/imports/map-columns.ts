import { type ImportField, fieldOf } from './fields';
import { headerFingerprint, nameHeader } from './header-name';
import { identityParts } from './identity';
import { fileKinds } from './kinds/kinds';
import type { MappedColumn, SheetMapping } from './mapping';
import { cellTextMax } from './read-words';

/** What is wrong with a mapping, or has to be said before it can be used; names and headers are for the message. */
export type MappingProblem =
  | {
      readonly code: 'two-columns-one-field';
      readonly field: ImportField;
      readonly headers: readonly string[];
    }
  | { readonly code: 'required-missing'; readonly oneOf: readonly (readonly ImportField[])[] }
  | { readonly code: 'rate-unit-unknown'; readonly field: ImportField; readonly headers: readonly string[] }
  | { readonly code: 'money-unit-unknown'; readonly field: ImportField; readonly headers: readonly string[] }
  | { readonly code: 'personal-field-kept'; readonly field: ImportField; readonly headers: readonly string[] }
  | { readonly code: 'position-twice'; readonly headers: readonly string[] }
  | { readonly code: 'nothing-mapped' };

/**
 * Checks a mapping as a person may have changed it.
 *
 * @param lawfulPurpose whether the workspace has stated why it may keep personal columns
 */
export function checkMapping(mapping: SheetMapping, lawfulPurpose = false): MappingProblem[] {
  const used = mapping.columns.filter(isUsed);
  if (used.length === 0) return [{ code: 'nothing-mapped' }];
  return [
    ...twice(mapping.columns),
    ...doubles(used),
    ...missing(mapping, new Set(used.map(({ field }) => field))),
    ...used.flatMap((column) => unclear(column)),
    ...(lawfulPurpose ? [] : used.flatMap(personal)),
  ];
}

type UsedColumn = MappedColumn & { readonly field: ImportField };
const isUsed = (column: MappedColumn): column is UsedColumn =>
  column.use === 'field' && column.field !== null;

function twice(columns: readonly MappedColumn[]): MappingProblem[] {
  const seen = new Set<number>();
  const again = columns.filter(({ position }) => (seen.has(position) ? true : !seen.add(position)));
  return again.length > 0 ? [{ code: 'position-twice', headers: again.map(({ header }) => header) }] : [];
}

function doubles(used: readonly UsedColumn[]): MappingProblem[] {
  const byField = groupBy(used, ({ field }) => field);
  return [...byField].flatMap(([field, columns]): MappingProblem[] =>
    columns.length > 1
      ? [{ code: 'two-columns-one-field', field, headers: columns.map(({ header }) => header) }]
      : [],
  );
}

function missing(mapping: SheetMapping, fields: ReadonlySet<ImportField>): MappingProblem[] {
  const parts = identityParts(mapping.kind, mapping.record).filter((part) => typeof part !== 'string');
  const required = (mapping.kind ? fileKinds[mapping.kind].columns : [])
    .filter((column) => column.required)
    .map(({ field }) => [[field]]);
  const wanted = [...required, ...parts];
  const lacking = wanted.filter((oneOf) => !oneOf.some((all) => all.every((field) => fields.has(field))));
  const unique = new Map(lacking.map((oneOf) => [JSON.stringify(oneOf), oneOf]));
  return [...unique.values()].map((oneOf) => ({ code: 'required-missing', oneOf }));
}

function unclear({ field, header, options }: UsedColumn): MappingProblem[] {
  const { reader } = fieldOf(field);
  if (reader === 'rate' && options.rateUnit === null)
    return [{ code: 'rate-unit-unknown', field, headers: [header] }];
  if (reader === 'money' && !options.moneyUnit)
    return [{ code: 'money-unit-unknown', field, headers: [header] }];
  return [];
}

const personal = ({ field, header }: UsedColumn): MappingProblem[] =>
  fieldOf(field).personal ? [{ code: 'personal-field-kept', field, headers: [header] }] : [];

/** A mapping that was saved for files of the same headers. */
export interface MappingTemplate {
  readonly fingerprint: string;
  readonly mapping: SheetMapping;
}

/** Keeps a mapping for the next file of the same headers. */
export const saveTemplate = (headers: readonly string[], mapping: SheetMapping): MappingTemplate => ({
  fingerprint: headerFingerprint(headers),
  mapping,
});

/**
 * Applies a saved mapping to another file whose columns have the same headers, in whatever order; null for any other.
 * Headers that stand twice are told apart by their order.
 */
export function applyTemplate(template: MappingTemplate, headers: readonly string[]): SheetMapping | null {
  if (headerFingerprint(headers) !== template.fingerprint) return null;
  const waiting = groupBy(template.mapping.columns, ({ header }) => nameHeader(header).keys[0] ?? '');
  const columns = headers.map((header, position): MappedColumn => {
    const column = waiting.get(nameHeader(header).keys[0] ?? '')?.shift();
    return column
      ? { ...column, position, header }
      : { position, header, use: 'ignored', field: null, options: {} };
  });
  return { ...template.mapping, columns };
}

/** The most of a cell that is shown beside the reason for which it was refused. */
export const shownCellMax = Math.min(80, cellTextMax);

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
