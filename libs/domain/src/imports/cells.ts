/** A day or moment as a spreadsheet holds it: days since 1899-12-30, no time zone. */
export interface DateCell {
  readonly excelSerial: number;
}
/** One cell as the file holds it: what a formula last gave, never the formula; `null` where the cell is empty or absent. */
export type Cell = string | number | boolean | DateCell | null;
/** One row with its place in the file, counted from 1 as a person counts. */
export interface SheetRow {
  readonly sheet: string;
  readonly number: number;
  readonly cells: readonly Cell[];
}
