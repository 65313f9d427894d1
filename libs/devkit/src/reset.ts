import pg from 'pg';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { holderOf } from './data-lock.ts';
import { clusterPath } from './postgres/data-folder.ts';
import { stopLeftoverServer } from './postgres/leftover-server.ts';
import { SetupProblem } from './setup-problem.ts';
import { dataFolder } from './start/data-place.ts';
import { checkOwnDatabase } from './start/own-database.ts';

/** `npm run reset`: empties the installation after asking; `--yes` answers for scripts. */
export async function resetCommand(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { yes: { type: 'boolean', default: false } } });
  const dataDir = dataFolder(process.env);
  const holder = holderOf(dataDir);
  if (holder !== undefined) {
    throw new SetupProblem(
      `Poolrise is running on ${dataDir} (process ${holder}): stop it with Ctrl-C in its window, then reset.`,
    );
  }
  const ownDatabase = process.env['DATABASE_URL'];
  if (ownDatabase) await emptyOwnDatabase(ownDatabase, values.yes);
  await removeDataFolder(dataDir, values.yes || Boolean(ownDatabase));
}

async function removeDataFolder(dataDir: string, agreed: boolean): Promise<void> {
  if (!existsSync(dataDir)) return console.log('Nothing to reset: there is no data yet.');
  if (!agreed && !(await agrees(`Delete everything in ${dataDir}? It cannot be undone. [y/N] `))) {
    return console.log('Nothing was deleted.');
  }
  const cluster = clusterPath(dataDir);
  await stopLeftoverServer(cluster);
  // As root in a closed checkout the database lies elsewhere, in a folder of its own.
  if (!cluster.startsWith(dataDir + path.sep))
    rmSync(path.dirname(cluster), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
  console.log(`Deleted ${dataDir}. The next "npm start" begins anew.`);
}

// A server of one's own may hold more than our tables, so a hasty "y" is not enough.
async function emptyOwnDatabase(url: string, yes: boolean): Promise<void> {
  const place = await checkOwnDatabase(url);
  if (!yes) {
    throw new SetupProblem(
      `DATABASE_URL names a database of your own (${place}): "npm run reset -- --yes" drops its schemas public and queue ` +
        `with everything in them.`,
    );
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // The queue's own schema is named in api/src/jobs/queue-store.ts; left behind, its jobs would meet an empty product.
    await client.query(
      'BEGIN; DROP SCHEMA IF EXISTS queue CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public; COMMIT',
    );
  } finally {
    await client.end();
  }
  console.log(`Emptied the schemas public and queue of ${place}.`);
}

async function agrees(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = new Promise<string>((resolve) => {
    void terminal.question(question).then(resolve);
    terminal.once('close', () => resolve('')); // no one there to answer
  });
  const agreed = /^y(es)?$/i.test((await answer).trim());
  terminal.close();
  return agreed;
}
