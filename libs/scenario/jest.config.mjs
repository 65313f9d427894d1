import { nodeProject } from '../devkit/src/jest.node.mjs';

export default nodeProject('scenario', import.meta.dirname);
