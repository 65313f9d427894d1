import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const hooks = path.join(import.meta.dirname, '../../libs/devkit/src/typescript-hooks.ts');

/** What a loop that gets killed said before. */
export interface Told {
  /** request keys that were about to be sent */
  asked: Set<string>;
  /** request key to what came of it, as acknowledged */
  done: Map<string, string>;
}

/**
 * Runs a loop of this folder, which says `asks KEY` and `done KEY ID`, and kills it without warning `afterMs` after the
 * `acknowledged`-th answer. Returns the signal that ended it.
 */
export async function runAndKill(
  loop: string,
  env: Record<string, string>,
  told: Told,
  { acknowledged, afterMs }: { acknowledged: number; afterMs: number },
): Promise<string | null> {
  const child = spawn(
    process.execPath,
    ['--no-warnings', '--import', hooks, path.join(import.meta.dirname, loop)],
    { env: { ...process.env, NODE_OPTIONS: '', ...env }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const orphaned = (): boolean => child.kill('SIGKILL');
  process.once('exit', orphaned);
  const ended = once(child, 'exit');
  const goal = told.done.size + acknowledged;
  let rest = '';
  for await (const chunk of child.stdout) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [word, key = '', id = ''] = line.split(' ');
      if (word === 'asks') told.asked.add(key);
      if (word === 'done') told.done.set(key, id);
    }
    if (told.done.size >= goal && !child.killed) setTimeout(() => child.kill('SIGKILL'), afterMs);
  }
  const [, signal] = (await ended) as [number | null, string | null];
  process.off('exit', orphaned);
  return signal;
}
