import type { Cell } from '@poolrise/domain';
import { cellText } from '../cell-text';
import { FileRefused } from '../refusals';
import type { RowKeeper } from '../row-keeper';
import { columnOf, excelColumnsMax, excelRowsMax } from './cell-place';
import { serialOfIso, type ShownAs } from './number-styles';
import type { MergeFill } from './merges';
import { unescaped } from './shared-strings';
import type { Attributes, XmlListener } from './xml-part';

/** What the cells of a sheet mean beyond their own words. */
export interface SheetContext {
  sheet: string;
  part: string;
  strings: readonly (string | null)[];
  shownAs: readonly ShownAs[];
  since1904: boolean;
  merges: MergeFill;
}

// From 1904-01-01 back to 1899-12-30.
const daysTo1904 = 1_462;

/** Listens to one sheet and hands its rows to the keeper. */
export class SheetListener implements XmlListener {
  private inCells = false;
  private row = 0;
  private cells: Cell[] = [];
  private column = 0;
  private type = '';
  private style = 0;
  private listening = false;
  private phonetic = false;
  private value = '';

  constructor(
    private readonly context: SheetContext,
    private readonly keeper: RowKeeper,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'c') {
      if (this.inCells) this.beginCell(attributes);
    } else if (name === 'v' || name === 't') this.listening = this.inCells && !this.phonetic;
    else if (name === 'rPh') this.phonetic = true;
    else if (name === 'sheetData') this.inCells = true;
    else if (name === 'row' && this.inCells) this.beginRow(attributes);
  }

  text(text: string): void {
    if (!this.listening) return;
    this.value += text;
    // A number has a few characters; a text that is too long is refused with its place when its row ends.
    if (this.value.length > 10_000_000)
      throw this.keeper.tooLong(this.context.sheet, this.row, this.value.length);
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.listening = false;
    else if (name === 'c') {
      if (this.inCells) this.endCell();
    } else if (name === 'rPh') this.phonetic = false;
    else if (name === 'row') this.endRow();
    else if (name === 'sheetData') this.inCells = false;
  }

  private beginRow({ r }: Attributes): void {
    this.row = r === undefined ? this.row + 1 : Number(r);
    if (!(this.row >= 1 && this.row <= excelRowsMax)) throw this.damaged();
    this.column = 0;
    this.cells = [];
  }

  private beginCell({ r, t, s }: Attributes): void {
    this.column = r === undefined ? this.column + 1 : columnOf(r);
    if (this.column < 1 || this.column > excelColumnsMax) throw this.damaged();
    this.type = t ?? 'n';
    this.style = s === undefined ? 0 : Number(s);
    this.value = '';
  }

  private endCell(): void {
    const cell = this.cell();
    if (cell === null) return;
    // Cells without value do not count, so a sheet that is coloured to its right end is as wide as what it says.
    while (this.cells.length < this.column - 1) this.cells.push(null);
    this.cells[this.column - 1] = cell;
  }

  private endRow(): void {
    if (!this.inCells || this.cells.length === 0) return;
    this.context.merges.fill(this.row, this.cells);
    this.keeper.keep(this.context.sheet, this.row, this.cells);
    this.cells = [];
  }

  private cell(): Cell {
    const { value } = this;
    if (value === '') return null;
    if (this.type === 's') return this.shared(value);
    if (this.type === 'n') return this.numberOrDate(value);
    if (this.type === 'str' || this.type === 'inlineStr') return cellText(unescaped(value));
    if (this.type === 'b') return value === '1' || value === 'true';
    if (this.type === 'd') return dateOf(value);
    // What is left are errors such as #N/A: a formula that found nothing says nothing.
    return null;
  }

  private shared(value: string): string | null {
    const text = this.context.strings[Number(value)];
    if (text === undefined) throw this.damaged();
    return text;
  }

  private numberOrDate(value: string): Cell {
    const number = Number(value);
    // `Number` takes blanks for zero; here they are nothing, as any text that is no number is a text.
    if (!Number.isFinite(number) || value.trim() === '') return cellText(value);
    const shown = this.context.shownAs[this.style];
    if (shown === 'percent') return percentText(number);
    if (shown === 'date') return { excelSerial: number + (this.context.since1904 ? daysTo1904 : 0) };
    // Programs write long ids as numbers with all their digits; a double would lose the last of them.
    return Number.isInteger(number) && !Number.isSafeInteger(number) && /^-?\d+$/.test(value)
      ? value
      : number;
  }

  private damaged(): FileRefused {
    return new FileRefused({ code: 'damaged', part: this.context.part });
  }
}

/**
 * A share as a person sees it in its cell, so that 1.25 under 125% is not taken for 1.25%. With the two decimals at least that
 * spreadsheets drop where they are zeros, and no more than the fifteen digits that they keep.
 */
function percentText(share: number): string {
  const hundredfold = Number((share * 100).toPrecision(15));
  if (hundredfold === 0 || Math.abs(hundredfold) < 1e-6) return '0%';
  const [, decimals = ''] = String(hundredfold).split('.');
  return `${decimals.length < 2 ? hundredfold.toFixed(2) : String(hundredfold)}%`;
}

function dateOf(value: string): Cell {
  const excelSerial = serialOfIso(value);
  return excelSerial === null ? cellText(value) : { excelSerial };
}
