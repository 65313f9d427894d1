import type { SheetRow } from '@poolrise/domain';
import { type FileInHand, wholeFile } from '../file-in-hand';
import type { ReadingLimits } from '../limits';
import type { ReadSoFar } from '../read-so-far';
import { RowKeeper } from '../row-keeper';
import { numberStyles } from './number-styles';
import { MergeFill, mergesOf } from './merges';
import { sharedStrings } from './shared-strings';
import { SheetListener } from './sheet-listener';
import { readWorkbook, type Workbook } from './workbook';
import { xmlPart } from './xml-part';
import { ZipParts } from './zip-parts';

/** A workbook whose directory and list of sheets were read and judged. */
export interface OpenedWorkbook {
  zip: ZipParts;
  workbook: Workbook;
}

/** The packed bytes, which the file limit bounds, are held; what they unpack to never is. */
export async function openWorkbook(file: FileInHand, limits: ReadingLimits): Promise<OpenedWorkbook> {
  const zip = await ZipParts.open(await wholeFile(file, limits), limits);
  return { zip, workbook: await readWorkbook(zip) };
}

/** The rows of every sheet that is shown, in the order of the tabs. */
export async function* xlsxRows(
  { zip, workbook }: OpenedWorkbook,
  limits: ReadingLimits,
  progress: ReadSoFar,
): AsyncGenerator<SheetRow[]> {
  const keeper = new RowKeeper(limits);
  const shownAs = await numberStyles(zip, workbook.stylesPart);
  const strings = await sharedStrings(zip, workbook.sharedStringsPart, limits);
  progress.begin(workbook.sheets.reduce((sum, { part }) => sum + zip.sizeOf(part), 0));
  for (const { name: sheet, part } of workbook.sheets) {
    const merges = new MergeFill(await mergesOf(zip, part, sheet, limits), limits.columnsMax);
    const context = { sheet, part, strings, shownAs, since1904: workbook.since1904, merges };
    const pieces = xmlPart(zip, part, new SheetListener(context, keeper), (bytes) => progress.add(bytes));
    while (!(await pieces.next()).done) {
      const batch = keeper.ready();
      if (batch) yield batch;
    }
  }
  const rest = keeper.ready(true);
  if (rest) yield rest;
  keeper.close();
}
