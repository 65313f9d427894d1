import { nodeProject } from './src/jest.node.mjs';

export default nodeProject('devkit', import.meta.dirname, { testTimeout: 240_000, maxWorkers: 2 });
