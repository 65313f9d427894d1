import { libraryMapper } from '../libs/devkit/src/jest.node.mjs';

export default {
  displayName: 'web',
  rootDir: import.meta.dirname,
  preset: 'jest-preset-angular',
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  testTimeout: 120_000,
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  transform: {
    '^.+\\.(ts|mjs|js|html)$': [
      'jest-preset-angular',
      { tsconfig: '<rootDir>/tsconfig.spec.json', stringifyContentPathRegex: '\\.(html|svg)$' },
    ],
  },
  // These ship as ES modules only; jsdom runs CommonJS, so they are compiled like our own code.
  transformIgnorePatterns: [
    'node_modules/(?!(.*\\.mjs$|@angular|@swimlane|d3-.*|internmap|delaunator|robust-predicates|lodash-es|@jsverse))',
  ],
  moduleNameMapper: libraryMapper,
};
