// Who may look at whom. The layer of a project is the tag in its project.json.

const frameworks = [
  '@nestjs/*',
  'typeorm',
  '@angular/*',
  'rxjs',
  'rxjs/*',
  'bullmq',
  'pg',
  'fastify',
  '@fastify/*',
];

const depConstraints = [
  { sourceTag: 'layer:domain', onlyDependOnLibsWithTags: [], bannedExternalImports: frameworks },
  {
    sourceTag: 'layer:contracts',
    onlyDependOnLibsWithTags: ['layer:domain'],
    bannedExternalImports: frameworks,
  },
  {
    sourceTag: 'layer:scenario',
    onlyDependOnLibsWithTags: ['layer:domain', 'layer:contracts'],
    bannedExternalImports: frameworks,
  },
  {
    sourceTag: 'layer:api',
    onlyDependOnLibsWithTags: ['layer:domain', 'layer:contracts', 'layer:scenario', 'layer:devkit'],
    bannedExternalImports: ['@angular/*'],
  },
  {
    sourceTag: 'layer:web',
    onlyDependOnLibsWithTags: ['layer:domain', 'layer:contracts'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'bullmq', 'pg'],
  },
  {
    sourceTag: 'layer:e2e',
    onlyDependOnLibsWithTags: ['layer:domain', 'layer:contracts', 'layer:scenario', 'layer:devkit'],
    bannedExternalImports: frameworks,
  },
  { sourceTag: 'layer:devkit', onlyDependOnLibsWithTags: [] },
];

/**
 * Forbids imports in some files, for what the layers cannot say.
 *
 * @param {string[]} files
 * @param {{ group: string[], message: string }[]} patterns
 * @param {string[]} [ignores]
 * @returns {import('eslint').Linter.Config}
 */
const forbid = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
});

const specs = ['**/*.spec.ts'];
const scenario = {
  group: ['@poolrise/scenario'],
  message: 'The simulated platform is for tests, the benchmark and the demo: in the API only under src/demo.',
};
const devkit = {
  group: ['@poolrise/devkit'],
  message: 'The devkit starts and tests the product; it is no part of it.',
};

/** The layers and their finer points, as ESLint configurations. */
export const layerRules = [
  {
    files: ['**/*.ts'],
    rules: { '@nx/enforce-module-boundaries': ['error', { allow: [], depConstraints }] },
  },
  forbid(
    ['libs/domain/src/**/*.ts', 'libs/contracts/src/**/*.ts'],
    [
      {
        group: ['node:*'],
        message: 'It runs in the browser too, and knows neither files nor clock nor chance.',
      },
    ],
    specs,
  ),
  forbid(['api/src/**/*.ts'], [scenario, devkit], [...specs, 'api/src/demo/**']),
  forbid(['api/src/demo/**/*.ts'], [devkit], specs),
  forbid(
    ['web/src/**/*.ts'],
    [
      {
        group: ['@swimlane/ngx-charts', '@swimlane/ngx-charts/*'],
        message: 'Charts go through ui/app-chart.ts, which gives all of them theme, units and a table.',
      },
    ],
    ['web/src/app/ui/app-chart.ts'],
  ),
];
