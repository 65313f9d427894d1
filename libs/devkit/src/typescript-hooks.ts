// Imported for its effect: from then on this process imports our TypeScript as the bundler would see it.
import { transformSync } from '@swc/core';
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { swcJsc } from './swc-options.ts';
import { libraries } from './workspace.ts';

registerHooks({
  resolve(specifier, context, nextResolve) {
    const library = libraries[specifier];
    if (library) return nextResolve(pathToFileURL(library).href, context);
    // Packages are left alone: their own './classes' is a folder or a .js file.
    const ours = !context.parentURL?.includes('/node_modules/');
    const withoutExtension = ours && specifier.startsWith('.') && !/\.(ts|[cm]?js|json)$/.test(specifier);
    return nextResolve(withoutExtension ? `${specifier}.ts` : specifier, context);
  },

  load(url, context, nextLoad) {
    if (!url.endsWith('.ts') || url.includes('/node_modules/')) return nextLoad(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      filename,
      swcrc: false,
      sourceMaps: 'inline',
      module: { type: 'es6' },
      jsc: swcJsc,
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
