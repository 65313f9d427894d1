import { CsvError, parse } from 'csv-parse/sync';

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

/** A file that cannot be replayed; the message names the row and the column. */
export class UnreadableExperiments extends Error {}

const columns = ['test_id', 'week', 'package', 'impressions', 'clicks'] as const;
type Column = (typeof columns)[number];
type Row = Record<Column, string>;

/**
 * Reads headline tests from CSV with the columns test_id, week, package, impressions and clicks, in any order and among
 * others. Tests keep the order of the file.
 * @throws UnreadableExperiments with the row (the header is row 1) and the column of the first mistake
 */
export function readExperiments(text: string): Experiment[] {
  const experiments = new Map<string, Experiment>();
  const seen = new Set<string>();
  for (const { record, row } of readRows(text)) {
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
  if (experiments.size === 0) throw new UnreadableExperiments('The file has a header and no rows.');
  return [...experiments.values()];
}

function readRows(text: string): { record: Row; row: number }[] {
  let parsed: { record: string[]; info: { lines: number } }[];
  try {
    parsed = parse(text, {
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as typeof parsed;
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableExperiments(`The file is no CSV: ${error.message}.`);
    throw error;
  }
  const [header, ...rows] = parsed;
  if (!header) throw new UnreadableExperiments('The file is empty.');
  const places = columns.map((column) => header.record.indexOf(column));
  const missing = columns.filter((_, index) => (places[index] ?? -1) < 0);
  if (missing.length > 0)
    throw new UnreadableExperiments(
      `Row 1 lacks the column ${missing.join(', ')}; it has ${header.record.join(', ')}.`,
    );
  return rows.map(({ record, info }) => {
    if (record.length !== header.record.length)
      throw new UnreadableExperiments(
        `Row ${info.lines} has ${record.length} columns and the header ${header.record.length}.`,
      );
    return {
      row: info.lines,
      record: Object.fromEntries(
        columns.map((column, index) => [column, record[places[index] ?? 0] ?? '']),
      ) as Row,
    };
  });
}

function textOf(record: Row, row: number, column: Column): string {
  const text = record[column];
  if (!text || text.length > 50)
    throw mistake(row, column, text ? 'it is longer than 50 letters' : 'it is empty');
  return text;
}

function countOf(record: Row, row: number, column: Column): number {
  const text = textOf(record, row, column);
  if (!/^\d{1,9}$/.test(text)) throw mistake(row, column, `"${text}" is no whole number from 0 to 999999999`);
  return Number(text);
}

const mistake = (row: number, column: Column, what: string): UnreadableExperiments =>
  new UnreadableExperiments(`Row ${row}, column ${column}: ${what}.`);
