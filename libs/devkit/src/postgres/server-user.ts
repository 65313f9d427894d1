import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, lstatSync } from 'node:fs';
import os from 'node:os';
import { SetupProblem } from '../setup-problem.ts';

/**
 * PostgreSQL refuses to run as root: then it runs as `nobody`, who is on every machine, so that no user is
 * made.
 */
const nobody = { uid: 65534, gid: 65534 };

/** Spawn options that run a program as the user the server runs as. */
export const asServerUser: { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv } = {
  ...(isRoot() ? nobody : {}),
  // nobody may not be allowed to stand in the folder we were started from.
  cwd: '/',
  env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
};

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Gives a file or folder to the user the server runs as. */
export function giveToServerUser(path: string): void {
  if (isRoot()) chownSync(path, nobody.uid, nobody.gid);
}

/** Whether the user the server runs as may enter this folder. */
export function serverUserCanEnter(folder: string): boolean {
  if (!isRoot()) return true;
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], asServerUser).status === 0;
}

/**
 * Where programs and data go when the checkout is closed to the server's user (a checkout under /root, mode
 * 0700).
 *
 * /var/tmp and not /tmp, because the data must outlive a reboot. POOLRISE_RUNTIME_DIR names another place.
 */
export function runtimeFolder(): string {
  return process.env['POOLRISE_RUNTIME_DIR'] ?? (existsSync('/var/tmp') ? '/var/tmp' : os.tmpdir());
}

/**
 * Whether this folder of ours is there already.
 *
 * The runtime folder is open to everyone and our names in it are easy to guess, so what stands there may be
 * somebody else's.
 *
 * @throws SetupProblem when it is
 */
export function isOurs(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (!found) return false;
  if (found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0) return true;
  throw new SetupProblem(
    `${folder} was not made by Poolrise: remove it, or set POOLRISE_RUNTIME_DIR to another folder.`,
  );
}
