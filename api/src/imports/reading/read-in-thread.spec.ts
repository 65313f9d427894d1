import type { SheetRow } from '@poolrise/domain';
import { setTimeout as wait } from 'node:timers/promises';
import { rowsIn } from '../../../test/reading';
import { aWorkbook, xmlRow } from '../../../test/workbook-bytes';
import { fileOfBytes } from './file-in-hand';
import { usualLimits } from './limits';
import { readInThread } from './read-in-thread';

const csvOf = (rows: number): Buffer =>
  Buffer.from(`a,b\n${Array.from({ length: rows }, (_, at) => `${at},第${at}行\n`).join('')}`);

async function all(batches: AsyncIterable<SheetRow[]>): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}

describe('a thread that reads', () => {
  it('gives the facts and then the same rows as reading here', async () => {
    const sheets = [{ name: 'S', rows: xmlRow(1, 'a', '标题') + xmlRow(2, 1, '😀'), after: '' }];
    for (const bytes of [csvOf(5_000), Buffer.from(aWorkbook({ sheets }))]) {
      const { batches } = await readInThread(fileOfBytes(bytes));
      expect(await all(batches())).toEqual(await rowsIn(bytes));
    }
    const { facts, close } = await readInThread(fileOfBytes(csvOf(2)));
    expect(facts).toMatchObject({ kind: 'csv', encoding: 'utf-8' });
    await close();
  });

  it('refuses with the reason that it found, before the rows and among them', async () => {
    await expect(readInThread(fileOfBytes(Buffer.from('%PDF-1.7')))).rejects.toMatchObject({
      refusal: { code: 'other-kind', found: 'pdf' },
    });
    const { batches } = await readInThread(fileOfBytes(csvOf(5_000)), { ...usualLimits, rowsMax: 4_000 });
    await expect(all(batches())).rejects.toMatchObject({
      refusal: { code: 'too-many-rows', rowsMax: 4_000 },
    });
  });

  it('is killed when it takes too long, but not for waiting for its reader', async () => {
    // Long enough for a thread to begin on a busy machine.
    const limits = { megabytesMax: 256, secondsMax: 10 };
    const { batches } = await readInThread(fileOfBytes(csvOf(20_000)), usualLimits, limits);
    let slept = false;
    let rows = 0;
    for await (const batch of batches()) {
      if (!slept) await wait(10_500);
      slept = true;
      rows += batch.length;
    }
    expect(rows).toBe(20_001);
    await expect(
      readInThread(fileOfBytes(csvOf(100_000)), usualLimits, { ...limits, secondsMax: 0.001 }),
    ).rejects.toMatchObject({ refusal: { code: 'too-slow', secondsMax: 0.001 } });
  });

  it('is killed when it takes too much memory, and this process goes on', async () => {
    const records = JSON.stringify(
      Array.from({ length: 300_000 }, (_, at) => ({ id: at, title: `第${at}篇` })),
    );
    const read = readInThread(
      fileOfBytes(Buffer.from(records)),
      { ...usualLimits, rowsMax: 300_000 },
      { megabytesMax: 24, secondsMax: 60 },
    );
    await expect(read.then(({ batches }) => all(batches()))).rejects.toMatchObject({
      refusal: { code: 'too-much-memory', megabytesMax: 24 },
    });
  });

  it('ends when nobody reads on', async () => {
    const { batches } = await readInThread(fileOfBytes(csvOf(50_000)));
    for await (const batch of batches()) {
      expect(batch.length).toBeGreaterThan(100);
      break;
    }
    // A thread left behind would keep this process from ending, and jest says so.
    expect(process.getActiveResourcesInfo()).not.toContain('MessagePort');
  });
});
