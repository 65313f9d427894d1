import { spawn } from 'node:child_process';
import path from 'node:path';
import { workspaceRoot } from '../workspace.ts';
import { programOf, type Running } from '../running.ts';

const followParent = new URL('follow-parent.ts', import.meta.url).href;

/** Starts one of our bundled programs; it ends when we do, also when we are killed. */
export function startProgram(file: string, env: NodeJS.ProcessEnv, args: string[] = []): Running {
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', '--import', followParent, path.join(workspaceRoot, file), ...args],
    // A group of its own: Ctrl-C reaches only the supervisor, which keeps the order of the shutdown.
    { cwd: workspaceRoot, env, detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  return programOf(child);
}

/** Builds API, console and scenario, or the projects named, where their sources have changed since the last build. */
export function startBuild(targets: string[], projects = 'api,web,scenario'): Running {
  const nx = path.join(workspaceRoot, 'node_modules/nx/dist/bin/nx.js');
  const child = spawn(
    process.execPath,
    [nx, 'run-many', `--targets=${targets.join(',')}`, `--projects=${projects}`, '--output-style=static'],
    {
      cwd: workspaceRoot,
      env: { ...process.env, NX_TUI: 'false', NX_DAEMON: 'false' },
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  return programOf(child);
}
