import type { Cell, SheetRow } from '@poolrise/domain';
import type { ReadingLimits } from './limits';
import { FileRefused } from './refusals';

const rowsPerBatch = 500;

/** Gathers the rows of a file into batches and watches its limits. Rows that hold nothing are not kept. */
export class RowKeeper {
  private batch: SheetRow[] = [];
  private kept = 0;
  private readonly begun = new Set<string>();

  constructor(private readonly limits: ReadingLimits) {}

  /** Takes the cells for its own: blanks at the end of a row are cut off in place. */
  keep(sheet: string, number: number, cells: Cell[]): void {
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    if (cells.length === 0) return;
    if (cells.length > this.limits.columnsMax) throw this.tooWide(sheet, number, cells.length);

    for (const cell of cells)
      if (typeof cell === 'string' && cell.length > this.limits.cellCharactersMax)
        throw this.tooLong(sheet, number, cell.length);

    if (this.begun.has(sheet)) {
      if (++this.kept > this.limits.rowsMax)
        throw new FileRefused({ code: 'too-many-rows', sheet, rowsMax: this.limits.rowsMax });
    } else this.begun.add(sheet);
    this.batch.push({ sheet, number, cells });
  }

  /** A batch when enough rows came together, and all there is at the end. */
  ready(atEnd = false): SheetRow[] | null {
    if (this.batch.length < (atEnd ? 1 : rowsPerBatch)) return null;
    const batch = this.batch;
    this.batch = [];
    return batch;
  }

  /** Refuses a file in which no sheet has a row beneath its first. */
  close(): void {
    if (this.begun.size === 0) throw new FileRefused({ code: 'empty-file' });
    if (this.kept === 0) throw new FileRefused({ code: 'only-header', rows: this.begun.size });
  }

  tooWide(sheet: string, row: number, columns: number): FileRefused {
    const { columnsMax } = this.limits;
    return new FileRefused({ code: 'too-many-columns', sheet, row, columns, columnsMax });
  }

  tooLong(sheet: string, row: number, characters: number): FileRefused {
    const { cellCharactersMax: charactersMax } = this.limits;
    return new FileRefused({ code: 'cell-too-long', sheet, row, characters, charactersMax });
  }
}
