import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../src/ports';
import { isAlive, waitUntil } from '../src/processes';
import { aCheckout, type Checkout, type Command, patienceMs } from './checkout';

describe('npm start', () => {
  let checkout: Checkout;
  let port: number;

  beforeAll(async () => {
    checkout = aCheckout();
    port = await freePort();
  });
  afterAll(() => checkout.remove());

  const start = (flags: string[] = [], env: NodeJS.ProcessEnv = {}): Command =>
    checkout.run(['libs/devkit/bin/start.mjs', '--no-build', '--port', String(port), ...flags], env);
  const ready = async (command: Command) => {
    await command.says('Poolrise is ready');
    return command;
  };
  const apiPid = async () => Number(await (await fetch(`http://127.0.0.1:${port}/livez`)).text());
  /** 0 for the moment in which a new one has taken the old one's file away and not written its own. */
  const postgresPid = () => {
    const file = path.join(checkout.root, '.data/pg18/postmaster.pid');
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
  };

  it('tells address, logins, data and queue; ends on Ctrl-C although its worker is busy; leaves no one', async () => {
    const command = await ready(start());
    expect(command.said()).toContain(`http://127.0.0.1:${port}`);
    expect(command.said()).toMatch(/lin@demo\.test +lin-demo +owner, Lin Tea/);
    expect(command.said()).toContain('BullMQ on the same PostgreSQL');
    const family = [await apiPid(), postgresPid(), ...childrenOf(command)];

    command.process.kill('SIGINT');
    expect(await command.ended).toBe(0);
    expect(family.filter(isAlive)).toEqual([]);
    expect(existsSync(path.join(checkout.root, '.data/lock.json'))).toBe(false);
  });

  it('heals a killed API and a killed PostgreSQL by itself', async () => {
    const command = await ready(start(['--no-readers']));
    const [api, postgres] = [await apiPid(), postgresPid()];

    process.kill(api, 'SIGKILL');
    await command.says('the API was ended by SIGKILL: starting it again');
    const answered = async () => (await apiPid().catch(() => api)) !== api;
    expect(await waitUntil(answered, patienceMs)).toBe(true);

    process.kill(postgres, 'SIGKILL');
    await command.says('the PostgreSQL was ended by SIGKILL: starting it again');
    const back = () => {
      const pid = postgresPid();
      return pid > 0 && pid !== postgres && isAlive(pid);
    };
    expect(await waitUntil(back, patienceMs)).toBe(true);

    command.process.kill('SIGTERM');
    expect(await command.ended).toBe(0);
  });

  it('is missed by its programs when it is killed, and the next start clears up after it', async () => {
    const killed = await ready(start());
    const [api, postgres] = [await apiPid(), postgresPid()];
    killed.process.kill('SIGKILL');
    await killed.ended;

    const next = await ready(start());
    expect(next.said()).toContain('stopped a PostgreSQL that a killed start had left');
    expect(isAlive(postgres)).toBe(false);
    expect(await waitUntil(() => !isAlive(api), patienceMs)).toBe(true);
    next.process.kill('SIGTERM');
    expect(await next.ended).toBe(0);
  });

  it('gives up with a sentence when the API dies again and again, or before it was ever ready', async () => {
    const sound = readFileSync(path.join(checkout.root, 'dist/api/main.mjs'), 'utf8');
    checkout.program('api/main.mjs', `${sound}; setTimeout(() => process.exit(3), 1500);`);
    const sick = start(['--test']);
    await sick.says('Poolrise is ready');
    expect(await sick.ended).toBe(1);
    await sick.says(/The API ended with code 3, for the 5th time in a row: see its last words above/);

    checkout.program('api/main.mjs', `console.error('no such column'); process.exit(3);`);
    const stillborn = start(['--test']);
    expect(await stillborn.ended).toBe(1);
    await stillborn.says(
      /no such column[^]*The API ended with code 3 before it was ready: see its last words above/,
    );
    checkout.program('api/main.mjs', sound);
  });

  it('refuses a running data folder, a taken port, a silent database and an unknown queue in one sentence each', async () => {
    const running = await ready(start(['--no-demo']));
    expect(running.said()).not.toContain('demo logins');
    const second = start();
    await second.says(`already running on ${checkout.root}/.data (process ${running.process.pid})`);
    expect(await second.ended).toBe(1);
    const reset = checkout.run(['libs/devkit/bin/reset.mjs', '--yes']);
    await reset.says('stop it with Ctrl-C in its window, then reset');
    running.process.kill('SIGTERM');
    await running.ended;

    const other = createServer().listen(port, '127.0.0.1');
    const taken = start();
    await taken.says(
      `Port ${port} is taken by another program: end that one, or choose another port with "PORT=${port + 1}`,
    );
    expect(await taken.ended).toBe(1);
    other.close();

    const silent = start([], { DATABASE_URL: 'postgres://lin:secret@127.0.0.1:1/poolrise' });
    await silent.says(/DATABASE_URL \(127\.0\.0\.1:1\/poolrise\) cannot be used .*unset DATABASE_URL/);
    expect(silent.said()).not.toContain('secret');
    const queue = start([], { QUEUE_STORE: 'rabbit' });
    await queue.says('QUEUE_STORE is "rabbit": it may be "postgres" or "redis".');
  });

  it('is forgotten by reset, which asks first', async () => {
    const data = path.join(checkout.root, '.data');
    const hesitant = checkout.run(['libs/devkit/bin/reset.mjs']);
    hesitant.process.stdin?.end('n\n');
    await hesitant.says('Nothing was deleted');
    expect(existsSync(data)).toBe(true);

    const sure = checkout.run(['libs/devkit/bin/reset.mjs']);
    sure.process.stdin?.end('y\n');
    expect(await sure.ended).toBe(0);
    expect(existsSync(data)).toBe(false);
  });
});

function childrenOf({ process: { pid } }: Command): number[] {
  if (process.platform !== 'linux') return [];
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
}
