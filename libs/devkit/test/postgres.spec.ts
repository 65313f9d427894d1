import pg from 'pg';
import { existsSync, mkdtempSync, chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from '../src/postgres/start-postgres';
import { isAlive, waitUntil } from '../src/processes';
import { temporaryData, type TemporaryData } from '../src/temporary-data';
import { aCheckout, type Checkout, patienceMs } from './checkout';

/** Starts a server, says its address and process id, and stays. */
const serve = `
  import { startPostgres } from './libs/devkit/src/postgres/start-postgres.ts';
  const server = await startPostgres({ dataDir: process.argv[1], fast: true });
  console.log(JSON.stringify({ url: server.url, pid: server.pid }));
  process.stdin.on('data', async () => { await server.stop(); process.exit(); });
`;

async function ask(url: string, sql: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  let data: TemporaryData;

  beforeAll(async () => {
    data = await temporaryData();
  });
  afterAll(() => data.remove());

  it('keeps what was written, and its password to itself', async () => {
    const first = await startPostgres({ dataDir: data.dataDir });
    await ask(first.url, 'CREATE TABLE note (title text)');
    await ask(first.url, `INSERT INTO note VALUES ('小红书')`);
    await first.stop();

    const second = await startPostgres({ dataDir: data.dataDir });
    try {
      expect(second.tookOver).toBe(false);
      expect(await ask(second.url, 'SELECT title FROM note')).toEqual([['小红书']]);
      const settings = ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums'];
      const values = await Promise.all(settings.map((name) => ask(second.url, `SHOW ${name}`)));
      expect(values.flat(2)).toEqual(['on', 'on', 'on', 'on']);
      await expect(ask(second.url.replace(/:[^:@]+@/, ':guess@'), 'SELECT 1')).rejects.toThrow(/password/);
      expect(statSync(path.join(data.dataDir, 'postgres-password')).mode & 0o077).toBe(0);
    } finally {
      await second.stop();
    }
  });

  it('is replaced, with all its data, when its own process was killed', async () => {
    const killed = await startPostgres({ dataDir: data.dataDir });
    await ask(killed.url, `INSERT INTO note VALUES ('written just before')`);
    process.kill(killed.pid, 'SIGKILL');
    await killed.ended;

    const next = await startPostgres({ dataDir: data.dataDir, port: killed.port });
    try {
      expect(await ask(next.url, 'SELECT title FROM note')).toContainEqual(['written just before']);
    } finally {
      await next.stop();
    }
  });

  it('starts although another program now has the number in its pid file', async () => {
    const pidFile = path.join(data.dataDir, 'pg18/postmaster.pid');
    writeFileSync(pidFile, `${process.pid}\n${data.dataDir}/pg18\n1700000000\n1\n\n127.0.0.1\n\n`);

    const server = await startPostgres({ dataDir: data.dataDir });
    await server.stop();
    expect(isAlive(process.pid)).toBe(true);
  });

  it('says what to do about a folder of another major, and about a lost password', async () => {
    const version = path.join(data.dataDir, 'pg18/PG_VERSION');
    writeFileSync(version, '17\n');
    await expect(startPostgres({ dataDir: data.dataDir })).rejects.toThrow(
      /written by PostgreSQL 17 and this is 18: move the folder away to keep it, or run "npm run reset"/,
    );
    writeFileSync(version, '18\n');
    rmSync(path.join(data.dataDir, 'postgres-password'));
    await expect(startPostgres({ dataDir: data.dataDir })).rejects.toThrow(
      /password is missing.*npm run reset/,
    );
  });
});

describe('a checkout that only its owner may enter, without the library links', () => {
  let checkout: Checkout;
  let runtime: string;

  beforeAll(() => {
    checkout = aCheckout({ closed: true });
    runtime = mkdtempSync(path.join(os.tmpdir(), 'poolrise-runtime-'));
    chmodSync(runtime, 0o755);
  });
  afterAll(async () => {
    await checkout.remove();
    rmSync(runtime, { recursive: true, force: true });
  });

  it('has a PostgreSQL that knows Chinese letters, and has it again the next time', async () => {
    for (const title of ['first', 'second']) {
      const dataDir = path.join(checkout.root, '.data');
      const server = checkout.run(['--input-type=module', '--eval', serve, dataDir], {
        POOLRISE_RUNTIME_DIR: runtime,
      });
      await server.says('"pid"');
      const { url } = JSON.parse(server.said()) as { url: string };

      await ask(url, 'CREATE EXTENSION IF NOT EXISTS pg_trgm');
      expect((await ask(url, `SELECT show_trgm('小红书')`)).flat(2)).toHaveLength(4);
      await ask(url, `CREATE TABLE ${title} ()`);
      server.process.stdin?.write('stop');
      expect(await server.ended).toBe(0);
    }
    expect(existsSync(path.join(checkout.root, '.data/postgres-password'))).toBe(true);
  });
});

describe('a server whose starter was killed', () => {
  it('is stopped by the next start on its folder, which keeps the data', async () => {
    const checkout = aCheckout();
    const data = await temporaryData();
    const starter = checkout.run(['--input-type=module', '--eval', serve, data.dataDir]);
    await starter.says('"pid"');
    const left = JSON.parse(starter.said()) as { url: string; pid: number };
    await ask(left.url, 'CREATE TABLE survivor ()');
    starter.process.kill('SIGKILL');
    await starter.ended;
    expect(isAlive(left.pid)).toBe(true);

    const next = await startPostgres({ dataDir: data.dataDir, fast: true });
    try {
      expect(next.tookOver).toBe(true);
      expect(isAlive(left.pid)).toBe(false);
      expect(await ask(next.url, 'SELECT FROM survivor')).toEqual([]);
    } finally {
      await next.stop();
      data.remove();
      await checkout.remove();
    }
  });

  it('and its temporary folder are gone with the next test run', async () => {
    const checkout = aCheckout();
    const starter = checkout.run([
      '--input-type=module',
      '--eval',
      `import { startTestPostgres } from './libs/devkit/src/test-postgres.ts';
       console.log(JSON.stringify({ url: (await startTestPostgres()).url }));
       setInterval(() => undefined, 1000);`,
    ]);
    await starter.says('"url"');
    const { url } = JSON.parse(starter.said()) as { url: string };
    const [[folder]] = (await ask(url, 'SHOW data_directory')) as [[string]];
    const pid = Number(readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
    starter.process.kill('SIGKILL');
    await starter.ended;

    (await temporaryData()).remove();
    expect(await waitUntil(() => !isAlive(pid), patienceMs)).toBe(true);
    expect(existsSync(path.dirname(folder))).toBe(false);
    await checkout.remove();
  });
});
