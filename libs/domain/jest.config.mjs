import { nodeProject } from '../devkit/src/jest.node.mjs';

export default nodeProject('domain', import.meta.dirname);
