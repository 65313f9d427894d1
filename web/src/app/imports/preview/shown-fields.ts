import type { ImportedRow, ImportMapping, ImportRowView } from '@poolrise/contracts';
import type { ImportField } from '@poolrise/domain';

/** Whether two rows say the same under a field, unknown included. */
export const differs = (row: ImportedRow, before: ImportedRow | null, field: ImportField): boolean =>
  before !== null && JSON.stringify(row.values[field]) !== JSON.stringify(before.values[field]);

/**
 * The columns of a preview: as the file has them; where rows change something, what changes stands right behind what names the row.
 */
export function shownFields(
  { sheets }: ImportMapping,
  rows: readonly Pick<ImportRowView, 'sheet' | 'record' | 'before'>[],
): ImportField[] {
  const shown = new Set(rows.map(({ sheet }) => sheet));
  const mapped = sheets
    .filter(({ sheet }) => shown.has(sheet))
    .flatMap(({ mapping }) => mapping.columns)
    .flatMap(({ use, field }) => (use === 'field' && field ? [field] : []));
  const told = rows.flatMap(({ record }) => Object.keys(record?.values ?? {}) as ImportField[]);
  const all = [...new Set([...mapped, ...told])];
  const changed = new Set(
    all.filter((field) => rows.some(({ record, before }) => record && differs(record, before, field))),
  );
  const names = new Set(all.slice(0, 2));
  const rank = (field: ImportField) => (names.has(field) ? 0 : changed.has(field) ? 1 : 2);
  return all.toSorted((a, b) => rank(a) - rank(b));
}
