import { existsSync } from 'node:fs';
import path from 'node:path';
import { isPortFree } from '../ports.ts';
import { waitUntil } from '../processes.ts';
import type { Running } from '../running.ts';
import { SetupProblem } from '../setup-problem.ts';
import { workspaceRoot } from '../workspace.ts';
import { openDataPlace, type DataPlace } from './data-place.ts';
import type { StartOptions } from './options.ts';
import { startBuild, startProgram } from './program.ts';
import { Service } from './service.ts';
import type { Shutdown } from './shutdown.ts';
import { openStores } from './stores.ts';

/** The product, up and answering. */
export interface Product {
  url: string;
  /** Where data and queue are, in words. */
  database: string;
  queue: string;
  /** Written by the migration step when there is a demo. */
  demoLoginsFile: string | undefined;
  /** What its programs have in their environment: addresses, key files and switches. */
  env: NodeJS.ProcessEnv;
  /** Since the end of the build. */
  seconds: number;
}

/**
 * Builds, opens the stores, migrates, and runs API, worker and readers.
 *
 * @param shutdown stops all of it, also in the middle
 * @param giveUp hears a sentence when a part of it cannot be kept alive
 * @throws SetupProblem
 */
export async function raiseProduct(
  options: StartOptions,
  shutdown: Shutdown,
  giveUp: (sentence: string) => void,
): Promise<Product> {
  const place = await openDataPlace(options.temporary, shutdown);
  await refuseTakenPort(options, place);
  if (options.build) await build(options.buildTargets, shutdown);

  const began = performance.now();
  const stores = await openStores({ ...options, dataDir: place.dataDir, giveUp }, shutdown);
  const url = `http://${options.host === '0.0.0.0' ? '127.0.0.1' : options.host}:${options.port}`;
  const env = { ...process.env, ...stores.env, ...programEnv(options, place.dataDir, url) };
  await migrate(env, shutdown);

  const service = async (name: string, file: string, onGiveUp = giveUp) => {
    refuseMissing(file);
    const kept = await shutdown.addProgram(new Service(name, () => startProgram(file, env), onGiveUp));
    return { name, kept, running: await kept.start() };
  };
  const services = [
    await service('API', 'dist/api/main.mjs'),
    await service('worker', 'dist/api/worker.mjs'),
  ];
  await untilAlive(url, services, shutdown.signal);
  // A demo without readers is a quiet demo; it need not end.
  if (options.readers) services.push(await service('readers', 'dist/scenario/readers.mjs', console.error));
  for (const { kept } of services) kept.keepAlive();

  return {
    url,
    database: stores.database,
    queue: stores.queue,
    demoLoginsFile: options.demo ? env.DEMO_LOGINS_FILE : undefined,
    env,
    seconds: (performance.now() - began) / 1000,
  };
}

/** What the programs read from their environment, besides the addresses of the stores. */
function programEnv({ demo, temporary, host, port }: StartOptions, dataDir: string, url: string) {
  return {
    NODE_ENV: 'production',
    HOST: host,
    PORT: String(port),
    WEB_ROOT: path.join(workspaceRoot, 'dist/web'),
    DATA_DIR: dataDir,
    DEMO: demo ? '1' : '',
    DEMO_LOGINS_FILE: path.join(dataDir, 'demo-logins.json'),
    READER_KEY_FILE: path.join(dataDir, 'reader-key'),
    API_URL: url,
    ...(temporary ? { DEMO_SEED: '20261123' } : {}),
  };
}

async function refuseTakenPort({ port, host }: StartOptions, { tookOver }: DataPlace): Promise<void> {
  // The API of a killed start notices within two seconds that it is alone.
  if (await waitUntil(() => isPortFree(port, host), tookOver ? 3000 : 0)) return;
  throw new SetupProblem(
    `Port ${port} is taken by another program: end that one, or choose another port with "PORT=${port + 1} npm start".`,
  );
}

async function build(targets: string[], shutdown: Shutdown): Promise<void> {
  const { succeeded } = await (await shutdown.addProgram(startBuild(targets))).ended;
  shutdown.signal.throwIfAborted();
  if (!succeeded) throw new SetupProblem('The build failed: see its last words above.');
}

async function migrate(env: NodeJS.ProcessEnv, shutdown: Shutdown): Promise<void> {
  const file = 'dist/api/migrate.mjs';
  refuseMissing(file);
  const { succeeded, words } = await (await shutdown.addProgram(startProgram(file, env))).ended;
  shutdown.signal.throwIfAborted();
  if (!succeeded) {
    throw new SetupProblem(
      `Bringing the database up to date ${words}: see its last words above; the data is as it was.`,
    );
  }
}

function refuseMissing(file: string): void {
  if (existsSync(path.join(workspaceRoot, file))) return;
  throw new SetupProblem(`${file} is missing: run "npm run build", or start without --no-build.`);
}

/** Waits for the API. What ends before it has ever worked is not worth another try. */
async function untilAlive(
  url: string,
  services: { name: string; running: Running }[],
  signal: AbortSignal,
): Promise<void> {
  let failed: string | undefined;
  for (const { name, running } of services) {
    void running.ended.then(({ words }) => (failed ??= `The ${name} ${words} before it was ready`));
  }
  const answers = async () => {
    signal.throwIfAborted();
    if (failed) throw new SetupProblem(`${failed}: see its last words above.`);
    const response = await fetch(`${url}/livez`, { signal: AbortSignal.timeout(1000) }).catch(
      () => undefined,
    );
    return response?.ok === true;
  };
  if (await waitUntil(answers, 60_000)) return;
  throw new SetupProblem(`The API does not answer at ${url}/livez: see its last words above.`);
}
