import { type Surface, surfaces } from './fields.reach';
import { figureOf } from './figure-of';
import { intervalOf, samplingHalfWidth } from './intervals';
import type { ImportedRecord } from './read-row';

/** An estimate with an interval of 95 % where the vendor sampled, and of rounding alone where it did not. */
export interface EstimatedCount {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Natural exposure (or reads) by where it came from. P2 gives shares of the natural total and not counts: they are
 * multiplied here, and widened where the file says from how small a sample they were estimated (抽样比例).
 *
 * Source: domain notes 5.2 (P2) and 5.4, rule 10.
 *
 * @returns null for a surface of which the file says nothing
 */
export function splitSurfaces(
  record: Pick<ImportedRecord, 'values'>,
  what: 'exposure' | 'read',
): Record<Surface, EstimatedCount | null> {
  const total = figureOf(record, what === 'exposure' ? 'naturalImpressions' : 'naturalReads');
  const sampling = figureOf(record, 'samplingRatio')?.value ?? 1;
  const counts = surfaces.map((surface): [Surface, EstimatedCount | null] => {
    const share = figureOf(record, `${what}Share${surface}`);
    if (!share || !total) return [surface, null];
    const whole = intervalOf(total);
    const part = intervalOf(share);
    const half = sampling < 1 ? (samplingHalfWidth(share.value, total.value, sampling) ?? 1) : 0;
    return [
      surface,
      {
        value: share.value * total.value,
        low: Math.max(0, part.low - half) * whole.low,
        high: Math.min(1, (part.high ?? 1) + half) * (whole.high ?? Infinity),
      },
    ];
  });
  return Object.fromEntries(counts) as Record<Surface, EstimatedCount | null>;
}
