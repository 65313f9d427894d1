import type { CreatorSort } from '@poolrise/contracts';
import { creatorMetrics } from '@poolrise/domain';
import { isMetric } from './creator-columns';

/** The order that a person expects first: the cheapest where less is better, else the most. As an address has it. */
export const firstOrder = (sort: CreatorSort): 'asc' | undefined =>
  isMetric(sort) && creatorMetrics[sort] === 'less' ? 'asc' : undefined;
