import { countShare, type Figure, type RunMeasures } from '@poolrise/domain';
import type { EarlyErrors } from './aa-runs';
import { columns, percent, withInterval } from './columns';
import { goalLines } from './pool-goals';
import type { PoolsAsk } from './pool-arguments';
import type { JobResult, PoolJob } from './pool-jobs';
import { ours, plainBestFirst, plainBy5 } from '../reference/rules';
import { byWorld, coverageOf, RuleFigures } from './rule-figures';

/** All tables of a run of the benchmark. */
export function reportWorlds(
  ask: PoolsAsk,
  results: readonly JobResult[],
  verdictsPerSecond: number,
): string {
  const of = (table: PoolJob['table']): readonly JobResult[] =>
    results.filter(({ job }) => job.table === table);
  const parts = [
    `${ask.seeds} seeds from ${ask.firstSeed}; \u00b1 is half a 95 % interval over the seeds, paired where it is a ratio`,
  ];
  for (const [world, ones] of byWorld(of('load'))) parts.push(`World: ${world}\n${loadTable(ones)}`);
  for (const [world, ones] of byWorld(of('fairness')))
    parts.push(`Fairness: ${world}\n${fairnessTable(ones)}`);
  if (of('compact').length > 0) parts.push(`Gap closed (%) in other worlds\n${compactTable(of('compact'))}`);
  const coverage = coverageLine(results);
  if (coverage) parts.push(coverage);
  parts.push(`Verdicts (rating, chance, ruling) on one core: ${perSecond(verdictsPerSecond)} a second`);
  const goals = goalLines(results);
  if (goals.length > 0) parts.push(`Numbers to reach\n${columns(goals)}`);
  return parts.join('\n\n');
}

function loadTable(results: readonly JobResult[]): string {
  const header = [
    'rule',
    'value/impression',
    'regret',
    '% of plain x5',
    '% of plain+best-first',
    'gap closed %',
    'precision 5k %',
    'recall top 10 %',
    'recall top 1 %',
    'false stops %',
    'hours to 5k',
    'Gini',
    'parity',
    'over-exposure',
    'first pool kept %',
    'unfilled %',
    'rulings/s',
  ];
  const rows = ruleNames(results).map((rule) => {
    const figures = new RuleFigures(results, rule);
    const mean = (name: keyof RunMeasures): Figure => figures.mean(name);
    return [
      rule,
      withInterval(mean('value'), 3),
      withInterval(figures.regret(), 3),
      percent(figures.regretAgainst(plainBy5.name)),
      percent(figures.regretAgainst(plainBestFirst.name)),
      percent(figures.gapClosed()),
      percent(mean('precision')),
      percent(mean('recallTopDecile')),
      percent(mean('recallTopPercent')),
      percent(mean('falseStops')),
      withInterval(mean('hoursToWide'), 1),
      withInterval(mean('gini'), 3),
      withInterval(mean('parity'), 3),
      withInterval(mean('overExposure'), 3),
      percent({ ...mean('promiseKept'), half: NaN }),
      percent({ ...mean('unfilled'), half: NaN }),
      perSecond(figures.rulingsPerSecond()),
    ];
  });
  return columns([header, ...rows]);
}

function fairnessTable(results: readonly JobResult[]): string {
  const header = [
    'rule',
    'over-exposure of large creators',
    'small creators, top decile',
    'small creators, all notes',
  ];
  const rows = ruleNames(results).map((rule) => {
    const figures = new RuleFigures(results, rule);
    return [
      rule,
      ...(['overExposure', 'parity', 'parityOfAll'] as const).map((name) =>
        withInterval(figures.mean(name), 3),
      ),
    ];
  });
  return columns([header, ...rows]);
}

function compactTable(results: readonly JobResult[]): string {
  const rules = ruleNames(results).filter((rule) => rule !== 'uniform' && rule !== 'oracle');
  const rows = [...byWorld(results)].map(([world, ones]) => [
    world,
    ...rules.map((rule) => percent(new RuleFigures(ones, rule).gapClosed())),
  ]);
  return columns([['world', ...rules], ...rows]);
}

export function reportSensitivity(results: readonly JobResult[]): string {
  const worlds = [...byWorld(results)];
  const rules = ruleNames(results).filter((rule) => rule !== 'uniform' && rule !== 'oracle');
  const rows = rules.map((rule) => [
    rule,
    ...worlds.map(([, ones]) => percent(new RuleFigures(ones, rule).gapClosed())),
  ]);
  return `Gap closed (%) with one constant changed at a time\n\n${columns([['', ...worlds.map(([world]) => world)], ...rows])}`;
}

export function reportAA(rows: readonly EarlyErrors[]): string {
  const share = (hits: number, trials: number): string => {
    const { share: counted, low, high } = countShare(hits, trials);
    return counted === null
      ? '\u2013'
      : [counted, low, high].map((one) => (100 * one).toFixed(1)).join(' | ');
  };
  const header = [
    'thresholds',
    'pool',
    'bar',
    'at the bar: stopped early %',
    'passed early %',
    'of early stops, mistaken %',
    'of early passes, mistaken %',
  ];
  const lines = rows.map((row) => [
    row.thresholds,
    row.target.toLocaleString('en'),
    String(row.bar),
    share(row.stoppedEarly, row.notes),
    share(row.passedEarly, row.notes),
    share(row.mistakenStops, row.earlyStops),
    share(row.mistakenPasses, row.earlyPasses),
  ]);
  return `Early verdicts on notes whose truth is known: share | from | to (95 % interval); 20 looks a run\n\n${columns([header, ...lines])}`;
}

function coverageLine(results: readonly JobResult[]): string | null {
  const { stated, covered } = coverageOf(results, ours.name);
  if (stated === 0) return null;
  return `Calibration: of ${stated.toLocaleString('en')} lifts stated with a verdict, ${percent(covered)} % lie within their 80 % interval`;
}

function ruleNames(results: readonly JobResult[]): readonly string[] {
  return results[0]?.job.rules ?? [];
}

function perSecond(figure: number): string {
  return Math.round(figure).toLocaleString('en');
}
