import type { SheetRow } from '@poolrise/domain';
import { chunksOf, type FileInHand } from './file-in-hand';
import { jsonLineRows, jsonLinesSheet, jsonRows } from './json/json-rows';
import { looksLikeJson, looksLikeJsonLines } from './json/json-text';
import { type ReadingLimits, usualLimits } from './limits';
import { countedFile, ReadSoFar } from './read-so-far';
import { asRefused } from './refusals';
import { sniff } from './sniff';
import { csvRows, csvSheet } from './text/csv-rows';
import { type Encoding, encodingOf, textOf } from './text/encoding';
import { type Separator, separatorOf } from './text/separator';
import { openWorkbook, xlsxRows } from './xlsx/xlsx-rows';

/** What a file turned out to be, known before its first row. */
export interface FileFacts {
  kind: 'xlsx' | 'csv' | 'json' | 'json-lines';
  /** of a text; `null` of a workbook */
  encoding: Encoding | null;
  /** of a text with separated cells */
  separator: Separator | null;
  /** The sheets that are read; the tables of a JSON document show only in its rows, and are not listed here. */
  sheets: string[];
  /** Sheets that the file hides: they are not read, and a person should be told. */
  hiddenSheets: string[];
}

export interface OpenedFile {
  facts: FileFacts;
  /** All rows from the beginning, in batches of a few hundred to a few thousand. */
  batches(): AsyncGenerator<SheetRow[]>;
  /** How much of the file lies behind the batch that came last, 0 to 1, by what was read of it: bytes, or records of a JSON document. */
  share(): number;
}

/**
 * Opens a file by its bytes. Memory is bounded by the limits, never by the file.
 *
 * @throws FileRefused, and nothing else, here and while its rows are read
 */
export async function openFile(file: FileInHand, limits: ReadingLimits = usualLimits): Promise<OpenedFile> {
  try {
    // The size is looked at before the first byte is.
    await chunksOf(file, limits).next();
    const opened = (await sniff(file)) === 'zip' ? await openZip(file, limits) : await openText(file, limits);
    return { facts: opened.facts, batches: () => refusingOnly(opened.batches()), share: opened.share };
  } catch (error) {
    throw asRefused(error, 'file');
  }
}

async function openZip(file: FileInHand, limits: ReadingLimits): Promise<OpenedFile> {
  const opened = await openWorkbook(file, limits);
  const { sheets, hiddenSheets } = opened.workbook;
  const facts: FileFacts = {
    kind: 'xlsx',
    encoding: null,
    separator: null,
    sheets: sheets.map(({ name }) => name),
    hiddenSheets,
  };
  const progress = new ReadSoFar();
  return { facts, batches: () => xlsxRows(opened, limits, progress), share: () => progress.share };
}

async function openText(file: FileInHand, limits: ReadingLimits): Promise<OpenedFile> {
  const encoding = await encodingOf(file, limits);
  const text = await beginningOfText(file, encoding, limits);
  const facts = { encoding, separator: null, hiddenSheets: [] };
  const progress = new ReadSoFar();
  const share = () => progress.share;
  const counted = countedFile(file, progress);
  if (looksLikeJson(text))
    return looksLikeJsonLines(text)
      ? {
          facts: { ...facts, kind: 'json-lines', sheets: [jsonLinesSheet] },
          batches: () => jsonLineRows(counted, encoding, limits),
          share,
        }
      : {
          facts: { ...facts, kind: 'json', sheets: [] },
          batches: () => jsonRows(file, encoding, limits, progress),
          share,
        };

  const separator = separatorOf(text);
  return {
    facts: { ...facts, separator, kind: 'csv', sheets: [csvSheet] },
    batches: () => csvRows(counted, { encoding, separator }, limits),
    share,
  };
}

async function beginningOfText(file: FileInHand, encoding: Encoding, limits: ReadingLimits): Promise<string> {
  let text = '';
  for await (const piece of textOf(file, encoding, limits)) {
    text += piece;
    if (text.length >= 2 ** 20) break;
  }
  return text;
}

async function* refusingOnly(batches: AsyncGenerator<SheetRow[]>): AsyncGenerator<SheetRow[]> {
  try {
    yield* batches;
  } catch (error) {
    throw asRefused(error, 'file');
  }
}
