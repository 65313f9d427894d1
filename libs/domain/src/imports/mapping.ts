import type { ImportField } from './fields';
import type { SeriesMetric } from './fields.series';
import type { AssumptionCode, FileKindId, RecordType } from './kinds/file-kind';
import type { MoneyUnit } from './read-money';
import type { RateUnit } from './read-rate';

/** How the bare numbers of one column are to be read. */
export interface ColumnOptions {
  /** null: nobody knows yet, and somebody has to be asked */
  readonly rateUnit?: RateUnit | null;
  readonly moneyUnit?: MoneyUnit | null;
  /** power of ten of the unit: 4 for 万 */
  readonly power?: number;
}

/** What becomes of one column of a file. */
export interface MappedColumn {
  /** from 0, as in the cells of a row */
  readonly position: number;
  /** as the file shows it, groups joined with `/` */
  readonly header: string;
  /** `dropped` because it is personal, `ignored` because it has no meaning here */
  readonly use: 'field' | 'dropped' | 'ignored';
  /** null where ignored */
  readonly field: ImportField | null;
  readonly options: ColumnOptions;
}

/** What the sheet as a whole says, where its rows do not. */
export interface SheetConstants {
  readonly seriesMetric?: SeriesMetric;
  readonly seriesPeriod?: 'hour' | 'day';
}

/** How the rows of one sheet become records. Plain data: it is shown, changed, and saved as a template. */
export interface SheetMapping {
  /** null for a file of no known kind, mapped by hand */
  readonly kind: FileKindId | null;
  readonly record: RecordType;
  readonly columns: readonly MappedColumn[];
  readonly constants: SheetConstants;
}

/** An assumption, with the headers that it is about. */
export interface Assumption {
  readonly code: AssumptionCode;
  readonly headers: readonly string[];
}
