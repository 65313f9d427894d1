import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Absolute path of the checkout. */
export const workspaceRoot = path.resolve(import.meta.dirname, '../../..');

/**
 * Our own libraries: import name to the absolute path of their front door, as tsconfig.base.json lists them.
 */
export const libraries: Record<string, string> = readLibraries();

function readLibraries(): Record<string, string> {
  const config = JSON.parse(readFileSync(path.join(workspaceRoot, 'tsconfig.base.json'), 'utf8')) as {
    compilerOptions: { paths: Record<string, [string]> };
  };
  return Object.fromEntries(
    Object.entries(config.compilerOptions.paths).map(([name, [file]]) => [
      name,
      path.join(workspaceRoot, file),
    ]),
  );
}
