import type { ImportFound, ImportMapping } from '@poolrise/contracts';
import {
  applyTemplate,
  type Cell,
  checkMapping,
  type FileRecognition,
  glimpseRows,
  type MappingTemplate,
  recogniseFile,
  type SheetRecognition,
  type SheetRow,
} from '@poolrise/domain';
import { hasSubject } from './curve-names';
import type { OpenedFile } from './reading/read-file';

/** What the first look at a file made of it. */
export interface FirstLook {
  found: ImportFound;
  /** the mapping as proposed; complete only where nothing has to be asked */
  mapping: ImportMapping;
  /** whether a person has to say something before the rows can be read */
  asks: boolean;
}

const saidEveryMs = 500;

/**
 * The first rows of every sheet. A single sheet is left after them; of several, each has to be come to, and `said` is told now
 * and then how much of the file is behind.
 */
export async function firstRowsOf(
  opened: OpenedFile,
  said: (share: number) => Promise<void>,
): Promise<Map<string, SheetRow[]>> {
  const { facts } = opened;
  const bySheet = new Map<string, SheetRow[]>(facts.sheets.map((sheet) => [sheet, []]));
  const onlySheet = facts.kind !== 'json' && facts.sheets.length === 1;
  let saidAt = performance.now();
  for await (const batch of opened.batches()) {
    if (performance.now() - saidAt > saidEveryMs) {
      saidAt = performance.now();
      await said(opened.share());
    }
    for (const row of batch) {
      const rows = bySheet.get(row.sheet) ?? [];
      if (rows.length < glimpseRows) rows.push(row);
      bySheet.set(row.sheet, rows);
    }
    if (onlySheet && [...bySheet.values()].every((rows) => rows.length >= glimpseRows)) break;
  }
  return bySheet;
}

/** Recognises a file, by a kept mapping of the workspace where one fits a sheet, else by what is known of all files. */
export function firstLook(
  name: string,
  { facts }: OpenedFile,
  rows: ReadonlyMap<string, readonly SheetRow[]>,
  templates: readonly { name: string; sheets: readonly MappingTemplate[] }[],
): FirstLook {
  const recognition = recogniseFile({
    name,
    format: facts.kind === 'json-lines' ? 'json' : facts.kind,
    sheets: [...rows].map(([sheet, sheetRows]) => ({ name: sheet, rows: sheetRows })),
  });
  const kept = recognition.sheets.map((sheet) => keptMapping(sheet, templates));
  const mapping: ImportMapping = {
    sheets: recognition.sheets.map((sheet, place) => ({
      sheet: sheet.sheet,
      headerRows: [...sheet.headerRows],
      mapping: plain(kept[place]?.mapping ?? sheet.mapping),
    })),
    dataDay: dataDayOf(recognition),
    capturedAt: null,
    noteId: recognition.subject?.noteId ?? null,
  };
  return {
    found: {
      facts: {
        format: facts.kind,
        encoding: facts.encoding,
        separator: facts.separator,
        hiddenSheets: facts.hiddenSheets,
      },
      recognition: withoutPersons(recognition, mapping),
      firstRows: mapping.sheets.map((sheet) => ({
        sheet: sheet.sheet,
        rows: shownRows(sheet, rows.get(sheet.sheet) ?? []),
      })),
      templateName: kept.find((one) => one !== null)?.name ?? null,
    },
    mapping,
    asks: recognition.sheets.length === 0 || isOpen(recognition, mapping, kept),
  };
}

type MappedSheet = ImportMapping['sheets'][number];

const droppedIn = ({ mapping }: MappedSheet): ReadonlySet<number> =>
  new Set(mapping.columns.filter(({ use }) => use === 'dropped').map(({ position }) => position));

/** Rows as they print; of columns that say who somebody is the header alone is kept. */
function shownRows(sheet: MappedSheet, rows: readonly SheetRow[]): ImportFound['firstRows'][number]['rows'] {
  const dropped = droppedIn(sheet);
  const lastHeader = Math.max(...sheet.headerRows);
  return rows.map(({ number, cells }) => ({
    number,
    cells: cells.map((cell, position) => (number > lastHeader && dropped.has(position) ? '' : printed(cell))),
  }));
}

/** Suggestions come with some values, which are nobody's to keep where a column is dropped. */
function withoutPersons({ sheets, ...file }: FileRecognition, mapping: ImportMapping): FileRecognition {
  return {
    ...file,
    sheets: sheets.map((sheet, place) => {
      const mapped = mapping.sheets[place];
      const dropped = mapped ? droppedIn(mapped) : new Set<number>();
      const suggestions = sheet.suggestions.map((one) =>
        dropped.has(one.position) ? { ...one, samples: [] } : one,
      );
      return { ...sheet, suggestions };
    }),
  };
}

/** Contracts hold arrays, the domain read-only ones. */
const plain = (mapping: SheetRecognition['mapping']): ImportMapping['sheets'][number]['mapping'] =>
  structuredClone(mapping) as ImportMapping['sheets'][number]['mapping'];

function keptMapping(
  sheet: SheetRecognition,
  templates: readonly { name: string; sheets: readonly MappingTemplate[] }[],
): { name: string; mapping: SheetRecognition['mapping'] } | null {
  for (const { name, sheets } of templates)
    for (const template of sheets) {
      const mapping = applyTemplate(template, sheet.headers);
      if (mapping) return { name, mapping };
    }
  return null;
}

function dataDayOf({ sheets }: FileRecognition): string | null {
  for (const { dataDate } of sheets) if (dataDate.from === 'file-name') return dataDate.day;
  return null;
}

function isOpen(
  { sheets }: FileRecognition,
  mapping: ImportMapping,
  kept: readonly (object | null)[],
): boolean {
  return sheets.some((sheet, place) => {
    const its = mapping.sheets[place]?.mapping;
    if (!its || (sheet.why === null && !kept[place])) return true;
    const undated = sheet.dataDate.from === 'ask' && mapping.dataDay === null;
    const nobodys = its.record === 'series-point' && !hasSubject(mapping);
    return undated || nobodys || checkMapping(its).length > 0;
  });
}

/** A cell as a person would read it in the file. */
export function printed(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell).slice(0, 200);
  return new Date(Math.round((cell.excelSerial - 25_569) * 86_400) * 1_000)
    .toISOString()
    .replace('T', ' ')
    .replace(/(?: 00:00)?:\d\d\.000Z$/, '');
}
