import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { commandOf, isAlive, waitUntil } from '../processes.ts';
import { SetupProblem } from '../setup-problem.ts';

/**
 * Stops a server that an earlier start left behind on this folder because it was killed.
 *
 * @returns whether there was one
 * @throws SetupProblem when it does not stop
 */
export async function stopLeftoverServer(cluster: string): Promise<boolean> {
  const pidFile = path.join(cluster, 'postmaster.pid');
  if (!existsSync(pidFile)) return false;

  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return false; // postgres clears a dead server's file itself

  if (!isServerOn(cluster, pid)) {
    // The number now belongs to another program, which postgres would take for a running server.
    rmSync(pidFile);
    return false;
  }
  // Fast shutdown; then immediate shutdown, which costs a recovery and loses nothing that was committed.
  for (const [signal, msMax] of [['SIGINT', 10_000] as const, ['SIGQUIT', 7_000] as const]) {
    process.kill(pid, signal);
    if (await waitUntil(() => !isAlive(pid), msMax)) return true;
  }
  throw new SetupProblem(
    `A PostgreSQL of an earlier start does not stop: end process ${pid} and start again.`,
  );
}

function isServerOn(cluster: string, pid: number): boolean {
  const command = commandOf(pid);
  return command.includes('postgres') && command.includes(cluster);
}
