import { nodeProject } from '../libs/devkit/src/jest.node.mjs';

export default nodeProject('api', import.meta.dirname, {
  // Two cores are shared with the browser stories and the web specs.
  maxWorkers: 2,
  globalSetup: '<rootDir>/../libs/devkit/src/jest.global-setup.mjs',
  globalTeardown: '<rootDir>/../libs/devkit/src/jest.global-teardown.mjs',
});
