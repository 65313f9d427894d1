import { chmodSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { holderOf, lockDataFolder } from './data-lock.ts';
import { clusterPath } from './postgres/data-folder.ts';
import { stopLeftoverServer } from './postgres/leftover-server.ts';

const prefix = 'poolrise-test-';

export interface TemporaryData {
  dataDir: string;
  remove(): void;
}

/** A data folder for one test run. Folders and servers that killed runs left behind are cleared first. */
export async function temporaryData(): Promise<TemporaryData> {
  await clearAbandoned();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), prefix));
  chmodSync(dataDir, 0o755); // the server's user goes through it to its own folder
  await lockDataFolder(dataDir);
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

async function clearAbandoned(): Promise<void> {
  // A folder without a lock belongs to a run that is just beginning.
  for (const lock of globSync(`${prefix}*/lock.json`, { cwd: os.tmpdir() })) {
    const dataDir = path.join(os.tmpdir(), path.dirname(lock));
    if (holderOf(dataDir) !== undefined) continue;
    try {
      await stopLeftoverServer(clusterPath(dataDir));
      rmSync(dataDir, { recursive: true, force: true });
    } catch (error) {
      // Another user's, or another run clears it at this moment: no reason to fail our own run.
      console.warn(`${dataDir} of a killed test run was left in place: ${(error as Error).message}`);
    }
  }
}
