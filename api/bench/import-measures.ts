import { parse } from 'csv-parse';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { SaxesParser } from 'saxes';
import { openPromise } from 'yauzl';
import { fileOnDisk } from '../src/imports/reading/file-in-hand';
import { openFile, type OpenedFile } from '../src/imports/reading/read-file';
import { readInThread } from '../src/imports/reading/read-in-thread';

/** Ways to go through a file; each returns how many rows it saw. */
export const measures: Record<string, (path: string) => Promise<number>> = {
  reader: async (path) => countRows(await openFile(await fileOnDisk(path))),
  thread: async (path) => countRows(await readInThread(await fileOnDisk(path))),
  'csv-parse': rowsOfCsvParse,
  saxes: rowsOfSaxes,
};

async function countRows({ batches }: OpenedFile): Promise<number> {
  let rows = 0;
  for await (const batch of batches()) rows += batch.length;
  return rows;
}

/** The library as its manual shows it, with nothing done to what it gives. */
async function rowsOfCsvParse(path: string): Promise<number> {
  let rows = 0;
  const parser = createReadStream(path).pipe(parse());
  parser.on('data', () => rows++);
  await once(parser, 'end');
  return rows;
}

/** Every part unpacked and parsed once, with nobody who listens but for a count of rows. */
async function rowsOfSaxes(path: string): Promise<number> {
  let rows = 0;
  const zip = await openPromise(path, { autoClose: false });
  for await (const entry of zip.eachEntry()) {
    const parser = new SaxesParser({ position: false });
    parser.on('opentag', ({ name }) => {
      if (name === 'row') rows++;
    });
    const decoder = new TextDecoder();
    for await (const chunk of await zip.openReadStreamPromise(entry))
      parser.write(decoder.decode(chunk as Buffer, { stream: true }));
    parser.close();
  }
  zip.close();
  return rows;
}
