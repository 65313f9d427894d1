import { accessSync, constants, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { birthMark, isAlive } from './processes.ts';
import { SetupProblem } from './setup-problem.ts';

/** Who works on a data folder. */
interface Holder {
  pid: number;
  /** Tells the holder from a later process with the same number, so that a killed holder locks nobody out. */
  born: string;
}

export interface DataLock {
  /** Whether an earlier holder ended without unlocking. */
  tookOver: boolean;
  release(): void;
}

/**
 * Takes a data folder for this process alone.
 *
 * @throws SetupProblem when another living process has it
 */
export async function lockDataFolder(dataDir: string): Promise<DataLock> {
  makeWritable(dataDir);
  const ours = JSON.stringify({ pid: process.pid, born: birthMark(process.pid) } satisfies Holder);

  let tookOver = false;
  while (!wroteNew(lockFile(dataDir), ours)) {
    // Its writer may be between creating the file and filling it.
    if (readHolder(dataDir) === undefined) await sleep(50);
    refuseIfHeld(dataDir);
    tookOver = await replacedDead(dataDir, ours);
    if (tookOver) break;
  }
  return {
    tookOver,
    release: () => {
      if (readHolder(dataDir)?.pid === process.pid) rmSync(lockFile(dataDir), { force: true });
    },
  };
}

/**
 * Puts our name in the place of a dead holder's. Several starts may find the same dead lock, and the slower one must not clear
 * the lock of the faster: whoever replaces it holds a second file meanwhile, looks again, and swaps in one step.
 */
async function replacedDead(dataDir: string, ours: string): Promise<boolean> {
  const turn = `${lockFile(dataDir)}.turn`;
  if (!wroteNew(turn, ours)) {
    await sleep(20);
    // Killed in its turn: nobody is in it any more.
    if (livingPid(readFile(turn)) === undefined) rmSync(turn, { force: true });
    return false;
  }
  try {
    if (holderOf(dataDir) !== undefined) return false;
    const next = `${turn}.${process.pid}`;
    writeFileSync(next, ours);
    renameSync(next, lockFile(dataDir));
    return true;
  } finally {
    rmSync(turn, { force: true });
  }
}

function makeWritable(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
  } catch (cause) {
    throw new SetupProblem(
      `${dataDir} cannot be written (${(cause as NodeJS.ErrnoException).code}): start as the user it belongs to, or set ` +
        `POOLRISE_DATA_DIR to another folder.`,
      { cause },
    );
  }
}

/** The process id of the living holder of a data folder. */
export function holderOf(dataDir: string): number | undefined {
  return livingPid(readHolder(dataDir));
}

function livingPid(holder: Holder | undefined): number | undefined {
  return holder && isAlive(holder.pid) && birthMark(holder.pid) === holder.born ? holder.pid : undefined;
}

function refuseIfHeld(dataDir: string): void {
  const pid = holderOf(dataDir);
  if (pid === undefined) return;
  throw new SetupProblem(
    `Poolrise is already running on ${dataDir} (process ${pid}): use that one, or stop it with Ctrl-C in its window or ` +
      `"kill ${pid}" and start again.`,
  );
}

const readHolder = (dataDir: string): Holder | undefined => readFile(lockFile(dataDir));

function readFile(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined; // no lock, or half a lock of a process that was killed while writing it
  }
}

function wroteNew(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function lockFile(dataDir: string): string {
  return path.join(dataDir, 'lock.json');
}
