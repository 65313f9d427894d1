import globalTeardown from './jest.global-teardown.mjs';
import './typescript-hooks.ts';

/**
 * Runs the project's test/global-setup.ts, and its test/global-teardown.ts after the last spec.
 *
 * Jest's own globalSetup cannot: it leaves the file to Node, which strips types but neither finds a file
 * without its extension, nor knows our library names, nor compiles decorators.
 *
 * @param {unknown} _globalConfig
 * @param {{ rootDir: string }} project
 */
export default async function globalSetup(_globalConfig, project) {
  const setup = await import(`${project.rootDir}/test/global-setup.ts`);
  try {
    await setup.default();
  } catch (error) {
    await globalTeardown(_globalConfig, project); // jest does not, and a server would stay
    throw error;
  }
}
