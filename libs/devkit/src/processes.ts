import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a process with this id exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isZombie(pid);
}

/**
 * The command line of a process, its arguments joined by spaces; empty when it is gone or may not be read.
 */
export function commandOf(pid: number): string {
  if (process.platform === 'linux') {
    return readProc(pid, 'cmdline').replaceAll('\0', ' ').trim();
  }
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

/**
 * A mark that tells this process from a later one with the same id, also after a reboot or in a fresh
 * container, where ids repeat from the start.
 */
export function birthMark(pid: number): string {
  if (process.platform === 'linux') {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${statFields(pid)[19] ?? ''}`;
  }
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

/** Waits until the condition holds; false when it did not within the given time. */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  msMax: number,
): Promise<boolean> {
  const end = performance.now() + msMax;
  while (!(await condition())) {
    if (performance.now() > end) return false;
    await sleep(20);
  }
  return true;
}

// A killed child stays in the process table until its parent asks for its exit code; it does nothing any
// more.
function isZombie(pid: number): boolean {
  return process.platform === 'linux' && statFields(pid)[0] === 'Z';
}

/**
 * The fields of /proc/PID/stat from the third on; the second, the name, may itself contain spaces and
 * brackets.
 */
function statFields(pid: number): string[] {
  const stat = readProc(pid, 'stat');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function readProc(pid: number, file: 'stat' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
