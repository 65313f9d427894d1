import { benchmarkKinds, benchmarkMedia, benchmarkScopes, categories } from '@poolrise/domain';
import { z } from 'zod';
import { faultsOf } from './briefs';
import { reportMetric } from './reports';
import { line } from './text';

const benchmarkSize = {
  value: z.number().min(0).nullable(),
  low: z.number().min(0).nullable(),
  high: z.number().min(0).nullable(),
};
/** A workspace's own word in place of a published benchmark; in the unit of its metric. */
export const SetBenchmark = z
  .strictObject({
    metric: reportMetric,
    category: z.enum(categories).nullable(),
    scope: z.enum(benchmarkScopes).nullable(),
    medium: z.enum(benchmarkMedia),
    kind: z.enum(benchmarkKinds),
    ...benchmarkSize,
    reason: line(200),
  })
  .superRefine(
    faultsOf(({ value, low, high }) => {
      if (value === null && low === null && high === null)
        return [{ path: ['value'], message: 'is missing: give a value or a range' }];
      if (low !== null && high !== null && low > high)
        return [{ path: ['high'], message: `is below the low end ${low}: turn them round` }];
      const outside = value !== null && ((low !== null && value < low) || (high !== null && value > high));
      return outside ? [{ path: ['value'], message: 'lies outside of its own range' }] : [];
    }),
  )
  .meta({ id: 'SetBenchmark' });
export type SetBenchmark = z.infer<typeof SetBenchmark>;
