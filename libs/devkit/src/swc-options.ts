import type { Options } from '@swc/core';

/**
 * How our TypeScript becomes JavaScript, in the bundle and in the tests alike.
 *
 * swc and not esbuild, because Nest and TypeORM read decorator metadata, which esbuild cannot emit.
 */
export const swcJsc: Options['jsc'] = {
  target: 'es2023',
  keepClassNames: true,
  parser: { syntax: 'typescript', decorators: true },
  transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
};
