import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { aCheckout, type Checkout } from './checkout';

describe('npm run bench', () => {
  let checkout: Checkout;

  beforeAll(() => {
    checkout = aCheckout();
    const place = (...names: string[]) => path.join(checkout.root, ...names);
    mkdirSync(place('libs/scenario/src/bench'), { recursive: true });
    mkdirSync(place('dist/bench'), { recursive: true });
    for (const name of ['replay', 'pools', 'late'])
      writeFileSync(place(`libs/scenario/src/bench/${name}.main.ts`), '');
    checkout.program('bench/replay.mjs', `console.log('replayed', process.argv.slice(2).join('|'));`);
    checkout.program('bench/pools.mjs', `console.log('at ' + process.env.DATABASE_URL); process.exit(4);`);
  });
  afterAll(() => checkout.remove());

  const bench = async (...args: string[]) => {
    const command = checkout.run(['libs/devkit/bin/bench.mjs', ...args]);
    return { code: await command.ended, said: command.said() };
  };

  it('runs an offline program with its arguments and raises no product', async () => {
    const { code, said } = await bench('--no-build', 'replay', '--data', 'a b.csv', '--help');
    expect(said).toBe('replayed --data|a b.csv|--help\n');
    expect(code).toBe(0);
  });

  it('fails when the program does, and gives it no database', async () => {
    expect(await bench('--no-build', 'pools')).toEqual({ code: 1, said: 'at undefined\n' });
  });

  it('says which names there are when it does not know one, also behind a known one', async () => {
    for (const args of [['fed'], ['feed', 'fed']]) {
      const { code, said } = await bench(...args);
      expect(code).toBe(1);
      expect(said).toContain('There is no bench "fed".');
      expect(said).toContain('feed, ingest, verdict: measured on a product of its own');
      expect(said).toContain('late, pools, replay: without a product');
    }
  });

  it('names the remedy when the program was never built', async () => {
    const { code, said } = await bench('--no-build', 'late');
    expect(code).toBe(1);
    expect(said).toContain('dist/bench/late.mjs was not built: run it without --no-build.');
  });
});
