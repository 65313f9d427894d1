/**
 * What a thread of ours runs: `NAME.main.ts` beside the module that starts it. Bundled it is a program beside the one that asks; from
 * the sources, as the specs run, it is taught TypeScript first.
 *
 * @param here `import.meta.url` of the module that starts the thread
 */
export function threadProgram(here: string, name: string): { program: URL; execArgv: string[] } {
  if (!here.endsWith('.ts')) return { program: new URL(`./${name}.mjs`, here), execArgv: [] };
  const hooks = new URL('../../../libs/devkit/src/typescript-hooks.ts', import.meta.url).href;
  return { program: new URL(`./${name}.main.ts`, here), execArgv: ['--import', hooks] };
}
