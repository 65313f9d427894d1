import type { Mark } from './mark';
import type { MetricDefinition, MetricUnit } from './definitions';

/** One definition in one line: unit, names, formula in both languages, source and certainty. */
export function describeMetric(
  unit: MetricUnit,
  [zh, en]: readonly [string, string],
  [formulaZh, formulaEn]: readonly [string, string],
  [mark, source]: readonly [Mark, string],
): Omit<MetricDefinition, 'id'> {
  return { unit, zh, en, formula: { zh: formulaZh, en: formulaEn }, source, mark };
}

/** Sources that many definitions share. */
export const sources = {
  creatorCentre: ['B', 'creator centre exports, column names in public code'],
  juguang: ['B', 'Juguang report fields, official text transcribed in bububa/spotlight-mapi'],
  pugongying: ['B', 'Pugongying sample row: 2 interactions of 248 reads shown as 0.81 %'],
  ownCount: ['P', 'counted by Poolrise from signed impressions and accepted events'],
  ownModel: ['P', 'Poolrise pool engine, see pools/estimate-rate.ts'],
  ledger: ['P', 'Poolrise journal; sums are checked by the database at commit'],
} as const satisfies Record<string, readonly [Mark, string]>;
