import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SetupProblem } from '../setup-problem.ts';
import type { PostgresBinaries } from './binaries.ts';
import { asServerUser, giveToServerUser, isOurs, runtimeFolder, serverUserCanEnter } from './server-user.ts';

/** The major whose files we can open, and the name of its folder. */
export const postgresMajor = 18;

/**
 * Owner of all tables; the application itself works under a role with fewer rights, made by the migrations.
 */
export const ownerRole = 'poolrise_owner';

export interface DataFolder {
  /** Where PostgreSQL keeps its files. */
  path: string;
  ownerPassword: string;
}

/** Where the files of this data folder are: in it, unless the server's user cannot get there. */
export function clusterPath(dataDir: string): string {
  const inside = path.join(dataDir, `pg${postgresMajor}`);
  if (serverUserCanEnter(dataDir)) return inside;
  const mark = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  return path.join(runtimeFolder(), `poolrise-data-${mark}`, `pg${postgresMajor}`);
}

/**
 * Makes the data folder on the first start and opens it on later ones.
 *
 * @throws SetupProblem when it belongs to another PostgreSQL major, its password is gone, or initdb fails
 */
export function openDataFolder(binaries: PostgresBinaries, dataDir: string, durable: boolean): DataFolder {
  mkdirSync(dataDir, { recursive: true });
  const cluster = clusterPath(dataDir);
  const passwordFile = path.join(dataDir, 'postgres-password');

  const major = majorOf(cluster);
  if (major === undefined) {
    const ownerPassword = randomBytes(24).toString('base64url');
    writeFileSync(passwordFile, ownerPassword, { mode: 0o600 });
    create(binaries, cluster, ownerPassword, durable);
    return { path: cluster, ownerPassword };
  }
  if (major !== String(postgresMajor)) {
    throw new SetupProblem(
      `${cluster} was written by PostgreSQL ${major} and this is ${postgresMajor}: move the folder away to keep it, ` +
        `or run "npm run reset" to begin anew.`,
    );
  }
  if (!existsSync(passwordFile)) {
    throw new SetupProblem(
      `${passwordFile} is missing, so the data beside it cannot be opened: put the file back, or run "npm run reset" ` +
        `to begin anew.`,
    );
  }
  return { path: cluster, ownerPassword: readFileSync(passwordFile, 'utf8') };
}

/** Undefined when there is no cluster yet; one that cannot be read must not be taken for that. */
function majorOf(cluster: string): string | undefined {
  if (!existsSync(cluster)) return undefined;
  try {
    return readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (cause) {
    throw new SetupProblem(
      `${cluster} cannot be read as a PostgreSQL data folder (${(cause as NodeJS.ErrnoException).code}): start as the user it ` +
        `belongs to, or set POOLRISE_DATA_DIR to another folder.`,
      { cause },
    );
  }
}

function create(binaries: PostgresBinaries, cluster: string, ownerPassword: string, durable: boolean): void {
  // Built under another name: a start that is killed in the middle must not leave a folder that looks
  // finished.
  const half = `${cluster}.new`;
  const secrets = mkdtempSync(path.join(os.tmpdir(), 'poolrise-initdb-'));
  const passwordFile = path.join(secrets, 'password');
  try {
    writeFileSync(passwordFile, ownerPassword, { mode: 0o600 });
    giveToServerUser(passwordFile);
    giveToServerUser(secrets);
    const parent = path.dirname(cluster);
    if (!parent.startsWith(runtimeFolder()) || !isOurs(parent))
      mkdirSync(parent, { recursive: true, mode: 0o755 });

    let complaint = '';
    // The C library must know Chinese letters, or pg_trgm finds none in a text (lc_ctype C, ICU: none). macOS
    // has no C.UTF-8.
    for (const characters of ['C.UTF-8', 'en_US.UTF-8']) {
      rmSync(half, { recursive: true, force: true });
      mkdirSync(half, { mode: 0o700 });
      giveToServerUser(half);
      const run = spawnSync(
        binaries.initdb,
        [
          `--pgdata=${half}`,
          `--username=${ownerRole}`,
          `--pwfile=${passwordFile}`,
          '--auth=scram-sha-256',
          '--encoding=UTF8',
          '--locale=C',
          `--lc-ctype=${characters}`,
          '--no-instructions',
          ...(durable ? [] : ['--no-sync']),
        ],
        { ...asServerUser, encoding: 'utf8' },
      );
      if (run.status === 0) return renameSync(half, cluster);
      complaint = (run.stderr || run.error?.message || '').trim().split('\n').at(-1) ?? '';
    }
    throw new SetupProblem(
      `PostgreSQL could not make its data folder (${complaint}): put that right, or set DATABASE_URL to a server of your own.`,
    );
  } finally {
    rmSync(secrets, { recursive: true, force: true });
  }
}
