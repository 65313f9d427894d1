import type { Cell } from '@poolrise/domain';
import type { ReadingLimits } from '../limits';
import { FileRefused } from '../refusals';
import { columnOf } from './cell-place';
import type { ZipParts } from './zip-parts';

/** A merged block of cells; rows and columns from 1, both ends inside. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

// What may stand between the cells and the merges is small; 50,000 merges are below 2 MB.
const tailBytesMax = 8 * 2 ** 20;

/**
 * The merged blocks of a sheet, ordered by their first row. They are written after the cells they change, so the part
 * is unpacked once for them alone; looking for one word costs a tenth of reading the cells.
 */
export async function mergesOf(
  zip: ZipParts,
  part: string,
  sheet: string,
  { mergesMax }: ReadingLimits,
): Promise<Merge[]> {
  const merges: Merge[] = [];
  const tail = await afterCells(zip, part);
  for (const [, from = '', to = ''] of tail.matchAll(
    /<(?:[\w.-]+:)?mergeCell\s[^<>]{0,200}?ref\s*=\s*["']([A-Z]+\d+):([A-Z]+\d+)["']/g,
  )) {
    const [top, bottom] = [rowOf(from), rowOf(to)];
    merges.push({ top, left: columnOf(from), bottom, right: columnOf(to) });
    if (merges.length > mergesMax) throw new FileRefused({ code: 'too-many-merges', sheet, mergesMax });
  }
  return merges.sort((one, other) => one.top - other.top);
}

const rowOf = (place: string): number => Number(/\d+$/.exec(place)?.[0] ?? 0);

async function afterCells(zip: ZipParts, part: string): Promise<string> {
  let before = Buffer.alloc(0);
  let tail: Buffer[] | null = null;
  let bytes = 0;
  for await (const chunk of zip.unpack(part)) {
    if (tail === null) {
      const window = Buffer.concat([before, chunk]);
      const end = endOfCells(window);
      if (end >= 0) tail = [window.subarray(end)];
      else before = window.subarray(-128);
    } else tail.push(chunk);
    bytes += tail === null ? 0 : chunk.length;
    if (bytes > tailBytesMax) break;
  }
  return Buffer.concat(tail ?? []).toString('latin1');
}

function endOfCells(window: Buffer): number {
  for (let at = window.indexOf('sheetData'); at >= 0; at = window.indexOf('sheetData', at + 1)) {
    const before = window.toString('latin1', Math.max(0, at - 64), at);
    const after = window.toString('latin1', at + 9, at + 32);
    if (/<\/(?:[\w.-]+:)?$/.test(before) && /^\s*>/.test(after)) return at;
  }
  return -1;
}

/** Writes the value of each merged block into all of its cells, row by row from the top. */
export class MergeFill {
  private next = 0;
  private open: { merge: Merge; value: Cell }[] = [];

  constructor(
    private readonly merges: readonly Merge[],
    private readonly columnsMax: number,
  ) {}

  fill(row: number, cells: Cell[]): void {
    for (let merge = this.waiting(row); merge; merge = this.waiting(row)) {
      this.next++;
      if (merge.bottom < row) continue;
      const value = merge.top === row ? (cells[merge.left - 1] ?? null) : null;
      if (value !== null) this.open.push({ merge, value });
    }
    if (this.open.length === 0) return;
    this.open = this.open.filter(({ merge }) => merge.bottom >= row);
    for (const { merge, value } of this.open) {
      while (cells.length < merge.left) cells.push(null);
      const right = Math.min(merge.right, this.columnsMax);
      for (let column = merge.left - 1; column < right; column++) cells[column] ??= value;
    }
  }

  private waiting(row: number): Merge | null {
    const merge = this.merges[this.next];
    return merge && merge.top <= row ? merge : null;
  }
}
