import { type CsvRow, mistake, readRows, textOf, UnreadableRows } from './csv-rows';

/** One variant of a headline test, with what really happened to it. */
export interface Headline {
  testId: string;
  package: string;
  impressions: number;
  clicks: number;
}

/** A randomised test: its headlines were shown to comparable readers. */
export interface Experiment {
  testId: string;
  week: string;
  headlines: Headline[];
}

const columns = ['test_id', 'week', 'package', 'impressions', 'clicks'] as const;
type Column = (typeof columns)[number];

/**
 * Reads headline tests from CSV with the columns test_id, week, package, impressions and clicks, in any order and among
 * others. Tests keep the order of the file.
 * @throws UnreadableRows with the row (the header is row 1) and the column of the first mistake
 */
export function readExperiments(text: string): Experiment[] {
  const experiments = new Map<string, Experiment>();
  const seen = new Set<string>();
  for (const { record, row } of readRows(text, columns)) {
    const testId = textOf(record, row, 'test_id');
    const headline: Headline = {
      testId,
      package: textOf(record, row, 'package'),
      impressions: countOf(record, row, 'impressions'),
      clicks: countOf(record, row, 'clicks'),
    };
    if (headline.clicks > headline.impressions)
      throw mistake(
        row,
        'clicks',
        `${headline.clicks} clicks cannot come from ${headline.impressions} impressions`,
      );
    const week = textOf(record, row, 'week');
    if (!/^\d{4}([0-4]\d|5[0-3])$/.test(week))
      throw mistake(row, 'week', `"${week}" is no week such as 201446`);
    const name = `${testId}\n${headline.package}`;
    if (seen.has(name)) throw mistake(row, 'package', `test ${testId} has package ${headline.package} twice`);
    seen.add(name);

    const experiment = experiments.get(testId) ?? { testId, week, headlines: [] };
    experiment.headlines.push(headline);
    experiments.set(testId, experiment);
  }
  if (experiments.size === 0) throw new UnreadableRows('The file has a header and no rows.');
  return [...experiments.values()];
}

function countOf(record: CsvRow<Column>, row: number, column: Column): number {
  const text = textOf(record, row, column);
  if (!/^\d{1,9}$/.test(text)) throw mistake(row, column, `"${text}" is no whole number from 0 to 999999999`);
  return Number(text);
}
