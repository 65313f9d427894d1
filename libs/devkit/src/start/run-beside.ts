import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { clusterPath } from '../postgres/data-folder.ts';
import { SetupProblem } from '../setup-problem.ts';
import { workspaceRoot } from '../workspace.ts';
import { dataFolder } from './data-place.ts';
import { startProgram } from './program.ts';

/**
 * Runs one of our bundled programs on the database of the product that runs from this checkout (or of DATABASE_URL).
 * Its exit code is ours.
 */
export async function runBeside([program, ...args]: string[]): Promise<void> {
  if (program === undefined) throw new SetupProblem('usage: run-beside.mjs PROGRAM [ARGUMENT...]');
  if (!existsSync(path.join(workspaceRoot, program)))
    throw new SetupProblem(`${program} was not built yet: run "npm run build" first.`);
  const databaseUrl = process.env['DATABASE_URL'] || runningDatabase(dataFolder(process.env));
  const { succeeded } = await startProgram(program, { ...process.env, DATABASE_URL: databaseUrl }, args)
    .ended;
  if (!succeeded) process.exitCode = 1;
}

/** Address of the embedded server that is running on a data folder, from the port that it wrote down itself. */
function runningDatabase(dataDir: string): string {
  try {
    const password = readFileSync(path.join(dataDir, 'postgres-password'), 'utf8');
    const port = Number(
      readFileSync(path.join(clusterPath(dataDir), 'postmaster.pid'), 'utf8').split('\n')[3],
    );
    return `postgres://poolrise_owner:${encodeURIComponent(password)}@127.0.0.1:${port}/poolrise`;
  } catch (cause) {
    throw new SetupProblem(
      'Poolrise is not running here: start it with "npm start", or name a database with DATABASE_URL.',
      { cause },
    );
  }
}
