import { nodeProject } from '../devkit/src/jest.node.mjs';

export default nodeProject('contracts', import.meta.dirname);
