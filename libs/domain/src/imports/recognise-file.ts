import type { SheetRow } from './cells';
import { curveSubject, type CurveSubject } from './curve-subject';
import { type DataDate, dayInText } from './data-date';
import type { ImportField } from './fields';
import { type HeaderRows, headerText, possibleHeaders } from './header-rows';
import type { FileKindId } from './kinds/file-kind';
import { fileKinds } from './kinds/kinds';
import type { Assumption, SheetMapping } from './mapping';
import { type KindScore, scoreKind } from './match-headers';
import { proposeMapping } from './propose-mapping';
import { needsDate } from './read-row';
import { recogniseSeries } from './recognise-series';
import { type ColumnSuggestion, likeliestHeader, suggestMapping } from './suggest-mapping';

/** How many rows of each sheet recognition looks at. */
export const glimpseRows = 20;

/** What is known of a file before it is read through. */
export interface FileGlimpse {
  readonly name: string;
  readonly format: 'xlsx' | 'csv' | 'json';
  /** sheets in their order, each with its first rows; more than `glimpseRows` are not looked at */
  readonly sheets: readonly { readonly name: string; readonly rows: readonly SheetRow[] }[];
}

/** How a kind was told, in fields: to be shown in words. */
export interface KindWhy {
  readonly kind: FileKindId;
  /** 0 to 1 */
  readonly score: number;
  readonly found: readonly ImportField[];
  readonly missing: readonly (readonly ImportField[])[];
  /** columns with a meaning, and columns with a header */
  readonly matched: number;
  readonly columns: number;
}

/** What one sheet is taken for. */
export interface SheetRecognition {
  readonly sheet: string;
  /** null where no kind fits; the mapping is then a suggestion */
  readonly why: KindWhy | null;
  /** other kinds that fit, the best first */
  readonly runnersUp: readonly KindWhy[];
  /** numbers of the rows in which the header stands */
  readonly headerRows: readonly number[];
  readonly headers: readonly string[];
  readonly mapping: SheetMapping;
  readonly assumptions: readonly Assumption[];
  /** for files of no known kind: what each column may be, with confidence and some values */
  readonly suggestions: readonly ColumnSuggestion[];
  readonly dataDate: DataDate;
}

export interface FileRecognition {
  /** sheets that can be read, in their order; sheets of explanations are left out where others were recognised */
  readonly sheets: readonly SheetRecognition[];
  readonly skippedSheets: readonly string[];
  /** of curves: the note that they are of, where the file or its name says it; null in every other file */
  readonly subject: CurveSubject | null;
}

/**
 * Recognises what a file is from its first rows, the names of its sheets and its own name.
 *
 * In each sheet the header is looked for in the first ten rows, alone or in two rows of groups and parts; the kind and
 * the header with the best score win together. Source: domain notes 5.4, rules 1, 2 and 4.
 */
export function recogniseFile(file: FileGlimpse): FileRecognition {
  const sheets = file.sheets.flatMap(({ name, rows }) => {
    const recognised = recogniseSheet(file, name, rows.slice(0, glimpseRows));
    return recognised ? [recognised] : [];
  });
  const known = sheets.filter(({ why }) => why !== null);
  const kept = known.length > 0 ? known : sheets;
  const keptNames = new Set(kept.map(({ sheet }) => sheet));
  return {
    sheets: kept,
    skippedSheets: file.sheets.map(({ name }) => name).filter((name) => !keptNames.has(name)),
    subject: subjectOf(file, kept),
  };
}

function subjectOf(file: FileGlimpse, kept: readonly SheetRecognition[]): CurveSubject | null {
  const curves = new Set(
    kept.filter(({ mapping }) => mapping.record === 'series-point').map(({ sheet }) => sheet),
  );
  if (curves.size === 0) return null;
  const others = file.sheets.filter(({ name }) => !curves.has(name));
  return curveSubject(
    file.name,
    others.map(({ rows }) => rows.slice(0, glimpseRows)),
  );
}

function recogniseSheet(
  file: FileGlimpse,
  sheet: string,
  rows: readonly SheetRow[],
): SheetRecognition | null {
  const series = recogniseSeries(sheet, rows, file.format);
  if (series) return seriesSheet(sheet, series);
  const ranked = rankKinds(rows, file.format);
  const best = ranked[0];
  if (!best || !fits(best.score)) return unknownSheet(file, sheet, rows, ranked);
  const data = rowsBelow(rows, best.header);
  const { mapping, assumptions } = proposeMapping(best.score.kind, best.score.matches, data);
  const carried = best.header.assumptions.map((code): Assumption => ({ code, headers: [] }));
  return {
    sheet,
    why: whyOf(best.score),
    runnersUp: ranked.slice(1, 4).map(({ score }) => whyOf(score)),
    headerRows: best.header.rows,
    headers: best.header.headers,
    mapping,
    assumptions: [...assumptions, ...carried],
    suggestions: [],
    dataDate: dataDateOf(file.name, mapping, rows, best.header),
  };
}

interface Ranked {
  readonly header: HeaderRows;
  readonly score: KindScore;
}

/** The best header for each kind, the best kind first; of equals the plainer header and the earlier kind. */
function rankKinds(rows: readonly SheetRow[], format: FileGlimpse['format']): Ranked[] {
  const headers = possibleHeaders(rows);
  const kinds = Object.values(fileKinds).filter(
    (kind) => !kind.bySheet && (kind.json ? format === 'json' : !(format === 'json' && kind.id === 'J1')),
  );
  return kinds
    .map((kind) =>
      headers
        .map((header): Ranked => ({ header, score: scoreKind(header.headers, kind) }))
        .reduce<Ranked | null>((best, one) => (best && !isBetter(one, best) ? best : one), null),
    )
    .filter((one) => one !== null)
    .filter(({ score }) => score.found.length > 0)
    .sort((a, b) => b.score.score - a.score.score || matchedOf(b.score) - matchedOf(a.score));
}

const isBetter = (one: Ranked, other: Ranked): boolean => one.score.score > other.score.score + 1e-9;
const matchedOf = ({ matches }: KindScore): number => matches.filter(({ column }) => column).length;

/** All that gives a kind away, or most of it and hardly a column that is strange to it. Thresholds are ours. */
const fits = ({ missing, kind, coverage, matches }: KindScore): boolean => {
  const matched = matches.filter(({ column }) => column).length;
  if (missing.length === 0) return coverage >= 0.3 && matched >= 3;
  return missing.length / kind.fingerprint.length <= 0.25 && coverage >= 0.75 && matched >= 5;
};

const whyOf = (score: KindScore): KindWhy => ({
  kind: score.kind.id,
  score: Math.round(score.score * 1_000) / 1_000,
  found: score.found,
  missing: score.missing,
  matched: matchedOf(score),
  columns: score.matches.filter(({ name }) => name.text !== '').length,
});

const rowsBelow = (rows: readonly SheetRow[], header: HeaderRows): SheetRow[] => {
  const last = Math.max(...header.rows);
  return rows.filter(({ number }) => number > last);
};

function seriesSheet(
  sheet: string,
  series: NonNullable<ReturnType<typeof recogniseSeries>>,
): SheetRecognition {
  const { mapping, headerRow, headers } = series;
  const mapped = mapping.columns.filter(({ use }) => use === 'field').length;
  return {
    sheet,
    why: {
      kind: mapping.kind ?? 'C2',
      score: 1,
      found: ['pointAt'],
      missing: [],
      matched: mapped,
      columns: headers.filter((header) => header !== '').length,
    },
    runnersUp: [],
    headerRows: [headerRow],
    headers,
    mapping,
    assumptions: [{ code: 'counts-of-the-period', headers: [] }],
    suggestions: [],
    dataDate: { from: 'not-needed' },
  };
}

function unknownSheet(
  file: FileGlimpse,
  sheet: string,
  rows: readonly SheetRow[],
  ranked: readonly Ranked[],
): SheetRecognition | null {
  const header = likeliestHeader(rows);
  if (!header) return null;
  const { mapping, suggestions } = suggestMapping(header.headers, rowsBelow(rows, header));
  return {
    sheet,
    why: null,
    runnersUp: ranked.slice(0, 3).map(({ score }) => whyOf(score)),
    headerRows: header.rows,
    headers: header.headers,
    mapping,
    assumptions: header.assumptions.map((code) => ({ code, headers: [] })),
    suggestions,
    dataDate: dataDateOf(file.name, mapping, rows, header),
  };
}

/** Snapshots need the day they show: a column, else the file's name, else somebody has to say. */
function dataDateOf(
  fileName: string,
  mapping: SheetMapping,
  rows: readonly SheetRow[],
  header: HeaderRows,
): DataDate {
  if (!needsDate(mapping.record)) return { from: 'not-needed' };
  const dates = mapping.record === 'ad-row' ? 'adTime' : 'dataDate';
  const column = mapping.columns.find(({ field, use }) => field === dates && use === 'field');
  if (column) return { from: 'column', header: column.header };
  const day = dayInText(fileName);
  if (day) return { from: 'file-name', day };
  const above = rows.filter(({ number }) => number < Math.min(...header.rows));
  return {
    from: 'ask',
    suggestion: dayInText(above.flatMap(({ cells }) => cells.map(headerText)).join(' ')),
  };
}
