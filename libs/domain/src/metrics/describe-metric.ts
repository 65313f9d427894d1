import type { Bilingual } from '../notes/note';
import type { Mark } from './mark';
import type { MetricDefinition, MetricUnit } from './definitions';
import { formulaOf, type OpenShape } from './metric-shape';

/** What a definition may have besides its line. */
export interface MetricExtras {
  /** over which time it is measured, where that is part of the definition */
  window?: Bilingual;
  /** what it is made of; without one it comes from an experiment, a model or the platform and cannot be summed */
  shape?: OpenShape;
}

/** One definition in one line: unit, names, formula in both languages, source and certainty. */
export function describeMetric(
  unit: MetricUnit,
  [zh, en]: readonly [string, string],
  [formulaZh, formulaEn]: readonly [string, string],
  [mark, source]: readonly [Mark, string],
  extras: MetricExtras = {},
): Omit<MetricDefinition, 'id'> {
  return { unit, zh, en, formula: { zh: formulaZh, en: formulaEn }, source, mark, ...extras };
}

/** A definition whose formula is read off its shape; `remark` is added to it where the formula alone would mislead. */
export function shapeMetric(
  unit: MetricUnit,
  names: readonly [string, string],
  shape: OpenShape,
  origin: readonly [Mark, string],
  { window, remark }: { window?: readonly [string, string]; remark?: readonly [string, string] } = {},
): Omit<MetricDefinition, 'id'> {
  const { zh, en } = formulaOf(shape);
  return describeMetric(
    unit,
    names,
    remark ? [`${zh}；${remark[0]}`, `${en}; ${remark[1]}`] : [zh, en],
    origin,
    { shape, ...(window && { window: { zh: window[0], en: window[1] } }) },
  );
}

/** Sources that many definitions share. */
export const sources = {
  creatorCentre: ['B', 'creator centre exports, column names in public code'],
  juguang: ['B', 'Juguang report fields, official text transcribed in bububa/spotlight-mapi'],
  pugongying: ['B', 'Pugongying sample row: 2 interactions of 248 reads shown as 0.81 %'],
  ownCount: ['P', 'counted by Poolrise from signed impressions and accepted events'],
  ownModel: ['P', 'Poolrise pool engine, see pools/estimate-rate.ts'],
  ledger: ['P', 'Poolrise journal; sums are checked by the database at commit'],
  orderReport: [
    'B',
    'Pugongying order report of Aug 2026: quote 50.0 + fee 5.0; 55 / 248 reads = 0.22 and 55 / 2 interactions = 27.5',
  ],
  allianceSheet: ['B', 'columns of Pugongying and alliance sheets in public code'],
  agencies: ['C', 'agency practice'],
  noteSheet: ['B', 'note data sheet with industry ranks, column names in public code'],
} as const satisfies Record<string, readonly [Mark, string]>;
