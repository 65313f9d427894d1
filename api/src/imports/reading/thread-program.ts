/**
 * What a thread that reads a file runs. Bundled it is a program beside the one that asks; from the sources, as the
 * specs run, it is taught TypeScript first.
 */
export function threadProgram(): { program: URL; execArgv: string[] } {
  const here = import.meta.url;
  if (!here.endsWith('.ts')) return { program: new URL('./reading.mjs', here), execArgv: [] };
  const hooks = new URL('../../../../libs/devkit/src/typescript-hooks.ts', here).href;
  return { program: new URL('./reading.main.ts', here), execArgv: ['--import', hooks] };
}
