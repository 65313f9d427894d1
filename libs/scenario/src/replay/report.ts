import type { EngineRun } from './engine-run';
import { recordedRate, summaryOf, type Summary, type TestOutcome } from './outcome';
import { percent, textTable, whole } from './text-table';

/** The table of a replay: one line a test, the engine beside the plain rule, and what it comes to. */
export function reportOf(engine: EngineRun, plain: readonly TestOutcome[]): string {
  const rows = engine.outcomes.map((outcome, index) => rowOf(index + 1, outcome, plain[index]));
  const header = [
    'test',
    'variants',
    'best (CTR)',
    'engine widened',
    'level',
    'right',
    'on best',
    'plain widened',
    'right',
    'on best',
  ];
  return [
    ...textTable([header, ...rows]),
    '',
    'on best: share of the test\u2019s impressions that went to its truly best headline (by everything recorded)',
    '',
    ...textTable(summaryRows(summaryOf(engine.outcomes), summaryOf(plain))),
    ...(engine.endedEarly
      ? ['', 'The engine had given its verdict on every headline before the budget was spent.']
      : []),
  ].join('\n');
}

function rowOf(number: number, engine: TestOutcome, plain: TestOutcome | undefined): string[] {
  const best = engine.best.headline;
  return [
    String(number),
    String(engine.showings.length),
    `${best.package} (${percent(recordedRate(best), 2)})`,
    engine.widened.headline.package,
    String(engine.widened.level),
    engine.foundBest ? 'yes' : 'no',
    percent(shareOnBest(engine), 0),
    plain ? plain.widened.headline.package : '',
    plain ? (plain.foundBest ? 'yes' : 'no') : '',
    plain ? percent(shareOnBest(plain), 0) : '',
  ];
}

function shareOnBest({ showings, best }: TestOutcome): number {
  return (
    best.impressions /
    Math.max(
      1,
      showings.reduce((sum, one) => sum + one.impressions, 0),
    )
  );
}

function summaryRows(engine: Summary, plain: Summary): string[][] {
  const columns = [engine, plain];
  const line = (name: string, of: (summary: Summary) => string) => [name, ...columns.map(of)];
  return [
    ['', 'Poolrise', 'above the mean x5'],
    line('recorded impressions spent', (one) => whole(one.impressions)),
    line('tests in which the best was widened most', (one) => `${one.foundBest} of ${one.tests}`),
    line('impressions on the best headline', (one) =>
      percent(one.impressionsOnBest / Math.max(1, one.impressions)),
    ),
    line('clicks', (one) => whole(one.clicks)),
    line('clicks if spread evenly', (one) => whole(one.clicksByChance)),
    line('uplift over spreading evenly', (one) => percent(one.clicks / Math.max(1, one.clicksByChance) - 1)),
    line('of what knowing the best beforehand would bring', (one) => gapClosed(one)),
  ];
}

function gapClosed({ clicks, clicksByChance, clicksAtBest }: Summary): string {
  return clicksAtBest > clicksByChance
    ? percent((clicks - clicksByChance) / (clicksAtBest - clicksByChance), 0)
    : '\u2013';
}
