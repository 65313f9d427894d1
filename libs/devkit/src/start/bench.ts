import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { SetupProblem } from '../setup-problem.ts';
import { workspaceRoot } from '../workspace.ts';
import { startBuild, startProgram } from './program.ts';
import { runOnStage } from './run-on-stage.ts';

/** What `api/bench/engine.bench.ts` measures on a product raised for it. */
const measured = ['feed', 'ingest', 'verdict'];

/** Programs of their own on such a product; everything after the name is for them. */
const ownPrograms = ['boosts', 'creators', 'imports', 'ledger', 'rewards'];

/** Programs that need no product and no database; a name is the file without its role. */
const offlinePrograms = 'libs/scenario/src/bench/*.main.ts';

/**
 * `npm run bench`: with names of measurements, or none, against a product of its own; with the name of an offline
 * program that program alone, and everything after the name is for it. `--no-build` in front takes the program as
 * it was built last.
 *
 * @throws SetupProblem on a name that is neither, listing those that are
 */
export async function runBench(args: string[]): Promise<void> {
  const build = args[0] !== '--no-build';
  const [name, ...rest] = build ? args : args.slice(1);
  const offline = offlineNames();
  if (name === '--help') return console.log(helpWith(offline));
  if (name !== undefined && offline.includes(name)) return runOffline(name, rest, build);

  if (name !== undefined && ownPrograms.includes(name))
    return runOnStage([`dist/bench/${name}.mjs`, ...rest]);

  const asked = name === undefined ? [] : [name, ...rest];
  const unknown = asked.find((one) => !measured.includes(one));
  if (unknown !== undefined)
    throw new SetupProblem(`There is no bench "${unknown}".\n\n${helpWith(offline)}`);
  // A product that is raised for a measurement is always built before.
  await runOnStage(['dist/bench/engine.mjs', ...asked]);
}

async function runOffline(name: string, args: string[], build: boolean): Promise<void> {
  if (build && !(await startBuild(['bundle-bench'], 'api').ended).succeeded)
    throw new SetupProblem('The build failed: see its last words above.');
  const program = `dist/bench/${name}.mjs`;
  if (!existsSync(path.join(workspaceRoot, program)))
    throw new SetupProblem(`${program} was not built: run it without --no-build.`);
  const { succeeded } = await startProgram(program, process.env, args).ended;
  if (!succeeded) process.exitCode = 1;
}

const offlineNames = (): string[] =>
  globSync(offlinePrograms, { cwd: workspaceRoot })
    .map((file) => path.basename(file, '.main.ts'))
    .sort();

function helpWith(offline: string[]): string {
  return `npm run bench -- [NAME...]

  ${measured.join(', ')}: measured on a product of its own; all three without a name
  ${ownPrograms.join(', ')}: on a product of its own; "--creators N", "--queries N", "--rows N", "--hours N", "--writers N", "--seconds N", "--legs N", "--claims N", "--quota N", "--enrolled N" and "--events N" set how many
  ${offline.join(', ') || 'none here'}: without a product; "npm run bench -- NAME --help" tells more`;
}
