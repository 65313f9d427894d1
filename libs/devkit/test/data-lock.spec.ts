import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { holderOf, lockDataFolder } from '../src/data-lock';
import { aCheckout, type Checkout } from './checkout';

/** Takes the folder on a sign, says whether it got it, and stays. */
const hold = `
  import { lockDataFolder } from './libs/devkit/src/data-lock.ts';
  console.log('waits');
  await new Promise((sign) => process.stdin.once('data', sign));
  try { await lockDataFolder(process.argv[1]); console.log('taken'); setInterval(() => undefined, 1000); }
  catch (error) { console.log('refused'); process.exit(); }
`;

describe('the data folder', () => {
  let checkout: Checkout;
  let dataDir: string;
  const holder = () => checkout.run(['--input-type=module', '--eval', hold, dataDir]);

  beforeAll(() => {
    checkout = aCheckout();
  });
  afterAll(() => checkout.remove());
  beforeEach(() => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'poolrise-lock-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('is refused to a second start, with the process to stop, and free after the first has ended', async () => {
    const first = holder();
    first.process.stdin?.write('go');
    await first.says('taken');
    await expect(lockDataFolder(dataDir)).rejects.toThrow(`process ${first.process.pid}`);

    first.process.kill('SIGKILL');
    await first.ended;
    const lock = await lockDataFolder(dataDir);
    expect(lock.tookOver).toBe(true);
    lock.release();
    expect(holderOf(dataDir)).toBeUndefined();
  });

  it('is not held by a later process that got the number of a dead holder', async () => {
    writeFileSync(
      path.join(dataDir, 'lock.json'),
      JSON.stringify({ pid: process.pid, born: 'before the reboot' }),
    );
    expect(holderOf(dataDir)).toBeUndefined();
    const lock = await lockDataFolder(dataDir);
    lock.release();
  });

  it('goes to one of two starts that find the lock of a dead one at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      writeFileSync(path.join(dataDir, 'lock.json'), JSON.stringify({ pid: 1, born: 'long ago' }));
      const starts = [holder(), holder(), holder()];
      await Promise.all(starts.map((start) => start.says('waits')));
      for (const start of starts) start.process.stdin?.write('go');
      await Promise.all(starts.map((start) => start.says(/taken|refused/)));
      const winners = starts.filter((start) => start.said().includes('taken'));

      expect(winners).toHaveLength(1);
      const { pid } = JSON.parse(readFileSync(path.join(dataDir, 'lock.json'), 'utf8')) as { pid: number };
      expect(pid).toBe(winners[0]?.process.pid);
      for (const start of starts) start.process.kill('SIGKILL');
      await Promise.all(starts.map((start) => start.ended));
    }
  });
});
