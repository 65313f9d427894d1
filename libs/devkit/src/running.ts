import type { ChildProcess } from 'node:child_process';

/** How a program ended. */
export interface Ending {
  succeeded: boolean;
  /** Continues "The API …". */
  words: string;
}

/** Something that runs beside us and ends some day. */
export interface Running {
  pid: number;
  ended: Promise<Ending>;
  /** Asks it to end; after `msMax` makes it. */
  stop(msMax: number): Promise<void>;
}

/** Resolves when a child is gone, for whatever reason. */
export function endingOf(child: ChildProcess): Promise<Ending> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ succeeded: false, words: `did not run (${error.message})` }));
    child.once('exit', (code, signal) => {
      resolve({
        succeeded: code === 0,
        words: signal ? `was ended by ${signal}` : `ended with code ${code}`,
      });
    });
  });
}

/**
 * A child that leads a process group (spawned with `detached`), as something running: stopping it stops its
 * own children too.
 */
export function programOf(child: ChildProcess): Running {
  const ended = endingOf(child);
  return {
    pid: child.pid ?? 0,
    ended,
    stop: async (msMax) => {
      signalGroup(child, 'SIGTERM');
      const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), msMax);
      await ended;
      clearTimeout(timer);
    },
  };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // gone between question and signal
  }
}
