import type { CredibilityMeasurement } from '@poolrise/domain';

/** A measurement as a module of the domain, in the shape that the formatter leaves alone. */
export const credibilityModule = (measurement: CredibilityMeasurement): string => {
  const { counts, ...about } = measurement;
  const facts = Object.entries(about).map(([name, value]) => `  ${name}: ${written(value)},`);
  const lines = counts.flatMap((one) => [
    '    {',
    ...Object.entries(one).map(([name, value]) => `      ${name}: ${written(value)},`),
    '    },',
  ]);
  return [
    "import type { CredibilityMeasurement } from './measured-counts';",
    '',
    '/**',
    ' * What the tests of credibility find in worlds whose fraud is known: shown where no creator is labelled.',
    ' *',
    ' * Written by `npm run bench -- credibility --module libs/domain/src/creators/credibility/credibility-benchmark.ts`;',
    ' * not by hand.',
    ' */',
    'export const credibilityBenchmark: CredibilityMeasurement = {',
    ...facts,
    '  counts: [',
    ...lines,
    '  ],',
    '};',
    '',
  ].join('\n');
};

function written(value: string | number | readonly string[]): string {
  if (typeof value === 'object') return `[\n${value.map((item) => `    ${written(item)},`).join('\n')}\n  ]`;
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "\\'")}'`;
}
