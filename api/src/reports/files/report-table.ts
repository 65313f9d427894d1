import { type MetricId, metrics } from '@poolrise/domain';
import type { ReportFigure, ReportResult } from '@poolrise/contracts';
import { byteOrderMark, type Cell, csvLine } from '../../files/csv';
import { type CellStyle, type SheetCell, type SheetRow, spreadsheet } from '../../files/spreadsheet';
import {
  definitionsOf,
  dimensionTitle,
  keyName,
  statementOf,
  type Voice,
  type WrittenReport,
} from './report-words';

type Cells = ReportResult['totals'];
interface TableColumn {
  title: string;
  width: number;
  style: CellStyle;
  of: (cells: Cells) => Cell;
}

/** Rows between which others are served. */
const rowsAtOnce = 500;

/** Money is written in yuan, everything else in the unit of its metric. */
const inUnit = (value: number | null, metric: MetricId): number | null =>
  value === null ? null : metrics[metric].unit === 'cents' ? value / 100 : value;

const styleOf = (metric: MetricId): CellStyle => {
  const { unit } = metrics[metric];
  if (unit === 'count') return 'integer';
  return unit === 'ratio' || unit === 'probability' ? 'ratio' : 'decimal';
};

/** The columns of one metric: its figure, what is not exact about it, and the period before where there is one. */
function metricColumns(
  metric: MetricId,
  at: number,
  { result }: WrittenReport,
  { words, tongue }: Voice,
): TableColumn[] {
  const unit = (words.units as Readonly<Record<string, string>>)[metrics[metric].unit];
  const name = `${metrics[metric][tongue]}${unit ? (tongue === 'zh' ? `（${unit}）` : ` (${unit})`) : ''}`;
  const number = (title: string, of: (figure: ReportFigure) => number | null): TableColumn => ({
    title: title ? `${name} ${title}` : name,
    width: 14,
    style: styleOf(metric),
    of: (cells) => {
      const figure = cells[at]?.figure;
      return figure ? inUnit(of(figure), metric) : null;
    },
  });
  const all = [...result.rows.map(({ cells }) => cells[at]), result.totals[at]];
  const isExact = all.every((cell) => !cell || cell.figure.precision.every((each) => each === 'exact'));
  const change = (title: string, of: (cell: NonNullable<Cells[number]>) => number | null): TableColumn => ({
    ...number(title, () => null),
    of: (cells) => {
      const cell = cells[at];
      return cell ? inUnit(of(cell), metric) : null;
    },
  });
  return [
    number('', ({ value }) => value),
    ...(isExact
      ? []
      : [
          number(words.low, ({ low }) => low),
          number(words.high, ({ high }) => high),
          {
            title: `${name} ${words.precision}`,
            width: 18,
            style: 'plain' as const,
            of: (cells: Cells) =>
              cells[at]?.figure.precision
                .map((each) => words.precisions[each])
                .join(tongue === 'zh' ? '、' : ', ') ?? null,
          },
        ]),
    ...(result.comparedWith
      ? [
          change(words.before, ({ change: its }) => its?.before.value ?? null),
          change(words.difference, ({ change: its }) => its?.difference ?? null),
        ]
      : []),
  ];
}

interface Table {
  titles: string[];
  columns: TableColumn[];
  lines: { names: string[]; cells: Cells }[];
}

/** A report as rows and columns: its groups, what is beyond the limit, and all of it together. */
function tableOf(report: WrittenReport, voice: Voice): Table {
  const { spec, result } = report;
  const { words } = voice;
  const names = spec.dimensions.map((dimension) => dimensionTitle(dimension, voice));
  const titles = names.length ? names : [words.report];
  const padded = (first: string) => titles.map((_, at) => (at === 0 ? first : ''));
  return {
    titles,
    columns: result.columns.flatMap(({ metric }, at) => metricColumns(metric, at, report, voice)),
    lines: [
      ...(names.length
        ? result.rows.map(({ keys, cells }) => ({
            names: spec.dimensions.map((dimension, at) =>
              keyName(dimension, keys[at] ?? { key: null, name: null }, spec, voice),
            ),
            cells,
          }))
        : []),
      ...(result.others
        ? [{ names: padded(words.others(result.rowsInAll - result.rows.length)), cells: result.others }]
        : []),
      { names: padded(words.total), cells: result.totals },
    ],
  };
}

/** Lines that say what the file is; they stand below the figures, so that a program finds the header first. */
function footLines(report: WrittenReport, voice: Voice): [string, string][] {
  return [
    [voice.words.report, report.name],
    ...(report.remarks ? ([['', report.remarks]] as [string, string][]) : []),
    ...statementOf(report, voice),
    ...definitionsOf(report, voice).map(({ term, text }): [string, string] => [term, text]),
  ];
}

/** A report as CSV, told in parts. */
export async function* csvOf(report: WrittenReport, voice: Voice): AsyncGenerator<string> {
  const { titles, columns, lines } = tableOf(report, voice);
  yield byteOrderMark + csvLine([...titles, ...columns.map(({ title }) => title)]);
  for (let from = 0; from < lines.length; from += rowsAtOnce) {
    yield lines
      .slice(from, from + rowsAtOnce)
      .map(({ names, cells }) => csvLine([...names, ...columns.map(({ of }) => of(cells))]))
      .join('');
    await new Promise(setImmediate);
  }
  yield csvLine([]);
  yield footLines(report, voice)
    .map((line) => csvLine(line))
    .join('');
}

/** A report as a workbook: the figures with their header in sight, and a sheet about them. */
export function xlsxOf(report: WrittenReport, voice: Voice): AsyncGenerator<Buffer> {
  const { titles, columns, lines } = tableOf(report, voice);
  const cell = (value: Cell, style: CellStyle): SheetCell | null =>
    value === null ? null : { value, style };
  const rows: SheetRow[] = [
    [...titles, ...columns.map(({ title }) => title)].map((title) => cell(title, 'heading')),
    ...lines.map(({ names, cells }) => [
      ...names.map((name) => cell(name, 'plain')),
      ...columns.map(({ of, style }) => cell(of(cells), style)),
    ]),
  ];
  return spreadsheet([
    {
      name: voice.words.report,
      widths: [...titles.map(() => 28), ...columns.map(({ width }) => width)],
      frozen: true,
      rows: [rows],
    },
    {
      name: voice.words.about,
      widths: [26, 110],
      frozen: false,
      rows: [footLines(report, voice).map(([term, text]) => [cell(term, 'heading'), cell(text, 'plain')])],
    },
  ]);
}
