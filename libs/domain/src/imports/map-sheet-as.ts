import type { SheetRow } from './cells';
import { possibleHeaders } from './header-rows';
import type { FileKindId, RecordType } from './kinds/file-kind';
import { fileKinds } from './kinds/kinds';
import type { SheetMapping } from './mapping';
import { scoreKind } from './match-headers';
import { proposeMapping } from './propose-mapping';
import { suggestMapping } from './suggest-mapping';

/** What a person says a sheet is: a kind of file, or what its rows are where it is of none. */
export type SheetReadAs = { readonly kind: FileKindId } | { readonly record: RecordType };

/** The mapping of a sheet that is read as a person says, whatever recognition thought. */
export function mapSheetAs(
  as: SheetReadAs,
  headers: readonly string[],
  rows: readonly SheetRow[],
): SheetMapping {
  if ('record' in as) return suggestMapping(headers, rows, as.record).mapping;
  const kind = fileKinds[as.kind];
  return proposeMapping(kind, scoreKind(headers, kind).matches, rows).mapping;
}

/** The headers that stand in these rows, one for each column; null where they are no header. */
export function headersIn(
  rows: readonly SheetRow[],
  headerRows: readonly number[],
): readonly string[] | null {
  const found = possibleHeaders(rows).find((one) => String(one.rows) === String(headerRows));
  return found?.headers ?? null;
}
