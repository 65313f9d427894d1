import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { freePort } from '../ports.ts';
import { SetupProblem } from '../setup-problem.ts';
import { workspaceRoot } from '../workspace.ts';
import { defaultBuildTargets } from './options.ts';
import { startProgram } from './program.ts';
import { withProduct } from './start.ts';

const usage = 'usage: run-on-stage.mjs [--demo] PROGRAM [ARGUMENT...]';

/**
 * Runs one of our bundled programs against a product raised for it alone, with a data folder that is gone
 * afterwards.
 *
 * The database is as durable as in production, so that measurements mean something. The program finds the
 * product through API_URL, DATABASE_URL and READER_KEY_FILE; its exit code is ours.
 */
export async function runOnStage(args: string[]): Promise<void> {
  // Flags of ours stand before the program, flags of the program after it.
  const split = args.findIndex((arg) => !arg.startsWith('-'));
  const program = args[split];
  if (program === undefined) throw new SetupProblem(usage);
  const { values } = parseArgs({
    args: args.slice(0, split),
    options: { demo: { type: 'boolean', default: false } },
  });

  const options = {
    build: true,
    buildTargets: [...defaultBuildTargets, 'bundle-bench'],
    demo: values.demo,
    readers: false,
    temporary: true,
    fast: false,
    host: '127.0.0.1',
    port: await freePort(),
  };
  await withProduct(options, async ({ env }, shutdown) => {
    if (!existsSync(path.join(workspaceRoot, program))) throw new SetupProblem(`${program} was not built.`);
    const running = startProgram(program, env, args.slice(split + 1));
    await shutdown.addProgram(running);
    const { succeeded } = await running.ended;
    return succeeded ? 0 : 1;
  });
}
