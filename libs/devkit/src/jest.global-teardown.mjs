import './typescript-hooks.ts';

/**
 * @param {unknown} _globalConfig
 * @param {{ rootDir: string }} project
 */
export default async function globalTeardown(_globalConfig, { rootDir }) {
  const teardown = await import(`${rootDir}/test/global-teardown.ts`);
  await teardown.default();
}
