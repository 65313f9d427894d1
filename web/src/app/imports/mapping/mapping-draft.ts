import type { ImportFound, ImportMapping } from '@poolrise/contracts';
import {
  type Cell,
  checkMapping,
  columnOptions,
  fieldOf,
  headersIn,
  type ImportField,
  type MappingProblem,
  mapSheetAs,
  nameHeader,
  needsDate,
  possibleHeaders,
  type SheetReadAs,
  type SheetRow,
} from '@poolrise/domain';

export type SheetDraft = ImportMapping['sheets'][number];
export type ColumnDraft = SheetDraft['mapping']['columns'][number];

/** Something that has to be settled before the file can be read. */
export type Open =
  | { sheet: string; problem: MappingProblem }
  | { sheet: string; problem: { code: 'needs-day' } | { code: 'needs-note' } };

/** The first rows of a sheet, as the domain reads them. */
export function rowsOf({ firstRows }: ImportFound, sheet: string): SheetRow[] {
  const rows = firstRows.find((one) => one.sheet === sheet)?.rows ?? [];
  return rows.map((row) => ({ sheet, ...row }));
}

/** Those below the header. */
export function dataRowsOf(found: ImportFound, { sheet, headerRows }: SheetDraft): SheetRow[] {
  const last = Math.max(...headerRows);
  return rowsOf(found, sheet).filter(({ number }) => number > last);
}

/** The first values of one column, as they print; blanks are left out. */
export function samplesOf(rows: readonly SheetRow[], position: number, most = 3): string[] {
  const texts = rows.map(({ cells }) => String(cells[position] ?? '').trim()).filter(Boolean);
  return [...new Set(texts)].slice(0, most);
}

/** The rows in which a header may stand: one, or a group above its parts. */
export function headerChoices(found: ImportFound, { sheet, headerRows }: SheetDraft): number[][] {
  const all = possibleHeaders(rowsOf(found, sheet)).map(({ rows }) => [...rows]);
  const known = all.some((rows) => String(rows) === String(headerRows));
  return known ? all : [[...headerRows], ...all];
}

const withSheet = (
  mapping: ImportMapping,
  sheet: string,
  change: (draft: SheetDraft) => SheetDraft,
): ImportMapping => ({
  ...mapping,
  sheets: mapping.sheets.map((one) => (one.sheet === sheet ? change(one) : one)),
});

/** Reads a column as a field; how its numbers are meant is told by its header and values, else asked. */
export function withField(
  found: ImportFound,
  mapping: ImportMapping,
  sheet: string,
  position: number,
  field: ImportField,
): ImportMapping {
  return withSheet(mapping, sheet, (draft) => {
    const cells: Cell[] = dataRowsOf(found, draft).map((row) => row.cells[position] ?? null);
    return withColumn(draft, position, ({ header }) => {
      const personal = fieldOf(field).personal === true;
      const options = personal ? {} : columnOptions(field, nameHeader(header).unit, {}, cells);
      return { use: personal ? 'dropped' : 'field', field, options };
    });
  });
}

/** What becomes of a column; one that is read again is read as what it was. */
export const withUse = (
  mapping: ImportMapping,
  sheet: string,
  position: number,
  use: ColumnDraft['use'],
): ImportMapping => withSheet(mapping, sheet, (draft) => withColumn(draft, position, () => ({ use })));

export const withUnit = (
  mapping: ImportMapping,
  sheet: string,
  position: number,
  unit: Pick<ColumnDraft['options'], 'rateUnit' | 'moneyUnit'>,
): ImportMapping =>
  withSheet(mapping, sheet, (draft) =>
    withColumn(draft, position, ({ options }) => ({ options: { ...options, ...unit } })),
  );

const withColumn = (
  draft: SheetDraft,
  position: number,
  change: (column: ColumnDraft) => Partial<ColumnDraft>,
): SheetDraft => ({
  ...draft,
  mapping: {
    ...draft.mapping,
    columns: draft.mapping.columns.map((column) =>
      column.position === position ? { ...column, ...change(column) } : column,
    ),
  },
});

/** The whole sheet read as something else: its columns are told anew. */
export const readAs = (
  found: ImportFound,
  mapping: ImportMapping,
  sheet: string,
  as: SheetReadAs,
): ImportMapping =>
  withSheet(mapping, sheet, (draft) => {
    const headers = headersIn(rowsOf(found, sheet), draft.headerRows) ?? headersOf(draft);
    return { ...draft, mapping: mapSheetAs(as, headers, dataRowsOf(found, draft)) as SheetDraft['mapping'] };
  });

/** The header in other rows: its columns are told anew, as what the sheet is read as. */
export const withHeaderRows = (
  found: ImportFound,
  mapping: ImportMapping,
  sheet: string,
  headerRows: number[],
): ImportMapping => {
  const moved = withSheet(mapping, sheet, (draft) => ({ ...draft, headerRows }));
  const draft = mapping.sheets.find((one) => one.sheet === sheet);
  if (!draft) return mapping;
  const { kind, record } = draft.mapping;
  return readAs(found, moved, sheet, kind ? { kind } : { record });
};

const headersOf = ({ mapping }: SheetDraft): string[] => mapping.columns.map(({ header }) => header);

/** All that is open; a file whose mapping has none of it can be read. */
export function openIn({ sheets, dataDay, noteId, curveOf }: ImportMapping): Open[] {
  // One answer is for all curves of the file, so it is asked for once.
  const firstCurve = sheets.findIndex(({ mapping }) => mapping.record === 'series-point');
  return sheets.flatMap(({ sheet, mapping }, place): Open[] => {
    const { record } = mapping;
    const dates = record === 'ad-row' ? 'adTime' : 'dataDate';
    const dated = mapping.columns.some(({ field, use }) => field === dates && use === 'field');
    return [
      ...checkMapping(mapping).map((problem) => ({ sheet, problem })),
      ...(needsDate(record) && !dated && dataDay === null
        ? [{ sheet, problem: { code: 'needs-day' as const } }]
        : []),
      ...(place === firstCurve && noteId === null && curveOf === undefined
        ? [{ sheet, problem: { code: 'needs-note' as const } }]
        : []),
    ];
  });
}

/** Whether something is open about this very column. */
export const isOpenAt = (open: readonly Open[], sheet: string, header: string): boolean =>
  open.some((one) => one.sheet === sheet && 'headers' in one.problem && one.problem.headers.includes(header));
