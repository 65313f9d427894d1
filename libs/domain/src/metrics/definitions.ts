import type { Bilingual } from '../notes/note';
import { agencyMetrics } from './definitions.agencies';
import { boostMetrics } from './definitions.boosts';
import { campaignMoneyMetrics } from './definitions.campaigns';
import { costMetrics } from './definitions.costs';
import { creatorMetricDefinitions } from './definitions.creators';
import { deskMetrics } from './definitions.desk';
import { engagementMetrics } from './definitions.engagement';
import { guidanceMetrics } from './definitions.guidance';
import { observedMetrics } from './definitions.observed';
import { oneMoreMetrics } from './definitions.one-more';
import { outcomeMetrics } from './definitions.outcomes';
import { planMetrics } from './definitions.plans';
import { poolMetrics } from './definitions.pools';
import { raceMetrics } from './definitions.races';
import { rateMetrics } from './definitions.rates';
import { searchMetrics } from './definitions.search';
import { standingMetrics } from './definitions.standing';
import { topicMetrics } from './definitions.topics';
import { trustMetrics } from './definitions.trust';
import type { MetricExtras } from './describe-metric';
import type { Mark } from './mark';

export const metricUnits = [
  'count',
  'ratio',
  'perMille',
  'cents',
  'seconds',
  'minutes',
  'hours',
  'multiple',
  'probability',
  /** a score that has no unit */
  'index',
] as const;
export type MetricUnit = (typeof metricUnits)[number];

/** What a figure on a screen means: one name, one formula, one source. */
export interface MetricDefinition extends MetricExtras {
  id: MetricId;
  unit: MetricUnit;
  zh: string;
  en: string;
  formula: Bilingual;
  source: string;
  mark: Mark;
}

const described = {
  ...engagementMetrics,
  ...poolMetrics,
  ...agencyMetrics,
  ...boostMetrics,
  ...deskMetrics,
  ...campaignMoneyMetrics,
  ...trustMetrics,
  ...creatorMetricDefinitions,
  ...rateMetrics,
  ...costMetrics,
  ...outcomeMetrics,
  ...planMetrics,
  ...raceMetrics,
  ...searchMetrics,
  ...oneMoreMetrics,
  ...guidanceMetrics,
  ...observedMetrics,
  ...standingMetrics,
  ...topicMetrics,
};

export type MetricId = keyof typeof described;

export const metricIds = Object.keys(described) as readonly MetricId[];

/** Every metric that a screen may show, by id. */
export const metrics: Readonly<Record<MetricId, MetricDefinition>> = Object.fromEntries(
  metricIds.map((id) => [id, { id, ...described[id] }]),
) as Record<MetricId, MetricDefinition>;
