// Run from the top of the checkout: eslint -c libs/devkit/eslint.config.mjs FOLDER
import eslint from '@eslint/js';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { layerRules } from './src/eslint.layers.mjs';

export default defineConfig(
  {
    ignores: ['**/node_modules/', 'dist/', '.nx/', '.angular/', '.data/', 'test-results/'],
  },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['**/*.ts'],
    extends: [eslint.configs.recommended, tseslint.configs.strict, tseslint.configs.stylistic],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { '@nx': nx },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // A Nest or Angular class may have nothing but its decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      eqeqeq: 'error',
      // Text that people send is checked for control characters.
      'no-control-regex': 'off',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    // Its sources see neither Node nor Jest, its specs see Jest: two configurations.
    files: ['libs/domain/**/*.ts'],
    languageOptions: {
      parserOptions: {
        projectService: false,
        project: ['libs/domain/tsconfig.json', 'libs/domain/tsconfig.spec.json'],
        tsconfigRootDir: process.cwd(),
      },
    },
  },
  {
    // Programs and tests speak to a terminal; services have a logger.
    files: [
      'libs/devkit/**',
      'libs/scenario/src/**/*.main.ts',
      'api/bench/**',
      'api/src/{main,worker,migrate,sum-check}.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['web/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': [
        'error',
        [
          { type: 'element', prefix: 'app', style: 'kebab-case' },
          { type: 'attribute', prefix: 'app', style: 'camelCase' },
        ],
      ],
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix: 'app', style: 'camelCase' },
      ],
    },
  },
  {
    files: ['web/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  layerRules,
  prettier,
);
