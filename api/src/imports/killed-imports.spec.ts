import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Readable } from 'node:stream';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { deafJobs } from '../../test/deaf-jobs';
import { noteLine, noteSheet } from '../../test/import-files';
import { aBrand, type Someone } from '../../test/people';
import { ImportJobs } from './import-jobs';
import { ImportsService } from './imports.service';

const testFolder = path.join(import.meta.dirname, '../../test');
const hooks = path.join(testFolder, '../../libs/devkit/src/typescript-hooks.ts');
const rows = 20_000;

describe('a worker killed while it reads, takes over and takes back a file', () => {
  let database: TestDatabase;
  let imports: ImportsService;
  let lin: Someone;
  beforeAll(async () => {
    database = await freshDatabase();
    imports = new ImportsService(database.db, deafJobs);
    lin = await aBrand(database.db);
  });
  afterAll(() => database.close());

  const one = async (sql: string): Promise<number> => (await database.owner<{ n: number }>(sql))[0]?.n ?? 0;
  const progress = (id: string) => one(`select rows_done as n from import_file where id = '${id}'`);

  /** Lets a worker of its own begin and kills it without warning once so many rows are done. */
  const workAndKill = async (id: string, rowsDone: number): Promise<void> => {
    const worker = spawn(
      process.execPath,
      ['--no-warnings', '--import', hooks, path.join(testFolder, 'import-loop.ts')],
      {
        env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: database.url },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const ended = once(worker, 'exit') as Promise<[number | null, string | null]>;
    let over = false;
    void ended.then(() => (over = true));
    while (!over && (await progress(id)) < rowsDone) await new Promise((resolve) => setTimeout(resolve, 5));
    worker.kill('SIGKILL');
    expect((await ended)[1]).toBe('SIGKILL');
    // A dead worker is taken for dead when it has been silent for a while.
    await database.owner(
      `update import_file set heard_at = now() - interval '1 minute' where heard_at is not null`,
    );
  };
  const finish = async (id: string) => {
    await new ImportJobs(database.db).workDue();
    return imports.one(lin.workspaceId, id);
  };

  it('leaves nothing lost and nothing doubled', async () => {
    const lines = Array.from({ length: rows }, (_, n) => noteLine(n));
    const { id } = await imports.upload(
      lin.workspaceId,
      lin,
      { name: 'large.csv', takeOver: 'asked' },
      Readable.from([noteSheet(...lines)]),
    );
    await workAndKill(id, 5_000);
    expect(await finish(id)).toMatchObject({ state: 'ready', counts: { new: rows, rejected: 0 } });

    await imports.commit(lin.workspaceId, lin, id);
    await workAndKill(id, 5_000);
    const half = await one(`select count(*)::int as n from observation`);
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(rows);
    expect(await finish(id)).toMatchObject({ state: 'done', rowsDone: rows });
    expect(await one(`select count(*)::int as n from observation where import_id = '${id}'`)).toBe(rows);
    expect(await one(`select taken_to as n from import_file where taken_from = 0`)).toBe(rows);
    expect(await one(`select count(*)::int as n from observed_note`)).toBe(rows);

    await imports.undo(lin.workspaceId, lin, id);
    await workAndKill(id, 5_000);
    expect(await finish(id)).toMatchObject({ state: 'undone' });
    for (const table of ['observation', 'observed_note'])
      expect(await one(`select count(*)::int as n from ${table}`)).toBe(0);
  }, 180_000);
});
