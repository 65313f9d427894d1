import type { ReportResult } from '@poolrise/contracts';
import { metrics } from '@poolrise/domain';
import type { Block, Column, KeyFigure, PdfDocument, Row } from '../../pdf/pdf-document';
import {
  definitionsOf,
  dimensionTitle,
  figureText,
  keyName,
  numberText,
  statementOf,
  type Voice,
  voiceOf,
  type WrittenReport,
} from './report-words';

/** Metrics beside each other on one page; more of them stand in tables below. */
const metricsBeside = 6;
/**
 * Lines that are printed, of all tables together: two hundred pages and some twenty seconds of drawing. More is no paper; the
 * workbook has every row that the report has.
 */
const linesPrinted = 5_000;
const figuresMost = 8;
/** Beside each other; more of them would break their numbers. */
const figuresBeside = 4;

type Cells = ReportResult['totals'];

/** A report as a document: what it is about, its key figures, its table, and where everything comes from. */
export function reportPaper(report: WrittenReport, language: Voice['language'], now: Date): PdfDocument {
  const voice = voiceOf(language, report.spec.timeZone);
  const { words, format } = voice;
  const { name, workspace, remarks, result } = report;
  const groups = tablesOf(report, voice);
  return {
    title: name,
    author: workspace,
    language,
    at: now,
    foot: `${workspace} · ${words.written(`${format.dayOfYear(now)} ${format.time(now)}`)}`,
    pageOf: words.pageOf,
    blocks: [
      {
        kind: 'title',
        eyebrow: words.report,
        text: name,
        about: `${workspace} · ${words.days(result.period)}`,
      },
      ...(remarks ? ([{ kind: 'prose', words: [{ text: remarks, size: 10.5 }] }] satisfies Block[]) : []),
      { kind: 'definitions', items: statementOf(report, voice).map(([term, text]) => ({ term, text })) },
      { kind: 'heading', text: words.figures },
      ...figureRows(keyFigures(report, voice)),
      ...groups,
      { kind: 'heading', text: words.marks },
      { kind: 'definitions', items: words.markList.map(([term = '', text = '']) => ({ term, text })) },
      { kind: 'heading', text: words.definitions },
      { kind: 'definitions', items: definitionsOf(report, voice) },
    ],
  };
}

const figureRows = (figures: KeyFigure[]): Block[] =>
  Array.from({ length: Math.ceil(figures.length / figuresBeside) }, (_, row) => ({
    kind: 'figures' as const,
    figures: figures.slice(row * figuresBeside, (row + 1) * figuresBeside),
  }));

function keyFigures({ result }: WrittenReport, voice: Voice): KeyFigure[] {
  const had = result.columns.flatMap(({ metric, refusal }, at) => (refusal ? [] : [{ metric, at }]));
  return had.slice(0, figuresMost).map(({ metric, at }) => {
    const cell = result.totals[at];
    return {
      label: metrics[metric][voice.tongue],
      value: figureText(cell?.figure, metric, voice, 'short'),
      about: [spread(cell, metric, voice), changeText(cell, metric, voice)].filter(Boolean).join('\n'),
    };
  });
}

/** Between what the truth lies, where the figure is not exact. */
function spread(
  cell: Cells[number] | undefined,
  metric: ReportResult['columns'][number]['metric'],
  voice: Voice,
): string {
  const figure = cell?.figure;
  if (!figure || figure.value === null || (figure.low === figure.high && figure.low !== null)) return '';
  const { low, high } = figure;
  const text = (bound: number | null) => (bound === null ? '∞' : numberText(bound, metric, voice.format));
  return `${low === null ? '–' : text(low)} – ${text(high)}`;
}

function changeText(
  cell: Cells[number] | undefined,
  metric: ReportResult['columns'][number]['metric'],
  voice: Voice,
): string {
  const before = cell?.change?.before;
  return before && before.value !== null ? `${voice.words.before} ${figureText(before, metric, voice)}` : '';
}

/** The rows, with so many metrics beside each other as a page holds. */
function tablesOf(report: WrittenReport, voice: Voice): Block[] {
  const { spec, result } = report;
  const { words } = voice;
  if (!spec.dimensions.length) return [totalsTable(report, voice)];
  if (!result.rows.length) return [{ kind: 'prose', words: [{ text: words.none, tone: 'muted' }] }];
  const places = result.columns.flatMap(({ refusal }, at) => (refusal ? [] : [at]));
  const parts = Math.max(1, Math.ceil(places.length / metricsBeside));
  const beside = Math.ceil(places.length / parts);
  const title = spec.dimensions.map((dimension) => dimensionTitle(dimension, voice)).join(' × ');
  const shown = result.rows.slice(0, Math.floor(linesPrinted / parts));
  return Array.from({ length: parts }, (_, part): Block[] => {
    const mine = places.slice(part * beside, (part + 1) * beside);
    return [
      {
        kind: 'heading',
        text: parts > 1 ? `${title}${words.part(part + 1, parts)}` : title,
        about: words.rowsShown(shown.length, result.rows.length, result.rowsInAll),
      },
      {
        kind: 'table',
        columns: columnsOf(report, mine, voice),
        rows: [
          ...shown.map(({ keys, cells }) =>
            rowOf(
              spec.dimensions.map((dimension, at) =>
                keyName(dimension, keys[at] ?? { key: null, name: null }, spec, voice),
              ),
              cells,
              report,
              mine,
              voice,
            ),
          ),
          ...(result.others
            ? [
                rowOf(
                  [words.others(result.rowsInAll - result.rows.length)],
                  result.others,
                  report,
                  mine,
                  voice,
                ),
              ]
            : []),
        ],
        total: rowOf([words.total], result.totals, report, mine, voice),
      },
    ];
  }).flat();
}

/** A report of one group: its metrics below each other. */
function totalsTable({ result }: WrittenReport, voice: Voice): Block {
  const { words } = voice;
  const compared = result.comparedWith !== null;
  const titles = [words.metric, words.total, words.within, ...(compared ? [words.compared] : [])];
  return {
    kind: 'table',
    columns: titles.map((title, at) => ({
      title,
      share: at === 0 ? 1 - 0.22 * (titles.length - 1) : 0.22,
      ...(at > 0 && { align: 'right' as const }),
    })),
    rows: result.columns.flatMap(({ metric, refusal }, at): Row[] => {
      if (refusal) return [];
      const cell = result.totals[at];
      const texts = [
        metrics[metric][voice.tongue],
        figureText(cell?.figure, metric, voice),
        spread(cell, metric, voice),
        ...(compared ? [figureText(cell?.change?.before, metric, voice)] : []),
      ];
      return [{ cells: texts.map((text) => [{ text }]) }];
    }),
  };
}

function columnsOf({ spec, result }: WrittenReport, places: readonly number[], voice: Voice): Column[] {
  const names = spec.dimensions.length;
  // Names want about twice the room of a figure.
  const unit = 1 / (2 * names + places.length);
  return [
    ...spec.dimensions.map((dimension) => ({ title: dimensionTitle(dimension, voice), share: 2 * unit })),
    ...places.map((at): Column => {
      const metric = result.columns[at]?.metric;
      return { title: metric ? metrics[metric][voice.tongue] : '', share: unit, align: 'right' };
    }),
  ];
}

function rowOf(
  names: readonly string[],
  cells: Cells,
  { spec, result }: WrittenReport,
  places: readonly number[],
  voice: Voice,
): Row {
  return {
    cells: [
      ...spec.dimensions.map((_, at) => [{ text: names[at] ?? '' }]),
      ...places.map((at) => {
        const metric = result.columns[at]?.metric;
        if (!metric) return [{ text: '' }];
        const change = changeText(cells[at], metric, voice);
        return [
          { text: figureText(cells[at]?.figure, metric, voice) },
          ...(change ? [{ text: change, size: 7.5, tone: 'muted' as const }] : []),
        ];
      }),
    ],
  };
}
