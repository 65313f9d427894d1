import path from 'node:path';
import { lockDataFolder } from '../data-lock.ts';
import { temporaryData } from '../temporary-data.ts';
import { workspaceRoot } from '../workspace.ts';
import type { Shutdown } from './shutdown.ts';

/** Where an installation keeps its data: `.data` in the checkout, or POOLRISE_DATA_DIR. */
export function dataFolder(env: NodeJS.ProcessEnv): string {
  return path.resolve(workspaceRoot, env['POOLRISE_DATA_DIR'] || '.data');
}

export interface DataPlace {
  dataDir: string;
  /** Whether an earlier start on it was killed; its programs may take a moment to notice. */
  tookOver: boolean;
}

/** Opens the data folder for this start alone. */
export async function openDataPlace(temporary: boolean, shutdown: Shutdown): Promise<DataPlace> {
  if (temporary) {
    const data = await temporaryData();
    shutdown.addCleanup(data.remove);
    return { dataDir: data.dataDir, tookOver: false };
  }
  const dataDir = dataFolder(process.env);
  const lock = await lockDataFolder(dataDir);
  shutdown.addCleanup(lock.release);
  return { dataDir, tookOver: lock.tookOver };
}
