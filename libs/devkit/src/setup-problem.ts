/**
 * Something about this machine that its owner can put right.
 *
 * The message is one sentence that names the remedy; the commands print it without a stack trace.
 */
export class SetupProblem extends Error {
  override readonly name = 'SetupProblem';
}

/** Runs a command of the devkit; a set-up problem ends it with its sentence and exit code 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(error instanceof SetupProblem ? `\n${error.message}\n` : error);
    process.exitCode = 1;
  }
}
