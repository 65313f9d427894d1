import { swcJsc } from './swc-options.ts';
import { libraries } from './workspace.ts';

/** Jest's `moduleNameMapper` for '@poolrise/*', taken from tsconfig.base.json. */
export const libraryMapper = Object.fromEntries(
  Object.entries(libraries).map(([name, file]) => [`^${name}$`, file]),
);

/**
 * Jest project for code that runs on Node.
 *
 * swc compiles to CommonJS, so that `jest.mock` and circular imports behave as everyone knows them; packages
 * that are ES modules only (Nest 12) are required natively, which needs Node >= 24.9 and
 * NODE_OPTIONS=--experimental-vm-modules (set for the `test` target in nx.json).
 *
 * @param {string} displayName
 * @param {string} rootDir absolute path of the project
 * @param {import('jest').Config} [extra] settings of one project, over the shared ones
 * @returns {import('jest').Config}
 */
export function nodeProject(displayName, rootDir, extra = {}) {
  return {
    displayName,
    rootDir,
    testEnvironment: 'node',
    testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
    transform: {
      '^.+\\.ts$': [
        '@swc/jest',
        { swcrc: false, sourceMaps: 'inline', module: { type: 'commonjs' }, jsc: swcJsc },
      ],
    },
    moduleNameMapper: libraryMapper,
    // Jest's five seconds are a bet on an idle machine, and specs run beside browsers.
    // Far above what any spec takes, since machines are slow at times and specs run beside browsers: what hangs is found all the same.
    testTimeout: 120_000,
    // What a spec loaded natively stays in its worker until that ends: beyond four gigabytes it only collects garbage.
    workerIdleMemoryLimit: '1GB',
    ...extra,
  };
}
