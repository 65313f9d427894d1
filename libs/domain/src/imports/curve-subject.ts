import type { Cell, SheetRow } from './cells';
import { headerKey } from './header-name';
import { headerText } from './header-rows';
import type { SheetMapping } from './mapping';
import { readDate } from './read-date';
import { readNoteId } from './read-id';

/** The note that the curves of a file are of, and what says so. */
export interface CurveSubject {
  /** 24 hex digits */
  readonly noteId: string;
  readonly from: 'file' | 'file-name';
}

const idNames = new Set(['note_id', 'noteId', '笔记ID', '笔记编号', '作品ID'].map(headerKey));
const inQuestion = /(?:^|[?&])note_?id=([0-9a-f]{24})(?![0-9a-f])/i;
const inName = /(?<![0-9a-z])[0-9a-f]{24}(?![0-9a-z])/gi;

/**
 * Finds the note of a file of curves: an id beside the lists or in a sheet of explanations, a link or the question that the
 * platform was asked (`…/note/base?note_id=65f0…`), else an id in the file's name. Where two ids stand in one place nothing is
 * said, because a guess would give a note the figures of another.
 *
 * @param others the first rows of the sheets that are no curves
 */
export function curveSubject(
  fileName: string,
  others: readonly (readonly SheetRow[])[],
): CurveSubject | null {
  const inFile = only(others.flatMap(idsIn));
  if (inFile) return { noteId: inFile, from: 'file' };
  const named = only((fileName.match(inName) ?? []).map((id) => id.toLowerCase()));
  return named ? { noteId: named, from: 'file-name' } : null;
}

const only = (ids: readonly string[]): string | null => {
  const [first = null, ...rest] = new Set(ids);
  return rest.length === 0 ? first : null;
};

function idsIn(rows: readonly SheetRow[]): string[] {
  const headers = rows[0]?.cells ?? [];
  return rows.flatMap(({ cells }) =>
    cells.flatMap((cell, position) => {
      const isNamed = isIdName(headers[position] ?? null) || isIdName(cells[position - 1] ?? null);
      return isNamed || isQuestion(cell) ? (idOf(cell) ?? []) : [];
    }),
  );
}

/** The last part of a path counts: `params.note_id`. */
const isIdName = (cell: Cell): boolean => idNames.has(headerKey(headerText(cell).split('.').at(-1) ?? ''));

const isQuestion = (cell: Cell): boolean => typeof cell === 'string' && /[/?=]/.test(cell);

function idOf(cell: Cell): string | null {
  const asked = typeof cell === 'string' ? inQuestion.exec(cell)?.[1] : undefined;
  if (asked) return asked.toLowerCase();
  const read = readNoteId(cell);
  return read.kind === 'value' ? read.value : null;
}

/**
 * The first day of the curves of a file, from the first rows of its sheets; null where it has none.
 *
 * @param firstRows with the header among them
 */
export function curveStart(
  sheets: readonly { sheet: string; headerRows: readonly number[]; mapping: SheetMapping }[],
  firstRows: readonly { sheet: string; rows: readonly { number: number; cells: readonly Cell[] }[] }[],
): string | null {
  const days = sheets.flatMap(({ sheet, headerRows, mapping }) => {
    const column = mapping.columns.find(({ field, use }) => field === 'pointAt' && use === 'field');
    const rows = firstRows.find((one) => one.sheet === sheet)?.rows ?? [];
    return rows
      .filter(({ number }) => column && number > Math.max(...headerRows))
      .flatMap(({ cells }) => {
        const read = readDate(cells[column?.position ?? 0] ?? null, { capturedAt: null });
        return read.kind === 'value' ? [read.value.day] : [];
      });
  });
  return days.sort()[0] ?? null;
}
