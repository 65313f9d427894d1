import type { Cell, SheetRow } from './cells';
import type { FieldReader } from './describe-field';
import { fieldOf, type ImportField } from './fields';
import type { HeaderUnit } from './header-name';
import type { FileKind } from './kinds/file-kind';
import type { Assumption, ColumnOptions, MappedColumn, SheetMapping } from './mapping';
import type { HeaderMatch } from './match-headers';
import { looksPersonal } from './personal-columns';
import { readDate } from './read-date';
import { rateUnitByCounts } from './rate-by-counts';
import { decideRateUnit, noRateEvidence, observeRate } from './read-rate';

/** The cells of one column in some rows. */
export const cellsAt = (rows: readonly SheetRow[], position: number): Cell[] =>
  rows.map(({ cells }) => cells[position] ?? null);

/**
 * The mapping of a sheet of a known kind, with what was taken for granted in it.
 *
 * @param rows the first rows of data, from which the unit of rates is decided
 */
export function proposeMapping(
  kind: FileKind,
  matches: readonly HeaderMatch[],
  rows: readonly SheetRow[],
): { mapping: SheetMapping; assumptions: Assumption[] } {
  const columns = matches.map((match) => mapColumn(kind, match, cellsAt(rows, match.position)));
  const dated = withEmptyHeaderAsDate(kind, withRatesByCounts(columns, matches, rows), rows);
  return {
    mapping: { kind: kind.id, record: kind.record, columns: dated, constants: {} },
    assumptions: [...assumptionsOf(kind, matches, dated), ...unitsByProfile(kind, matches, rows)],
  };
}

function mapColumn(
  kind: FileKind,
  { position, name, column }: HeaderMatch,
  cells: readonly Cell[],
): MappedColumn {
  const base = { position, header: name.text };
  if (column) {
    const personal = fieldOf(column.field).personal === true;
    const profile = {
      rateUnit: column.rateUnit ?? kind.rateUnit,
      moneyUnit: column.moneyUnit ?? kind.moneyUnit,
    };
    const options = personal ? {} : columnOptions(column.field, name.unit, profile, cells);
    return { ...base, use: personal ? 'dropped' : 'field', field: column.field, options };
  }
  const personal = looksPersonal(name.text, cells);
  return personal
    ? { ...base, use: 'dropped', field: personal, options: {} }
    : { ...base, use: 'ignored', field: null, options: {} };
}

/** How the bare numbers of a column are read: by its header, else by its values, else by its kind of file, else ask. */
export function columnOptions(
  field: ImportField,
  unit: HeaderUnit,
  profile: Pick<ColumnOptions, 'rateUnit' | 'moneyUnit'>,
  cells: readonly Cell[],
): ColumnOptions {
  const { reader, mayExceedWhole, rateUnit } = fieldOf(field);
  const power = unit.power > 0 ? { power: unit.power } : {};
  if (reader === 'money') return { ...power, moneyUnit: unit.money ?? profile.moneyUnit ?? null };
  if (reader !== 'rate') return reader === 'count' || reader === 'number' ? power : {};
  if (unit.rate) return { rateUnit: unit.rate };
  const seen = cells.reduce(observeRate, noRateEvidence);
  const decided = decideRateUnit(seen, rateUnit ?? profile.rateUnit ?? null, mayExceedWhole);
  return { rateUnit: decided === 'ask' ? null : decided };
}

/** Bare rates of 1 and less take the unit that the counts beside them show; those tell more than any habit. */
function withRatesByCounts(
  columns: readonly MappedColumn[],
  matches: readonly HeaderMatch[],
  rows: readonly SheetRow[],
): MappedColumn[] {
  return columns.map((column, index) => {
    if (!column.field || fieldOf(column.field).reader !== 'rate' || matches[index]?.name.unit.rate)
      return column;
    const { largestBare } = cellsAt(rows, column.position).reduce(observeRate, noRateEvidence);
    if (largestBare === 0 || largestBare > 1) return column;
    const rateUnit = rateUnitByCounts(column, columns, rows);
    return rateUnit ? { ...column, options: { ...column.options, rateUnit } } : column;
  });
}

/** P2 and its like leave the header of their first column empty: it is the data date. */
function withEmptyHeaderAsDate(
  kind: FileKind,
  columns: MappedColumn[],
  rows: readonly SheetRow[],
): MappedColumn[] {
  const [first, ...others] = columns;
  const needsDate = kind.identity.includes('dataDate') && !columns.some(({ field }) => field === 'dataDate');
  if (!first || first.header !== '' || !needsDate) return columns;
  const dates = cellsAt(rows, 0).filter((cell) => readDate(cell).kind === 'value');
  if (dates.length === 0) return columns;
  return [{ ...first, use: 'field', field: 'dataDate' }, ...others];
}

function assumptionsOf(
  kind: FileKind,
  matches: readonly HeaderMatch[],
  columns: readonly MappedColumn[],
): Assumption[] {
  const headersOf = (test: (column: MappedColumn) => boolean) =>
    columns.filter(test).map(({ header }) => header);
  const twice = (prefixes: RegExp) =>
    matches.flatMap(({ column, name }) =>
      column?.occurrence !== undefined && prefixes.test(column.field) ? [name.text] : [],
    );
  const own = kind.assumptions.map((code): Assumption => {
    if (code === 'surfaces-twice-named') return { code, headers: twice(/^(exposure|read)Share/) };
    if (code === 'portraits-twice-named') return { code, headers: twice(/Top\d$/) };
    if (code === 'cpm-is-per-thousand-reads')
      return { code, headers: headersOf(({ field }) => field === 'cpmRead') };
    if (code === 'cost-includes-service-fee')
      return {
        code,
        headers: headersOf(({ field }) => field === 'costPerRead' || field === 'costPerInteraction'),
      };
    if (code === 'vendor-id-is-no-account-number')
      return { code, headers: headersOf(({ field }) => field === 'vendorCreatorId') };
    return { code, headers: [] };
  });
  const about: ReadonlySet<string> = new Set([
    'surfaces-twice-named',
    'portraits-twice-named',
    'cpm-is-per-thousand-reads',
    'cost-includes-service-fee',
    'vendor-id-is-no-account-number',
  ]);
  const doubles = matches.flatMap(({ double, name }) => (double ? [name.text] : []));
  const emptyDate = columns[0]?.header === '' && columns[0].field === 'dataDate';
  return [
    ...own.filter(({ code, headers }) => headers.length > 0 || !about.has(code)),
    ...(emptyDate ? [{ code: 'empty-header-is-data-date' as const, headers: [] }] : []),
    ...(doubles.length > 0 ? [{ code: 'duplicate-header-first-kept' as const, headers: doubles }] : []),
  ];
}

/** Columns of bare numbers whose unit neither header nor values tell: the habit of such files decided. */
function unitsByProfile(
  kind: FileKind,
  matches: readonly HeaderMatch[],
  rows: readonly SheetRow[],
): Assumption[] {
  const silent = (reader: FieldReader, hasUnit: (unit: HeaderUnit) => boolean) =>
    matches.filter(
      ({ column, name }) => column && fieldOf(column.field).reader === reader && !hasUnit(name.unit),
    );
  const rates = silent('rate', ({ rate }) => rate !== null).filter(({ position }) => {
    const { bare, largestBare } = cellsAt(rows, position).reduce(observeRate, noRateEvidence);
    return bare > 0 && largestBare <= 1;
  });
  // The API of 聚光 gives bids in fen and fees in yuan; exports of pages show yuan.
  const amounts = kind.json ? silent('money', ({ money }) => money !== null) : [];
  const assume = (code: Assumption['code'], found: readonly HeaderMatch[]): Assumption[] =>
    found.length > 0 ? [{ code, headers: found.map(({ name }) => name.text) }] : [];
  return [
    ...(kind.rateUnit === 'fraction' ? assume('rate-unit-by-profile', rates) : []),
    ...assume('money-unit-by-profile', amounts),
  ];
}
