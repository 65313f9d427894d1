import type { ImportField } from './fields';
import type { FileMoment } from './file-moment';
import type { ImportedRecord } from './read-row';
import type { ReportedFigure } from './reading';

type Values = Pick<ImportedRecord, 'values'>;

/** The figure of a field, or null where the record has none: unknown is never 0. */
export function figureOf({ values }: Values, field: ImportField): ReportedFigure | null {
  const value = values[field];
  return typeof value === 'object' && 'precision' in value && 'value' in value ? value : null;
}

/** The moment of a field, or null. */
export function momentOf({ values }: Values, field: ImportField): FileMoment | null {
  const value = values[field];
  return typeof value === 'object' && 'day' in value ? value : null;
}

/** The text or id of a field, or null. */
export function textOf({ values }: Values, field: ImportField): string | null {
  const value = values[field];
  return typeof value === 'string' ? value : null;
}
