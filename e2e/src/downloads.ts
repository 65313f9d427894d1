import { expect, type Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

/** A file that the page handed to the browser, by what made it do so. */
export async function downloaded(
  page: Page,
  act: () => Promise<void>,
): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The lines of a CSV file, the header among them, as a spreadsheet reads them. */
export function linesOf(bytes: Buffer): string[][] {
  // Without the mark Excel takes UTF-8 for something else.
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  return parse(bytes, { bom: true }) as string[][];
}

/** A sheet of a workbook: rows of cells, a text as a text and a figure as a figure. */
export type SheetCells = (string | number | null)[][];

/** The sheets of a workbook, in order. Fails when a cell anywhere is a formula. */
export async function sheetsOf(bytes: Buffer): Promise<SheetCells[]> {
  const files = await unzipped(bytes);
  const sheets = [...files].filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name)).sort();
  return sheets.map(([, xml]) => {
    expect(xml, 'formulas').not.toMatch(/<f[ >/]/);
    return [...xml.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) => cellsOf(row));
  });
}

function cellsOf(row: string): (string | number | null)[] {
  const cells: (string | number | null)[] = [];
  for (const [, letters = '', figure, words] of row.matchAll(
    /<c r="([A-Z]+)\d+"[^>]*>(?:<v>([^<]*)<\/v>|<is><t[^>]*>([^<]*)<\/t><\/is>)<\/c>/g,
  )) {
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    while (cells.length < column) cells.push(null);
    cells.push(figure === undefined ? plain(words ?? '') : Number(figure));
  }
  return cells;
}

const plain = (xml: string): string =>
  xml.replace(/&(lt|gt|quot|#13|amp);/g, (_, name: string) => signs[name] ?? '');
const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#13': '\r', amp: '&' };

/** By name. The library refuses archives whose sizes or check sums do not hold. */
function unzipped(bytes: Buffer): Promise<Map<string, string>> {
  return new Promise((done, fail) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error: Error | null, zip: ZipFile) => {
      if (error) return fail(error);
      const files = new Map<string, string>();
      zip.on('error', fail);
      zip.on('end', () => done(files));
      zip.on('entry', (entry: Entry) => {
        zip.openReadStream(entry, (refusal, stream) => {
          if (refusal) return fail(refusal);
          text(stream).then((content) => {
            files.set(entry.fileName, content);
            zip.readEntry();
          }, fail);
        });
      });
      zip.readEntry();
    });
  });
}
