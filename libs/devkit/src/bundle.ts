import { transform } from '@swc/core';
import { build, type Plugin } from 'esbuild';
import { globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SetupProblem } from './setup-problem.ts';
import { swcJsc } from './swc-options.ts';
import { libraries, workspaceRoot } from './workspace.ts';

/**
 * Bundles programs for Node into one folder: our own code and libraries inside, npm packages outside.
 *
 * A program is named after its file without its role: `replay.main.ts` becomes `replay.mjs`. What was in the
 * folder goes, since chunks of earlier builds would stay; it stays whole when the build fails.
 *
 * @param folder where to write, relative to the checkout
 * @param patterns entry files or glob patterns; one that matches nothing is reported and left out
 * @throws SetupProblem when the sources do not compile; esbuild has said why
 */
export async function bundle(folder: string, patterns: string[]): Promise<void> {
  const began = performance.now();
  const entryPoints = entriesOf(patterns);

  const { outputFiles } = await build({
    absWorkingDir: workspaceRoot,
    entryPoints,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node26',
    packages: 'external',
    alias: libraries,
    sourcemap: true,
    plugins: [compileWithSwc],
    logLevel: 'warning',
    write: false,
  }).catch((cause: unknown) => {
    throw new SetupProblem(`${folder} was not built, and is as it was: see the errors above.`, { cause });
  });
  await rm(path.join(workspaceRoot, folder), { recursive: true, force: true });
  await mkdir(path.join(workspaceRoot, folder), { recursive: true });
  await Promise.all(outputFiles.map((file) => writeFile(file.path, file.contents)));

  const names = Object.keys(entryPoints).join(', ') || 'nothing';
  console.log(`${folder}: ${names} (${Math.round(performance.now() - began)} ms)`);
}

function entriesOf(patterns: string[]): Record<string, string> {
  const entries: Record<string, string> = {};
  for (const pattern of patterns) {
    const files = globSync(pattern, { cwd: workspaceRoot });
    if (files.length === 0) console.warn(`no file matches ${pattern}: left out`);
    for (const file of files) entries[path.basename(file).replace(/(\.(main|bench))?\.ts$/, '')] = file;
  }
  return entries;
}

const compileWithSwc: Plugin = {
  name: 'compile-with-swc',
  setup(pluginBuild) {
    pluginBuild.onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
      const source = await readFile(file, 'utf8');
      const { code } = await transform(source, {
        filename: file,
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: swcJsc,
      });
      return { loader: 'js', contents: code };
    });
  },
};
