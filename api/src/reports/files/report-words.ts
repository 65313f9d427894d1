import {
  categoryNames,
  describeLineage,
  dimensionNames,
  type FactTableId,
  factTables,
  type Language,
  type MetricId,
  metrics,
  type Origin,
  planReasonWords,
  type ReaderFormats,
  type ReaderLanguage,
  readerFormats,
  readHourKey,
  type ReportDimension,
  tierSchemes,
} from '@poolrise/domain';
import { reportWords } from './paper-words';
import type { ReportFigure, ReportResult, ReportSpec } from '@poolrise/contracts';

/** A report as it is written into a file. */
export interface WrittenReport {
  name: string;
  remarks: string;
  workspace: string;
  spec: ReportSpec;
  result: ReportResult;
}

/** The voice of one file. */
export interface Voice {
  language: ReaderLanguage;
  /** the language as the domain names it */
  tongue: Language;
  format: ReaderFormats;
  words: (typeof reportWords)[ReaderLanguage];
}

/** Days and times are told by the clock of a zone; left out, by that of Shanghai. */
export const voiceOf = (language: ReaderLanguage, zone?: string): Voice => ({
  language,
  tongue: language === 'en' ? 'en' : 'zh',
  format: readerFormats(language, zone),
  words: reportWords[language],
});

const wordOf = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key;

/** What a group is called. */
export function keyName(
  dimension: ReportDimension,
  { key, name }: { key: string | null; name: string | null },
  { tierScheme }: ReportSpec,
  { words, tongue }: Voice,
): string {
  if (name !== null) return name;
  if (key === null) return words.unknown;
  switch (dimension) {
    case 'tier': {
      const tier = tierSchemes.find(({ id }) => id === tierScheme)?.tiers.find((each) => each.key === key);
      return tier?.name[tongue] ?? key;
    }
    case 'category':
      return categoryNames[key as keyof typeof categoryNames]?.[tongue] ?? key;
    case 'placement':
      return wordOf(words.placements, key);
    case 'audience-gender':
    case 'audience-age':
      return wordOf(words.audiences, key);
    case 'hour': {
      const { day, time, isAgain } = readHourKey(key);
      return isAgain ? words.again(`${day} ${time}`) : `${day} ${time}`;
    }
    default:
      return key;
  }
}

/** A figure as people read it, with the mark of how far it is to be trusted. */
export function figureText(
  figure: ReportFigure | undefined,
  metric: MetricId,
  { format }: Voice,
  length: 'whole' | 'short' = 'whole',
): string {
  if (!figure || figure.value === null) return format.number(null);
  const { value, precision } = figure;
  const mark = precision.includes('lower-bound')
    ? '≥ '
    : precision.includes('rounded') || precision.includes('estimate')
      ? '≈ '
      : '';
  const text = length === 'short' ? shortText(value, metric, format) : numberText(value, metric, format);
  return `${mark}${text}${precision.includes('partial') ? '*' : ''}`;
}

/** For tiles; the whole figure stands in the table. */
function shortText(value: number, metric: MetricId, format: ReaderFormats): string {
  const { unit } = metrics[metric];
  if (unit === 'count') return format.compact(value);
  return unit === 'cents' ? format.roundMoney(Math.round(value)) : numberText(value, metric, format);
}

export function numberText(value: number, metric: MetricId, format: ReaderFormats): string {
  switch (metrics[metric].unit) {
    case 'cents':
      return format.money(value);
    case 'ratio':
    case 'probability':
      return format.percent(value);
    case 'count':
      return format.number(value);
    case 'perMille':
      return `${format.decimal(value)}‰`;
    default:
      return format.decimal(value, 2);
  }
}

/** What the file is about: period, filters, and how days are counted. */
export function statementOf({ spec, result }: WrittenReport, voice: Voice): [term: string, text: string][] {
  const { words, format } = voice;
  const at = new Date(result.asOf);
  return [
    [words.period, `${words.days(result.period)} (${spec.timeZone})`],
    ...(result.comparedWith
      ? ([[words.compared, words.days(result.comparedWith)]] as [string, string][])
      : []),
    [words.basis, words.bases[spec.timeBasis]],
    [words.filters, filterText(spec, voice)],
    [words.asOf, `${format.dayOfYear(at)} ${format.time(at)} (${spec.timeZone})`],
  ];
}

function filterText(spec: ReportSpec, voice: Voice): string {
  const { filters } = spec;
  const { filtered } = voice.words;
  const named = (dimension: ReportDimension, keys: readonly string[]) =>
    keys
      .map((key) => keyName(dimension, { key, name: null }, spec, voice))
      .join(voice.tongue === 'zh' ? '、' : ', ');
  const list = (title: string, dimension: ReportDimension, keys: readonly string[]) =>
    keys.length ? [`${title} ${named(dimension, keys)}`] : [];
  const parts = [
    ...(filters.noteIds.length ? [filtered.noteIds(filters.noteIds.length)] : []),
    ...(filters.creatorIds.length ? [filtered.creatorIds(filters.creatorIds.length)] : []),
    ...list(filtered.categories, 'category', filters.categories),
    ...list(filtered.tierKeys, 'tier', filters.tierKeys),
    ...list(filtered.placements, 'placement', filters.placements),
    ...list(filtered.campaigns, 'campaign', filters.campaigns),
    ...list(filtered.audiences, 'audience-age', filters.audiences),
  ];
  return parts.length ? parts.join(voice.tongue === 'zh' ? '；' : '; ') : filtered.none;
}

/** A file by its name, a stream of ours in the language of the reader. */
const originName = ({ kind, id, name }: Pick<Origin, 'kind' | 'id' | 'name'>, tongue: Language): string =>
  kind === 'stream' && id in factTables ? factTables[id as FactTableId].name[tongue] : name;

const momentText = (moment: string, format: ReaderFormats): string => {
  const at = new Date(moment);
  return `${format.dayOfYear(at)} ${format.time(at)}`;
};

/** Each metric with its formula, definition, sources and time of data; or why there is no figure. */
export function definitionsOf(
  { spec, result }: WrittenReport,
  { tongue, words, format }: Voice,
): { term: string; text: string }[] {
  return result.columns.map(({ metric, refusal, lineage }, at) => {
    const { [tongue]: term } = metrics[metric];
    if (refusal || !lineage) {
      const why = refusal ? planReasonWords[refusal.reason][tongue] : words.none;
      return { term, text: `${words.notHad}${tongue === 'zh' ? '：' : ': '}${why}` };
    }
    const total = result.totals[at]?.figure;
    const lines = describeLineage(
      {
        metric,
        choice: spec.choice,
        origins: lineage.origins.map((origin) => ({ ...origin, name: originName(origin, tongue) })),
        originsInAll: lineage.originsInAll,
        window: null,
        dataAt: lineage.dataAt && momentText(lineage.dataAt, format),
        precision: total?.precision ?? [],
        rows: total?.rows ?? 0,
        unknownRows: total?.unknownRows ?? 0,
        ...(lineage.cycleDays !== undefined && { cycleDays: lineage.cycleDays }),
      },
      tongue,
    ).filter(({ key }) => key !== 'metric');
    const colon = tongue === 'zh' ? '：' : ': ';
    return {
      term,
      text: lines.map(({ label, text }) => `${label}${colon}${text}`).join(tongue === 'zh' ? '。' : '. '),
    };
  });
}

export const dimensionTitle = (dimension: ReportDimension, { tongue }: Voice): string =>
  dimensionNames[dimension][tongue];
